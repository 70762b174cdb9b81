"""Whole histories of cases, as they are in one transaction: of one case, of some, or of all.

The rules of `schemas` see the same as for one case, so the list and the card cannot disagree.  Of
many cases some hundreds are read at once: that takes few queries, and no more memory however many
there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Protocol, TypeVar
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import Session, col

from db.appointments import OPEN_APPOINTMENT, select_open
from db.case_parts import CasePart, CaseParts, parts_of
from db.decisions import DECISIONS, select_decisions
from db.records import CaseHeader
from db.rows import records
from db.statements import (
    Finds,
    fetch,
    of_case,
    of_cases,
    select_attempts,
    select_cases,
    select_contacts,
    select_redirects,
)
from db.tables import CaseRow, InterviewRow, RevisionRow
from db.units import unit_in, units_of
from schemas.calls.appointments import Appointment
from schemas.calls.call_codes import Knowledge
from schemas.calls.calls import CallAttempt, ContactPoint, Redirect, on_the_line, way_to
from schemas.calls.case_outcomes import Standing
from schemas.calls.ranking.cases import History
from schemas.calls.whereabouts import FoundAt
from schemas.frame.units import Unit
from schemas.review.decisions import Decision, standing


class Units(Protocol):
    """The units that cases are about, by their ids."""

    def __getitem__(self, unit_id: str, /) -> Unit: ...


class _OfCase(Protocol):
    @property
    def case_id(self) -> UUID: ...


Record = TypeVar("Record", bound=_OfCase)
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class _Begun:
    """An interview, and its latest revision if it has been complete."""

    case_id: UUID
    open: bool
    revision: int | None


def history_of(session: Session, units: Units, case_id: UUID) -> History:
    """The history of one case, as it is in this transaction: by what is in hand of it."""
    return _history_in(parts_of(session, case_id), units)


def summed_up_in(session: Session, case_id: UUID) -> Iterator[History]:
    """The same of a case about whatever unit, where there is such a case."""
    parts = parts_of(session, case_id)
    if (unit := unit_in(parts)) is not None:
        yield _history_in(parts, {unit.id: unit})


def _history_in(parts: CaseParts, units: Units) -> History:
    def ours(part: CasePart[Found]) -> Mapping[UUID, Sequence[Found]]:
        return {parts.case_id: parts.every(part)}

    rows = _SeveralCases(
        units,
        parts.every(HEADER),
        ours(CONTACTS),
        ours(ATTEMPTS),
        ours(REDIRECTS),
        ours(OPEN_APPOINTMENT),
        ours(_BEGUN),
        ours(DECISIONS),
    )
    return next(rows.histories())


TOGETHER: Final = 400
"""Cases that are read at once: databases limit what a statement may name."""


def histories_of(session: Session, cases: Sequence[UUID]) -> Iterator[History]:
    """The histories of cases, as they are in this transaction."""
    for first in range(0, len(cases), TOGETHER):
        yield from _rows(session, cases[first : first + TOGETHER]).histories()


def all_histories(session: Session) -> Iterator[History]:
    """Everything that has happened to every case, by unit number, as it is in this transaction."""
    return histories_of(session, [row.id for row in fetch(session, _every_case())])


@cache
def _every_case() -> Finds:
    return select(col(CaseRow.id)).order_by(col(CaseRow.unit_id))


@dataclass(frozen=True, slots=True)
class _SeveralCases:
    """Everything about several cases: by what it is, and below that by case."""

    units: Units
    cases: Sequence[CaseHeader]
    contacts: Mapping[UUID, Sequence[ContactPoint]]
    attempts: Mapping[UUID, Sequence[CallAttempt]]
    redirects: Mapping[UUID, Sequence[Redirect]]
    appointments: Mapping[UUID, Sequence[Appointment]]
    interviews: Mapping[UUID, Sequence[_Begun]]
    decisions: Mapping[UUID, Sequence[Decision]]

    def histories(self) -> Iterator[History]:
        """What has happened to each of the cases."""
        return map(self._history, self.cases)

    def _history(self, case: CaseHeader) -> History:
        interviews = self.interviews.get(case.id, ())
        interview = _standing(interviews)
        revision = interviews[-1].revision if interviews else None
        decided = standing(self.decisions.get(case.id, ()), revision)
        # What was to be asked again has been, once the interview is whole again.
        returned = None if interview == "complete" else case.returned
        return History(
            case_id=case.id,
            unit=self.units[case.unit_id],
            contacts=tuple(self.contacts.get(case.id, ())),
            attempts=tuple(self.attempts.get(case.id, ())),
            redirects=tuple(self.redirects.get(case.id, ())),
            appointment=next(iter(self.appointments.get(case.id, ())), None),
            interview=interview,
            decision=decided.outcome,
            reviewed=interview == "complete" and decided.is_reviewed,
            holder=case.holder,
            given_to=case.given_to,
            returned_at=returned.at if returned else None,
            rang_back_at=case.rang_back_at,
        )


def _rows(session: Session, only: Sequence[UUID]) -> _SeveralCases:
    return _SeveralCases(
        units_of(session, only),
        _some(session, CaseHeader, _cases(), only, "id"),
        _by_case(session, ContactPoint, select_contacts(), only),
        _by_case(session, CallAttempt, select_attempts(), only),
        _by_case(session, Redirect, select_redirects(), only),
        _by_case(session, Appointment, select_open(), only),
        _by_case(session, _Begun, _interviews(), only),
        _by_case(session, Decision, select_decisions(), only),
    )


def _by_case(
    session: Session, kind: type[Record], statement: Finds, only: Sequence[UUID]
) -> Mapping[UUID, list[Record]]:
    grouped: dict[UUID, list[Record]] = defaultdict(list)
    for one in _some(session, kind, statement, only):
        grouped[one.case_id].append(one)
    return grouped


def _some(
    session: Session,
    kind: type[Found],
    statement: Finds,
    only: Sequence[UUID],
    column: str = "case_id",
) -> list[Found]:
    return records(session, kind, of_cases(statement, column), {"cases": only})


@cache
def _cases() -> Finds:
    return select_cases().order_by(col(CaseRow.unit_id))


@cache
def _interviews() -> Finds:
    frozen = select(func.max(col(RevisionRow.number))).where(
        col(RevisionRow.interview_id) == col(InterviewRow.id)
    )
    revision = frozen.scalar_subquery().label("revision")
    return select(col(InterviewRow.case_id), col(InterviewRow.open), revision).order_by(
        col(InterviewRow.started_at)
    )


HEADER: Final = CasePart(CaseHeader, lambda: of_case(_cases(), "id"))
CONTACTS: Final = CasePart(ContactPoint, lambda: of_case(select_contacts()))
ATTEMPTS: Final = CasePart(CallAttempt, lambda: of_case(select_attempts()))
REDIRECTS: Final = CasePart(Redirect, lambda: of_case(select_redirects()))
_BEGUN: Final = CasePart(_Begun, lambda: of_case(_interviews()))


def _standing(interviews: Sequence[_Begun]) -> Standing:
    """What the latest interview has come to."""
    latest = interviews[-1] if interviews else None
    if latest is None or (latest.revision is None and not latest.open):  # withdrawn: erased
        return "none"
    if not latest.open:
        return "complete"
    return "open" if latest.revision is None else "reopened"


# ── Where it usually sits ────────────────────────────────────────────────────────────────────────


def found_at(history: History) -> FoundAt | None:
    right = _right_person(history)
    if right is None:
        return None
    way = way_to(right.id, history.redirects, history.contacts)
    known = {one.id: one.department for one in history.contacts}
    return FoundAt(
        unit=history.unit,
        right_id=right.id,
        department=right.department,
        asked=tuple(known[one] for one in dict.fromkeys(leg.from_id for leg in history.redirects)),
        sent_right=tuple(step.department for step in way[:-1]),
    )


def _right_person(history: History) -> ContactPoint | None:
    """Whoever turned out to be the one; else who was on the line when the interview ended."""
    known = {one.id: one for one in history.contacts}
    told = [one for one in history.contacts if one.knows is Knowledge.is_the_one]
    return told[-1] if told else next((known[one] for one in _answering(history)), None)


def _answering(history: History) -> Iterator[UUID]:
    for call in reversed(history.attempts):
        if call.outcome and call.outcome.is_whole:
            yield on_the_line(call, history.redirects)
