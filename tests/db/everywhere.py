"""A case in which somebody is named wherever anything can stand."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import select

from db.appointments import make_appointment
from db.calls import add_contact, begin_attempt, hang_up, log_redirect, update_contact
from db.case_notes import write_note
from db.claims import explain_difference, reveal_claim
from db.database import Database
from db.import_plans import apply_claim_forms
from db.interviews import confirm_check, keep_place, note_steps, record_answer
from db.persons.worded import worded_columns
from db.records import InterviewRecord, Place, Reveal, Stored
from db.reviews import decide
from db.rows import row_of
from db.statements import execute, insert_once
from db.tables import CodingRow, ConflictRow, Row
from db.undoing import undo
from schemas.calls.appointments import Appointment, AppointmentKind
from schemas.calls.call_codes import Knowledge, RedirectHow
from schemas.calls.outcomes import Outcome
from schemas.questionnaire.walk import Key
from schemas.review.consents import Consent, ConsentHow
from schemas.review.decisions import DecisionKind
from schemas.surveys.municipal_services_2015.classification import ServiceClass as Class
from schemas.surveys.municipal_services_2015.departments import Office
from schemas.surveys.municipal_services_2015.phase_one_form import (
    ClaimedOffers,
    ClaimedOrganisation,
)
from tests.db.desk import Desk
from tests.db.rounds import finish
from tests.db.world import HALDEN, NOON
from tests.support.claim_forms import claim_form

NAME, NUMBER, SECRET = "Ragnhild Fjellstad", "+4798765432", "hemmelighet-fra-samtalen"
BOARD = "+4769174500"


ANSWERED = claim_form(
    "0101", answered_on=date(2014, 11, 3), offers=ClaimedOffers.ja,
    organisation=ClaimedOrganisation.senter,
    partners=("0104",), contact_person=NAME, contact_phone=NUMBER,
    contact_email="ragnhild@halden.no", comment=SECRET,
)  # fmt: skip


def whole_case(desk: Desk) -> InterviewRecord:
    """A case in which the name, the number or the secret stands wherever anything can stand."""
    apply_claim_forms(desk.db, [ANSWERED], NOON)
    told: dict[str, Any] = {
        "role": SECRET,
        "retired_why": SECRET,
        "dead": NUMBER,
        "wrong": NUMBER,
        "email": "ragnhild@halden.no",
        "department_name": f"{NAME}s kontor",
    }
    board = replace(desk.contact(), phone=BOARD, source=f"Frisklivssentral ({NAME})", **told)
    kari = replace(
        desk.contact(Office.rehabilitation, person=NAME, knows=Knowledge.is_the_one),
        phone=NUMBER, source=f"Sentralbord ({NAME})", **told,
    )  # fmt: skip
    add_contact(desk.db, desk.lease, board)
    call = desk.dial(board)
    leg = replace(desk.redirect(call, board, kari, RedirectHow.transferred), said=SECRET)
    log_redirect(desk.db, desk.lease, leg, kari)
    update_contact(desk.db, desk.lease, replace(kari, moved_up_at=NOON))
    hang_up(desk.db, desk.lease, call.id, Outcome.busy, SECRET, desk.now())
    undo(desk.db, desk.lease, uuid4(), desk.now(), SECRET)
    hang_up(desk.db, desk.lease, call.id, Outcome.appointment, SECRET, desk.now())
    agreed = Appointment(
        id=uuid4(), case_id=HALDEN, due=NOON, minutes=15, kind=AppointmentKind.soft,
        contact_id=kari.id, note=SECRET, only_with=None, made_by=desk.aase.id, made_at=NOON,
    )  # fmt: skip
    make_appointment(desk.db, desk.lease, agreed)
    again = begin_attempt(desk.db, desk.lease, uuid4(), kari.id, NUMBER, desk.now())
    interview = interviewed(desk)
    steps: list[Stored] = [["consent", None, SECRET, None, None, desk.aase.id.hex]]
    note_steps(desk.db, desk.lease, interview.id, steps)
    hang_up(desk.db, desk.lease, again.id, Outcome.complete, SECRET, desk.now())
    write_note(desk.db, desk.sign(), HALDEN, SECRET)
    told_since = Consent(
        NAME, NOON.date(), ConsentHow.phone, NAME, NUMBER, "ragnhild@halden.no", f"https://{SECRET}"
    )
    consented = (interview.id, 1, DecisionKind.consented)
    decide(desk.db, desk.sign(), *consented, consent=told_since)
    desk.decide(interview, DecisionKind.overridden, SECRET, klass=Class.none)
    desk.decide(interview, DecisionKind.returned, SECRET, question=Key("fte"))
    keep_place(desk.db, desk.lease, Place(interview.id, "fte", None, SECRET, NOON))
    aside = row_of(desk.db.survey, ConflictRow, case_id=HALDEN, kind="interviews", content=[SECRET],
                   found_at=NOON)  # fmt: skip
    coded = row_of(
        desk.db.survey, CodingRow, id=uuid4(), interview_id=interview.id, question="final_remarks",
        said=SECRET, codes=[SECRET], coded_by=desk.turid.id, at=NOON,
    )  # fmt: skip
    with desk.db.write() as session:
        insert_once(session, aside)
        insert_once(session, coded)
    return interview


def interviewed(desk: Desk) -> InterviewRecord:
    interview = desk.begin()
    record_answer(desk.db, desk.lease, desk.entry(interview, "intro", "read"))
    entry = replace(desk.entry(interview, "respondent_name", NAME), remark=SECRET)
    record_answer(desk.db, desk.lease, entry)
    confirm_check(desk.db, desk.lease, replace(desk.confirmation(interview), reason=SECRET))
    shown = Reveal(uuid4(), interview.id, "service", NOON, desk.aase.id)
    reveal_claim(desk.db, desk.lease, shown)
    explain_difference(desk.db, desk.lease, interview.id, "single_offer", SECRET, NOON)
    said = {"respondent_name": NAME, "respondent_phone": NUMBER, "final_remarks": SECRET}
    desk.complete(interview, finish(**said))
    return interview


def write_everywhere(db: Database, words: Callable[[str, str], str]) -> None:
    """Words in every column that can hold any, of the case of Halden and of what is of no case."""
    with db.write() as session:
        for name, columns in worded_columns().items():
            table = Row.metadata.tables[name]
            for row in session.connection().execute(select(table)).mappings().all():
                if name == "survey_case" and row["id"] != HALDEN:
                    continue
                same = [column == row[column.name] for column in table.primary_key]
                said = {one: words(name, one) for one in columns if one not in MEANT}
                spoken = {
                    one: [text] if isinstance(row[one], list | dict) else text
                    for one, text in said.items()
                }
                if spoken:
                    execute(session, table.update().where(*same).values(spoken))


MEANT = {
    *("version", "fingerprint", "questionnaire", "question"),
    *("document", "public", "partners", "content"),
}
"""Columns that are read as something: in these there is what `whole_case` says."""


def bytes_around(file: Path) -> bytes:
    """All that lies in the folder of a database, and below it."""
    return b"".join(one.read_bytes() for one in sorted(file.parent.rglob("*")) if one.is_file())


def every_cell(db: Database) -> Iterator[str]:
    """Everything that the database holds, as text."""
    with db.read() as session:
        for table in Row.metadata.tables.values():
            for row in session.connection().execute(table.select()):
                yield from (f"{table.name}: {cell}" for cell in row)


def traces(db: Database) -> list[str]:
    """Where there is still something of the respondent."""
    found = (NAME, NUMBER, SECRET, "ragnhild")
    return [cell for cell in every_cell(db) if any(one in cell for one in found)]
