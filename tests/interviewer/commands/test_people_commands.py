"""`ringerunde people`: who has called from here, and to put right who is who."""

from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from db.database import Database
from db.people import people, sit_down
from tests.support.commands import run, said
from tests.support.keyboard import NOON
from tests.support.same_person import made_again


@pytest.fixture
def place(database: Database) -> Path:
    """A database in which Kari Lie was made twice, and Bo once."""
    sit_down(database, uuid4(), "Bo", "pc2", NOON)
    for hour, name in enumerate(("Kari Lie", "kari  lie"), start=1):
        made_again(database, name, "pc1", NOON + timedelta(hours=hour))
    return Path(database.where)


def names(database: Database) -> list[str]:
    """Who there is, the latest first."""
    return [one.name for one in people(database)]


class TestWhoThereIs:
    """The list, with what to do where somebody is in it twice."""

    def test_everybody(self, place: Path) -> None:
        """When last, how many calls, at which seat."""
        shown = run(place, "people").output
        assert "Bo: sist 2.3.2015 kl. 12.00, 0 oppringninger (pc2)" in shown
        assert "står her flere ganger. Er det én: ringerunde --database" in shown
        assert " people join " in shown

    def test_nobody(self, database: Database) -> None:
        """Before the first call."""
        assert "Ingen har ringt herfra" in run(Path(database.where), "people").output


class TestJoining:
    """By the numbers in the list: the names are the same."""

    def test_after_a_yes(self, database: Database, place: Path) -> None:
        """It cannot be undone."""
        first, second = (one.id.hex[:8] for one in people(database) if one.name != "Bo")
        assert "(PERSON-NOT-CONFIRMED)" in said(
            run(place, "people", "join", first, second, typed="nei\n")
        )
        assert len(names(database)) == 3
        assert run(place, "people", "join", first, second, typed="ja\n").exit_code == 0
        assert names(database) == ["kari  lie", "Bo"]

    def test_a_name_of_two(self, place: Path) -> None:
        """Nobody is guessed."""
        assert "(PERSON-SEVERAL)" in said(run(place, "people", "join", "Kari Lie", "Bo", "--yes"))

    def test_a_name_of_nobody(self, place: Path) -> None:
        """Where all of them are shown is said."""
        assert "(PERSON-UNKNOWN)" in said(run(place, "people", "retire", "Siri"))


class TestOneOfThem:
    """Another name, and off the list."""

    def test_another_name(self, database: Database, place: Path) -> None:
        """What she did is hers."""
        assert run(place, "people", "rename", "bo", "Bo  Dahl").output == "Bo heter nå Bo Dahl.\n"
        assert "Bo Dahl" in names(database)
        for taken_or_too_long in ("Kari Lie", "B" * 61):
            told = said(run(place, "people", "rename", "Bo Dahl", taken_or_too_long))
            assert "(PERSON-NAME)" in told

    def test_off_the_list(self, database: Database, place: Path) -> None:
        """She is still there, and it is told how she comes back."""
        assert (
            "Skrives navnet når programmet starter" in run(place, "people", "retire", "Bo").output
        )
        assert "ikke i listen over hvem som ringer" in run(place, "people").output
