"""What happens on the phone: dialling, being sent on, hanging up."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import UUID

from interviewer.services.answers import ask_anew
from interviewer.services.cases import Opened, read_case
from schemas.calls.call_codes import Knowledge
from schemas.calls.calls import CallAttempt, ContactPoint, EndUndone, Redirect, end_before
from schemas.calls.outcome_rows import OnTheLine
from schemas.calls.ranking.listing import against, lies
from schemas.language.dates import local

if TYPE_CHECKING:
    from db.database import Database
    from db.records import AnswerEntry, CaseFile, Lease
    from db.undoing import Undone
    from interviewer.services.caller import Caller
    from schemas.calls.appointments import Appointment
    from schemas.calls.outcomes import Outcome
    from schemas.calls.settings import Settings
    from schemas.calls.undone import Barrier


def dial(db: Database, lease: Lease, contact: ContactPoint, id: UUID, at: datetime) -> CallAttempt:
    """Begin a call."""
    from db import calls

    return calls.begin_attempt(db, lease, id, contact.id, contact.phone, at)


def against_ringing(
    db: Database, case_id: UUID, who: Caller, contact: ContactPoint, at: datetime
) -> tuple[str, ...]:
    """Why this contact point of a case should not be rung now: each rule in its words."""
    from db.call_list import states

    cases = states(db, who.settings)
    return against(cases, case_id, contact, at, who.id, who.settings)


def log_redirect(
    db: Database,
    lease: Lease,
    redirect: Redirect,
    to: ContactPoint | None,
    knows: Knowledge | None,
    anew: tuple[AnswerEntry, ...],
) -> CaseFile:
    """Being sent on: the leg, what it tells of who sent us, and what must be asked anew."""
    from db import calls, cases

    with db.together():
        calls.log_redirect(db, lease, redirect, to)
        if knows is not None:
            calls.note_knowledge(db, lease, redirect.from_id, knows, redirect.id)
        ask_anew(db, lease, anew)
    return cases.open_case(db, lease.case_id)


def save_contact(db: Database, lease: Lease, contact: ContactPoint, new: bool) -> CaseFile:
    """A contact point as it is known now."""
    from db import calls, cases

    if new:
        calls.add_contact(db, lease, contact)
    else:
        calls.update_contact(db, lease, contact)
    return cases.open_case(db, lease.case_id)


@dataclass(frozen=True, slots=True)
class Marked:
    """The case once something was noted of contact points; in which units the number stands too."""

    file: CaseFile
    elsewhere: tuple[str, ...]


def mark(db: Database, lease: Lease, contacts: tuple[ContactPoint, ...], phone: str) -> Marked:
    """Contact points as they are known now; and where else somebody has this number."""
    from db import calls, cases

    with db.together():
        for one in contacts:
            calls.update_contact(db, lease, one)
    elsewhere = calls.elsewhere(db, phone, lease.case_id) if phone else ()
    return Marked(cases.open_case(db, lease.case_id), elsewhere)


def merge_contacts(
    db: Database, lease: Lease, kept: ContactPoint, other: ContactPoint, why: str, at: datetime
) -> CaseFile:
    """Two contact points that are one: the one kept learns what only the other was known by."""
    from db import calls, cases

    known = {name: getattr(kept, name) or getattr(other, name) for name in _TOLD}
    knows = kept.knows if kept.knows is not Knowledge.unknown else other.knows
    calls.merge_contacts(db, lease, replace(kept, **known, knows=knows), other.id, why, at)
    return cases.open_case(db, lease.case_id)


_TOLD: Final = ("department_name", "person", "role", "phone", "email", "source")
"""What one may know of a contact point, and not know."""


@dataclass(frozen=True, slots=True)
class CallEnd:
    """How a call ended, when, and how many seconds it had taken, if that was measured."""

    outcome: Outcome
    note: str
    at: datetime
    seconds: int | None


def hang_up(
    db: Database,
    lease: Lease,
    who: Caller,
    attempt: CallAttempt,
    end: CallEnd,
    agreed: Appointment | None = None,
) -> None:
    """End a call, with what was agreed on for the next one; who led nowhere does not know.

    One that was over, and is only given another outcome, ended when it had, with all that was
    agreed on then.
    """
    from db import appointments, calls

    with db.together():
        before = _end_before(db, attempt) if end.seconds is None else None
        if before is not None:
            end = replace(end, at=before.ended_at, seconds=before.seconds)
            agreed = agreed and replace(agreed, made_at=end.at)
        calls.hang_up(db, lease, attempt.id, end.outcome, end.note, end.at, end.seconds)
        now = calls.whom_to_reach(db, lease.case_id)
        due, line = now.appointment, now.on_line(attempt)
        if agreed is not None and due is not None and due.id == agreed.id:
            return  # it is sent again: this is what was agreed on, not what was kept
        if end.outcome.row.line is OnTheLine.dead_end and line.knows is Knowledge.unknown:
            calls.note_knowledge(db, lease, line.id, Knowledge.does_not_know, attempt.id)
        reached = _reached(line, end.outcome)
        if due and (end.outcome.final or _keeps(attempt, due, reached, who.settings)):
            appointments.close_appointment(db, lease, due.id, "kept", end.at)
        if agreed is not None:
            appointments.make_appointment(db, lease, agreed)


def _end_before(db: Database, attempt: CallAttempt) -> EndUndone | None:
    from db import calls

    undone = calls.ends_undone(db, attempt.id)
    return end_before(undone, calls.noted_last(db, attempt.id)) if undone else None


_SPOKEN_WITH: Final = frozenset(
    {
        OnTheLine.reached,
        OnTheLine.refused,
        OnTheLine.turned_away,
        OnTheLine.sent_on,
        OnTheLine.dead_end,
    }
)
"""Whoever was on the line was spoken with, whatever came of it."""


def _reached(contact: ContactPoint, outcome: Outcome) -> UUID | None:
    """Who was reached, if it was not just anybody who picks up for everybody."""
    anybody = contact.department.is_front_line and not contact.person
    return contact.id if outcome.row.line in _SPOKEN_WITH and not anybody else None


def _keeps(
    attempt: CallAttempt, due: Appointment, reached: UUID | None, settings: Settings
) -> bool:
    """Whether it is the call that was agreed on: made when the appointment comes on top, or later;
    or earlier on that day, when whom it was with was `reached`.
    """
    early = timedelta(minutes=settings.appointment_early_minutes)
    same_day = local(attempt.started_at).date() == local(due.due).date()
    return attempt.started_at >= due.due - early or (same_day and reached == due.contact_id)


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What was undone, or why nothing was; and the case as it is now."""

    what: Undone | Barrier | None
    opened: Opened


