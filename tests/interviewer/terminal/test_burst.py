"""Any burst of keys gives the same interview as slow typing: in Textual, and in a real terminal."""

import asyncio
import random
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlmodel import col
from textual import events
from textual._context import active_app
from textual.driver import Driver
from textual.drivers.headless_driver import HeadlessDriver
from textual.geometry import Size
from textual.message import Message
from textual.pilot import Pilot

from db.database import Database
from db.open_database import open_database
from db.records import AnswerEntry
from db.statements import fetch
from db.tables import InterviewRow
from interviewer.controls.keys import NAMED_KEYS
from interviewer.terminal.app import Ringerunde
from interviewer.terminal.textual_parts import straight_to
from tests.interviewer.conftest import Copies
from tests.support.keyboard import HALDEN, NOON, Keyboard, file_of, kept_of, without_ids
from tests.support.patience import waited_for
from tests.support.platforms import needs_a_pseudo_terminal
from tests.support.terminal import Terminal
from tests.support.xterm_keys import KEYS, sequence

pytestmark = pytest.mark.usefixtures("any_hour")

CHECKOUT = Path(__file__).parents[3]

PERSON = ("enter", "1", "1", *"Kari Å. Lie", "enter", *"rådgiver", "enter", "d", "f7", "f8")
OFFER = ("1", "1", "3", "enter", "1", "1", "2", "3", "enter", *"12", "enter", *"60", "enter")

LONG_CALL = (
    *("f5", "b", "1", "f5", "d", "enter"),  # put through twice, before anybody is asked
    *PERSON,
    *("f5", "escape", "1", "f9", "escape", "1"),  # the definition will do; there are offers
    *("1", "2", "escape", "2", "1", "1", "2", *"2011", "f2", "escape", "enter"),
    *("f4", *"spør igjen", "enter"),
    *("1", *"Læringstunet", "enter", "2", "3", "enter", "1", *"2012", "enter", "enter"),
    *("pageup", "pageup", "backspace", "backspace", *"2013", "enter", "pagedown"),
    *("f5", "e", "1"),  # somebody else, in the middle
    *PERSON,
    *("f6", *"hva heter tilbudet", "enter", *"Diabetes", "enter", *OFFER),
    *("1", *"Kols", "enter", *OFFER, "1", *"Hjerte", "enter", *OFFER),
    *("up", "delete", "1"),  # the last one was none, after all
    *("1", *"Smerte [/] og <b>", "enter", *OFFER, "2"),
    *("f2", "escape", "f1", "escape", "f7", "f8", "f7", "?", "!", "pageup", "pageup", "enter"),
)
"""Everything that happens on a long call; Textual's names of the keys."""

ANY_KEY = (
    *("1", "1", "1", "2", "2", "3", "4", "enter", "enter", "escape", "escape", "f1", "f2", "f4"),
    *("f5", "f6", "f7", "f8", "f12", "pageup", "pagedown", "up", "down", "left", "home", "tab"),
    *("backspace", "delete", "a", "å", "0", "9"),
)


def any_call(seed: int) -> tuple[str, ...]:
    """A person on the line, and then hundreds of keys as a cat on the keyboard presses them."""
    cat = random.Random(seed)
    return (*PERSON, *cat.choices(ANY_KEY, k=300))


