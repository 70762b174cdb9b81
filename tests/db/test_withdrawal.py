"""A respondent withdraws: nothing that they said or that points to them is left; the fact is."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest

from db.appointments import make_appointment
from db.calls import add_contact, begin_attempt, hang_up, log_redirect
from db.cases import load_register, open_case, ring_back
from db.engine import Database
from db.interviews import confirm_check, keep_place, load_interview, record_answer
from db.phase_one import (
    apply_contacts,
    apply_phase_one,
    phase_one_forms,
    preview_contacts,
    preview_phase_one,
)
from db.problems import LeaseLost, NeverAgain
from db.records import InterviewRecord, Place
from db.reviews import accept, decide_case, override, queue, return_case, standings
from db.shared_services import confirm_covered
from db.tables import Row
from db.withdrawal import withdraw
from schemas.appointments import Appointment, AppointmentKind
from schemas.calls import Knowledge, RedirectHow
from schemas.classify import Class
from schemas.contact_rows import ContactRow
from schemas.decisions import DecisionKind
from schemas.departments import Department
from schemas.outcomes import Outcome
from schemas.phase_one import Offers, Organisation, PhaseOneRow
from tests.db.desk import RULES, Desk
from tests.db.rounds import finish
from tests.db.world import HALDEN, NOON

NAME, NUMBER, SECRET = "Ragnhild Fjellstad", "+4798765432", "hemmelighet-fra-samtalen"
BOARD = "+4769174500"


@pytest.fixture
def desk(db: Database) -> Desk:
    load_register(db)
    return Desk(db)


def whole_case(desk: Desk) -> InterviewRecord:
    """A case in which the name, the number or the secret stands wherever anything can stand."""
    board = replace(desk.contact(), phone=BOARD)
    kari = replace(
        desk.contact(Department.rehabilitation, person=NAME, knows=Knowledge.is_the_one),
        phone=NUMBER, role=SECRET, email="ragnhild@halden.no", department_name=f"{NAME}s kontor",
    )  # fmt: skip
    add_contact(desk.db, desk.lease, board)
    call = desk.dial(board)
    leg = replace(desk.redirect(call, board, kari, RedirectHow.transferred), said=SECRET)
    log_redirect(desk.db, desk.lease, leg, kari)
    hang_up(desk.db, desk.lease, call.id, Outcome.appointment, SECRET, desk.now())
    agreed = Appointment(
        id=uuid4(), case_id=HALDEN, due=NOON, minutes=15, kind=AppointmentKind.soft,
        contact_id=kari.id, note=SECRET, only_with=None, made_by=desk.aase.id, made_at=NOON,
    )  # fmt: skip
    make_appointment(desk.db, desk.lease, agreed)
    again = begin_attempt(desk.db, desk.lease, uuid4(), kari.id, NUMBER, desk.now())
    interview = interviewed(desk)
    hang_up(desk.db, desk.lease, again.id, Outcome.complete, SECRET, desk.now())
    override(desk.db, desk.sign(), interview.id, 1, Class.none, SECRET)
    return interview


def interviewed(desk: Desk) -> InterviewRecord:
    interview = desk.begin()
    entry = replace(desk.entry(interview, "respondent_name", NAME), remark=SECRET)
    record_answer(desk.db, desk.lease, entry)
    confirm_check(desk.db, desk.lease, replace(desk.confirmation(interview), reason=SECRET))
    keep_place(desk.db, desk.lease, Place(interview.id, "fte", None, SECRET, NOON))
    said = {"respondent_name": NAME, "respondent_phone": NUMBER, "final_remarks": SECRET}
    desk.complete(interview, finish(**said))
    return interview


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


class TestWithdrawing:
    def test_leaves_nothing_of_what_was_said_or_by_whom(self, desk: Desk) -> None:
        whole_case(desk)
        assert len(traces(desk.db)) == 15
        withdraw(desk.db, desk.sign(), HALDEN)
        assert traces(desk.db) == []

    def test_leaves_nothing_readable_in_the_file(self, on_file: Database, file: Path) -> None:
        """Not in the pages either that SQLite has no more use for."""
        load_register(on_file)
        desk = Desk(on_file)
        whole_case(desk)
        assert SECRET.encode() in file.read_bytes()
        withdraw(on_file, desk.sign(), HALDEN)
        left = file.read_bytes()
        assert not any(one.encode() in left for one in (NAME, NUMBER, SECRET))
        with closing(sqlite3.connect(file)) as again:
            assert again.execute("PRAGMA integrity_check").fetchone() == ("ok",)

    def test_keeps_the_fact_the_calls_and_their_dates(self, desk: Desk) -> None:
        """When it was called, with what outcome; that it was decided on, and by whom."""
        interview = whole_case(desk)
        before = open_case(desk.db, HALDEN)
        withdraw(desk.db, desk.sign(), HALDEN)
        after = open_case(desk.db, HALDEN)
        assert [(c.number, c.started_at, c.ended_at, c.outcome) for c in after.attempts] == [
            (c.number, c.started_at, c.ended_at, c.outcome) for c in before.attempts
        ]
        assert [one.department for one in after.contacts] == [
            one.department for one in before.contacts
        ]
        assert load_interview(desk.db, interview.id).interview.started_at == interview.started_at
        assert desk.state().outcome is Outcome.withdrawn
        assert standings(desk.db)["0101"].is_withdrawn

    def test_keeps_the_switchboard_s_number(self, desk: Desk) -> None:
        """That is nobody's."""
        whole_case(desk)
        withdraw(desk.db, desk.sign(), HALDEN)
        phones = [one.phone for one in open_case(desk.db, HALDEN).contacts]
        assert phones == [BOARD, ""]
        assert [call.phone for call in open_case(desk.db, HALDEN).attempts] == [BOARD, ""]

    def test_is_no_interview_any_more(self, desk: Desk) -> None:
        whole_case(desk)
        withdraw(desk.db, desk.sign(), HALDEN)
        assert queue(desk.db, RULES, everything=True) == []
        assert desk.state().interview == "none"

    def test_takes_the_case_from_whoever_has_it(self, desk: Desk) -> None:
        """What is typed meanwhile gets nowhere."""
        interview = desk.begin()
        withdraw(desk.db, desk.sign(), HALDEN)
        with pytest.raises(LeaseLost):
            record_answer(desk.db, desk.lease, desk.entry(interview))

    def test_is_for_ever(self, desk: Desk) -> None:
        """Nothing is decided any more, and nothing opens the case again."""
        interview = desk.talked()
        signed = desk.sign()
        for _ in range(2):  # the reply was lost, and it is sent again
            withdraw(desk.db, signed, HALDEN)
        with pytest.raises(NeverAgain):
            accept(desk.db, desk.sign(), interview.id, 1)
        with pytest.raises(NeverAgain):
            return_case(desk.db, desk.sign(), HALDEN, "ring igjen")
        with pytest.raises(NeverAgain):
            decide_case(desk.db, desk.sign(), HALDEN, DecisionKind.given_up, "x")
        with pytest.raises(NeverAgain):
            confirm_covered(desk.db, desk.sign(), "0101", "0104")
        with pytest.raises(NeverAgain):
            withdraw(desk.db, desk.sign(), HALDEN)
        ring_back(desk.db, HALDEN, desk.now())
        assert desk.state().ended

    def test_leaves_other_cases_alone(self, desk: Desk) -> None:
        desk.talked(respondent_name=NAME)
        desk.next_case()
        withdraw(desk.db, desk.sign(), desk.lease.case_id)
        assert traces(desk.db) != []
        assert desk.state().interview == "complete"