def undo(db: Database, lease: Lease, id: UUID, at: datetime, why: str) -> TakenBack:
    """Take back what we did last in a case, if nothing builds on it."""
    from db import undoing

    told = undoing.undo(db, lease, id, at, why)
    return TakenBack(told, read_case(db, lease))


def not_dialled(db: Database, lease: Lease, attempt: CallAttempt) -> Opened:
    """Take back a call that was opened by mistake, and that the introduction was asked anew."""
    from db import calls

    with db.together():
        if calls.not_dialled(db, lease, attempt.id):
            _answered_as_before(db, lease, attempt)
    return read_case(db, lease)


def _answered_as_before(db: Database, lease: Lease, attempt: CallAttempt) -> None:
    """What was cleared for whoever was to be on the line stands as it was said before."""
    from schemas.calls.undone import restored  # which the first list need not wait for

    begun = read_case(db, lease).interview
    before: dict[tuple[str, int | None], AnswerEntry] = {}
    for one in begun.entries if begun else ():
        key = one.question, one.item
        if one.at < attempt.started_at:
            before[key] = one
        elif key in before:
            by, id = lease.interviewer_id, restored(attempt.id, one.id)
            again = replace(before[key], id=id, attempt_id=None, interviewer_id=by, at=one.at)
            ask_anew(db, lease, (again,))


@dataclass(frozen=True, slots=True)
class Letter:
    """The questions in writing, for a unit."""

    unit_id: str
    text: str


@dataclass(frozen=True, slots=True)
class AfterCall:
    """The case as it is after a call, where it `lies` now, and where a letter was written."""

    opened: Opened
    lies: str
    letter: Path | None = None


def after_call(
    db: Database, lease: Lease, who: Caller, at: datetime, letter: Letter | None = None
) -> AfterCall:
    """The case once a call has ended, and the letter that was promised in it written."""
    from db.call_list import states

    written = _keep(db, letter) if letter else None
    where = lies(states(db, who.settings), lease.case_id, at, who.id, who.settings)
    return AfterCall(read_case(db, lease), where, written)


def _keep(db: Database, letter: Letter) -> Path | None:
    """Where the letter can be found again; None where there is no place for it.

    What is only practised must not lie in the place of a letter to somebody.
    """
    from interviewer.failures import Trouble
    from interviewer.places import made_folder

    with suppress(OSError, Trouble):  # they are on the clipboard as well; the call goes on
        folder = made_folder() / ("øvelse" if db.practice else "") / "brev"
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = folder / f"{letter.unit_id}.txt"
        path.write_text(letter.text, encoding="utf-8")
        return path
    return None