class TestStraightFromTheTerminal:
    """Keys do not queue up behind what Textual has to do."""

    async def test_is_taken_in_its_order(self) -> None:
        """Keys, pasted text and clicks come to the program one after the other, and nowhere else;
        all that is Textual's own goes its usual way."""
        taken, left = list[events.Event](), list[Message]()
        straight = straight_to(_driver_that(left), taken.append)(Ringerunde(_no_database, "her"))
        clicked = events.MouseDown(None, 0, 0, 0, 0, 1, False, False, False)
        typed = [events.Key("1", "1"), events.Paste("Kari"), clicked, events.Key("enter", None)]
        resized = events.Resize(Size(80, 24), Size(80, 24))
        for one in (typed[0], resized, *typed[1:]):
            straight.process_message(one)
        await asyncio.sleep(0)
        assert taken == typed
        assert left == [resized]

    async def test_knows_its_app(self) -> None:
        """What a key leads to may set a timer, as if Textual had brought the key."""
        known = list[object]()
        app = Ringerunde(_no_database, "her")
        with app._context():
            straight = straight_to(_driver_that([]), lambda _: known.append(active_app.get()))(app)
        threading.Thread(target=straight.process_message, args=[events.Key("1", "1")]).start()
        await asyncio.to_thread(waited_for, lambda: bool(known))
        assert known == [app]


def _no_database() -> Database:
    raise AssertionError("nothing is read here")


def _driver_that(kept: list[Message]) -> type[Driver]:
    """Keeps what it would have sent by Textual's queue."""

    class Kept(HeadlessDriver):
        def send_message(self, message: Message) -> None:
            kept.append(message)

    return Kept


class TestOnceItEnds:
    """It takes a while until the terminal is no longer read."""

    @pytest.mark.parametrize(
        "end",
        [Ringerunde._ended, lambda app: app.crashed(ValueError("unforeseen"))],
        ids=["closed from outside", "after a fault"],
    )
    async def test_no_key_is_taken(self, copies: Copies, end: Callable[[Ringerunde], None]) -> None:
        """What was kept then is all that there was, and nothing more is answered."""
        database = copies()
        app = Ringerunde(lambda: database, "test@pc")
        async with app.run_test() as pilot:
            for some in [("K", "a", "r", "i", "enter"), ("enter",), ("enter",), ("enter",)]:
                post(app, *some)
                await quiet(app, pilot)
            end(app)
            before = app.loop.screen
            for key in ("1", "enter"):
                app._from_outside(events.Key(key, None))
            assert app.loop.waiting == 0
            await quiet(app, pilot)
            assert app.loop.screen is before


class TestInTextual:
    """The real program, with keys posted to it faster than it can store anything."""

    async def test_the_same_interview(self, copies: Copies) -> None:
        """Several hundred keys at once are stored as if each had been waited for.

        And as the state machine alone stores them, which the other tests play with.
        """
        assert len(LONG_CALL) > 250
        slow, fast, alone = copies(), copies(), copies()
        slowly = await _typed(slow, LONG_CALL, at_once=False)
        quickly = await _typed(fast, LONG_CALL, at_once=True)
        assert _interview(fast) == _interview(slow)
        assert _went_alike(fast, slow)
        assert _way(fast) == _way(slow)
        assert quickly == slowly
        assert len(_interview(slow)) > 60
        Keyboard(alone).sits_down().dials().keys(*LONG_CALL)
        assert _interview(fast) == _interview(alone)
        assert _went_alike(fast, alone)
        assert _way(fast) == _way(alone)

    async def test_from_the_first_instant(self, copies: Copies) -> None:
        """Keys typed while the database is still being opened are for what comes after."""
        database = copies()
        app = Ringerunde(lambda: database, "test@pc")
        async with app.run_test() as pilot:
            post(app, *"Kari", "enter", *"halden", *["enter"] * 4, "1")
            await quiet(app, pilot)
        assert [one.question for one in _interview(database)] == ["intro", "consent"]

    def test_the_state_machine_in_one_breath(self, copies: Copies) -> None:
        """Nothing is stored before the last key is down, and everything is the same."""
        slow, fast = copies(), copies()
        Keyboard(slow).sits_down().dials().keys(*LONG_CALL)
        Keyboard(fast).sits_down().dials().burst(*LONG_CALL)
        assert _interview(fast) == _interview(slow)
        assert _went_alike(fast, slow)
        assert _way(fast) == _way(slow)


