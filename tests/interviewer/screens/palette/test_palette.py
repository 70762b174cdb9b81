"""Ctrl+F: everything that can be done or gone to from here, by its name; it is its key, pressed."""

import random
from collections.abc import Sequence

import pytest

from db.database import Database
from db.problems import HeldByAnother
from interviewer.controls.keys import Keycap
from interviewer.screens.call.panels.remark import RemarkPanel
from interviewer.screens.call.state import Call
from interviewer.screens.call_list.state import CallList
from interviewer.screens.card.state import Card
from interviewer.screens.case.state import DecideCase
from interviewer.screens.cases.state import Cases
from interviewer.screens.palette.state import ActionPalette
from interviewer.screens.resume.state import Resume
from interviewer.screens.router import SCREENS
from interviewer.words import WORDS
from tests.interviewer.conftest import Copies
from tests.interviewer.screens.test_help import BY_BERIT, BY_KARI
from tests.support.keyboard import TO_THE_OFFERS, Keyboard


def palette(keyboard: Keyboard) -> ActionPalette:
    """What is open."""
    assert isinstance(keyboard.screen, ActionPalette)
    return keyboard.screen


UNDERNEATH = {name: keys for name, (mode, keys) in BY_KARI.items() if mode is not ActionPalette}


class TestEveryScreen:
    """It opens wherever one is, and closes without a trace; or leads to a case, as by Esc."""

    @pytest.mark.parametrize("keys", UNDERNEATH.values(), ids=UNDERNEATH)
    def test_of_an_interviewer(self, kari: Keyboard, keys: Sequence[str]) -> None:
        kari.keys(*keys)
        self.opened_and_closed(kari)
        self.goes_to_marker(kari)
        assert isinstance(kari.screen, Call | Card), "nobody leaves a call by it"
        assert kari.screen.unit.name == ("Halden" if isinstance(kari.screen, Call) else "Marker")

    @pytest.mark.parametrize("keys", [keys for _, keys in BY_BERIT.values()], ids=BY_BERIT)
    def test_of_a_coordinator(self, berit: Keyboard, keys: Sequence[str]) -> None:
        berit.keys(*keys)
        self.opened_and_closed(berit)
        self.goes_to_marker(berit)
        assert isinstance(berit.screen, DecideCase)
        assert berit.screen.unit.name == "Marker"

    def opened_and_closed(self, keyboard: Keyboard) -> None:
        before = keyboard.screen
        keyboard.keys("ctrl+f")
        names = [one.name for one in palette(keyboard).found]
        assert names, "there is always something to do"
        assert str(WORDS.key_quit) in names
        assert f"{WORDS.find_actions}".upper() in keyboard.picture()
        keyboard.keys("ctrl+f")
        assert keyboard.screen == before

    def goes_to_marker(self, keyboard: Keyboard) -> None:
        """Pasted: below it is typed, and every key looks through all that there is."""
        keyboard.keys("ctrl+f")
        keyboard.paste("marker")
        keyboard.keys("enter")

    def test_every_action_of_the_tables(self) -> None:
        """Each with a key has a name: the footer's, or the first words of F1."""
        actions = [one for shown in SCREENS.values() for one in shown.keys.actions]
        assert all(one.word or str(one.help) for one in actions)


class TestAnAction:
    """By its name; what happens is what its key does."""

    def test_by_its_word(self, on_line: Keyboard) -> None:
        on_line.keys("ctrl+f", *"viderek", "enter")
        by_name = on_line.call.panel
        on_line.keys("escape", "f5")
        assert on_line.call.panel == by_name

    def test_its_key_stands_beside_it(self, on_line: Keyboard) -> None:
        on_line.keys("ctrl+f", *"legg på")
        assert next(one.shown for one in palette(on_line).found) == Keycap.F9.shown
        assert "F9" in on_line.picture()

    def test_what_stands_on_the_screen(self, on_line: Keyboard) -> None:
        """An option by its words: the answer, stored as by its key."""
        on_line.keys("enter", "ctrl+f", *"ikke nå", "enter")
        assert on_line.entries()[-1].value == "later"

    def test_in_a_panel(self, on_line: Keyboard) -> None:
        """What is half written stays as it was."""
        on_line.keys("enter", "f4", *"halv", "ctrl+f", *"lukk", "escape", *"veis")
        assert isinstance(on_line.call.panel, RemarkPanel)
        assert on_line.call.panel.line.text == "halvveis"

    def test_an_outcome_by_its_name(self, on_line: Keyboard) -> None:
        on_line.keys("f9", "ctrl+f", *"telefonsv", "enter", "enter")
        attempt = on_line.file().attempts[0]
        assert attempt.outcome
        assert attempt.outcome.name == "voicemail"

    def test_of_a_coordinator(self, berit: Keyboard) -> None:
        """What can be decided has a name, too."""
        berit.keys("enter", "ctrl+f", *"annen klasse", "enter")
        assert "?" in berit.picture()
        assert getattr(berit.screen, "panel") is not None  # noqa: B009 - the classes are open

    def test_to_leave(self, on_line: Keyboard) -> None:
        """Nobody leaves a call without being asked."""
        on_line.keys("ctrl+f", *"avslutt", "enter")
        assert isinstance(on_line.screen, Call)
        assert on_line.screen.notice
        assert on_line.screen.notice.code == "S-ON-LINE"

    def test_leaving_from_it(self, on_line: Keyboard) -> None:
        on_line.keys("ctrl+f", "ctrl+q")
        assert on_line.call.notice
        assert on_line.call.notice.code == "S-ON-LINE"


