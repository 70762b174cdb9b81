"""A coordinator's desk to try things at."""

from uuid import uuid4

from db.calls import hang_up
from db.engine import Database
from db.histories import histories, states_of
from db.records import InterviewRecord, Signed
from db.reviews import ReviewFile, open_review
from schemas.outcomes import Outcome
from schemas.ranking import CaseState
from schemas.settings import Settings
from tests.db.rounds import Round, finish

RULES = Settings(review_sample_percent=0)
"""Nobody is drawn: who is in the queue is there for another reason."""


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

    def look(self, interview: InterviewRecord) -> ReviewFile:
        """What Turid sees of it."""
        return open_review(self.db, interview.id, RULES)

    def state(self, unit: str = "0101") -> CaseState:
        """A unit's case as the call list sees it; Halden's, unless another is asked for."""
        (found,) = [one for one in states_of(histories(self.db), RULES) if one.unit.id == unit]
        return found
