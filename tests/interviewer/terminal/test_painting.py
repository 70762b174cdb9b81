"""How much is drawn and sent for a key: counted, so that it cannot creep back."""

import asyncio
import re
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from time import monotonic

import pytest
from textual import events
from textual.pilot import Pilot
from textual.strip import Strip

from db.database import Database
from interviewer.draw import bars
from interviewer.engine.text_field import TextField
from interviewer.screens.call.state import Call
from interviewer.screens.call_list.state import CallList
from interviewer.services.listing import listing
from interviewer.terminal import painting
from interviewer.terminal.app import Ringerunde
from interviewer.terminal.picture import Drawn, Picture, Scene
from tests.interviewer.conftest import Copies
from tests.interviewer.unsaved.aside import Aside
from tests.support.commits import commits
from tests.support.keyboard import TO_THE_NAME, Keyboard
from tests.support.patience import Deadline, waited_for
from tests.support.platforms import needs_a_pseudo_terminal
from tests.support.terminal import Terminal
from tests.support.xterm_keys import KEYS

pytestmark = pytest.mark.usefixtures("any_hour")

CHECKOUT = Path(__file__).parents[3]
LINES = 24


@dataclass
class Painted:
    """What the terminal was sent: one entry a picture, the numbers of the lines in it."""

    pictures: list[list[int]] = field(default_factory=list)
    drawn: int = 0


@dataclass
class Watched:
    """The program, somebody at its keys, and what it paints."""

    app: Ringerunde
    pilot: Pilot[None]
    painted: Painted
    database: Database

    async def keys(self, *keys: str) -> list[list[int]]:
        """Press keys, wait until all is stored, and tell what was painted for them."""
        self.painted.pictures.clear()
        self.painted.drawn = 0
        self.press(*keys)
        await self.quiet()
        return self.painted.pictures

    def press(self, *keys: str) -> None:
        """All of them at once."""
        for key in keys:
            self.app.post_message(events.Key(key, key if len(key) == 1 else None))

    async def quiet(self) -> None:
        """Nothing is on its way any more."""
        await self.pilot.pause()
        while self.app.loop.saving or self.app.loop.waiting:
            await asyncio.sleep(0.001)

    async def sees_something(self, meanwhile: Callable[[], None] = lambda: None) -> None:
        """Something has been painted, however long that took; `meanwhile`, until then."""
        async with asyncio.timeout(Deadline().left):
            while not self.painted.pictures:
                meanwhile()
                await asyncio.sleep(0.001)

    async def begins_to_store(self, *keys: str) -> tuple[int, Event]:
        """The disk has begun to work, and waits for the event; how many pictures are drawn."""
        database, works, goes_on = self.database, Event(), Event()
        told = database.before_disk

        def work() -> None:
            told()
            works.set()
            goes_on.wait()

        self.painted.pictures.clear()
        self.painted.drawn, database.before_disk = 0, work
        self.press(*keys)
        while not works.is_set():
            await asyncio.sleep(0.001)
        await self.pilot.pause()
        database.before_disk = told
        return self.painted.drawn, goes_on

    def stop_the_disk(self) -> Event:
        """Nothing is stored from here on, until the event is set."""
        goes_on = Event()
        self.app.storing.behind(goes_on.wait)
        return goes_on

    def tick(self) -> None:
        """A second has passed, and nobody is typing."""
        self.app.painting.pressed_at = 0.0
        self.app.painting.tick()


@asynccontextmanager
async def watched(
    database: Database, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int] = (80, LINES)
) -> AsyncIterator[Watched]:
    """Kari, with the switchboard of Halden on the line."""
    painted = Painted()
    draw = Picture._drawn

    def send(self: Picture, changed: list[tuple[int, Strip]]) -> None:
        painted.pictures.append([y for y, _ in changed])

    def count(self: Picture, seen: Scene) -> Drawn:
        painted.drawn += 1
        return draw(self, seen)

    monkeypatch.setattr(Picture, "_send", send)
    monkeypatch.setattr(Picture, "_drawn", count)
    for module, moment in (painting, "BLINK"), (bars, "A_MOMENT"):
        monkeypatch.setattr(module, moment, 60.0)  # a slow disk must not fail a test
    monkeypatch.setattr(Ringerunde, "set_interval", lambda *args: None)  # only `tick` ticks
    app = Ringerunde(lambda: database, "test@pc")
    async with app.run_test(size=size) as pilot:
        kari = Watched(app, pilot, painted, database)
        for keys in ("Kari", ("enter",), "halden", ("enter",), ("enter",), ("enter",)):
            await kari.keys(*keys)
        yield kari


CLOCK = re.compile(r" *(kl\. \d\d\.\d\d|\d\d:\d\d(:\d\d)?)")


def timeless(lines: Sequence[str]) -> list[str]:
    """The picture without its clocks, which stand at the right edge."""
    return [CLOCK.sub("", line) for line in lines]


