"""Whole histories of all cases at once, and what is worked out of them for the ranking.

The rules of `schemas` see the same as for one case, so the list and the card cannot disagree. The
number of queries does not grow with the cases, and the lock is gone before anything is worked out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Final, Protocol, TypeVar
from uuid import UUID

from sqlalchemy import func, select, true
from sqlmodel import Session, col

from db.appointments import STILL_OPEN
from db.decisions import select_decisions
from db.engine import Database
from db.records import CaseHeader
from db.remembered import Remembered
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
    CaseRow,
    InterviewRow,
    RevisionRow,
)
from db.trail.chain import NOTHING
from db.trail.since import cases_changed
from db.trail.trail import head_of
from schemas.calls.appointments import Appointment
from schemas.calls.calls import (
    CallAttempt,
    ContactPoint,
    Knowledge,
    Redirect,
    on_the_line,
    way_to,
)
from schemas.calls.ranking.cases import CaseState, History, Standing
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


def histories(db: Database) -> Sequence[History]:
    """Everything that has happened to every case, by unit number.

    What has not changed since it was last asked for is handed out again, the very same object: the
    list is read anew all day, and in between something happens to a case or two.
    """
    return _remembered(db).histories


def states(db: Database, settings: Settings) -> Sequence[CaseState]:
    """What the place of every case depends on, by unit number.

    It is worked out where a history is new, or the settings are others.
    """
    return _remembered(db).states(settings)


def history_of(session: Session, frame: Frame, case_id: UUID) -> History:
    """The history of one case, as it is in this transaction."""
    (history,) = _rows(session, frame, [case_id]).histories()
    return history


def all_histories(session: Session, frame: Frame) -> list[History]:
    """Everything that has happened to every case, by unit number, as it is in this transaction."""
    return list(_rows(session, frame, None).histories())


def found_in(histories: Iterable[History]) -> list[FoundAt]:
    """Of every finished case, where the right person sat and who sent us there."""
    finished = (one for one in histories if one.interview in {"complete", "reopened"})
    return [found for history in finished if (found := _found_at(history))]


# ── Fetching ─────────────────────────────────────────────────────────────────────────────────────


MANY: Final = 400
"""Where so many cases have changed, all are fetched: databases limit what a statement may name."""


def _remembered(db: Database) -> Remembered:
    """What is remembered of the cases, made true; in the middle of a transaction nothing is."""
    with db.read() as session:
        if db.is_together:  # what it has written may yet be undone
            return Remembered(NOTHING, all_histories(session, db.frame))
        now = db.remembered = _made_true(session, db)
    return now


def _made_true(session: Session, db: Database) -> Remembered:
    """What has changed since then is read again; all of it, where that cannot be told."""
    end = head_of(session.connection())
    if (kept := db.remembered) is not None:
        changed = cases_changed(session, kept.end) if kept.end != end else frozenset()
        if changed is not None and all(id in kept for id in changed):
            renewed = {id for id, until in _held(session) if kept.is_held_otherwise(id, until)}
            anew = sorted(changed | renewed)
            if len(anew) < MANY:
                return kept.after(end, _rows(session, db.frame, anew).histories() if anew else ())
    return Remembered(end, all_histories(session, db.frame))


def _held(session: Session) -> Iterator[tuple[UUID, datetime]]:
    """Until when cases are held: the trail does not tell, as nothing passes so often."""
    for row in fetch(session, _holding()):
        yield row.id, row.lease_expires_at


@cache
def _holding() -> Finds:
    held = select(col(CaseRow.id), col(CaseRow.lease_expires_at))
    return held.where(col(CaseRow.held_by).is_not(None))


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
        interviews = self.interviews.get(case.id, ())
        interview = _standing(interviews)
        revision = interviews[-1].revision if interviews else None
        decided = standing(self.decisions.get(case.id, ()), revision)
        # What was to be asked again has been, once the interview is whole again.
        returned = None if interview == "complete" else case.returned
        return History(
            case_id=case.id,
            unit=self.frame[case.unit_id],
            contacts=tuple(self.contacts.get(case.id, ())),
            attempts=tuple(self.attempts.get(case.id, ())),
            redirects=tuple(self.redirects.get(case.id, ())),
            appointment=next(iter(self.appointments.get(case.id, ())), None),
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


def _standing(interviews: Sequence[_Begun]) -> Standing:
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
