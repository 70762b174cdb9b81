"""An answer is "lagret" when the database has said so, and not a moment before."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from typing import Any

import pytest

from db import sqlite
from db.database import Database
from db.leases import take_case
from db.people import sit_down
from db.problems import Busy, ConnectionLost, DatabaseProblem, DiskFull, DiskTrouble
from interviewer.screens.call.state import Call
from interviewer.screens.call_list.state import CallList
from schemas.questionnaire.walk import Key
from schemas.surveys.municipal_services_2015.code_lists import Consent, RightPerson
from tests.support.keyboard import HALDEN, NOON, TO_THE_NAME, Faulty, Keyboard

CONSENT = Key("consent")


@pytest.fixture
def disk(database: Database) -> Faulty:
    """A disk that can be told to fail."""
    return Faulty(database)


@pytest.fixture
def asking(disk: Any) -> Keyboard:
    """Kari at `consent`, on that disk."""
    kari = Keyboard(disk).sits_down().dials()
    kari.keys("enter")
    return kari


PROBLEMS = [DiskFull("filen"), Busy("filen"), DiskTrouble("filen"), ConnectionLost("serveren")]


class TestSaved:
    """The screen tells what has been stored, and when."""

    def test_saved(self, asking: Keyboard) -> None:
        """With the time of the last answer."""
        asking.keys("1")
        assert "lagret 12:00:0" in asking.picture()

    def test_only_after_the_commit(self, asking: Keyboard) -> None:
        """While an answer is on its way, the question stands and the screen says so."""
        asking.loop.press(asking._press("1"))
        assert asking.loop.saving
        assert "lagrer …" in asking.picture()
        assert asking.at == "consent"
        asking.settle()
        assert "lagret" in asking.picture()
        assert asking.at == "right_person"


class TestNotSaved:
    """The disk is full, or somebody else has the file: nothing is lost, and the person knows."""

    @pytest.mark.parametrize("problem", PROBLEMS, ids=lambda problem: problem.code)
    def test_it_is_said(self, asking: Keyboard, disk: Faulty, problem: DatabaseProblem) -> None:
        """IKKE LAGRET, what is wrong and what to do, with its code; the question stands."""
        disk.problem = problem
        asking.keys("1")
        for columns, rows in ((80, 24), (120, 40)):
            words = " ".join(asking.picture(columns, rows).split())
            assert "IKKE LAGRET" in words
            assert str(problem) in words
            assert problem.code in words
            assert " lagret 12" not in words
        assert asking.at == "consent"
        assert Key("consent") not in asking.call.talk.answers

    def test_what_was_typed_stands(self, asking: Keyboard, disk: Faulty) -> None:
        """A name that could not be stored is still on the screen."""
        asking.keys("1", "1", *"Kari Nordmann")
        disk.problem = DiskFull("filen")
        asking.keys("enter")
        assert "Kari Nordmann" in asking.picture()
        disk.problem = None
        asking.retry()
        assert asking.stored()[Key("respondent_name")] == "Kari Nordmann"

    def test_keys_wait(self, asking: Keyboard, disk: Faulty) -> None:
        """What is typed meanwhile is counted on the screen, and applied in order afterwards."""
        disk.problem = Busy("filen")
        asking.keys("1", "1", *"Ola", "enter")
        assert asking.loop.waiting == 5
        assert "5 tastetrykk venter" in " ".join(asking.picture().split())
        asking.retry()
        assert asking.at == "consent"
        disk.problem = None
        asking.retry()
        assert asking.at == "respondent_role"
        assert asking.stored()[CONSENT] is Consent.yes
        assert asking.stored()[Key("right_person")] is RightPerson.yes
        assert asking.stored()[Key("respondent_name")] == "Ola"
        assert "IKKE LAGRET" not in asking.picture()

    def test_nothing_is_stored_twice(self, asking: Keyboard, disk: Faulty) -> None:
        """However often it is tried: one answer, one entry."""
        disk.problem = Busy("filen")
        asking.keys("1")
        for _ in range(5):
            asking.retry()
        disk.problem = None
        asking.retry()
        assert [one.question for one in asking.entries()] == ["intro", "consent"]

    def test_leaving_all_the_same(self, asking: Keyboard, disk: Faulty) -> None:
        """Ctrl+Q works while nothing can be stored: once says what becomes of it, twice leaves."""
        disk.problem = DiskFull("filen")
        asking.keys("1", *"12", "ctrl+q")
        assert not asking.left
        words = " ".join(asking.picture().split())
        assert "er tatt vare på her, og du får det tilbake neste gang du starter." in words
        assert "Ctrl+Q en gang til avslutter." in words
        asking.retry()
        assert "S-UNSAVED" in asking.picture()
        asking.keys("ctrl+q")
        assert asking.left

    def test_staying_after_all(self, asking: Keyboard, disk: Faulty) -> None:
        """Any other key stays, and nothing typed is lost; the next Ctrl+Q asks again."""
        disk.problem = Busy("filen")
        asking.keys("1", "ctrl+q", "1")
        assert "S-UNSAVED" not in asking.picture()
        asking.keys("ctrl+q")
        assert not asking.left
        disk.problem = None
        asking.retry()
        assert asking.stored()[Key("right_person")] is RightPerson.yes
        assert "S-UNSAVED" not in asking.picture()


class TestLocked:
    """Another process holds the file with BEGIN EXCLUSIVE."""

    def test_waits_and_goes_on(
        self, database: Database, asking: Keyboard, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Told so while it lasts; what was typed is stored in order when the file is free."""
        monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.05)
        database._reader.dispose()  # so that the next connection is made with less patience
        with locked(database):
            asking.keys("1", "1", *"Ola", "enter")
            assert "IKKE LAGRET" in asking.picture()
            assert "DB-BUSY" in asking.picture()
        asking.retry()
        asking.settle()
        assert [one.question for one in asking.entries()] == [
            "intro",
            "consent",
            "right_person",
            "respondent_name",
        ]

    def test_at_the_call_list(
        self, database: Database, kari: Keyboard, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Opening a case waits, too; the keys meant for it are not lost."""
        monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.05)
        database._reader.dispose()
        with locked(database):
            kari.keys("enter", "enter", "enter")
            assert isinstance(kari.screen, CallList)
            assert "DB-BUSY" in kari.picture()
        kari.retry()
        assert isinstance(kari.screen, Call)


@contextmanager
def locked(database: Database) -> Iterator[None]:
    """Somebody else is at the file, and lets nobody in."""
    with closing(sqlite3.connect(database.where, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


class TestSomebodyElseHasTheCase:
    """Two people, one case."""

    def test_held(self, kari: Keyboard, database: Database) -> None:
        """Who has it, and until when; the list stays, and keys meant for the case are dropped."""
        ola = sit_down(database, HALDEN, "Ola", "ola@pc", NOON)
        take_case(database, HALDEN, ola.id, NOON)
        kari.burst("enter", "enter", "1")
        assert isinstance(kari.screen, CallList)
        assert "hos Ola til kl. 13.00" in " ".join(kari.picture().split())
        assert kari.file().attempts == ()

    def test_taken_over(self, asking: Keyboard, database: Database) -> None:
        """The laptop slept, and Ola took the case: it is said, and nothing is mixed in."""
        ola = sit_down(database, HALDEN, "Ola", "ola@pc", NOON)
        take_case(database, HALDEN, ola.id, NOON + timedelta(hours=2))
        asking.keys("1")
        assert "tatt over eller lukket et annet sted" in " ".join(asking.picture().split())
        assert "CASE-LOST" in asking.picture()
        assert asking.picture().splitlines()[-1].strip() == "Esc Til listen"
        assert [one.question for one in asking.entries()] == ["intro"]
        assert asking.at == "consent"

    def test_text_of_a_lost_case_stays(self, asking: Keyboard, database: Database) -> None:
        """What was typed is still on the screen, to be read or copied by hand."""
        asking.keys("1", "1", *"Kari Nordmann")
        ola = sit_down(database, HALDEN, "Ola", "ola@pc", NOON)
        take_case(database, HALDEN, ola.id, NOON + timedelta(hours=2))
        asking.keys("enter")
        assert "Kari Nordmann" in asking.picture()
        asking.paste(" Lie")
        assert "CASE-LOST" in asking.picture()

    @pytest.mark.parametrize("key", ["escape", "ctrl+q"])
    def test_a_form_on_the_card_is_left(self, database: Database, key: str) -> None:
        """What is written in it is stored however it is left; where it cannot be, that is said, and
        one more key leads out of it."""
        kari = Keyboard(database).sits_down()
        kari.keys("enter", "f5", "b", *"Anne")
        ola = sit_down(database, HALDEN, "Ola", "ola@pc", NOON)
        take_case(database, HALDEN, ola.id, NOON + timedelta(hours=2))
        kari.keys(key)
        assert "CASE-LOST" in kari.picture()
        assert "Anne" in kari.picture()
        assert kari.picture().splitlines()[-1].strip() == "Esc Til listen"
        assert not kari.loop._ends, "what is typed from here on is kept, should the window close"
        kari.keys("x", key)
        assert kari.left or isinstance(kari.screen, CallList)
        holder = kari.file().holder
        assert holder is not None
        assert holder.interviewer_id == ola.id

    def test_escape_leads_out_of_it(self, asking: Keyboard, database: Database) -> None:
        """To the list, whatever was pressed before; how the call there ended nobody knows."""
        ola = sit_down(database, HALDEN, "Ola", "ola@pc", NOON)
        take_case(database, HALDEN, ola.id, NOON + timedelta(hours=2))
        asking.keys("1", "x", "f1", "escape")
        assert isinstance(asking.screen, CallList)
        assert [call.end_unknown for call in asking.file().attempts] == [True]
        holder = asking.file().holder
        assert holder is not None
        assert holder.interviewer_id == ola.id


def half_typed(kari: Keyboard) -> str:
    """What stands at the question."""
    entry = kari.call.talk.entry
    return entry.typed if entry else ""


class TestAfterACrash:
    """The program is gone; the next start offers to go on exactly there."""

    def test_goes_on(self, kari: Keyboard, database: Database) -> None:
        """The same question, the same call, the half-typed text as it was."""
        kari.dials().keys(*TO_THE_NAME, *"Kari L")
        kari.mind()
        again = Keyboard(database, seed=1)
        assert "midt i en sak" in again.picture()
        again.keys("1")
        assert again.at == "respondent_name"
        assert again.call.talk.entry is not None
        assert again.call.talk.entry.typed == "Kari L"
        assert again.call.attempt is not None

    def test_a_changed_text(self, kari: Keyboard, database: Database) -> None:
        """An answer that was being corrected: the correction as typed, not behind the old one."""
        kari.dials().keys(*TO_THE_NAME, *"Kari", "enter", "pageup", "end", *" Lie")
        half_typed = kari.call.talk.entry
        assert half_typed is not None
        kari.mind()
        again = Keyboard(database, seed=1)
        again.keys("1")
        assert again.call.talk.entry is not None
        assert again.call.talk.entry.typed == half_typed.typed

    def test_every_text_that_was_left(self, kari: Keyboard, database: Database) -> None:
        """Half of a position, half of another name: both stand where they were typed."""
        kari.dials().keys(*TO_THE_NAME, *"Kari", "enter", *"Lede", "pageup", "end", *" Li")
        kari.mind()
        again = Keyboard(database, seed=1)
        again.keys("1")
        assert (again.at, half_typed(again)) == ("respondent_name", "Kari Li")
        again.keys("pagedown")
        assert (again.at, half_typed(again)) == ("respondent_role", "Lede")
        again.keys(*"r", "enter", "pageup")
        again.mind()
        last = Keyboard(database, seed=2)
        last.keys("1")
        assert dict(last.call.talk.entries).keys() == {Key("respondent_name")}

    def test_what_was_half_typed_beside_a_remark(self, kari: Keyboard, database: Database) -> None:
        """A remark is stored later than the draft, and does not outdo it."""
        kari.dials().keys(*TO_THE_NAME, *"Kari L")
        kari.mind()
        kari.keys("f4", *"hes", "enter")
        kari.mind()
        again = Keyboard(database, seed=1)
        again.keys("1")
        assert again.at == "respondent_name"
        assert again.call.talk.entry is not None
        assert again.call.talk.entry.typed == "Kari L"

    def test_to_the_list(self, kari: Keyboard, database: Database) -> None:
        """Or not: the call is closed with its end unknown, and the case is free."""
        kari.dials().keys(*TO_THE_NAME)
        again = Keyboard(database, seed=1)
        again.keys("2")
        assert isinstance(again.screen, CallList)
        (call,) = again.file().attempts
        assert call.end_unknown
        assert again.file().holder is None


class TestTheDraft:
    """Where one stands, and what is half typed: kept beside the keys, never in their way."""

    def test_an_answer_says_where_one_stands(self, kari: Keyboard) -> None:
        """Behind the last answer is where one comes back to: nothing else need be stored."""
        kari.dials().keys(*TO_THE_NAME)
        kari.mind()
        kept = kari.kept()
        assert kept is not None
        assert kept.place is None

    def test_going_back_and_forth_again(self, kari: Keyboard, database: Database) -> None:
        """The last place counts, also where the answers alone would lead there."""
        kari.dials().keys(*TO_THE_NAME)
        for key in ("pageup", "pagedown"):
            kari.keys(key)
            kari.mind()
        again = Keyboard(database, seed=1)
        again.keys("1")
        assert again.at == "respondent_name"

    def test_one_that_cannot_be_kept(self, asking: Keyboard, disk: Faulty) -> None:
        """It is said, as of an answer, and tried again; what is typed meanwhile waits."""
        asking.keys("1", "1", *"Kar")
        disk.problem = DiskFull("filen")
        asking.mind()
        asking.keys("i")
        assert "IKKE LAGRET" in asking.picture()
        assert asking.loop.waiting == 1
        disk.problem = None
        asking.retry()
        assert "Kari" in asking.picture()
        kept = asking.kept()
        assert kept is not None
        assert kept.place is not None
        assert kept.place.draft == "Kar"


class TestLeavingInTheMiddle:
    """Nobody hangs up by leaving the program."""

    def test_asked_once_more(self, asking: Keyboard) -> None:
        """Ctrl+Q in a call asks; a second one leaves, and another key stays."""
        asking.keys("ctrl+q")
        assert not asking.left
        assert "midt i en samtale" in asking.picture()
        asking.keys("1", "ctrl+q")
        assert not asking.left
        asking.keys("ctrl+q")
        assert asking.left