@needs_a_pseudo_terminal
@pytest.mark.slow
class TestInATerminal:
    """What is sent line by line adds up to the picture."""

    def test_the_same_picture(self, copies: Copies, filled_file: Path, tmp_path: Path) -> None:
        """After each key, in a window of either size, and after the window has changed."""
        path = tmp_path / "terminal.sqlite"
        path.write_bytes(filled_file.read_bytes())
        alone = Keyboard(copies()).sits_down().dials()
        program: list[str | Path] = [sys.executable, "-m", "interviewer", "--database", path]
        with Terminal(program, cwd=CHECKOUT) as terminal:
            terminal.wait_for("Hvem er du?")
            terminal.type("Kari")
            terminal.wait_for("› Kari")
            assert terminal.cursor == behind("› Kari", terminal.screen())
            assert not terminal.hides_cursor  # a magnifier goes where it is
            terminal.type("\r")
            terminal.wait_for("Ringeliste")
            terminal.type("halden\r\r\r")
            size = (80, 24)
            for key in ("enter", "1", "1", "K", "f1", "f1", "enter", "wide", "f7", "f6", "escape"):
                if key == "wide":
                    size = (130, 30)
                    terminal.resize(*size)
                else:
                    alone.keys(key)
                    terminal.press(KEYS_BY_NAME.get(key, key))
                wanted = timeless(alone.picture(*size).splitlines())
                wait_for_picture(terminal, wanted)
            assert terminal.hides_cursor  # nothing is typed at a question with options


def behind(text: str, lines: Sequence[str]) -> tuple[int, int]:
    """The column and the row right behind it."""
    (place,) = (
        (line.index(text) + len(text), row) for row, line in enumerate(lines) if text in line
    )
    return place


KEYS_BY_NAME = {name.lower(): name for name in KEYS}


def wait_for_picture(terminal: Terminal, wanted: list[str]) -> None:
    """Return as soon as it stands on the screen."""
    assert waited_for(lambda: timeless(terminal.screen()) == wanted)


