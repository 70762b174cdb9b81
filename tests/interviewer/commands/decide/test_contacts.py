"""`ringerunde contacts`: who can be rung in a case, and to put that right without a screen."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from db.cases import open_case, take_case
from db.database import Database
from schemas.calls.calls import ContactPoint
from schemas.calls.whom_to_dial import marked_numbers
from tests.support.commands import run, said
from tests.support.keyboard import HALDEN, TO_THE_NAME, Keyboard


@pytest.fixture
def place(on_line: Keyboard, database: Database) -> Path:
    """A case with a switchboard and Anne, whom nobody works on just now."""
    on_line.keys("f12", "enter", "tab", *"69174500", "escape")
    on_line.keys("f5", "e", "1", *TO_THE_NAME, *"Anne", "enter")
    on_line.keys("f12", "1", "tab", *"69174501", "escape", "f9", "4", *"senere", "enter")
    on_line.keys("escape")
    return Path(database.where)


@pytest.fixture
def does(place: Path) -> Callable[..., str]:
    """A command that is done, signed by Berit; what it prints."""

    def done(command: str, *words: str, typed: str = "") -> str:
        signed = () if command == "list" else ("--by", "Berit")
        result = run(place, "contacts", command, "halden", *words, *signed, typed=typed)
        assert result.exit_code == 0, said(result)
        return " ".join(result.output.split())

    return done


@pytest.fixture
def refuses(place: Path) -> Callable[..., str]:
    """A command that cannot be done; why."""
    return lambda command, *words, typed="": said(
        run(place, "contacts", command, "halden", *words, "--by", "Berit", typed=typed)
    )


def contacts(database: Database) -> tuple[ContactPoint, ...]:
    """The switchboard, and Anne."""
    return open_case(database, HALDEN).contacts


class TestLooking:
    def test_everybody_with_a_number(self, does: Callable[..., str]) -> None:
        """The number, what they know, and what was marked."""
        shown = does("list")
        assert "1 Sentralbord 69 17 45 00" in shown
        assert "2 Frisklivssentral (Anne) 69 17 45 01" in shown

    def test_who_was_retired_and_why(self, does: Callable[..., str]) -> None:
        does("retire", "Anne", "--reason", "Sluttet i vår")
        assert "Tatt ut Frisklivssentral (Anne): Sluttet i vår" in does("list")


class TestPuttingRight:
    """With the sentences that the card says."""

    def test_a_number(self, does: Callable[..., str], database: Database) -> None:
        told = does("correct", "2", "--phone", "69 17 45 09", "--role", "leder")
        assert told == "Halden (Østfold): Frisklivssentral (Anne) er rettet."
        assert (contacts(database)[1].phone, contacts(database)[1].role) == ("+4769174509", "leder")

    def test_what_cannot_be(self, refuses: Callable[..., str], database: Database) -> None:
        """All or nothing, by the rules of the screen."""
        assert "Telefon: " in refuses("correct", "2", "--role", "leder", "--phone", "69")
        assert contacts(database)[1].role == ""
        assert "(CONTACT-NOTHING)" in refuses("correct", "2")

    @pytest.mark.parametrize(("command", "marked"), [("dead", "dødt"), ("wrong", "feil nummer")])
    def test_a_number_that_is_not_theirs(
        self, does: Callable[..., str], database: Database, command: str, marked: str
    ) -> None:
        """Dead, or wrong; and right after all."""
        assert f"er merket som {marked}. Prøv neste nummer eller spor." in does(command, "Anne")
        assert marked_numbers(contacts(database))
        assert "✗ " in does("list")
        does("works", "Anne")
        assert not marked_numbers(contacts(database))

    def test_the_order(self, does: Callable[..., str]) -> None:
        does("first", "1")
        assert "ringes først" in does("list")
        does("as-before", "1")
        assert "ringes først" not in does("list")

    def test_what_there_is_nothing_to_do_about(self, refuses: Callable[..., str]) -> None:
        assert "(CONTACT-WAY)" in refuses("works", "1")

    def test_no_reason(self, refuses: Callable[..., str], database: Database) -> None:
        assert "(R-REASON)" in refuses("retire", "Anne")
        assert not contacts(database)[1].is_retired


class TestMerging:
    def test_after_a_yes(
        self, does: Callable[..., str], refuses: Callable[..., str], database: Database
    ) -> None:
        """It cannot be undone, and says so."""
        assert "(CONTACT-NOT-CONFIRMED)" in refuses("merge", "2", "1", typed="nei\n")
        assert "(CONTACT-SAME)" in refuses("merge", "2", "Anne", "--yes")
        told = does("merge", "Anne", "Sentralbord", typed="ja\n")
        assert "Det kan ikke angres." in told
        assert "Sentralbord er nå Frisklivssentral (Anne)" in told
        assert contacts(database)[0].is_retired


class TestWhoAndWhen:
    def test_nobody_of_that_name(self, refuses: Callable[..., str]) -> None:
        assert "(CONTACT-UNKNOWN)" in refuses("dead", "Bjørn")
        assert "(CONTACT-UNKNOWN)" in refuses("dead", "3")

    def test_a_case_that_somebody_works_on(
        self, refuses: Callable[..., str], does: Callable[..., str], database: Database
    ) -> None:
        """Nothing is done behind the back of who is on the telephone."""
        kari = open_case(database, HALDEN).attempts[0].interviewer_id
        take_case(database, HALDEN, kari, datetime.now(UTC))
        assert "Anne" in does("list")
        assert "(CASE-HELD)" in refuses("dead", "Anne")
