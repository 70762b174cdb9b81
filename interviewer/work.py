"""The thin edge between the screens and the database: each function is one piece of work.

They run one after the other on the storing thread.  The verbs are imported when they are first
needed: SQLModel would otherwise hold up the first picture on screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from db.records import (
    AnswerEntry,
    CaseFile,
    Confirmation,
    FoundAt,
    Interviewer,
    InterviewFile,
    Lease,
    Place,
    Reveal,
)
from interviewer.failures import Trouble
from interviewer.session import Said
from schemas.appointments import Appointment
from schemas.calls import CallAttempt, ContactPoint, Knowledge, Redirect
from schemas.facts import Claim
from schemas.outcomes import Outcome
from schemas.phone import show_phone
from schemas.questionnaire import Questionnaire
from schemas.ranking import CaseState
from schemas.register import Unit, units
from schemas.reveal import Difference
from schemas.search import Searchable
from schemas.settings import Settings, SettingsProblem
from schemas.text import Language
from schemas.walk import Confirmed, Key

if TYPE_CHECKING:
    from db.engine import Database


@dataclass(frozen=True, slots=True)
class Opened:
    """A case that we hold, with everything known about it.

    `agenda` are all open appointments, each with the unit it is with.
    """

    lease: Lease
    file: CaseFile
    interview: InterviewFile | None
    agenda: tuple[tuple[Appointment, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Speaking:
    """Who says it, in which call, in which language: what goes with every answer."""

    questionnaire: type[Questionnaire]
    interview_id: UUID
    informant_id: UUID | None
    attempt_id: UUID | None
    language: Language


# ── People ───────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Caller(Interviewer):
    """Who is calling, and the rules they call by."""

    settings: Settings


def sit_down(db: Database, id: UUID, name: str, seat: str, at: datetime) -> Caller:
    """Who calls from this seat from now on."""
    from db import people

    people.sit_down(db, id, name, seat, at)
    return Caller(id, name, seat, read_settings())


@dataclass(frozen=True, slots=True)
class Start:
    """What the program finds when it starts: who calls, the list, and a case left in the middle."""

    who: Caller | None
    listing: Listing
    left: CaseState | None


def start(db: Database, seat: str) -> Start:
    """The first look: loads the register where there is none yet."""
    from db import cases, people

    cases.load_register(db)
    sitting = people.who_sits_here(db, seat)
    who = Caller(sitting.id, sitting.name, seat, read_settings()) if sitting else None
    listed = listing(db, who)
    mine = (case for case in listed.cases if who and _is_held_by(who, case))
    return Start(who, listed, next(mine, None))


def _is_held_by(who: Caller, case: CaseState) -> bool:
    return case.holder is not None and case.holder.interviewer_id == who.id


def read_settings() -> Settings:
    """The project's own numbers, where there is a settings file; Trouble tells what is wrong."""
    from interviewer.places import settings_file

    file = settings_file()
    try:
        return Settings.from_toml(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError):
        raise Trouble("S-SETTINGS", f"Innstillingene i {file} kan ikke leses.") from None
    except SettingsProblem as problem:
        wrong = " ".join(problem.sentences)
        raise Trouble("S-SETTINGS", f"Innstillingene i {file} må rettes: {wrong}") from None


# ── Cases ────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Hit:
    """What is found by typing: a case, or a contact point in it."""

    case_id: UUID
    contact_id: UUID | None = None


@dataclass(frozen=True)
class Listing:
    """All cases as they are now, what they can be found by, and where the right person sat."""

    cases: tuple[CaseState, ...]
    contacts: tuple[ContactPoint, ...]
    found: tuple[FoundAt, ...]

    @cached_property
    def searchable(self) -> tuple[Searchable[Hit], ...]:
        """Places first, then departments, persons and numbers within them."""
        units = {case.case_id: case.unit for case in self.cases}
        places = (_place(Hit(id), unit) for id, unit in units.items())
        people = (_person(one, units[one.case_id]) for one in self.contacts)
        return (*places, *people)


