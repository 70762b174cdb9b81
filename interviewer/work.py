"""The thin edge between the screens and the database: each function is one piece of work.

They run one after the other on the storing thread.  The verbs are imported when they are first
needed: SQLModel would otherwise hold up the first picture on screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from db.records import (
    AnswerEntry,
    CaseFile,
    CaseSummary,
    Confirmation,
    Interviewer,
    InterviewFile,
    Lease,
    Place,
)
from interviewer.session import Said
from schemas.calls import CallAttempt, ContactPoint, Knowledge, Redirect
from schemas.outcomes import Outcome
from schemas.questionnaire import Questionnaire
from schemas.text import Language
from schemas.walk import Confirmed, Key

if TYPE_CHECKING:
    from db.engine import Database


@dataclass(frozen=True, slots=True)
class Opened:
    """A case that we hold, with everything known about it."""

    lease: Lease
    file: CaseFile
    interview: InterviewFile | None


@dataclass(frozen=True, slots=True)
class Speaking:
    """Who says it, in which call, in which language: what goes with every answer."""

    questionnaire: type[Questionnaire]
    interview_id: UUID
    informant_id: UUID | None
    attempt_id: UUID | None
    language: Language


# ── People ───────────────────────────────────────────────────────────────────────────────────────


def sit_down(db: Database, id: UUID, name: str, seat: str, at: datetime) -> Interviewer:
    """Who calls from this seat from now on."""
    from db import people

    return people.sit_down(db, id, name, seat, at)


@dataclass(frozen=True, slots=True)
class Start:
    """What the program finds when it starts: who calls, the list, and a case left in the middle."""

    who: Interviewer | None
    cases: list[CaseSummary]
    left: CaseSummary | None


def start(db: Database, seat: str) -> Start:
    """The first look: loads the register where there is none yet."""
    from db import cases, people

    cases.load_register(db)
    who = people.who_sits_here(db, seat)
    listed = cases.list_cases(db)
    mine = (case for case in listed if who and case.holder and case.holder.interviewer_id == who.id)
    return Start(who, listed, next(mine, None))


# ── Cases ────────────────────────────────────────────────────────────────────────────────────────


def all_cases(db: Database) -> list[CaseSummary]:
    """The call list."""
    from db import cases

    return cases.list_cases(db)


def open_case(db: Database, case_id: UUID, who: Interviewer, at: datetime) -> Opened:
    """Take a case and read it; HeldByAnother if somebody else has it."""
    from db import leases

    return read_case(db, leases.take_case(db, case_id, who.id, at))


def read_case(db: Database, lease: Lease) -> Opened:
    """A case that we hold already, as it is now."""
    from db import cases, interviews

    file = cases.open_case(db, lease.case_id)
    begun = file.interview
    return Opened(lease, file, interviews.load_interview(db, begun.id) if begun else None)


def hold_on(db: Database, lease: Lease, at: datetime) -> Lease:
    """Hold a case longer."""
    from db import leases

    return leases.renew(db, lease, at)


def leave_case(db: Database, lease: Lease) -> list[CaseSummary]:
    """Let go of a case, and read the call list."""
    from db import leases

    leases.release(db, lease)
    return all_cases(db)


def abandon(db: Database, case_id: UUID, who: Interviewer, at: datetime) -> list[CaseSummary]:
    """Let go of a case that a crash left in our hands; a call that was cut off is closed."""
    opened = open_case(db, case_id, who, at)
    close_cut_off(db, opened.file)
    return leave_case(db, opened.lease)


def close_cut_off(db: Database, file: CaseFile) -> None:
    """Close a call that a crash cut off: end unknown, never guessed."""
    from db import calls

    for attempt in file.attempts:
        if is_going_on(attempt):
            calls.close_unknown(db, attempt.id)


def is_going_on(attempt: CallAttempt) -> bool:
    """Whether a call has neither ended nor been closed as cut off."""
    return attempt.ended_at is None and not attempt.end_unknown


# ── Calls ────────────────────────────────────────────────────────────────────────────────────────


def dial(db: Database, lease: Lease, contact: ContactPoint, id: UUID, at: datetime) -> CallAttempt:
    """Begin a call."""
    from db import calls

    return calls.begin_attempt(db, lease, id, contact.id, contact.phone, at)


def log_redirect(
    db: Database,
    lease: Lease,
    redirect: Redirect,
    to: ContactPoint | None,
    knows: Knowledge | None,
    said: tuple[Said, ...],
    speaking: Speaking,
) -> CaseFile:
    """Being sent on: the leg, what it tells of who sent us, and what must be asked anew."""
    from db import calls, cases

    calls.log_redirect(db, lease, redirect, to)
    if knows is not None:
        calls.learn(db, lease, redirect.from_id, knows)
    ask_anew(db, lease, redirect.id, said, speaking, redirect.at)
    return cases.open_case(db, lease.case_id)


def ask_anew(
    db: Database, lease: Lease, id: UUID, said: tuple[Said, ...], speaking: Speaking, at: datetime
) -> None:
    """What somebody else has answered is asked of whoever is on the line now."""
    for place, one in enumerate(said):
        _record(db, lease, uuid5(id, str(place)), one, speaking, at)


def save_contact(db: Database, lease: Lease, contact: ContactPoint, new: bool) -> CaseFile:
    """A contact point as it is known now."""
    from db import calls, cases

    if new:
        calls.add_contact(db, lease, contact)
    else:
        calls.update_contact(db, lease, contact)
    return cases.open_case(db, lease.case_id)


def hang_up(
    db: Database, lease: Lease, attempt: CallAttempt, outcome: Outcome, note: str, at: datetime
) -> Opened:
    """End a call."""
    from db import calls

    calls.hang_up(db, lease, attempt.id, outcome, note, at)
    return read_case(db, lease)


# ── Answers ──────────────────────────────────────────────────────────────────────────────────────


def record(
    db: Database,
    lease: Lease,
    id: UUID,
    said: Said,
    speaking: Speaking,
    at: datetime,
    contact: ContactPoint | None = None,
    begun: bool = True,
) -> None:
    """One answer or remark, the interview's first if it is not `begun`; and what it tells of the
    person on the line."""
    if not begun:
        _begin(db, lease, speaking, at)
    _record(db, lease, id, said, speaking, at)
    if contact is not None:
        from db import calls

        calls.update_contact(db, lease, contact)


def _record(
    db: Database, lease: Lease, id: UUID, said: Said, speaking: Speaking, at: datetime
) -> None:
    from db import interviews

    entry = AnswerEntry(
        id=id,
        interview_id=speaking.interview_id,
        question=said.key.question,
        item=said.key.item,
        value=stored(speaking.questionnaire, said.key, said.value),
        remark=said.remark,
        informant_id=speaking.informant_id,
        attempt_id=speaking.attempt_id,
        interviewer_id=lease.interviewer_id,
        language=speaking.language,
        at=at,
    )
    interviews.record_answer(db, lease, entry)


def stored(questionnaire: type[Questionnaire], key: Key, value: Any) -> Any:
    """An answer as it is stored."""
    return questionnaire.by_id[key.question].stored.dump_python(value, mode="json")


def _begin(db: Database, lease: Lease, speaking: Speaking, at: datetime) -> None:
    from db import interviews
    from schemas.codebook import fingerprint

    asked = speaking.questionnaire
    interviews.begin_interview(
        db,
        lease,
        speaking.interview_id,
        asked.name,
        asked.version,
        fingerprint(asked),
        speaking.language,
        at,
    )


def confirm(
    db: Database, lease: Lease, id: UUID, confirmed: Confirmed, speaking: Speaking, at: datetime
) -> None:
    """A soft check let stand, with the reason."""
    from db import interviews

    evidence: Any = [
        [key.question, key.item, stored(speaking.questionnaire, key, value)]
        for key, value in confirmed.evidence
    ]
    interviews.confirm_check(
        db,
        lease,
        Confirmation(
            id=id,
            interview_id=speaking.interview_id,
            check_id=confirmed.check,
            item=confirmed.item,
            reason=confirmed.reason,
            evidence=evidence,
            interviewer_id=lease.interviewer_id,
            at=at,
        ),
    )


def keep_place(
    db: Database, lease: Lease, interview_id: UUID, key: Key, draft: str, at: datetime
) -> None:
    """Where the interviewer stands, and what is half typed there."""
    from db import interviews

    place = Place(interview_id, key.question, key.item, draft, at)
    interviews.keep_place(db, lease, place)


def complete(
    db: Database, lease: Lease, id: UUID, interview_id: UUID, finished: Questionnaire, at: datetime
) -> None:
    """Freeze a finished interview with its class."""
    from db import interviews
    from schemas.classify import as_data, classify_document

    interviews.complete(
        db,
        lease,
        id,
        interview_id,
        finished.model_dump(mode="json", exclude_defaults=True),
        as_data(classify_document(finished)),
        at,
    )