class TestAQuestion:
    """In an interview, by its words."""

    def test_back_and_forth(self, on_line: Keyboard) -> None:
        on_line.keys(*TO_THE_OFFERS, "ctrl+f", *"passer det at", "enter")
        assert on_line.at == "consent"
        on_line.keys("ctrl+f", *"har halden i dag", "enter")
        assert on_line.at == "has_offers"

    @pytest.mark.parametrize(
        "keys", [("f4", *"halvt"), ("f6", *"navn"), ("f6", "tab"), ("f5",), ("f9",), ("f12",)]
    )
    def test_whatever_is_open(self, on_line: Keyboard, keys: Sequence[str]) -> None:
        on_line.keys(*TO_THE_OFFERS, *keys, "ctrl+f", *"passer det at", "enter")
        assert on_line.at == "consent"
        assert on_line.call.panel is None


class TestACase:
    """By its name, from wherever one is; while somebody is on the line it is said why not."""

    def test_from_the_card_of_a_coordinator(self, berit: Keyboard) -> None:
        """Who rings out of a case has come another way, and goes back by it."""
        berit.keys("f4", "ctrl+f", *"marker", "enter", "6", "ctrl+f", *"halden", "enter")
        assert isinstance(berit.screen, DecideCase)
        assert berit.screen.unit.name == "Halden"

    @pytest.mark.parametrize("keys", [("f6",), ("f4", *"halvt"), ("f1",), ("f2",), ("f12",)])
    def test_from_what_is_open_in_an_interview(
        self, on_line: Keyboard, keys: Sequence[str]
    ) -> None:
        """With nobody on the line; a remark that is half written is stored."""
        on_line.keys("enter", "f9", "1", "enter", "f6", *keys, "ctrl+f", *"marker", "enter")
        assert on_line.card.unit.name == "Marker"
        remarks = [one.remark for one in on_line.entries() if one.remark]
        assert remarks == (["halvt"] if "f4" in keys else [])

    def test_the_case_one_is_in(self, on_line: Keyboard) -> None:
        """Its card is there already, and still asks before it rings again."""
        on_line.keys("f9", "1", "enter", "f6", "ctrl+f", *"halden", "enter")
        assert on_line.card.unit.name == "Halden"
        assert on_line.card.rung

    def test_not_before_one_has_gone_on(self, on_line: Keyboard) -> None:
        """The call that the program stopped in may be going on still."""
        on_line.start()
        on_line.keys("ctrl+f", *"marker", "enter")
        assert isinstance(on_line.screen, Resume)
        assert str(WORDS.find_not_resumed) in on_line.picture()
        on_line.keys("enter")
        assert on_line.call.attempt

    def test_of_somebody_else(self, practice: Database) -> None:
        """Who has it is said on the list, and nothing is tried again."""
        first, second = Keyboard(practice), Keyboard(practice, seat="ola@pc", seed=8)
        first.sits_down("Kari").keys(*"marker", "enter")
        second.sits_down("Ola").keys("enter", "ctrl+f", *"marker", "enter")
        assert isinstance(second.screen, CallList)
        assert second.screen.notice
        assert second.screen.notice.code == HeldByAnother.code

    def test_from_the_list(self, kari: Keyboard) -> None:
        """Whatever has been typed or is filtered there."""
        kari.keys(*"hal", "ctrl+f", *"marker", "enter")
        assert kari.card.unit.name == "Marker"

    def test_from_a_card(self, kari: Keyboard) -> None:
        """The one case is put down, and the other taken up."""
        kari.keys("enter", "ctrl+f", *"marker", "enter")
        assert kari.card.unit.name == "Marker"
        kari.keys("escape")
        assert isinstance(kari.screen, CallList)

    def test_not_in_a_call(self, on_line: Keyboard) -> None:
        """It is said why."""
        for opened in ((), ("f4", *"halvt"), ("f5",), ("f9",)):
            on_line.keys(*opened, "ctrl+f", *"marker")
            panel = palette(on_line).before.panel  # type: ignore[attr-defined]
            on_line.keys("enter")
            assert str(WORDS.find_not_on_line) in on_line.picture()
            assert on_line.call.unit.name == "Halden"
            assert on_line.call.panel == panel

    def test_from_an_interview(self, on_line: Keyboard) -> None:
        """Through its card and the list."""
        on_line.keys("f9", "1", "enter", "f6", "ctrl+f", *"marker", "enter")
        assert on_line.card.unit.name == "Marker"

    def test_of_a_coordinator(self, berit: Keyboard) -> None:
        """Any case, to decide on."""
        for lists in ((), ("f4",)):
            berit.keys(*lists, "ctrl+f", *"marker", "enter")
            assert "Marker" in berit.picture()
            berit.keys("escape", "escape")
            berit.keys("escape") if isinstance(berit.screen, Cases) else None


class TestABurst:
    """Typing fast gives what slow typing gives."""

    @pytest.mark.parametrize("seed", range(3))
    def test_the_same_call(self, copies: Copies, seed: int) -> None:
        cat = random.Random(seed)
        words = ("viderek", "merknad", "passer", "ja", "vet ikke", "legg", "definisjon", "hopp")
        keys = [
            key
            for _ in range(30)
            for key in ("ctrl+f", *cat.choice(words), cat.choice(("enter", "escape")), "1")
        ]
        slow, fast = Keyboard(copies()), Keyboard(copies())
        slow.sits_down().dials().keys(*keys)
        fast.sits_down().dials().burst(*keys)
        assert slow.kept() == fast.kept()
        assert slow.picture() == fast.picture()


class TestTheScreenBeneath:
    """It goes on in its own time."""

    def test_the_place_is_kept(self, on_line: Keyboard) -> None:
        """What is half typed is kept as on the question itself."""
        on_line.keys("enter", "1", "1", *"Kar", "ctrl+f")
        on_line.mind()
        before = palette(on_line).before
        assert isinstance(before, Call)
        assert before.kept