def _place(hit: Hit, unit: Unit) -> Searchable[Hit]:
    return Searchable.of(hit, (unit.name, *unit.alt_names, unit.id), (unit.county,))


def _person(contact: ContactPoint, unit: Unit) -> Searchable[Hit]:
    number = show_phone(contact.phone) if contact.phone else ""
    digits = "".join(number.split())
    names = (contact.person, contact.department_name, str(contact.department.label))
    hit = Hit(contact.case_id, contact.id)
    return Searchable.of(hit, (*names, number, digits), (unit.name, unit.county))


def listing(db: Database, who: Caller | None) -> Listing:
    """The call list, read anew."""
    from db.histories import found_in, histories, states_of

    settings = who.settings if who else Settings()
    known = histories(db)
    return Listing(
        tuple(states_of(known, settings)),
        tuple(contact for one in known for contact in one.contacts),
        tuple(found_in(known)),
    )


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


def read_case(db: Database, lease: Lease) -> Opened:
    """A case that we hold already, as it is now."""
    from db import cases, interviews

    file = cases.open_case(db, lease.case_id)
    begun = file.interview
    interview = interviews.load_interview(db, begun.id) if begun else None
    return Opened(lease, file, interview, _agenda(db))


def _agenda(db: Database) -> tuple[tuple[Appointment, str], ...]:
    from db import appointments, cases

    places = {cases.case_id_of(unit.id): unit.id for unit in units()}
    return tuple((one, places[one.case_id]) for one in appointments.all_open(db))


def hold_on(db: Database, lease: Lease, at: datetime) -> Lease:
    """Hold a case longer."""
    from db import leases

    return leases.renew(db, lease, at)


def leave_case(db: Database, lease: Lease, who: Caller) -> Listing:
    """Let go of a case, and read the call list."""
    from db import leases

    leases.release(db, lease)
    return listing(db, who)


def abandon(db: Database, case_id: UUID, who: Caller, at: datetime) -> Listing:
    """Let go of a case that a crash left in our hands; a call that was cut off is closed."""
    opened = open_case(db, case_id, who, at)
    close_cut_off(db, opened.file)
    return leave_case(db, opened.lease, who)


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

    with db.together():
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
    db: Database,
    lease: Lease,
    attempt: CallAttempt,
    outcome: Outcome,
    note: str,
    at: datetime,
    agreed: Appointment | None = None,
) -> Opened:
    """End a call, with what was agreed on for the next one."""
    from db import appointments, calls, cases

    with db.together():
        calls.hang_up(db, lease, attempt.id, outcome, note, at)
        due = cases.open_case(db, lease.case_id).appointment
        if due is not None and (outcome.final or attempt.started_at >= due.due - EARLY):
            appointments.close_appointment(db, lease, due.id, "kept", at)
        if agreed is not None:
            appointments.make_appointment(db, lease, agreed)
    return read_case(db, lease)


EARLY = timedelta(minutes=15)
"""A call so long before an appointment is the call that was agreed on."""


def keep_letter(unit_id: str, text: str) -> None:
    """The questions in writing, where they can be found again."""
    from interviewer.places import data_folder

    folder = data_folder() / "brev"
    folder.mkdir(exist_ok=True, mode=0o700)
    (folder / f"{unit_id}.txt").write_text(text, encoding="utf-8")


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


def reveal_claim(
    db: Database, lease: Lease, id: UUID, interview_id: UUID, claim: Claim, at: datetime
) -> None:
    """Note that phase one's claim is shown now."""
    from db import claims

    shown = Reveal(id, interview_id, claim.name, at, lease.interviewer_id)
    claims.reveal_claim(db, lease, shown)


def explain_difference(
    db: Database, lease: Lease, interview_id: UUID, reason: Difference, at: datetime
) -> None:
    """Why phase two found something else."""
    from db import claims

    claims.explain_difference(db, lease, interview_id, reason.name, "", at)
