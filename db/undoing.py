"""The last thing that was done in a case is taken back: by storing anew what stood before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import datetime
from functools import cache
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from db import appointments, calls, interviews
from db.cases import case_file
from db.database import Database
from db.happened import happened
from db.persons.apart import NOT_ASKED
from db.records import AnswerEntry, CaseFile, InterviewFile, Lease
from db.rows import records
from db.statements import Finds, table_of
from db.tables import ContactBeforeRow, ContactRow
from schemas.calls.appointments import Appointment
from schemas.calls.call_codes import DeedKind
from schemas.calls.calls import CallAttempt, ContactPoint, Redirect
from schemas.calls.undone import Act, Barrier, following, last_act, restored


@dataclass(frozen=True, slots=True)
class Undone:
    """What was undone: an answer as it was given, a redirect, a check, or the end of a call.

    With the end goes the `appointment` that was made then.
    """

    kind: DeedKind
    entry: AnswerEntry | None = None
    redirect: Redirect | None = None
    ended: CallAttempt | None = None
    appointment: Appointment | None = None


@dataclass(frozen=True, slots=True)
class _Undoing:
    """A case in which we undo something: under which id, when, and how the case stands."""

    db: Database
    lease: Lease
    id: UUID
    at: datetime
    why: str
    file: CaseFile
    kept: InterviewFile | None


def undo(db: Database, lease: Lease, id: UUID, at: datetime, why: str) -> Undone | Barrier | None:
    """Take back what we did last in the case; or tell what builds on it, or None: there is nothing.

    A contact point that was made then is retired, with that `why`.
    Raises LeaseLost, InterviewClosed, NeverAgain and NotFound.
    """
    with db.together():
        with db.read() as session:
            file = case_file(session, lease.case_id)
            begun = file.interview
            kept = interviews.interview_file(session, begun.id) if begun else None
            done = tuple(happened(session, file, kept, db.survey.explained))
        last = last_act(done, lease.interviewer_id)
        if not isinstance(last, Act):
            return last
        return _take_back(_Undoing(db, lease, id, at, why, file, kept), last)


def _take_back(doing: _Undoing, act: Act) -> Undone:
    told = _told(doing, act)
    for kind, deed, id in _noted(act, doing.id):
        calls.note_undone(doing.db, doing.lease, kind, deed, id, doing.at, told.ended)
    _answer_as_before(doing, act)
    _open_checks(doing, act)
    if told.ended is not None:
        _go_on(doing, told.ended)
    _know_as_before(doing, act)
    return told


def _noted(act: Act, id: UUID) -> Iterator[tuple[DeedKind, UUID, UUID]]:
    """What is noted as undone: the deed, and with an answer the redirect that it led to."""
    yield act.deed.kind, act.deed.id, id
    if act.deed.kind is not DeedKind.redirect:
        for leg in act.ids(DeedKind.redirect):
            yield DeedKind.redirect, leg, restored(id, leg)


def _told(doing: _Undoing, act: Act) -> Undone:
    file, kind, id = doing.file, act.deed.kind, act.deed.id
    match kind:
        case DeedKind.answer:
            entries = doing.kept.entries if doing.kept else ()
            return Undone(kind, entry=next(one for one in entries if one.id == id))
        case DeedKind.redirect:
            return Undone(kind, redirect=next(one for one in file.redirects if one.id == id))
        case DeedKind.outcome:
            ended, made = file.attempts[-1], file.appointment
            is_its = made is not None and made.made_at == ended.ended_at
            return Undone(kind, ended=ended, appointment=made if is_its else None)
        case _:
            return Undone(kind)


# ── Stored anew ──────────────────────────────────────────────────────────────────────────────────


def _answer_as_before(doing: _Undoing, act: Act) -> None:
    """What was answered before, as it was told then; or that nothing was."""
    if doing.kept is None:
        return
    undone, before = act.ids(DeedKind.answer), dict[tuple[str, int | None], AnswerEntry]()
    for one in doing.kept.entries:
        key = one.question, one.item
        if one.id in undone:
            was = before.get(key) or replace(one, value=NOT_ASKED, remark="")
            interviews.record_answer(doing.db, doing.lease, _again(doing, one, was))
        before[key] = one


def _again(doing: _Undoing, undone: AnswerEntry, was: AnswerEntry) -> AnswerEntry:
    """An answer said once more, where another one was given."""
    return replace(
        was,
        id=restored(doing.id, undone.id),
        attempt_id=undone.attempt_id,
        interviewer_id=doing.lease.interviewer_id,
        at=doing.at,
    )


def _open_checks(doing: _Undoing, act: Act) -> None:
    """A check that was let stand is about no answers any more."""
    for one in doing.kept.confirmations if doing.kept else ():
        if one.id in act.ids(DeedKind.check):
            id, by = restored(doing.id, one.id), doing.lease.interviewer_id
            again = replace(one, id=id, reason="", evidence=[], interviewer_id=by, at=doing.at)
            interviews.confirm_check(doing.db, doing.lease, again)


def _go_on(doing: _Undoing, ended: CallAttempt) -> None:
    """The call goes on, and what was agreed on at its end is agreed on no more."""
    db, lease = doing.db, doing.lease
    calls.go_on(db, lease, ended.id)
    if ended.ended_at is not None:
        id = restored(doing.id, ended.id)
        appointments.take_back(db, lease, ended.ended_at, id, doing.at)


# ── The people of the case ───────────────────────────────────────────────────────────────────────


def _know_as_before(doing: _Undoing, act: Act) -> None:
    """Contact points read as they did, and one that was made then is rung by nobody."""
    for contact in (*_as_before(doing, act), *_made(doing, act)):
        calls.update_contact(doing.db, doing.lease, contact, because=doing.id)


def _made(doing: _Undoing, act: Act) -> Iterator[ContactPoint]:
    if act.deed.kind is DeedKind.outcome:
        return
    ids = set(following(act.deed.id))
    for one in doing.file.in_use:
        if one.id in ids:
            yield replace(one, retired_at=doing.at, retired_why=doing.why)


@dataclass(frozen=True, slots=True)
class _Before:
    """A contact point as it read before something changed it."""

    number: int
    because: UUID | None
    contact: ContactPoint


def _as_before(doing: _Undoing, act: Act) -> Iterator[ContactPoint]:
    """The contact points that it has changed; what was corrected since stays so."""
    ids = {one.id for one in act.deeds}
    ours = col(ContactBeforeRow.case_id) == doing.file.case_id
    with doing.db.read() as session:
        history = records(session, _Before, _select_before().where(ours))
    for now in doing.file.contacts:
        known = [one for one in history if one.contact.id == now.id]
        mine = [place for place, one in enumerate(known) if one.because in ids]
        if mine:
            states = [*(one.contact for one in known[mine[-1] :]), now]
            yield _without(now, states[0], states[1])


def _without(now: ContactPoint, before: ContactPoint, after: ContactPoint) -> ContactPoint:
    """A contact point without one of its changes."""
    undone = {
        name: getattr(before, name)
        for name in _CHANGEABLE
        if getattr(before, name) != getattr(after, name) == getattr(now, name)
    }
    return replace(now, **undone)


_CHANGEABLE: Final = tuple(
    one.name for one in fields(ContactPoint) if one.name not in {"id", "case_id", "created_at"}
)


@cache
def _select_before() -> Finds:
    """How contact points read before, in order: `_Before`."""
    columns = table_of(ContactBeforeRow).columns
    return (
        select(
            col(ContactBeforeRow.number),
            col(ContactBeforeRow.because),
            col(ContactBeforeRow.contact_id),
            *(one.label(f"contact_{one.name}") for one in columns if one.name in _WAS),
            col(ContactRow.created_at).label("contact_created_at"),
        )
        .join(ContactRow, col(ContactBeforeRow.contact_id) == col(ContactRow.id))
        .order_by(col(ContactBeforeRow.number))
    )


_WAS: Final = {"case_id", *_CHANGEABLE}
