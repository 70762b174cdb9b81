"""Taking a case, reading it, holding it, letting go of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from interviewer.services.listing import Listing, listing
from interviewer.services.reviews import CoordinatorDesk, desk, take_as_read

if TYPE_CHECKING:
    from db.database import Database
    from db.records import CaseFile, Interviewer, InterviewFile, Lease
    from db.reviews import ReviewFile
    from interviewer.services.caller import Caller
    from schemas.calls.appointments import Appointment
    from schemas.calls.calls import CallAttempt


@dataclass(frozen=True, slots=True)
class Opened:
    """A case that we hold, with everything known about it.

    `agenda` are all open appointments, each with the unit it is with.
    """

    lease: Lease
    file: CaseFile
    interview: InterviewFile | None
    agenda: tuple[tuple[Appointment, str], ...] = ()


def open_case(
    db: Database, case_id: UUID, who: Interviewer, at: datetime, *, ringing: bool = False
) -> Opened:
    """Take a case and read it; HeldByAnother if somebody else has it.

    That they rang us is noted first: whoever has the case must know.
    """
    from db import cases, leases

    if ringing:
        cases.ring_back(db, case_id, at)
    return read_case(db, leases.take_case(db, case_id, who.id, at))


def take_case(
    db: Database,
    case_id: UUID,
    who: Interviewer,
    at: datetime,
    *,
    ringing: bool = False,
    resume: bool = False,
) -> Opened:
    """Take a case to work on it: unless that goes on, a call that was cut off is closed."""
    opened = open_case(db, case_id, who, at, ringing=ringing)
    if resume or not close_cut_off(db, opened.file):
        return opened
    return read_case(db, opened.lease)


def look_into(db: Database, case_id: UUID) -> CaseFile:
    """A case as it is, without holding it."""
    from db import cases

    return cases.open_case(db, case_id)


def read_case(db: Database, lease: Lease) -> Opened:
    """A case that we hold already, as it is now."""
    from db import interviews
    from db.opened_cases import read_opened

    file, interview, agenda = read_opened(db, lease.case_id)
    begun = file.interview
    if begun and begun.open and begun.version != db.survey.questionnaire.version:
        interviews.bring_up_to_date(db, lease, begun.id)
        interview = interviews.load_interview(db, begun.id)
    return Opened(lease, file, interview, agenda)


def take_to_edit(db: Database, file: ReviewFile, who: Caller, at: datetime) -> Opened:
    """Take a case as it was read in review, to correct its answers."""
    return read_case(db, take_as_read(db, file, who, at))


def hold_on(db: Database, lease: Lease, at: datetime) -> Lease:
    """Hold a case longer."""
    from db import leases

    return leases.renew(db, lease, at)


def leave_case(db: Database, lease: Lease, who: Caller) -> Listing | CoordinatorDesk:
    """Let go of a case, and read the call list."""
    from db import leases

    leases.release(db, lease)
    return home_of(db, who)


def open_again(db: Database, lease: Lease, interview_id: UUID, at: datetime) -> Opened:
    """Let answers into a finished interview: what follows is a new revision."""
    from db import interviews

    kept = interviews.load_interview(db, interview_id)
    if kept.revision is not None:
        interviews.reopen(db, lease, interview_id, kept.revision.number, at)
    return read_case(db, lease)


def let_go(
    db: Database, lease: Lease, attempt: CallAttempt | None, who: Caller
) -> Listing | CoordinatorDesk:
    """Leave a case that is somebody else's by now; nothing is known of how the call ended."""
    from db import calls

    if attempt is not None:
        calls.mark_end_unknown(db, attempt.id)
    return leave_case(db, lease, who)


def home_of(db: Database, who: Caller) -> Listing | CoordinatorDesk:
    """What lies where this person works: the call list, or a coordinator's desk."""
    return desk(db, who) if who.reviewing else listing(db, who.settings)


def abandon(db: Database, case_id: UUID, who: Caller, at: datetime) -> Listing | CoordinatorDesk:
    """Let go of a case that a crash left in our hands; a call that was cut off is closed."""
    opened = open_case(db, case_id, who, at)
    close_cut_off(db, opened.file)
    return leave_case(db, opened.lease, who)


def close_cut_off(db: Database, file: CaseFile) -> bool:
    """Close a call that a crash cut off: end unknown, never guessed.  Whether there was any."""
    from db import calls

    cut_off = [attempt for attempt in file.attempts if is_going_on(attempt)]
    for attempt in cut_off:
        calls.mark_end_unknown(db, attempt.id)
    return bool(cut_off)


def is_going_on(attempt: CallAttempt) -> bool:
    """Whether a call has neither ended nor been closed as cut off."""
    return attempt.ended_at is None and not attempt.end_unknown
