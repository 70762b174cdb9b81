"""The mouse: a click is the key that stands there, and nothing else; a drag marks text to copy."""

import random
import sys
from pathlib import Path
from typing import Any

import pytest
from rich.segment import Segment
from textual import events
from textual.pilot import Pilot
from textual.strip import Strip

from db.database import Database
from interviewer.controls.screen import Copy, Gone
from interviewer.screens.call.state import Call
from interviewer.screens.call_list.state import CallList
from interviewer.screens.card.state import Card
from interviewer.terminal.app import WHEEL, Ringerunde
from interviewer.terminal.pointer import ScreenCell, Selection
from interviewer.words import WORDS
from tests.interviewer.conftest import Copies
from tests.interviewer.terminal.test_burst import _interview, _went_alike, post, quiet
from tests.support.keyboard import Keyboard
from tests.support.platforms import needs_a_pseudo_terminal
from tests.support.terminal import Terminal

CHECKOUT = Path(__file__).parents[3]


class TestAClick:
    """Wherever a key stands."""

    def test_a_case_in_the_list(self, kari: Keyboard) -> None:
        """The arrows to it, and Enter."""
        kari.click("Moss (Østfold)")
        assert kari.card.unit.name == "Moss"

    def test_the_keys_at_the_foot(self, kari: Keyboard) -> None:
        kari.keys("enter", "enter")
        kari.click("Esc Lukk").click("Esc Til listen")
        assert isinstance(kari.screen, CallList)
        kari.click("F6 Vis")
        assert kari.screen.choosing

    def test_an_answer(self, on_line: Keyboard) -> None:
        """The option, its key, or that they do not know."""
        on_line.keys("enter")
        on_line.click("( ) Ja")
        assert on_line.at == "right_person"
        on_line.keys("1", *"Kari", "enter", "f7")
        on_line.click("? Vet ikke")
        assert on_line.entries()[-1].value == {"missing": "dont_know"}

    def test_a_redirect(self, on_line: Keyboard) -> None:
        """Three clicks: the key, the department, how."""
        on_line.click("F5 Viderekoble").click("Servicetorg").click("Satt over")
        assert on_line.call.on_line
        assert on_line.call.on_line.department.name == "service_desk"

    def test_a_contact_is_marked_and_not_rung(self, kari: Keyboard) -> None:
        """Nothing is dialled by a click on a name."""
        kari.dials().keys("f9", "1", "enter")
        kari.click("1 Sentralbord")
        assert isinstance(kari.screen, Card)
        assert kari.screen.lit == 0

    def test_a_field(self, on_line: Keyboard) -> None:
        """The one that is clicked is the one that is typed into."""
        on_line.keys("f12", "enter")
        on_line.click("E-post")
        on_line.keys(*"post@halden.no", "escape")
        assert on_line.call.on_line
        assert on_line.call.on_line.email == "post@halden.no"

    def test_beside_everything(self, on_line: Keyboard) -> None:
        before = on_line.screen
        on_line.click_at(3, 79)
        assert on_line.screen == before

    def test_where_nothing_can_be_stored(self, on_line: Keyboard) -> None:
        """A click waits as a key does, and is the key that stands there when its turn comes."""
        on_line.loop.press(on_line._press("enter"))
        on_line.click_at(*on_line.place_of("F9 Legg på"))
        assert on_line.loop.waiting == 1
        on_line.settle()
        assert str(WORDS.hang_up) in on_line.picture()


class TestABurst:
    """Clicks among keys, all at once, are the same as one after the other."""

    @pytest.mark.parametrize("seed", range(2))
    def test_the_same_call(self, copies: Copies, seed: int) -> None:
        """Any keys and any places, as a cat that walks over keyboard and mouse."""
        cat = random.Random(seed)
        slow, fast = Keyboard(copies()), Keyboard(copies())
        hands = [_anything(cat) for _ in range(100)]
        for one in (slow, fast):
            one.sits_down().dials()
        for hand in hands:
            _use(slow, hand)
            slow.settle()
        for hand in hands:
            _use(fast, hand)
        fast.settle()
        assert slow.kept() == fast.kept()
        assert slow.picture() == fast.picture()


ANY_KEY: tuple[str, ...] = (
    *("1", "1", "1", "2", "3", "4", "5", "a", "enter", "escape"),
    *("f4", "f5", "f6", "f7", "down", "tab"),
)


def _anything(cat: random.Random) -> str | tuple[int, int]:
    if cat.random() < 0.5:
        keys: tuple[str, ...] = (
            *"1112345a",
            "enter",
            "escape",
            "f4",
            "f5",
            "f6",
            "down",
            "f7",
            "tab",
        )
        return cat.choice(keys)
    return cat.randrange(24), cat.randrange(40)


def _use(hand: Keyboard, one: str | tuple[int, int]) -> None:
    if isinstance(one, tuple):
        hand.click_at(*one)
    else:
        hand.loop.press(hand._press(one))


def mouse(app: Ringerunde, kind: type[events.MouseEvent], line: int, column: int) -> None:
    """One thing that a mouse does."""
    rest: dict[str, Any] = {"shift": False, "meta": False, "ctrl": False}
    app.post_message(kind(None, column, line, 0, 0, 1, **rest))


async def begun(app: Ringerunde, pilot: Pilot[None]) -> None:
    """Kari, with somebody on the line."""
    for keys in ("Kari", ("enter",), ("enter",), ("enter",), ("enter",)):
        post(app, *keys)
        await quiet(app, pilot)