class TestAKey:
    """One picture, drawn once, and of it only what is new."""

    async def test_one_picture_for_a_stored_answer(
        self, database: Database, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """When it has been stored, and none before: "lagrer …" is for what takes longer."""
        async with watched(database, monkeypatch) as kari:
            for key in TO_THE_NAME:
                assert len(await kari.keys(key)) == 1
                assert kari.painted.drawn == 1

    async def test_one_commit_for_an_answer(
        self, database: Database, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """By the file's own count; and none for a letter, which is kept when one rests."""
        async with watched(database, monkeypatch) as kari:
            for key in (*TO_THE_NAME, "K", "enter"):
                before = commits(database.where)
                await kari.keys(key)
                assert commits(database.where) - before == (key != "K")

    async def test_is_drawn_while_the_disk_works(
        self, database: Database, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Nobody sees it before it has been stored; then it need only be sent."""
        async with watched(database, monkeypatch) as kari:
            drawn, goes_on = await kari.begins_to_store("enter")
            assert (drawn, kari.painted.pictures) == (1, [])
            goes_on.set()
            await kari.quiet()
            assert (kari.painted.drawn, len(kari.painted.pictures)) == (1, 1)

    async def test_is_drawn_again_where_it_is_no_longer_so(
        self, database: Database, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A disk that took its time: the clock has gone on, and no picture shows an old one."""
        async with watched(database, monkeypatch) as kari:
            monkeypatch.setattr(bars, "A_MOMENT", 0.0)
            _, goes_on = await kari.begins_to_store("enter")
            goes_on.set()
            await kari.quiet()
            assert (kari.painted.drawn, len(kari.painted.pictures)) == (2, 1)

    async def test_a_screen_that_is_gone_keeps_nothing_from_the_disk(
        self, database: Database, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What is on its way while one leaves is stored, though nobody will look at it."""
        async with watched(database, monkeypatch) as kari:
            gone = asyncio.new_event_loop()
            gone.close()
            with monkeypatch.context() as leaving:
                leaving.setattr(gone, "is_closed", lambda: False)  # a moment ago it was there
                leaving.setattr(kari.app, "_event_loop", gone)
                with pytest.raises(RuntimeError):
                    kari.app.soon(kari.app.changed)
                database.before_disk()

    async def test_that_is_not_the_last_one_is_not_drawn(
        self, database: Database, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Where another key waits, what the first leads to is gone in passing."""
        async with watched(database, monkeypatch) as kari:
            drawn, goes_on = await kari.begins_to_store("enter", "1")
            assert drawn == 0
            goes_on.set()
            await kari.quiet()

    @pytest.mark.parametrize("size", [(80, LINES), (200, 50)])
    async def test_only_the_lines_that_differ(
        self, database: Database, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
    ) -> None:
        """A letter in a name: its line, and not the twenty around it."""
        async with watched(database, monkeypatch, size) as kari:
            await kari.keys(*TO_THE_NAME)
            for letter in "Kari":
                (picture,) = await kari.keys(letter)
                assert len(picture) <= 2  # the bar, if a second has passed, has a clock

    async def test_a_question_leaves_bar_and_keys_alone(
        self, database: Database, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The next question: the bar, its words and its options; not the lines that stay empty."""
        async with watched(database, monkeypatch) as kari:
            await kari.keys("enter")
            (picture,) = await kari.keys("1")
            assert len(picture) <= LINES // 2
            assert LINES - 1 not in picture
            assert 1 not in picture

    async def test_a_step_in_the_palette(
        self, database: Database, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The mark moves: the row that had it and the row that has it, and no other."""
        async with watched(database, monkeypatch) as kari:
            await kari.keys("ctrl+f")
            (picture,) = await kari.keys("down")
            assert kari.painted.drawn == 1
            assert len(picture) <= 3  # and the bar, if a second has passed

    async def test_a_burst_is_not_painted_key_by_key(
        self, database: Database, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What nobody can see in passing is not drawn: only where it ends."""
        async with watched(database, monkeypatch) as kari:
            disk = kari.stop_the_disk()
            kari.painted.pictures.clear()
            kari.press(*TO_THE_NAME, *"Kari Nordmann")
            await kari.pilot.pause()
            disk.set()
            await kari.quiet()
            assert len(kari.painted.pictures) == 1


class TestStoringThatTakesLong:
    """A slow disk, a server far away."""

    async def test_is_said_after_a_blink(
        self, database: Database, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The bar says "lagrer …" while it lasts; then comes the question."""
        async with watched(database, monkeypatch) as kari:
            monkeypatch.setattr(painting, "BLINK", 0.05)
            disk = kari.stop_the_disk()
            kari.painted.pictures.clear()
            kari.press("enter")
            await kari.sees_something()
            assert kari.painted.pictures == [[0]]
            disk.set()
            await kari.quiet()
            assert len(kari.painted.pictures) == 2


class TestASecond:
    """The clock runs, and a half-typed text is kept; no key waits for either."""

    async def test_paints_the_clocks_line(
        self, database: Database, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Nothing else has changed."""
        async with watched(database, monkeypatch) as kari:
            kari.painted.pictures.clear()
            await kari.sees_something(kari.tick)
            assert kari.painted.pictures == [[0]]

    async def test_paints_nothing_while_somebody_types(
        self, database: Database, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Their keys paint the clock as well."""
        async with watched(database, monkeypatch) as kari:
            await kari.keys("enter")
            kari.painted.drawn = 0
            kari.app.painting.pressed_at = monotonic()  # however long that key has taken
            kari.app.painting.tick()
            assert kari.painted.drawn == 0

    async def test_shows_what_is_found_when_all_of_it_is_ready(
        self, database: Database, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Another case may stand on top then: no key leads to one that nobody has seen there."""
        async with watched(database, monkeypatch) as kari:
            call = kari.app.loop.screen
            assert isinstance(call, Call)
            now = datetime.now(UTC)
            found = CallList.of(call.who, listing(database, call.who.settings), now)
            early = replace(found.listing, names={})
            kari.app.loop.screen = replace(found, listing=early, line=TextField.of("s"))
            disk = kari.stop_the_disk()  # what is read meanwhile would be painted, too
            kari.tick()
            was_ready, drawn = early.is_ready, kari.painted.drawn
            while not early.is_ready:
                await asyncio.sleep(0.001)
            now_drawn = kari.painted.drawn
            disk.set()
            assert (was_ready, now_drawn) == (False, drawn + 1)

    async def test_a_key_does_not_wait_for_the_draft(
        self, database: Database, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What is typed while it is being kept is on the screen at once."""
        async with watched(database, monkeypatch) as kari:
            await kari.keys(*TO_THE_NAME, "K")
            disk = kari.stop_the_disk()
            kari.tick()
            kari.press("a")
            await kari.pilot.pause()
            assert not kari.app.loop.waiting
            entry = getattr(kari.app.loop.screen, "talk").entry  # noqa: B009 - a call
            assert entry.typed == "Ka"
            disk.set()
            await kari.quiet()

    async def test_a_key_does_not_wait_for_half_a_remark(
        self, database: Database, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """It is put aside behind the keys; what they lead to meanwhile is not undone by it."""
        async with watched(database, monkeypatch) as kari:
            aside = Aside(database)
            await kari.keys(*TO_THE_NAME, "f4", "K")
            disk = kari.stop_the_disk()
            kari.tick()
            kari.press("a")
            await kari.pilot.pause()
            assert not kari.app.loop.waiting
            assert getattr(kari.app.loop.screen, "panel").line.text == "Ka"  # noqa: B009 - a call
            disk.set()
            while not aside.files:
                await asyncio.sleep(0.001)
            kari.tick()
            kari.press("enter")
            await kari.quiet()
            assert aside.files == []