@pytest.mark.slow
class TestInATerminal:
    """The installed program in a pseudo-terminal, and all keys in one write."""

    @needs_a_pseudo_terminal
    @pytest.mark.parametrize("call", [LONG_CALL, any_call(8)], ids=["long", "any"])
    def test_one_big_write(
        self, copies: Copies, filled_file: Path, tmp_path: Path, call: tuple[str, ...]
    ) -> None:
        """The bytes of the whole call arrive at once; the interview is the one typed slowly."""
        alone, path = copies(), tmp_path / "terminal.sqlite"
        path.write_bytes(filled_file.read_bytes())
        Keyboard(alone).sits_down().dials().keys(*call)
        program: list[str | Path] = [sys.executable, "-m", "interviewer", "--database", path]
        with Terminal(program, cwd=CHECKOUT) as terminal:
            terminal.wait_for("Hvem er du?")
            terminal.type("Kari\r")
            terminal.wait_for("Ringeliste")
            terminal.type("halden\r\r\r" + "".join(map(_bytes, call)))
            with closing(open_database(path, create=False)) as database:
                _wait_until_stored(database, _interview(alone), _way(alone))


async def _typed(database: Database, keys: Sequence[str], *, at_once: bool) -> str:
    """The program after these keys: the question it stands at."""
    app = Ringerunde(lambda: database, "test@pc")
    async with app.run_test() as pilot:
        for some in [("K", "a", "r", "i", "enter"), ("enter",), ("enter",), ("enter",)]:
            post(app, *some)
            await quiet(app, pilot)
        for some in [tuple(keys)] if at_once else [(key,) for key in keys]:
            post(app, *some)
            await quiet(app, pilot)
        return str(getattr(app.loop.screen, "talk").at)  # noqa: B009 - a call is on the screen


def post(app: Ringerunde, *keys: str) -> None:
    """Keys, without waiting for what they lead to."""
    for key in keys:
        char = key if len(key) == 1 else None
        app.post_message(events.Key(NAMED_KEYS.get(key, key), char))


async def quiet(app: Ringerunde, pilot: Pilot[None]) -> None:
    """Nothing is on its way any more."""
    await pilot.pause()
    while app.loop.saving or app.loop.waiting:
        await asyncio.sleep(0.001)
        await pilot.pause(0)


def _interview(database: Database) -> list[AnswerEntry]:
    kept = kept_of(database, HALDEN)
    entries = without_ids(kept.entries) if kept else []
    return [replace(one, at=NOON, steps_back=None) for one in entries]


def _went_alike(*databases: Database) -> bool:
    """Whether there were the same steps back; nobody has waited for those after the last answer."""
    fewer, more = sorted(map(_steps, databases), key=len)
    return fewer == more[: len(fewer)]


def _steps(database: Database) -> list[list[Any]]:
    """Every step back, in order: noted with what was said next, or before, where a second went."""
    kept = kept_of(database, HALDEN)
    with database.read() as session:
        noted = fetch(session, select(col(InterviewRow.steps_back)))
    lists = [row.steps_back for row in noted]
    lists += [one.steps_back for one in kept.entries] if kept else []
    steps = sorted((step for some in lists for step in some or ()), key=lambda step: str(step[2]))
    return [step[:2] for step in steps]


def _way(database: Database) -> list[tuple[str, str]]:
    file = file_of(database, HALDEN)
    names = {c.id: c.department.name for c in file.contacts}
    return [(leg.how.name, names[leg.to_id] if leg.to_id else "") for leg in file.redirects]


def _bytes(key: str) -> str:
    names = {name.lower(): name for name in KEYS}
    return sequence(names.get(key, key))


def _wait_until_stored(
    database: Database, expected: list[AnswerEntry], way: list[tuple[str, str]]
) -> None:
    waited_for(lambda: (_interview(database), _way(database)) == (expected, way))
    assert _interview(database) == expected
    assert _way(database) == way
