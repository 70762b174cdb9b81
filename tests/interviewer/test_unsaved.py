"""An answer that was given, and not yet stored when the program ended: offered, and stored once."""

from pathlib import Path
from uuid import uuid4

import pytest

from db.engine import Database
from db.leases import release, take_case
from db.people import sit_down
from db.problems import ConnectionLost, DiskFull
from db.records import Signed
from interviewer import services
from interviewer.screens.call_list.state import CallList
from interviewer.screens.resume.state import Resume
from interviewer.services.persons import erase_person, look_for_person
from interviewer.services.unsaved import place_of, unsaved
from schemas.review.sought import NOT_ASKED
from tests.support.keyboard import HALDEN, NOON, TO_THE_NAME, Faulty, Keyboard
from tests.support.platforms import is_closed_to_others

FULL = DiskFull("filen")


@pytest.fixture
def disk(database: Database) -> Faulty:
    """A disk that can be told to fail."""
    return Faulty(database)


@pytest.fixture
def aside(database: Database) -> Path:
    """Where it is kept."""
    return place_of(database)


@pytest.fixture
def asking(disk: Faulty) -> Keyboard:
    """Kari at a question whose answer is a name."""
    kari = Keyboard(disk).sits_down().dials()  # type: ignore[arg-type]
    kari.keys(*TO_THE_NAME)
    return kari


@pytest.fixture
def left(asking: Keyboard, disk: Faulty, database: Database) -> Keyboard:
    """The disk was full, Kari left all the same, and starts again when there is room."""
    disk.problem = FULL
    asking.keys(*"Kari", "enter", "ctrl+q", "ctrl+q")
    assert asking.left
    return Keyboard(database)


class TestKept:
    """From the moment when storing fails, until it is stored."""

    @pytest.mark.parametrize("problem", [FULL, ConnectionLost("serveren")])
    def test_while_it_fails(
        self, asking: Keyboard, disk: Faulty, aside: Path, problem: DiskFull
    ) -> None:
        """For the owner's eyes only, and no longer than it must."""
        disk.problem = problem
        asking.keys(*"Kari", "enter")
        assert is_closed_to_others(aside)
        assert "Kari" in aside.read_text(encoding="utf-8")
        disk.problem = None
        asking.retry()
        assert not aside.exists()
        assert asking.entries()[-1].value == "Kari"

    def test_it_is_said_to_whoever_leaves(self, asking: Keyboard, disk: Faulty) -> None:
        disk.problem = FULL
        asking.keys(*"Kari", "enter", "ctrl+q")
        words = " ".join(asking.picture().split())
        assert "Svaret er tatt vare på her, og du får det tilbake neste gang du starter." in words

    def test_when_the_window_is_closed_meanwhile(
        self, asking: Keyboard, database: Database, aside: Path
    ) -> None:
        """Nothing has failed yet: it was on its way."""
        asking.keys(*"Kari")
        asking.loop.press(asking._press("enter"))
        entries = asking.entries()
        assert asking.loop.saving
        asking.loop.set_aside()
        assert aside.exists()
        if asking.entries() != entries:  # it was stored while the program ended
            assert unsaved(database) == ()

    def test_what_is_no_answer_is_not(self, asking: Keyboard, disk: Faulty, aside: Path) -> None:
        """The outcome of a call is for whoever knows how it ended."""
        disk.problem = FULL
        asking.keys("f9", "1", "enter")
        assert not aside.exists()