ANSWERED = PhaseOneRow(
    "0101", answered_on=date(2014, 11, 3), offers=Offers.ja, organisation=Organisation.senter,
    partners=("0104",), contact_person=NAME, contact_phone=NUMBER,
    contact_email="ragnhild@halden.no", comment=SECRET,
)  # fmt: skip
NAMED = ContactRow("0101", Department.switchboard, "", "", SECRET, NUMBER, "", "liste")


class TestAFileReadInOnceMore:
    """What was known before the interview is in files, too: they bring nobody back."""

    def test_of_phase_one(self, desk: Desk) -> None:
        """The unit's answer stays; whom to call and its own words are gone, and do not return."""
        apply_phase_one(desk.db, [ANSWERED], NOON)
        assert len(traces(desk.db)) == 4
        withdraw(desk.db, desk.sign(), HALDEN)
        assert traces(desk.db) == []
        told = preview_phase_one(desk.db, [ANSWERED])
        assert (told.anything, told.withheld) == (False, ("0101",))
        assert apply_phase_one(desk.db, [ANSWERED], NOON) == told
        assert traces(desk.db) == []
        assert [one.organisation for one in phase_one_forms(desk.db)] == [Organisation.senter]

    def test_of_phase_one_for_the_first_time(self, desk: Desk) -> None:
        """The answer is counted; others in the file are read in whole."""
        withdraw(desk.db, desk.sign(), HALDEN)
        told = apply_phase_one(desk.db, [ANSWERED, replace(ANSWERED, unit_id="0105")], NOON)
        assert (told.forms.new, told.contacts.new) == (("0101", "0105"), ("0105",))
        assert told.withheld == ("0101",)
        assert open_case(desk.db, HALDEN).contacts == ()

    def test_of_contacts(self, desk: Desk) -> None:
        """Not even the switchboard with another number: that may be somebody's."""
        withdraw(desk.db, desk.sign(), HALDEN)
        rows = [NAMED, replace(NAMED, person=NAME), replace(NAMED, unit_id="0104")]
        told = preview_contacts(desk.db, rows)
        assert (told.contacts.new, told.withheld) == (("0104",), ("0101", "0101"))
        assert apply_contacts(desk.db, rows, NOON) == told
        assert open_case(desk.db, HALDEN).contacts == ()

    def test_says_nothing_of_a_row_with_nobody_in_it(self, desk: Desk) -> None:
        withdraw(desk.db, desk.sign(), HALDEN)
        bare = PhaseOneRow("0101", answered_on=date(2014, 11, 3), offers=Offers.nei)
        assert apply_phase_one(desk.db, [bare], NOON).withheld == ()
