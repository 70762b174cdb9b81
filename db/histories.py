"""Whole histories of all cases at once, and what is worked out of them for the ranking.

The rules of `schemas` see the same as for one case, so the list and the card cannot disagree. The
number of queries does not grow with the cases, and the lock is gone before anything is worked out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol, TypeVar, cast
from uuid import UUID
from weakref import WeakKeyDictionary

from sqlalchemy import Text, func, select, true, type_coerce
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col

from db.appointments import STILL_OPEN
from db.decisions import select_decisions
from db.engine import Database
from db.records import CaseHeader
from db.rows import records
from db.statements import (
    Finds,
    fetch,
    select_attempts,
    select_cases,
    select_contacts,
    select_redirects,
)
from db.tables import (
    AppointmentRow,
    AttemptRow,
    CaseRow,
    ContactRow,
    DecisionRow,
    InterviewRow,
    RedirectRow,
    RevisionRow,
)
from schemas.calls.appointments import Appointment
from schemas.calls.calls import (
    CallAttempt,
    ContactPoint,
    Knowledge,
    Redirect,
    on_the_line,
    way_to,
)
from schemas.calls.ranking.cases import CaseState, History, Standing, state_of
from schemas.calls.settings import Settings
from schemas.calls.whereabouts import FoundAt
from schemas.frame.frame import Frame
from schemas.review.decisions import Decision, standing


class _OfCase(Protocol):
    @property
    def case_id(self) -> UUID: ...


Record = TypeVar("Record", bound=_OfCase)


@dataclass(frozen=True, slots=True)
class _Begun:
    """An interview, and its latest revision if it has been complete."""

    case_id: UUID
    open: bool
    revision: int | None


def histories(db: Database) -> list[History]:
    """Everything that has happened to every case, by unit number.

    What has not changed since it was last asked for is handed out again, the very same object: the
    list is read anew all day, and in between something happens to a case or two.
    """
    kept, frame = _KEPT.get(db, _NOTHING), db.frame
    with db.read() as session:
        prints = _fingerprints(session)
        changed = [id for id in prints if kept.prints.get(id) != prints[id]]
        few = changed if len(changed) < MANY else None
        rows = _rows(session, frame, few) if changed else None
    anew = {one.case_id: one for one in rows.histories()} if rows else {}
    now = _KEPT[db] = _Kept(prints, {**kept.histories, **anew})
    return [now.histories[id] for id in prints]


def history_of(session: Session, frame: Frame, case_id: UUID) -> History:
    """The history of one case, as it is in this transaction."""
    (history,) = _rows(session, frame, [case_id]).histories()
    return history


def all_histories(session: Session, frame: Frame) -> list[History]:
    """Everything that has happened to every case, by unit number, as it is in this transaction."""
    return list(_rows(session, frame, None).histories())


def states_of(known: Iterable[History], settings: Settings) -> list[CaseState]:
    """What the place of each of these cases depends on; worked out only where a history is new."""
    return [_state(history, settings) for history in known]


def _state(history: History, settings: Settings) -> CaseState:
    seen = _STATES.get(history.case_id)
    if seen is None or seen[0] is not history or seen[1] != settings:
        seen = _STATES[history.case_id] = history, settings, state_of(history, settings)
    return seen[2]


def found_in(histories: Iterable[History]) -> list[FoundAt]:
    """Of every finished case, where the right person sat and who sent us there."""
    finished = (one for one in histories if one.interview in {"complete", "reopened"})
    return [found for history in finished if (found := _found_at(history))]


# ── Fetching ─────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Kept:
    """The histories as they were last read, and how to see whether they still are."""

    prints: Mapping[UUID, int]
    histories: Mapping[UUID, History]


_NOTHING = _Kept({}, {})
_KEPT: MutableMapping[Database, _Kept] = WeakKeyDictionary()

_STATES: dict[UUID, tuple[History, Settings, CaseState]] = {}
"""What was worked out last, and of what: a history that is the very same has the same state."""

MANY = 400
"""Where so many cases have changed, all are fetched: databases limit what a statement may name."""


@dataclass(frozen=True, slots=True)
class _Rows:
    """Everything about several cases: by what it is, and below that by case."""

    frame: Frame
    cases: Sequence[CaseHeader]
    contacts: Mapping[UUID, list[ContactPoint]]
    attempts: Mapping[UUID, list[CallAttempt]]
    redirects: Mapping[UUID, list[Redirect]]
    appointments: Mapping[UUID, list[Appointment]]
    interviews: Mapping[UUID, list[_Begun]]
    decisions: Mapping[UUID, list[Decision]]

    def histories(self) -> Iterator[History]:
        """What has happened to each of the cases."""
        return map(self._history, self.cases)

    def _history(self, case: CaseHeader) -> History:
        interviews = self.interviews[case.id]
        interview = _standing(interviews)
        revision = interviews[-1].revision if interviews else None
        decided = standing(self.decisions[case.id], revision)
        # What was to be asked again has been, once the interview is whole again.
        returned = None if interview == "complete" else case.returned
        return History(
            case_id=case.id,
            unit=self.frame[case.unit_id],
            contacts=tuple(self.contacts[case.id]),
            attempts=tuple(self.attempts[case.id]),
            redirects=tuple(self.redirects[case.id]),
            appointment=next(iter(self.appointments[case.id]), None),
            interview=interview,
            decision=decided.outcome,
            reviewed=interview == "complete" and decided.is_reviewed,
            holder=case.holder,
            returned_at=returned.at if returned else None,
            rang_back_at=case.rang_back_at,
        )


def _rows(session: Session, frame: Frame, only: Sequence[UUID] | None) -> _Rows:
    """The rows of some cases, or of all."""
    some = true() if only is None else col(CaseRow.id).in_(only)
    return _Rows(
        frame,
        records(session, CaseHeader, _cases().where(some)),
        _by_case(session, ContactPoint, select_contacts(), only),
        _by_case(session, CallAttempt, select_attempts(), only),
        _by_case(session, Redirect, select_redirects(), only),
        _by_case(session, Appointment, _agreed(), only),
        _by_case(session, _Begun, _interviews(), only),
        _by_case(session, Decision, select_decisions(), only),
    )


def _by_case(
    session: Session, kind: type[Record], statement: Finds, only: Sequence[UUID] | None
) -> Mapping[UUID, list[Record]]:
    """Records by their case: of all cases, or of some."""
    of_case = statement.selected_columns["case_id"]
    some = statement if only is None else statement.where(of_case.in_(only))
    grouped: dict[UUID, list[Record]] = defaultdict(list)
    for one in records(session, kind, some):
        grouped[one.case_id].append(one)
    return grouped


def _fingerprints(session: Session) -> dict[UUID, int]:
    """A number for every case, by unit number, that changes when anything in its rows does."""
    cases, *parts = _as_they_all_lie()
    known = fetch(session, cases)
    prints = {row[0]: hash(tuple(row)) for row in known}
    for statement in parts:
        for row in fetch(session, statement):
            prints[row[0]] += hash(tuple(row))  # a sum, as rows come in any order
    return {row.case: prints[row[0]] for row in known}


@cache
def _as_they_all_lie() -> list[Finds]:
    """Cases with their ids, and all that belongs to them; built once."""
    cases = _as_they_lie(_cases(), col(CaseRow.id)).add_columns(col(CaseRow.id).label("case"))
    parts = (
        (select_contacts(), col(ContactRow.case_id)),
        (select_attempts(), col(AttemptRow.case_id)),
        (select_redirects(), col(RedirectRow.case_id)),
        (_agreed(), col(AppointmentRow.case_id)),
        (_interviews(), col(InterviewRow.case_id)),
        (select_decisions(), col(DecisionRow.case_id)),
    )
    return [cases, *(_as_they_lie(part.order_by(None), key) for part, key in parts)]


def _as_they_lie(statement: Finds, key: Mapped[UUID]) -> Finds:
    """The case, then all columns as the driver has them: making values of them takes longest."""
    raw = (type_coerce(column, Text()) for column in statement.selected_columns)
    lying = statement.with_only_columns(type_coerce(key, Text()), *raw, maintain_column_froms=True)
    return cast(Finds, lying)


@cache
def _cases() -> Finds:
    return select_cases().order_by(col(CaseRow.unit_id))


@cache
def _agreed() -> Finds:
    return select(AppointmentRow).where(STILL_OPEN)


@cache
def _interviews() -> Finds:
    frozen = select(func.max(col(RevisionRow.number))).where(
        col(RevisionRow.interview_id) == col(InterviewRow.id)
    )
    revision = frozen.scalar_subquery().label("revision")
    return select(col(InterviewRow.case_id), col(InterviewRow.open), revision).order_by(
        col(InterviewRow.started_at)
    )


def _standing(interviews: list[_Begun]) -> Standing:
    """What the latest interview has come to."""
    latest = interviews[-1] if interviews else None
    if latest is None or (latest.revision is None and not latest.open):  # withdrawn: erased
        return "none"
    if not latest.open:
        return "complete"
    return "open" if latest.revision is None else "reopened"


# ── Where it usually sits ────────────────────────────────────────────────────────────────────────


def _found_at(history: History) -> FoundAt | None:
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
