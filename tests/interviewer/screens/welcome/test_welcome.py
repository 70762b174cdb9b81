"""Who is calling: a person is who she is, not what was typed."""

from dataclasses import replace

import pytest
from rich.text import Text as Styled

from db.database import Database
from db.people import people, retire
from interviewer.draw.bars import Surroundings
from interviewer.screens.call_list.state import CallList
from interviewer.screens.welcome.draw import draw_welcome
from interviewer.screens.welcome.state import Welcome
from tests.support.keyboard import NOON, Keyboard


def name_of(kari: Keyboard) -> str:
    """Who sits at the call list."""
    assert isinstance(kari.loop.screen, CallList)
    return kari.loop.screen.who.name


class TestAtTheFirstStart:
    """Nobody is known yet."""

    def test_one_enter_is_enough(self, database: Database) -> None:
        """There is nobody that she could be instead."""
        kari = Keyboard(database)
        kari.type("Kari Lie")
        kari.keys("enter")
        assert name_of(kari) == "Kari Lie"

    def test_a_name_that_is_too_long(self, database: Database) -> None:
        """Something was pasted there: nobody is made of it, and one may mend it."""
        kari = Keyboard(database)
        kari.type("K" * 61)
        kari.keys("enter")
        assert "Navnet er 61 tegn. Det er plass til 60." in kari.picture()
        kari.keys("backspace", "enter")
        assert name_of(kari) == "K" * 60

    def test_at_another_machine(self, database: Database) -> None:
        """A name like a known one, or part of it, is asked once more; one like none is new."""
        Keyboard(database).sits_down("Kari Lie")
        elsewhere = Keyboard(database, seat="pc2", seed=3)
        assert "Kari Lie" in elsewhere.picture()
        elsewhere.keys(*"Kari Li", "enter")
        assert "velger du navnet ditt med ↓" in elsewhere.picture()
        elsewhere.keys("ctrl+u", *"Kari", "enter")
        assert "«Kari» har ikke ringt herfra før" in elsewhere.picture()
        elsewhere.keys("ctrl+u", *"Kary Lie", "enter")
        assert "retter du navnet" in elsewhere.picture()
        elsewhere.keys("ctrl+u", *"Siri Dahl", "enter")
        assert name_of(elsewhere) == "Siri Dahl"

    def test_esc_leads_nowhere(self, database: Database) -> None:
        """There is no screen before it."""
        kari = Keyboard(database)
        kari.keys("escape")
        assert isinstance(kari.loop.screen, Welcome)


class TestWhereThePracticeDataAreBeingMade:
    """The first seconds of a demo."""

    def test_whoever_has_typed_her_name_is_told_what_she_waits_for(self) -> None:
        """Before Enter she may read on; after it, the list is what she waits for."""
        making = Surroundings(80, 24, NOON, practice=True, making=True)
        reading = _text(draw_welcome(Welcome("her"), making))
        waiting = _text(draw_welcome(Welcome("her"), replace(making, saving=True)))
        assert "lages mens du leser" in reading
        assert "Takk. Ringelisten kommer" in waiting


def _text(lines: list[Styled]) -> str:
    return "\n".join(line.plain for line in lines)


class TestAnotherAtTheSeat:
    """Ctrl+P."""

    @pytest.mark.parametrize("typed", ["Kari Lie", "kari lie", "  KARI   Lie "])
    def test_a_known_name_is_that_person(self, database: Database, typed: str) -> None:
        """She and Ola take turns; there are two of them, and what is hers alone is hers."""
        kari = Keyboard(database).sits_down("Kari Lie")
        first = kari.loop.screen
        assert isinstance(first, CallList)
        kari.keys("ctrl+p", "ctrl+u", *"Ola Nordmann", "enter", "enter")
        assert name_of(kari) == "Ola Nordmann"
        kari.keys("ctrl+p", "ctrl+u", *typed, "enter")
        assert name_of(kari) == "Kari Lie"
        assert kari.loop.screen.who.id == first.who.id  # type: ignore[attr-defined]
        assert sorted(one.name for one in people(database)) == ["Kari Lie", "Ola Nordmann"]

    def test_whoever_was_in_the_middle_of_a_case_is_asked(self, database: Database) -> None:
        """The window was closed in a call, and Ola has sat there since: it goes on all the same."""
        Keyboard(database).sits_down("Kari Lie").dials().keys("enter", "1")
        Keyboard(database, seat="pc2", seed=3).sits_down("Ola Nordmann")
        there = Keyboard(database, seat="pc2", seed=4)
        there.keys("ctrl+p", *"Kari Lie", "enter")
        assert "Du var midt i en sak:" in there.picture()
        there.keys("enter")
        assert "oppringning 1" in there.picture()

    def test_those_who_are_known_are_shown(self, database: Database) -> None:
        """The latest first, narrowed by what is typed, chosen with the arrows."""
        kari = Keyboard(database).sits_down("Kari Lie")
        kari.keys("ctrl+p", *"Ola", "enter", "enter", "ctrl+p")
        shown = kari.picture()
        assert shown.index("Ola") < shown.index("Kari Lie")
        kari.keys(*"lie")
        assert "Ola" not in kari.picture()
        kari.keys("down", "enter")
        assert name_of(kari) == "Kari Lie"

    def test_a_new_name_is_asked_once_more(self, database: Database) -> None:
        """It may be a known one, misspelt; Esc goes back to the line."""
        kari = Keyboard(database).sits_down("Kari Lie")
        kari.keys("ctrl+p", *"Kari Li", "enter")
        assert "«Kari Li» har ikke ringt herfra før" in kari.picture()
        kari.keys("escape", "e", "enter")
        assert name_of(kari) == "Kari Lie"
        assert len(people(database)) == 1

    def test_what_is_typed_after_the_question_is_asked_anew(self, database: Database) -> None:
        """Another name is another question."""
        kari = Keyboard(database).sits_down("Kari Lie")
        kari.keys("ctrl+p", *"Ol", "enter", "a", "enter")
        assert "«Ola» har ikke ringt herfra før" in kari.picture()

    def test_esc_leaves_everything_as_it_was(self, database: Database) -> None:
        """The same person at the same list."""
        kari = Keyboard(database).sits_down("Kari Lie")
        kari.keys(*"moss", "ctrl+p", *"Ola", "escape")
        assert name_of(kari) == "Kari Lie"
        assert "Moss" in kari.picture()

    def test_whoever_is_retired_is_not_offered(self, database: Database) -> None:
        """Her name brings her back all the same."""
        kari = Keyboard(database).sits_down("Kari Lie")
        kari.keys("ctrl+p", *"Ola", "enter", "enter")
        retire(database, next(one.id for one in people(database) if one.name == "Ola"), NOON)
        kari.keys("ctrl+p")
        assert "Ola" not in "\n".join(kari.picture().splitlines()[2:])
