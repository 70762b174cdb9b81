"""One person is found wherever she stands, and erased there; what was said of the service stays."""

import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import select

from db.calls import hang_up, log_redirect, update_contact
from db.cases import load_register, open_case
from db.coding import name_code
from db.database import Database
from db.finished import finished
from db.interviews import record_answer
from db.open_codes import codes_in
from db.open_database import open_database
from db.persons.erasing import erase
from db.persons.looking import look_for
from db.persons.worded import NOBODY, worded_columns
from db.problems import DiskFull, LeaseLost, NotRewritten
from db.reviews import decide
from db.standings import standing_by_unit
from db.statements import table_of
from db.tables import ErasureRow, Row
from db.trail.trail import examine
from schemas.calls.call_codes import RedirectHow
from schemas.calls.outcomes import Outcome
from schemas.calls.parts import said
from schemas.language.clean import plain
from schemas.review.consents import Consent, ConsentHow
from schemas.review.decisions import DecisionKind
from schemas.review.finished_interviews import FinishedInterview
from schemas.review.sought import ERASED, digits_of
from schemas.surveys.municipal_services_2015.departments import Office
from tests.db.desk import Desk
from tests.db.everywhere import (
    BOARD,
    NAME,
    NUMBER,
    SECRET,
    bytes_around,
    every_cell,
    traces,
    whole_case,
    write_everywhere,
)
from tests.db.full_disk import fill, leave
from tests.db.rounds import SERVICE, finish
from tests.db.world import HALDEN, NOON

EMAIL = "ragnhild@halden.no"
SAID = f"Snakket med {NAME}, 98 76 54 32, {EMAIL.upper()}."


def herself(table: str, column: str) -> str:
    """Her name, number and address, as they stand in a column."""
    return {"person": NAME, "phone": NUMBER, "email": EMAIL}.get(column, SAID)


def held_bytes(file: Path) -> list[str]:
    """What of her there is among the bytes of a file and of whatever lies beside it."""
    told = bytes_around(file).lower()
    return [one for one in (NAME, NUMBER, "98765432", EMAIL) if one.lower().encode() in told]