class TestOffered:
    """At the next start, with the question and the answer."""

    def test_it_is_shown(self, left: Keyboard) -> None:
        assert isinstance(left.screen, Resume)
        told = left.picture()
        assert "Det siste svaret er ikke lagret ennå:" in told
        assert "Hva er navnet ditt?" in told
        assert "Kari" in told

    def test_stored_and_on(self, left: Keyboard, aside: Path) -> None:
        """Once, as it was given, and one goes on behind it."""
        left.keys("1")
        assert left.at == "respondent_role"
        assert [one.value for one in left.entries()][-1:] == ["Kari"]
        assert not aside.exists()

    def test_stored_and_to_the_list(self, left: Keyboard, aside: Path) -> None:
        left.keys("2")
        assert isinstance(left.screen, CallList)
        assert [one.value for one in left.entries()][-1:] == ["Kari"]
        assert not aside.exists()

    def test_thrown_away(self, left: Keyboard, aside: Path) -> None:
        left.keys("3")
        assert left.at == "respondent_name"
        assert "Kari" not in [one.value for one in left.entries()]
        assert not aside.exists()

    def test_not_when_it_was_stored(self, left: Keyboard, database: Database, aside: Path) -> None:
        """The reply may have been lost, and the answer not: it is not stored twice."""
        kept = aside.read_bytes()
        left.keys("1")
        aside.write_bytes(kept)
        again = Keyboard(database)
        assert "er ikke lagret ennå" not in again.picture()
        again.keys("1")
        assert [one.value for one in again.entries()].count("Kari") == 1

    def test_the_first_answer_of_an_interview(self, disk: Faulty, database: Database) -> None:
        """It begins the interview."""
        kari = Keyboard(disk).sits_down().dials()  # type: ignore[arg-type]
        disk.problem = FULL
        kari.keys("enter", "ctrl+q", "ctrl+q")
        again = Keyboard(database)
        again.keys("1")
        assert len(again.entries()) == 1

    def test_of_a_case_that_nobody_holds(self, left: Keyboard, database: Database) -> None:
        """The file was written over by an older copy, in which she had not taken the case yet."""
        assert isinstance(left.screen, Resume)
        release(database, take_case(database, HALDEN, left.screen.who.id, left.now))
        again = Keyboard(database)
        assert isinstance(again.screen, Resume)
        again.keys("1")
        assert [one.value for one in again.entries()][-1:] == ["Kari"]

    def test_not_to_another_at_the_seat(
        self, left: Keyboard, database: Database, aside: Path
    ) -> None:
        """Nobody holds the case, but it was Kari who typed: it waits for her."""
        assert isinstance(left.screen, Resume)
        release(database, take_case(database, HALDEN, left.screen.who.id, left.now))
        sit_down(database, uuid4(), "Ola", "test@pc", left.now.replace(hour=13))
        assert isinstance(Keyboard(database).screen, CallList)
        assert aside.exists()

    def test_of_a_case_that_is_somebody_elses(
        self, asking: Keyboard, disk: Faulty, database: Database, aside: Path
    ) -> None:
        """It is told where it lies, and not mixed in."""
        disk.problem = FULL
        asking.keys(*"Kari", "enter", "ctrl+q", "ctrl+q")
        ola = sit_down(database, asking._ids(), "Ola", "ola@pc", NOON)
        later = take_case(database, HALDEN, ola.id, asking.now.replace(year=2016))
        assert later.token > 1
        again = Keyboard(database)
        assert isinstance(again.screen, CallList)
        assert str(aside)[:30] in again.picture().replace("\n ", "")
        assert "(S-UNSAVED)" in again.picture()
        assert "DB-OPEN-TO-OTHERS" not in again.picture()
        assert aside.exists()

    def test_not_of_somebody_who_has_withdrawn(
        self, left: Keyboard, database: Database, aside: Path
    ) -> None:
        """What was said goes, wherever it lies."""
        berit = sit_down(database, left._ids(), "Berit", "berit@pc", NOON)
        services.withdraw(database, Signed(left._ids(), berit.id, left.now), HALDEN)
        assert not aside.exists()

    def test_not_of_somebody_who_is_erased(
        self, left: Keyboard, database: Database, aside: Path
    ) -> None:
        """Her name is not in it any more, nor in what was to be put there when the power went."""
        draft = aside.with_name(f"{aside.name}.tmp")
        draft.write_bytes(aside.read_bytes())
        turid = sit_down(database, uuid4(), "Turid", "turid@pc", NOON)
        file = look_for_person(database, "Kari")
        assert file.aside == 1
        erase_person(database, Signed(uuid4(), turid.id, NOON), "Kari", file)
        (kept,) = unsaved(database)
        assert kept.entry.value == NOT_ASKED
        assert "Kari" not in aside.read_text(encoding="utf-8")
        assert not draft.exists()

    @pytest.mark.parametrize("spoilt", ["", "{", "[1]", '[{"entry": {}}]'])
    def test_not_from_a_file_that_is_none(
        self, left: Keyboard, database: Database, aside: Path, spoilt: str
    ) -> None:
        aside.write_text(spoilt)
        assert unsaved(database) == ()
        Keyboard(database).keys("1")
