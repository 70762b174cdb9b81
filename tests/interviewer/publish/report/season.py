"""An invented season, and a coordinator who decides something of every kind about it."""

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from db.case_decisions import decide_case
from db.database import Database
from db.histories import histories
from db.open_database import open_database
from db.people import sit_down
from db.records import Signed
from db.review_desk import read_desk
from db.reviews import decide
from db.shared_services import confirm_covered, keep_apart
from db.withdrawal import withdraw
from schemas.calls.outcomes import Outcome
from schemas.calls.ranking.cases import History
from schemas.calls.settings import Settings
from schemas.questionnaire.walk import Key
from schemas.review.decisions import DecisionKind
from schemas.review.finished_interviews import FinishedInterview
from schemas.surveys.municipal_services_2015.classification import ServiceClass as Class

INTERVIEWS = 34
FINISHED = INTERVIEWS - 1
"""One is erased; one is sent back, and counts as it was until it is whole again."""

AT = datetime(2015, 5, 19, 10, tzinfo=UTC)


def decided(path: Path) -> None:
    """What the desk decides about a season of calls."""
    with closing(open_database(path, create=False, durable=False)) as database:
        _Desk(database).decides()


class _Desk:
    """Bente, who decides one thing a minute."""

    def __init__(self, database: Database) -> None:
        self.db, self.her = database, uuid4()
        self.minutes = iter(range(1000))
        sit_down(database, self.her, "Bente", "desk", AT)

    def signed(self) -> Signed:
        return Signed(uuid4(), self.her, AT + timedelta(minutes=next(self.minutes)))

    def decides(self) -> None:
        self.overrides()
        self.settles_a_shared_service()
        self.closes_cases()
        self.sends_one_back_and_erases_one()

    def of_class(self, klass: Class) -> list[FinishedInterview]:
        queued = (item.interview for item in read_desk(self.db, Settings()).items)
        return [one for one in queued if one.klass is klass]

    def overrides(self) -> None:
        """Twice about the same one: the latest counts.  A class that is accepted stays."""
        border, other, *_ = self.of_class(Class.borderline)
        for one, klass in (border, Class.none), (border, Class.service), (other, Class.offers_only):
            self.says(one, DecisionKind.overridden, "Sett på.", klass=klass)
        self.says(self.of_class(Class.none)[0], DecisionKind.accepted)

    def settles_a_shared_service(self) -> None:
        """Three are covered by a neighbour, but the third is not after all.

        So is one that said itself that it has none.
        """
        service = self.of_class(Class.service)[0].unit_id
        units = [one.unit.id for one in self.cases(lambda one: not one.attempts)[10:13]]
        for unit in units:
            confirm_covered(self.db, self.signed(), unit, service)
        keep_apart(self.db, self.signed(), units[-1], service, "Har sin egen.")
        confirm_covered(self.db, self.signed(), self.of_class(Class.none)[-1].unit_id, service)

    def closes_cases(self) -> None:
        """Two that nobody has called, one that refused, one that never answered."""
        gone, searched = self.cases(lambda one: not one.attempts)[20:22]
        refused = self.cases(lambda one: _ended(one) is Outcome.refusal_soft)[0]
        silent = self.cases(lambda one: _ended(one) is Outcome.no_answer)[0]
        for case, kind in (
            (gone, DecisionKind.out_of_frame),
            (searched, DecisionKind.not_found_after_search),
            (refused, DecisionKind.given_up),
            (silent, DecisionKind.given_up),
        ):
            decide_case(self.db, self.signed(), case.case_id, kind, "Ikke mer å gjøre.")

    def sends_one_back_and_erases_one(self) -> None:
        back, erased = self.of_class(Class.none)[:2]
        self.says(back, DecisionKind.returned, "Spør igjen.", question=Key("has_offers"))
        withdraw(self.db, self.signed(), erased.case_id)

    def says(
        self,
        one: FinishedInterview,
        kind: DecisionKind,
        reason: str = "",
        *,
        klass: Class | None = None,
        question: Key | None = None,
    ) -> None:
        about = (one.interview_id, one.revision, kind, reason)
        decide(self.db, self.signed(), *about, klass=klass, question=question)

    def cases(self, wanted: Callable[[History], bool]) -> list[History]:
        return [one for one in histories(self.db) if wanted(one)]


def _ended(case: History) -> Outcome | None:
    """How the last call ended, where nothing has come of it."""
    last = case.attempts[-1:] if case.interview != "complete" else ()
    return last[0].outcome if last else None