class TestLooking:
    def test_finds_her_by_name_number_or_address(self, desk: Desk) -> None:
        """By any of them everything is found: contact points, calls, redirects, answers, notes."""
        whole_case(desk)
        for typed in (NAME, NAME.upper(), "987 65 432", NUMBER, EMAIL.title()):
            found = look_for(desk.db, typed)
            assert {one.table for one in found.held} >= {
                "call_attempt", "contact_point", "decision", "person_answer", "person_revision",
            }, typed  # fmt: skip
            assert {one.unit_id for one in found.held} == {"0101"}, typed
            assert found.cases == {HALDEN}, typed

    def test_looks_into_every_table(self) -> None:
        """But those that have nothing of anybody, each with its reason."""
        apart = {table_of(one).name for one in NOBODY}
        bare = {
            "assignment",
            "covered_proposal",
            "hand_out",
            "handed_case",
            "interview",
            "retention",
        }
        every = set(Row.metadata.tables)
        assert every - apart - worded_columns().keys() <= bare

    def test_finds_what_was_noted_of_her_without_her_name(self, desk: Desk) -> None:
        """All that is hers is shown: also her position, and notes that go when she is erased."""
        whole_case(desk)
        told = {
            (one.table, one.column) for one in look_for(desk.db, NAME).held if one.words == SECRET
        }
        assert told == {
            ("answer_entry", "remark"), ("appointment", "note"), ("call_attempt", "note"),
            ("contact_before", "role"), ("contact_point", "retired_why"), ("contact_point", "role"),
            ("redirect", "said"), ("undone", "note"),
        }  # fmt: skip

    def test_finds_what_she_was_before(self, desk: Desk) -> None:
        """Her position of then; not that of whoever sat there before her."""
        here = desk.known()
        for name, role in (("Ola Moe", "lege"), (NAME, "ergoterapeut"), (NAME, "leder")):
            here = replace(here, person=name, role=role)
            update_contact(desk.db, desk.lease, here)
        found = look_for(desk.db, NAME).held
        roles = {one.table: one.words for one in found if one.column == "role"}
        assert roles == {"contact_before": "ergoterapeut", "contact_point": "leder"}

    def test_finds_nobody_who_is_called_otherwise(self, desk: Desk) -> None:
        whole_case(desk)
        assert look_for(desk.db, "Ragnhild Fjell").held == ()

    def test_leaves_a_switchboard_s_number_to_all(self, desk: Desk) -> None:
        """Who is meant by a number of several cannot be told."""
        kari, ola = desk.known(), desk.known()
        for one, name in ((kari, "Kari Dal"), (ola, "Ola Moe")):
            update_contact(desk.db, desk.lease, replace(one, person=name, phone=BOARD))
        assert look_for(desk.db, "Kari Dal").shared == (BOARD.removeprefix("+47"),)
        assert len(look_for(desk.db, "Kari Dal").held) == 1

    def test_leaves_an_address_to_all_who_have_it(self, desk: Desk) -> None:
        """Who is meant by that of an office cannot be told either."""
        office, kari, ola = "post@halden.no", desk.known(), desk.known()
        for one, name in ((kari, "Kari Dal"), (ola, "Ola Moe")):
            update_contact(desk.db, desk.lease, replace(one, person=name, phone="", email=office))
        assert look_for(desk.db, "Kari Dal").shared == (office,)
        assert look_for(desk.db, office).shared == (office,)
        assert not look_for(desk.db, office).sought.names
        erase(desk.db, desk.sign(), "Kari Dal")
        left = [one for one in look_for(desk.db, office).held if one.column == "email"]
        assert [(one.row, one.words) for one in left] == [(ola.id.hex, office)]

    def test_knows_her_by_what_may_be_listed(self, desk: Desk) -> None:
        """By what was answered, and by what a coordinator was told: nothing else may tell it."""
        interview = desk.begin()
        listed = {"public_contact_name": NAME, "public_phone": "+4720281177"}
        for question, answer in listed.items():
            record_answer(desk.db, desk.lease, desk.entry(interview, question, answer))
        desk.complete(interview, finish(**SERVICE))
        consent = Consent("Ola Moe", NOON.date(), ConsentHow.phone, NAME, NUMBER, EMAIL)
        decide(desk.db, desk.sign(), interview.id, 1, DecisionKind.consented, consent=consent)
        found = look_for(desk.db, NAME).sought
        assert found.numbers == {digits_of(NUMBER), "20281177"}
        assert found.emails == {EMAIL}

    def test_leaves_a_number_that_may_be_listed_to_whomever_else_it_reaches(
        self, desk: Desk
    ) -> None:
        board = desk.known()
        update_contact(desk.db, desk.lease, replace(board, person="", phone=BOARD))
        interview = desk.talked(**SERVICE)
        consent = Consent("Ola Moe", NOON.date(), ConsentHow.phone, NAME, BOARD)
        decide(desk.db, desk.sign(), interview.id, 1, DecisionKind.consented, consent=consent)
        assert look_for(desk.db, NAME).shared == (digits_of(BOARD),)

    def test_leaves_what_may_be_listed_of_somebody_else(self, desk: Desk) -> None:
        """Who told of it first, and who has since, are reached by the same number."""
        interview = desk.begin()
        listed = {"public_contact_name": "Ola Moe", "public_phone": NUMBER}
        for question, answer in listed.items():
            record_answer(desk.db, desk.lease, desk.entry(interview, question, answer))
        desk.complete(interview, finish(**SERVICE))
        consent = Consent("Ola Moe", NOON.date(), ConsentHow.phone, NAME, NUMBER)
        decide(desk.db, desk.sign(), interview.id, 1, DecisionKind.consented, consent=consent)
        assert look_for(desk.db, NAME).shared == (digits_of(NUMBER),)
        assert not look_for(desk.db, NAME).sought.numbers

    def test_takes_for_her_name_no_more_than_that(self, desk: Desk) -> None:
        """On the list a place may stand beside her, and a note may be about it."""
        kari = replace(desk.known(), person=NAME, phone=NUMBER)
        update_contact(desk.db, desk.lease, kari)
        interview = desk.talked(**SERVICE)
        beside = f"{NAME} ved Frisklivssentralen"
        consent = Consent("Ola Moe", NOON.date(), ConsentHow.phone, beside, NUMBER, EMAIL)
        decide(desk.db, desk.sign(), interview.id, 1, DecisionKind.consented, consent=consent)
        for typed in (NAME, NUMBER):
            found = look_for(desk.db, typed).sought
            assert found.names == {plain(NAME)}, typed
            assert found.emails == {EMAIL}, typed
            assert not found.is_meant("Frisklivssentralen svarer ikke"), typed


