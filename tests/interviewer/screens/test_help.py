"""F1 on every screen: what the keys do there; Esc closes it, and nothing else has happened."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from db.database import Database
from interviewer.controls.keys import OPTION_KEYS, Keycap
from interviewer.controls.screen import Screen
from interviewer.draw.ways import ways_help
from interviewer.screens.bring_in.state import BringIn
from interviewer.screens.call.state import Call
from interviewer.screens.call_list.state import CallList
from interviewer.screens.card.state import Card
from interviewer.screens.case import keys as decide
from interviewer.screens.case.state import DecideCase
from interviewer.screens.cases.state import Cases
from interviewer.screens.claim_matrix.state import ClaimMatrixView
from interviewer.screens.coding.state import CodingAnswers, CodingQuestions
from interviewer.screens.distribution.state import Distribution
from interviewer.screens.export_order.state import Ordering
from interviewer.screens.interview.state import WAYS, ReviewCase
from interviewer.screens.palette.state import ActionPalette
from interviewer.screens.preview.state import Preview
from interviewer.screens.progress.state import ProgressView
from interviewer.screens.publishing.state import Publishing
from interviewer.screens.quality.state import OwnQuality, QualityView
from interviewer.screens.queue.state import Queue
from interviewer.screens.resume.state import Resume
from interviewer.screens.router import SCREENS
from interviewer.screens.shared_services.state import SharedServices
from interviewer.screens.welcome.state import Welcome
from interviewer.screens.written.state import Result
from interviewer.words import WORDS
from schemas.language.text import Text
from tests.interviewer.screens.publishing.ways import orders
from tests.support.keyboard import Keyboard

SIZE = (100, 60)
"""Room for every key."""

BY_KARI: dict[str, tuple[type[Screen], Sequence[str]]] = {
    "the list": (CallList, ()),
    "a search": (CallList, ("h", "a", "l")),
    "what is shown": (CallList, ("f6",)),
    "everything by its name": (ActionPalette, ("ctrl+f", *"vis")),
    "a file to bring in": (BringIn, ("f4",)),
    "one's own figures": (OwnQuality, ("f2",)),
    "the card": (Card, ("enter",)),
    "a note": (Card, ("enter", "f8")),
    "a number": (Card, ("enter", "enter", "6", "9")),
    "a new contact": (Card, ("enter", "f5")),
    "its name": (Card, ("enter", "f5", "b", *"Anne")),
    "a call": (Call, ("enter", "enter", "enter")),
}
BY_BERIT: dict[str, tuple[type[Screen], Sequence[str]]] = {
    "the queue": (Queue, ()),
    "an interview": (ReviewCase, ("enter",)),
    "read from further down": (ReviewCase, ("enter", "pagedown")),
    "another class": (ReviewCase, ("enter", "2")),
    "why": (ReviewCase, ("enter", "2", "1", *"fordi")),
    "which question": (ReviewCase, ("enter", "3", *"tilbud", "down")),
    "a withdrawal": (ReviewCase, ("enter", "8", *"Hal")),
    "the cases": (Cases, ("f4",)),
    "a case": (DecideCase, ("f4", "enter")),
    "a message": (DecideCase, ("f4", "enter", "1", *"Ring")),
    "a withdrawn case": (DecideCase, ("f4", "enter", "5", *"Hal")),
    "shared services": (SharedServices, ("f5",)),
    "kept apart": (SharedServices, ("f5", "down", "delete", *"nei")),
    "progress": (ProgressView, ("f2", "pagedown")),
    "who rings what": (Distribution, ("f4", "f7")),
    "a group to give": (Distribution, ("f4", "f7", "enter")),
    "a case to give": (DecideCase, ("f4", "enter", "f7")),
    "a note": (DecideCase, ("f4", "enter", "f8")),
    "open answers": (CodingQuestions, ("f7",)),
    "the answers to one": (CodingAnswers, ("f7", "enter")),
    "quality": (QualityView, ("f8",)),
    "behind a number": (QualityView, ("f8", "enter", "enter")),
    "figures and files": (Publishing, ("f9",)),
    "claim against finding": (ClaimMatrixView, ("f9", "1", "down")),
    "what they have said since": (ReviewCase, ("enter", "9", *"ja", "tab")),
    "a preview": (Preview, ("f9", "2", "f2")),
    "a file": (Ordering, ("f9", "6", "tab", "tab", " ")),
}


def helped(keyboard: Keyboard) -> str:
    """F1 explains what is on the screen, which is then the same again; what the help said."""
    before, picture = keyboard.screen, keyboard.picture(*SIZE)
    assert "F1 Hjelp" in picture
    keyboard.keys("f1")
    said = keyboard.picture(*SIZE)
    assert str(WORDS.help_title) in map(str.strip, said.splitlines())
    assert f"{Keycap.CTRL_Q.shown}  {WORDS.help_quit}" in said
    keyboard.paste("limt inn")
    keyboard.keys("down", "escape")
    assert keyboard.screen == before
    assert below_the_bar(keyboard.picture(*SIZE)) == below_the_bar(picture)
    return said


class TestReading:
    """At 80×24: a page that is longer is read to its end, and each key moves it."""

    @pytest.mark.parametrize("name", ["the list", "a call"])
    def test_a_long_page(self, kari: Keyboard, name: str) -> None:
        """The first ↓ shows more, the last line can be seen, and from there the first ↑ moves."""
        kari.keys(*BY_KARI[name][1], "f1")
        first = below_the_bar(kari.picture())
        assert str(WORDS.help_title) in first
        kari.keys("down")
        assert below_the_bar(kari.picture()) != first
        kari.keys("end", "down", "down")
        assert "↓ …" not in kari.picture()
        kari.keys("up", "up")
        assert "↓ …" in kari.picture()
        kari.keys("home")
        assert below_the_bar(kari.picture()) == first

    @pytest.mark.parametrize("name", ["a note", "a call"])
    def test_a_short_one(self, kari: Keyboard, name: str) -> None:
        """Where all of it is in sight, no key is named that moves."""
        kari.keys(*BY_KARI[name][1], "f1")
        foot = kari.picture(*SIZE).splitlines()[-1]
        assert "↓" not in foot
        assert "Esc Lukk" in foot


def below_the_bar(picture: str) -> str:
    """The screen without the line that has the clock in it."""
    return picture.partition("\n")[2]


class TestEveryScreen:
    """Whatever stands there, and whatever is open on it."""

    @pytest.mark.parametrize("name", BY_KARI)
    def test_of_an_interviewer(self, kari: Keyboard, name: str) -> None:
        mode, keys = BY_KARI[name]
        kari.keys(*keys)
        assert type(kari.screen) is mode
        helped(kari)

    @pytest.mark.parametrize("name", BY_BERIT)
    def test_of_a_coordinator(self, berit: Keyboard, name: str) -> None:
        mode, keys = BY_BERIT[name]
        berit.keys(*keys)
        assert type(berit.screen) is mode
        helped(berit)

    def test_before_the_first_call(self, database: Database) -> None:
        welcome = Keyboard(database)
        welcome.type("Kari")
        assert isinstance(welcome.screen, Welcome)
        helped(welcome)

    def test_after_the_program_stopped(self, on_line: Keyboard) -> None:
        on_line.start()
        assert isinstance(on_line.screen, Resume)
        helped(on_line)

    def test_of_what_is_written(self, berit: Keyboard, tmp_path: Path) -> None:
        """Over a file that is there: the question, and then what was written."""
        there = tmp_path / "kodebok.txt"
        there.write_text("min")
        berit.keys("f9")
        orders(berit, "kodebok.txt", there)
        berit.keys("enter")
        assert isinstance(berit.screen, Ordering)
        assert "Ja, skriv." in helped(berit)
        assert there.read_text() == "min"
        berit.keys("enter")
        assert isinstance(berit.screen, Result)
        helped(berit)

    def test_there_is_no_other(self) -> None:
        modes = {mode for mode, _ in (*BY_KARI.values(), *BY_BERIT.values())}
        assert modes | {Welcome, Resume, Result} == set(SCREENS)


class TestWhatCanBeDecided:
    """Each way has a sentence of its own, with the key that stands in front of it."""

    @pytest.mark.parametrize(
        "labels",
        [[label for _, label in WAYS], [way.label for way in decide.WAYS]],
        ids=["an interview", "a case"],
    )
    def test_has_a_sentence(self, labels: list[Text]) -> None:
        meanings = ways_help(labels)
        assert [key for key, _ in meanings] == list(OPTION_KEYS[: len(labels)])
        assert len({str(meaning) for _, meaning in meanings}) == len(labels)

    def test_on_the_smallest_screen(self, berit: Keyboard) -> None:
        """The page is longer than the screen: the keys that move, move down in it."""
        berit.keys("enter", "f1")
        assert str(WORDS.help_accept) in berit.picture()
        berit.keys(*["down"] * 30)
        assert str(WORDS.help_quit) in berit.picture()

    def test_other_keys_close_and_decide_nothing(self, berit: Keyboard) -> None:
        berit.keys("enter")
        before = berit.screen
        berit.keys("f1", "1")
        assert berit.screen == before
