"""Who rings what: given, taken back, shared out evenly, and notes about a case."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from db.records import Interviewer, KnownInterviewer, Signed
from interviewer.services.caller import Caller
from schemas.calls.distribution import WorkLoads, work_loads
from schemas.calls.ranking.roll import Roll

if TYPE_CHECKING:
    from db.database import Database


@dataclass(frozen=True, slots=True)
class SharedWork:
    """All cases, whose they are, and the people that they may be given to, by name."""

    cases: Roll
    shared: WorkLoads
    people: tuple[KnownInterviewer, ...]

    def open_of(self, person: UUID) -> int:
        """How many open cases somebody has."""
        return self.shared.load(person).open


def shared_work(db: Database, who: Caller) -> SharedWork:
    """The work as it is shared out now."""
    from db.call_list import states
    from db.people import people

    cases = states(db, who.settings)
    known = (one for one in people(db) if not one.is_retired)
    by_name = tuple(sorted(known, key=lambda one: one.name.casefold()))
    return SharedWork(cases, work_loads(cases), by_name)


def give_cases(db: Database, signed: Signed, to: Mapping[UUID, Collection[UUID]]) -> int:
    """Give cases to people; how many were not theirs before."""
    from db.assignments import give

    return give(db, signed, to)


def take_back_cases(db: Database, signed: Signed, cases: Collection[UUID]) -> int:
    """Let cases be anybody's; how many were somebody's."""
    from db.assignments import take_back

    return take_back(db, signed, cases)


def write_note(db: Database, signed: Signed, case_id: UUID, words: str) -> None:
    """Tell the others something about a case."""
    from db.case_notes import write_note as written

    written(db, signed, case_id, words)


def whom_to_give(db: Database) -> tuple[Interviewer, ...]:
    """Whom a case may be given to, by name."""
    from db.people import people

    return tuple(
        sorted(
            (one for one in people(db) if not one.is_retired), key=lambda one: one.name.casefold()
        )
    )