@pytest.mark.slow
class TestErasing:
    def test_takes_her_number_off_the_list(self, desk: Desk) -> None:
        """Also where only the consent tells whose it is."""
        interview = desk.talked(**SERVICE)
        consent = Consent("Ola Moe", NOON.date(), ConsentHow.phone, NAME, NUMBER, url="halden.no")
        decide(desk.db, desk.sign(), interview.id, 1, DecisionKind.consented, consent=consent)
        erase(desk.db, desk.sign(), NAME)
        with desk.db.look() as reads:
            (told,) = standing_by_unit(reads).values()
        assert told.later
        assert told.later.consent == replace(consent, contact="", phone="")

    def test_leaves_nothing_of_her_anywhere(self, desk: Desk) -> None:
        """In any column of any table."""
        whole_case(desk)
        erase(desk.db, desk.sign(), NAME)
        left = [cell for cell in traces(desk.db) if "hemmelighet" not in cell.split(": ", 1)[1]]
        assert left == []
        assert look_for(desk.db, NAME).held == ()

    def test_reaches_every_column_that_can_hold_words(self, desk: Desk) -> None:
        """Also one that is added later: the tables are walked."""
        whole_case(desk)
        write_everywhere(desk.db, herself)
        erase(desk.db, desk.sign(), NAME)
        assert [one for one in traces(desk.db) if NAME in one or "98 76 54 32" in one] == []

    def test_leaves_nothing_readable_in_the_file(
        self, on_file: Database, with_cases: None, file: Path
    ) -> None:
        """Nor in a journal: neither where she stood, nor in pages that are free."""
        desk = Desk(on_file)
        whole_case(desk)
        write_everywhere(on_file, herself)
        assert len(held_bytes(file)) == 4
        erase(on_file, desk.sign(), NAME)
        assert held_bytes(file) == []
        with closing(sqlite3.connect(file)) as again:
            assert again.execute("PRAGMA integrity_check").fetchone() == ("ok",)

    def test_keeps_what_was_said_of_the_service(self, desk: Desk) -> None:
        """Only who said it is gone: the interview counts, and its log still holds together."""
        desk.talked(**{**SERVICE, "respondent_name": NAME, "final_remarks": f"Spør {NAME}."})
        (before,) = read(desk.db)
        erase(desk.db, desk.sign(), NAME)
        (after,) = read(desk.db)
        assert (after.classification, after.unreadable) == (before.classification, {})
        assert said(after.document, "final_remarks") == f"Spør {ERASED}."
        assert said(after.document, "respondent_name") is None
        with desk.db.read() as session:
            trail = examine(session)
        assert (trail.broken, trail.changed, trail.vanished) == (None, (), ())

    def test_takes_what_she_is_from_what_she_answered(self, desk: Desk) -> None:
        """Her position tells who she is in a small place; what somebody else is called stays."""
        hers = {**SERVICE, "respondent_name": NAME, "respondent_role": "ergoterapeut"}
        interview = desk.begin()
        record_answer(desk.db, desk.lease, desk.entry(interview, "respondent_name", NAME))
        record_answer(desk.db, desk.lease, desk.entry(interview, "respondent_role", "ergoterapeut"))
        desk.complete(interview, finish(**hers))
        desk.next_case()
        desk.talked(**{**hers, "respondent_name": "Kari Dal", "respondent_role": "fysioterapeut"})
        erase(desk.db, desk.sign(), NAME)
        told = [cell for cell in every_cell(desk.db) if "erapeut" in cell]
        assert [one for one in told if "ergo" in one] == []
        assert any("fysio" in one for one in told)

    def test_takes_her_out_of_what_a_code_is_called(self, desk: Desk) -> None:
        """It is of no case; and that she stood there is noted, so that no file brings it back."""
        whole_case(desk)
        called = name_code(desk.db, desk.sign(), uuid4(), "final_remarks", f"Viser til {NAME}")
        assert "" in {one.unit_id for one in look_for(desk.db, NAME).held}
        erase(desk.db, desk.sign(), NAME)
        with desk.db.look() as reads:
            assert codes_in(reads).by_id[called.code_id].label == f"Viser til {ERASED}"
        with desk.db.read() as session:
            places = session.connection().execute(select(table_of(ErasureRow).c.places)).scalars()
            assert ["open_code", called.id.hex, "label"] in [one for all in places for one in all]
            assert examine(session).broken is None

    def test_keeps_the_call_and_its_outcome(self, desk: Desk) -> None:
        her = replace(desk.known(), person=NAME, phone=NUMBER)
        update_contact(desk.db, desk.lease, her)
        call = desk.dial(her)
        hang_up(desk.db, desk.lease, call.id, Outcome.no_answer, "Ragnhild er syk", desk.now())
        erase(desk.db, desk.sign(), NAME)
        file = open_case(desk.db, HALDEN)
        (then,) = file.attempts
        assert (then.outcome, then.note, then.phone) == (Outcome.no_answer, ERASED, "")
        assert [(one.person, one.phone) for one in file.contacts] == [("", "")]

    def test_takes_what_was_noted_of_her_without_her_name(self, desk: Desk) -> None:
        """In calls with her, on the way to her, and in private; what was noted of others stays."""
        board, her = desk.known(), desk.contact(Office.rehabilitation, person=NAME)
        call = desk.dial(board)
        way = replace(desk.redirect(call, board, her, RedirectHow.number_given), said="Mandag.")
        log_redirect(desk.db, desk.lease, way, her)
        hang_up(desk.db, desk.lease, call.id, Outcome.redirected, "Mye støy.", desk.now())
        call = desk.dial(her)
        hang_up(desk.db, desk.lease, call.id, Outcome.unavailable, "Sykmeldt.", desk.now())
        interview = desk.begin()
        record_answer(desk.db, desk.lease, desk.entry(interview, "respondent_name", NAME))
        hers = {**SERVICE, "respondent_name": NAME, "private_note": "Virket sliten."}
        desk.complete(interview, finish(**hers))
        erase(desk.db, desk.sign(), NAME)
        file, (read_again,) = open_case(desk.db, HALDEN), read(desk.db)
        assert [one.note for one in file.attempts[:2]] == ["Mye støy.", ERASED]
        assert [one.said for one in file.redirects] == [ERASED]
        assert said(read_again.document, "private_note") is None
        assert [one for one in every_cell(desk.db) if "Sykmeldt" in one or "sliten" in one] == []

    def test_takes_the_case_from_whoever_has_it(self, desk: Desk) -> None:
        """A colleague's screen still names her: nothing of it gets in."""
        update_contact(desk.db, desk.lease, replace(desk.known(), person=NAME))
        interview = desk.begin()
        erase(desk.db, desk.sign(), NAME)
        with pytest.raises(LeaseLost):
            record_answer(desk.db, desk.lease, desk.entry(interview, "respondent_name", NAME))

    def test_is_all_of_it_or_nothing(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where the disk is full in the middle, she stands as before, and it can be done again."""
        whole_case(desk)
        before, signed = traces(desk.db), desk.sign()
        with monkeypatch.context() as broken:
            broken.setattr("db.persons.erasing.forget", _no_room)
            with pytest.raises(DiskFull):
                erase(desk.db, signed, NAME)
        assert traces(desk.db) == before
        assert erase(desk.db, signed, NAME) == {HALDEN}

    def test_on_a_full_disk_says_what_was_done(self, small_disk: Path) -> None:
        """Nothing; or all of it but a file written anew.  The database is whole either way."""
        with closing(open_database(small_disk / "runde.db", create=True)) as db:
            load_register(db)
            desk = Desk(db)
            whole_case(desk)
            before, ballast = traces(db), small_disk / "ballast"
            fill(ballast)
            with pytest.raises(DiskFull):
                erase(db, desk.sign(), NAME)
            assert traces(db) == before
            leave(ballast, 300_000)
            erase(db, desk.sign(), NAME)
            with pytest.raises(NotRewritten, match=r"er slettet fra .* kunne ikke skrives på nytt"):
                db.rewrite_file()
            ballast.unlink()
            assert held_bytes(small_disk / "runde.db") == []
            with closing(sqlite3.connect(small_disk / "runde.db")) as again:
                assert again.execute("PRAGMA integrity_check").fetchone() == ("ok",)

    @pytest.mark.skipif(sys.platform == "win32", reason="nobody is killed there by a signal")
    def test_killed_in_the_middle_it_never_was(self, on_file: Database, with_cases: None) -> None:
        """The next start puts back what the journal has: she stands, and can be erased again."""
        desk = Desk(on_file)
        whole_case(desk)
        on_file.close()
        assert run_killed(KILLED, on_file.where, str(desk.turid.id)) == -signal.SIGKILL
        with closing(open_database(on_file.where, create=False)) as again:
            assert look_for(again, NAME).held
            assert erase(again, desk.sign(), NAME) == {HALDEN}
            assert look_for(again, NAME).held == ()

    def test_again_changes_nothing(self, desk: Desk) -> None:
        whole_case(desk)
        signed = desk.sign()
        assert erase(desk.db, signed, NAME) == {HALDEN}
        assert erase(desk.db, signed, NAME) == frozenset()

    def test_leaves_others_alone(self, desk: Desk) -> None:
        kari = replace(desk.known(), person="Kari Dal")
        update_contact(desk.db, desk.lease, kari)
        whole_case(desk)
        erase(desk.db, desk.sign(), NAME)
        assert "Kari Dal" in {one.person for one in open_case(desk.db, HALDEN).contacts}


def _no_room(*_: object) -> None:
    raise DiskFull("her")


KILLED = """
import os, signal, sys
from datetime import UTC, datetime
from uuid import UUID, uuid4
from db.open_database import open_database
from db.persons import erasing
from db.records import Signed

def die(session, case_id):
    session.connection().exec_driver_sql("PRAGMA cache_spill = 1")
    os.kill(os.getpid(), signal.SIGKILL)

erasing.forget = die
signed = Signed(uuid4(), UUID(sys.argv[2]), datetime.now(UTC))
erasing.erase(open_database(sys.argv[1], create=False), signed, "Ragnhild Fjellstad")
"""


def run_killed(program: str, *words: str) -> int:
    """Run a program that kills itself in the middle; what the system says of its end."""
    return subprocess.run([sys.executable, "-c", program, *words], check=False).returncode


def read(db: Database) -> Iterator[FinishedInterview]:
    with db.look() as reads:
        yield from finished(reads)
