"""From 120 columns on the marked case stands beside the list: why, whom, the way, the last word."""

import pytest

from interviewer.draw.large import large
from interviewer.screens.call_list.state import CallList
from interviewer.words import WORDS
from schemas.language.phone import show_phone
from tests.support.keyboard import Keyboard

WIDE = (120, 40)


@pytest.fixture
def known(kari: Keyboard) -> Keyboard:
    """Halden's switchboard, who pointed to somebody; and back at the list, with Halden marked."""
    kari.keys("enter", "enter", *"69174500", "enter", "f5", "e", "2", *"Anne", "escape")
    kari.keys("f9", "enter", *"hun er der i morgen", "enter", "escape")
    assert isinstance(kari.screen, CallList)
    kari.type("halden")
    return kari


def beside(keyboard: Keyboard) -> str:
    """The column at the side."""
    lines = keyboard.picture(*WIDE).splitlines()
    return "\n".join(line.partition("│")[2] for line in lines[2:])


class TestTheMarkedCase:
    """What one wants to know before it is opened."""

    def test_what_the_list_knows_is_there_at_once(self, known: Keyboard) -> None:
        shown = beside(known)
        assert "Halden (Østfold)" in shown
        assert "Sentralbord" in shown
        assert all(row.rstrip() in shown for row in large(show_phone("+4769174500")))
        assert f" {WORDS.the_way} " not in shown

    def test_the_way_and_the_last_word_follow(self, known: Keyboard) -> None:
        """In the next pause; a key does not wait for them."""
        known.mind()
        shown = beside(known)
        assert f" {WORDS.the_way} " in shown
        assert "○ Frisklivssentral (Anne)" in shown
        assert "hun er der i morgen" in " ".join(shown.split())

    def test_is_read_once(self, known: Keyboard) -> None:
        """Nothing is read where nothing has changed."""
        known.mind()
        before = known.screen
        known.mind()
        assert known.screen is before

    def test_of_another(self, known: Keyboard) -> None:
        """What was read of one case is never shown with another."""
        known.mind()
        known.keys("escape", "down", "down")
        assert "hun er der" not in beside(known)

    def test_not_on_a_narrow_screen(self, known: Keyboard) -> None:
        assert "│" not in known.picture(80, 24)
