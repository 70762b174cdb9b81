"""Whoever is erased while a window stands open with words about her does not come back with them:
what it puts aside afterwards is stored in no case, and goes where all of the case has gone."""

from datetime import timedelta
from uuid import uuid4

import pytest

from db.cases import open_case
from db.database import Database
from db.people import sit_down
from db.records import Signed
from interviewer import services
from interviewer.screens.call_list.state import CallList
from interviewer.services.persons import erase_everybody, erase_person, look_for_person
from tests.interviewer.unsaved.aside import Aside
from tests.support.keyboard import HALDEN, NOON, TO_THE_NAME, Keyboard


@pytest.fixture
def kari(database: Database) -> Keyboard:
    """Kari, half way in a remark about Anne Berg, to whom she has been sent on."""
    kari = Keyboard(database).sits_down().dials()
    kari.keys("f5", "e", "2", *"Anne Berg", "enter", *"69289100", "escape")
    kari.keys("f4", *"Anne Berg kom")
    kari.mind()
    return kari


def signed(database: Database, kari: Keyboard) -> Signed:
    """A coordinator, a second later."""
    kari.wait(timedelta(seconds=1))
    turid = sit_down(database, uuid4(), "Turid", "turid@pc", NOON)
    return Signed(uuid4(), turid.id, kari.now)


def types_on(kari: Keyboard) -> None:
    """The window knows nothing of it yet, and puts its words aside once more."""
    kari.wait(timedelta(seconds=1))
    kari.type("mer")
    kari.mind()


def erases(database: Database, her: Signed) -> frozenset[object]:
    """Anne Berg is erased; from so many cases."""
    return erase_person(database, her, "Anne Berg", look_for_person(database, "Anne Berg"))


def in_file(database: Database) -> bool:
    """Whether her name is anywhere in the database."""
    assert database.file is not None
    return b"Anne" in database.file.read_bytes()


class TestAPerson:
    """What is written in the window is shown at the next start, and stored in no case."""

    def test_does_not_come_back(self, kari: Keyboard, database: Database, aside: Aside) -> None:
        erases(database, signed(database, kari))
        types_on(kari)
        assert "Anne Berg kommer" in aside.text
        again = Keyboard(database, at=kari.now, seed=1)
        assert "Anne Berg kommer" in again.picture()
        again.keys("1")
        told = " ".join(again.picture().split())
        assert "Noen er slettet fra saken" in told
        assert "CASE-ERASED" in told
        assert not in_file(database)
        again.keys("2")
        assert aside.files == []

    def test_whom_nothing_tells_of_but_what_is_half_typed(
        self, database: Database, aside: Aside
    ) -> None:
        """Whoever types it loses the case all the same."""
        kari = Keyboard(database).sits_down().dials()
        kari.keys("f4", *"Anne Berg kom")
        kari.mind()
        assert erases(database, signed(database, kari)) == {HALDEN}
        assert open_case(database, HALDEN).holder is None
        assert "Anne" not in aside.text
        kari.keys("enter")
        assert "CASE-LOST" in kari.picture()
        assert not in_file(database)

    def test_what_is_left_without_her_is_stored(
        self, kari: Keyboard, database: Database, aside: Aside
    ) -> None:
        """It has been looked through since, whatever else stands in it."""
        erases(database, signed(database, kari))
        again = Keyboard(database, at=kari.now, seed=1)
        again.keys("1")
        assert isinstance(again.screen, CallList)
        assert [one.remark for one in again.entries()] == ["[slettet]"]
        assert aside.files == []

    def test_what_is_typed_in_the_case_afterwards_is_stored(
        self, kari: Keyboard, database: Database
    ) -> None:
        """Somebody has told it anew, whoever they are."""
        erases(database, signed(database, kari))
        later = Keyboard(database, at=kari.now + timedelta(hours=2), seat="per@pc", seed=2)
        later.sits_down("Per")
        later.keys("enter", "enter", "enter", *TO_THE_NAME, "f4", *"Hun nølte")
        later.mind()
        again = Keyboard(database, at=later.now, seat="per@pc", seed=3)
        again.keys("1")
        assert again.entries()[-1].remark == "Hun nølte"


class TestAll:
    """Where a respondent has withdrawn, or the day has come, nothing of it is wanted any more."""

    def test_a_respondent_who_has_withdrawn(
        self, kari: Keyboard, database: Database, aside: Aside
    ) -> None:
        services.withdraw(database, signed(database, kari), HALDEN)
        types_on(kari)
        assert "Anne Berg kommer" in aside.text
        again = Keyboard(database, at=kari.now, seed=1)
        assert isinstance(again.screen, CallList)
        assert aside.files == []

    def test_everybody(self, kari: Keyboard, database: Database, aside: Aside) -> None:
        erase_everybody(database, signed(database, kari))
        types_on(kari)
        again = Keyboard(database, at=kari.now, seed=1)
        assert isinstance(again.screen, CallList)
        assert aside.files == []
        assert not in_file(database)