@pytest.mark.usefixtures("any_hour")
class TestInTextual:
    """The real program, with the mouse of a terminal."""

    async def test_click_wheel_and_drag(
        self, database: Database, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """All three, in one program."""
        handed: list[object] = []
        app = Ringerunde(lambda: database, "test@pc")
        monkeypatch.setattr(app, "hand", handed.append)
        async with app.run_test(size=(80, 24)) as pilot:
            await begun(app, pilot)
            lines = [strip.text for strip in app.picture.lines]

            words = "oppringning 1"
            column = lines[0].index(words)
            mouse(app, events.MouseDown, 0, column)
            mouse(app, events.MouseMove, 0, column + 5)
            mouse(app, events.MouseMove, 0, column + len(words) - 1)
            mouse(app, events.MouseUp, 0, column + len(words) - 1)
            await quiet(app, pilot)
            assert handed == [Copy(words)]

            column = lines[-2].index("F5")
            mouse(app, events.MouseDown, 22, column)
            mouse(app, events.MouseUp, 22, column)
            await quiet(app, pilot)
            assert isinstance(app.loop.screen, Call)
            assert app.loop.screen.panel is not None

            for key in ("escape", "f1"):
                app.post_message(events.Key(key, None))
            mouse(app, events.MouseScrollDown, 5, 5)
            mouse(app, events.MouseScrollDown, 5, 5)
            await quiet(app, pilot)
            panel = getattr(app.loop.screen, "panel")  # noqa: B009 - the help is open
            assert panel.page.scroll.top == 2 * WHEEL

    async def test_a_burst(self, copies: Copies) -> None:
        """Keys and clicks posted all at once are stored as if each had been waited for."""
        cat = random.Random(11)
        hands = ["enter", "1", "1", *(_anything(cat) for _ in range(60))]
        slow, fast = copies(), copies()
        assert await _played(slow, hands, at_once=False) == await _played(fast, hands, at_once=True)
        assert _interview(slow) == _interview(fast)
        assert _went_alike(slow, fast)
        assert len(_interview(slow)) > 2

    async def test_after_the_end(self, database: Database) -> None:
        """There is no picture of a program that is over, and nothing on it to click."""
        app = Ringerunde(lambda: database, "test@pc")
        async with app.run_test(size=(80, 24)) as pilot:
            await quiet(app, pilot)
            app.loop.screen = Gone()
            app.clicked(23, 3)
            assert app.failure is None


async def _played(
    database: Database, hands: list[str | tuple[int, int]], *, at_once: bool
) -> list[str]:
    """The picture after all that these hands did, without its clocks."""
    app = Ringerunde(lambda: database, "test@pc")
    async with app.run_test(size=(80, 24)) as pilot:
        await begun(app, pilot)
        for hand in hands:
            if isinstance(hand, tuple):
                mouse(app, events.MouseDown, *hand)
                mouse(app, events.MouseUp, *hand)
            else:
                post(app, hand)
            if not at_once:
                await quiet(app, pilot)
        await quiet(app, pilot)
        return [strip.text for strip in app.picture.lines[1:]]


@needs_a_pseudo_terminal
@pytest.mark.slow
@pytest.mark.usefixtures("any_hour")
class TestInATerminal:
    """The installed program in a pseudo-terminal, with what a terminal sends for a mouse."""

    def test_keys_and_clicks_in_one_write(self, filled_file: Path, tmp_path: Path) -> None:
        """A whole way in: the name, the case by a click, the card, the call, an answer."""
        path = tmp_path / "terminal.sqlite"
        path.write_bytes(filled_file.read_bytes())
        program: list[str | Path] = [sys.executable, "-m", "interviewer", "--database", path]
        with Terminal(program, cwd=CHECKOUT) as terminal:
            terminal.wait_for("Hvem er du?")
            terminal.type("Kari\r")
            terminal.wait_for("Ringeliste")
            terminal.type(_click(terminal, "Moss (Østfold)") + "\r\r")
            terminal.wait_for("God dag")
            terminal.type("\r" + _click(terminal, "F4 Merknad") + "etter lunsj\r")
            terminal.wait_for("etter lunsj")
            terminal.wait_for("( ) Ja")  # the remark is stored, and no longer in the way
            terminal.type(_click(terminal, "( ) Ja"))
            terminal.wait_for("2 av")


def _click(terminal: Terminal, words: str) -> str:
    """What a terminal sends when the place where these words stand is clicked."""
    for row, line in enumerate(terminal.screen(), start=1):
        if words in line:
            at = f"{line.index(words) + 2};{row}"
            return f"\x1b[<0;{at}M\x1b[<0;{at}m"
    raise AssertionError(f"{words!r} is not on the screen")


class TestMarkedText:
    """From one cell to another."""

    def test_on_one_line_and_on_several(self) -> None:
        strips = _strips("første linje  ", "andre linje   ", "tredje        ")
        assert Selection(ScreenCell(0, 7), ScreenCell(0, 11)).text(strips) == "linje"
        assert (
            Selection(ScreenCell(0, 7), ScreenCell(2, 5)).text(strips)
            == "linje\nandre linje\ntredje"
        )

    def test_backwards(self) -> None:
        """From below to above is the same."""
        strips = _strips("første linje  ", "andre linje   ")
        assert Selection(ScreenCell(1, 4), ScreenCell(0, 7)).text(strips) == "linje\nandre"


def _strips(*lines: str) -> list[Strip]:
    return [Strip([Segment(line)]) for line in lines]
