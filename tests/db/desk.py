"""A coordinator's desk to try things at."""

from uuid import uuid4

from db.call_list import states
from db.calls import hang_up
from db.database import Database
from db.finished import finished
from db.people import sit_down
from db.records import InterviewRecord, Signed
from db.reviews import ReviewFile, decide, open_review
from db.standings import standing_by_unit
from schemas.calls.outcomes import Outcome
from schemas.calls.ranking.cases import CaseState
from schemas.calls.settings import Settings
from schemas.questionnaire.walk import Key
from schemas.review.decisions import DecisionKind, Standing
from schemas.surveys.municipal_services_2015.classification import ServiceClass as Class
from tests.db.rounds import Round, finish
from tests.db.world import NOON

RULES = Settings(review_sample_percent=0)
"""Nobody is drawn: who is in the queue is there for another reason."""


def standings(db: Database) -> dict[str, Standing]:
    """What counts of all that was decided, by unit number."""
    with db.look() as reads:
        return standing_by_unit(reads)


def accept_all(db: Database) -> None:
    """Bente accepts every class as it follows from the answers."""
    her = sit_down(db, uuid4(), "Bente", "desk", NOON)
    with db.look() as reads:
        ready = [one for one in finished(reads) if not one.standing.is_reviewed]
    for one in ready:
        accepted = (one.interview_id, one.revision, DecisionKind.accepted)
        decide(db, Signed(uuid4(), her.id, NOON), *accepted)


class Desk(Round):
    """A round that Turid, who is a coordinator, looks at."""

    def __init__(self, db: Database) -> None:
        super().__init__(db)
        self.turid = self.person("Turid")

    def sign(self) -> Signed:
        """A new decision, by Turid, now."""
        return Signed(uuid4(), self.turid.id, self.now())

    def talked(self, **said: object) -> InterviewRecord:
        """The case at hand was called, and interviewed to the end."""
        call = self.dial(self.known())
        interview = self.begin()
        self.complete(interview, finish(**said))
        hang_up(self.db, self.lease, call.id, Outcome.complete, "", self.now())
        return interview

    def decide(
        self,
        interview: InterviewRecord,
        kind: DecisionKind,
        reason: str = "",
        *,
        revision: int = 1,
        signed: Signed | None = None,
        klass: Class | None = None,
        question: Key | None = None,
    ) -> None:
        """Turid decides about it; `signed` is a decision that is sent once more."""
        signed = signed or self.sign()
        at = (interview.id, revision, kind, reason)
        decide(self.db, signed, *at, klass=klass, question=question)

    def look(self, interview: InterviewRecord) -> ReviewFile:
        """What Turid sees of it."""
        return open_review(self.db, interview.id, RULES)

    def state(self, unit: str = "0101") -> CaseState:
        """A unit's case as the call list sees it; Halden's, unless another is asked for."""
        (found,) = [one for one in states(self.db, RULES) if one.unit.id == unit]
        return found
