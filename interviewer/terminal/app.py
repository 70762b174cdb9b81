"""The terminal: keys in, in their order; the thread that stores; and when to paint.

Everything the program knows about Textual is in this room: here, in `picture`, which paints, and in
`keyboard`, which knows the bytes of keys.  What Textual keeps to itself is touched in
`textual_parts` alone.
"""

import asyncio
import gc
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeAlias
from uuid import uuid4

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.driver import Driver

from interviewer.controls.keys import Keycap, Press, keycap_of, name_of
from interviewer.controls.screen import Copy, Gone, Telephone
from interviewer.draw.bars import LEAST_COLUMNS, LEAST_ROWS, Surroundings
from interviewer.draw.clicks import keys_at
from interviewer.engine.stamp import Stamp
from interviewer.engine.task import Task, UnderWay, task
from interviewer.failures import Trouble
from interviewer.plain_signs import are_plain_signs_wanted
from interviewer.screens.opening.state import Opening
from interviewer.screens.picture import draw
from interviewer.terminal.closing import Closing, when_it_is_ended
from interviewer.terminal.keyboard import KeyByKey
from interviewer.terminal.looks import Looks, Prompter
from interviewer.terminal.loop import Loop
from interviewer.terminal.painting import Painting
from interviewer.terminal.picture import Picture, Scene
from interviewer.terminal.pointer import Pointer, Selection
from interviewer.terminal.storing import FirstLooks, Opens, Storing
from interviewer.terminal.textual_parts import (
    Whole,
    read_with,
    report_presses_alone,
    straight_to,
    write_on_after_the_end,
)

if TYPE_CHECKING:
    from db.database import Database

_AT_ANY_SIZE: Final = frozenset({Keycap.CTRL_Q, Keycap.CTRL_G})
"""What may be done without seeing anything."""

WHEEL: Final = 3
"""So many lines a notch of the wheel moves, as in other programs of a terminal."""


def _collect_garbage_again() -> None:
    """All is loaded: from here on there is garbage, and no need to look for it in the libraries,
    while somebody waits for a key."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


Meanwhile: TypeAlias = "Callable[[Database, Event], None]"
"""What is made while the first screen is read: in which database, and a sign that one leaves."""


class Ringerunde(Whole, inherit_bindings=False):
    """The program in a terminal.  `opens` gives the database, on the storing thread.

    What it `looks` at before that, if there is anything to see, is the first list.
    What is made `meanwhile` is a new database: who is calling is asked before there is one, and all
    of it goes before anything that is typed.
    """

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []
    TITLE = "Ringerunde"

    def __init__(
        self,
        opens: Opens,
        seat: str,
        *,
        practice: bool = False,
        reviewing: bool = False,
        meanwhile: "Meanwhile | None" = None,
        prompter: "Prompter | None" = None,
        looks: "FirstLooks | None" = None,
    ) -> None:
        super().__init__()
        self.storing = Storing(opens, looks, self._opened, self._waits)
        self._meanwhile = meanwhile
        self._making = meanwhile is not None
        self._leaving = Event()
        self._practice = practice
        self.loop = Loop(Opening(seat, reviewing, nobody=self._making), self)
        self.picture = Picture(self._seen)
        self._typed_ahead: list[events.Event] | None = []
        self._looks = Looks(self, prompter)
        self.painting = Painting(self)
        self._in_ascii = are_plain_signs_wanted()
        self.failure: BaseException | None = None
        self._event_loop: asyncio.AbstractEventLoop | None = None
        self._pointer = Pointer(self)
        self._at_closing = Closing(lambda: self.soon(self._ended))
        self._console_tells: Any = None

    def get_driver_class(self) -> type[Driver]:
        """The terminal, read key by key, and written to as long as there is one."""
        driver = super().get_driver_class()  # which loads it
        read_with(KeyByKey)
        write_on_after_the_end()
        return straight_to(driver, self._from_outside)

    def compose(self) -> ComposeResult:
        """The one widget."""
        yield self.picture

    def on_mount(self) -> None:
        """The picture is there; now the database, whose libraries take longer to load."""
        self._event_loop = asyncio.get_running_loop()
        self._looks.wear(self._looks.palette)
        self.picture.focus()
        self.call_after_refresh(self.storing.seen.set)
        self._console_tells = when_it_is_ended(self._event_loop, self._ended, self._at_closing)
        report_presses_alone(self)
        self.set_interval(1.0, self.painting.tick)
        assert isinstance(self.loop.screen, Opening), "the program begins by opening the database"
        self.loop.begin(self.loop.screen.begin(datetime.now(UTC)))
        ahead, self._typed_ahead = self._typed_ahead or [], None
        for event in ahead:
            self._take(event)
        if (make := self._meanwhile) is not None:
            self.store(task(make, self._leaving)).add_done_callback(self._made)

    def _made(self, done: "Future[Any]") -> None:
        self._making = False
        error = done.exception()
        self.soon(self.changed if error is None else lambda: self.crashed(error))

    def _ended(self) -> None:
        """From outside, and perhaps there is little time: what is on its way is kept first."""
        self.loop.end(Stamp(datetime.now(UTC), uuid4(), ran=monotonic()))
        self.exit(return_code=1)

    # ── Keys and pictures ────────────────────────────────────────────────────────────────────────

    async def on_event(self, event: events.Event) -> None:
        """What a test types comes by Textual's queue."""
        if isinstance(event, events.Key | events.Paste | events.MouseEvent):
            self._from_outside(event)
        else:
            await super().on_event(event)

    def _from_outside(self, event: events.Event) -> None:
        """Keys, pasted text and the mouse, before anything else can take them.

        None once it ends: what is kept is what there was then, and after a fault nobody knows what
        a key would lead to.
        """
        if self.is_ending:
            return
        if self._typed_ahead is not None:  # before there was a screen: it is for the first one
            self._typed_ahead.append(event)
        else:
            self._told(partial(self._take, event))

    def _take(self, event: events.Event) -> None:
        if isinstance(event, events.Key):
            self._pressed(event)
        elif isinstance(event, events.Paste):
            self._hands_at_work()
            if not self._is_too_small():
                self.loop.paste(event.text, self._press("paste"))
        elif isinstance(event, events.MouseEvent):
            self._pointer.take(event)

    def _pressed(self, event: events.Key) -> None:
        self._hands_at_work()
        char = event.character if event.character and event.is_printable else ""
        press = self._press(event.key, char)
        if not self._is_too_small() or keycap_of(press) in _AT_ANY_SIZE:
            self.loop.press(press)

    def _press(self, name: str, char: str = "") -> Press:
        return Press(datetime.now(UTC), uuid4(), name, char, ran=monotonic())

    def _hands_at_work(self) -> None:
        self.painting.pressed_at = monotonic()
        self.selects(None)

    # ── The mouse ────────────────────────────────────────────────────────────────────────────────

    def clicked(self, line: int, column: int) -> None:
        """A click: what stands there is pressed."""
        self._hands_at_work()
        self.loop.click(line, column, self._press("click"))

    def turned(self, key: Keycap) -> None:
        """The wheel: the keys that move."""
        self._hands_at_work()
        for _ in range(0 if self._is_too_small() else WHEEL):
            self.loop.press(self._press(name_of(key)))

    def selects(self, selection: Selection | None) -> None:
        """Text is being marked on the screen, or is no more; the state knows nothing of it."""
        if self.picture.select(selection):
            self.painting.paint()

    def selected(self, selection: Selection) -> None:
        """The marked text, for the clipboard; it stays marked until the next key."""
        if text := selection.text(self.picture.lines):
            self.hand(Copy(text))

    def keys_at(self, line: int, column: int) -> tuple[str, ...]:
        """Which keys a place of the picture stands for, as the state is now."""
        if isinstance(self.loop.screen, Gone):
            return ()
        seen = self._seen(*self.picture.size)
        return keys_at(draw(seen.screen, seen.around), line, column)

    def _is_too_small(self) -> bool:
        """Nobody answers a question that is not on the screen.

        Before the first picture has a size, the terminal has one: it was looked at first.
        """
        if not (size := self.picture.size):
            return False
        return size.width < LEAST_COLUMNS or size.height < LEAST_ROWS

    def _seen(self, columns: int, rows: int) -> Scene:
        loop = self.loop
        around = Surroundings(
            columns,
            rows,
            datetime.now(UTC),
            saving=loop.saving,
            failing=loop.failing,
            waiting=loop.waiting,
            practice=self._practice,
            making=self._making,
            ran=monotonic(),
            prompt=self._looks.prompt,
            in_ascii=self._in_ascii,
        )
        return Scene(loop.screen, around)

    # ── What the loop runs in ─────────────────────────────────────────────────────────────────────

    def store(self, task: Task[Any]) -> "Future[Any]":
        """One thing after the other: the order of answers is the order of keys."""
        return self.storing.store(task)

    def _waits(self, words: str) -> None:
        """Somebody else uses the database: nobody wonders what the program is doing."""
        self.soon(lambda: self.loop.warn(words))

    def _opened(self, database: "Database") -> None:
        """What there is to tell of the database is told now, if a screen was there before it."""
        if (self.storing.has_looked or self._making) and (words := " ".join(database.warnings)):
            self.soon(lambda: self.loop.warn(words))
        self._practice = database.practice
        self._looks.wear_what_is_set()
        database.before_disk = self._draw_ahead
        _collect_garbage_again()

    def _draw_ahead(self) -> None:
        """Soon; nothing that goes wrong with it keeps an answer from the disk."""
        with suppress(RuntimeError):  # the screen has just gone
            self.soon(self.painting.draw_ahead)

    def soon(self, call: Callable[[], None]) -> None:
        """Call back on the thread of the screen."""
        if self._event_loop is not None and not self._event_loop.is_closed():
            self._event_loop.call_soon_threadsafe(self._told, call)

    def later(self, seconds: float, call: Callable[[], None]) -> asyncio.TimerHandle | None:
        """Call back after a while; what would call can be stopped.

        Not with Textual's timer: what is called by `soon` does not know which app it belongs to,
        and a timer that is set there dies without a word.
        """
        there = self._event_loop
        return there.call_later(seconds, self._told, call) if there is not None else None

    def _told(self, call: Callable[[], None]) -> None:
        """Call; what nobody foresaw ends the program, where the loop would only mutter about it."""
        try:
            call()
        except Exception as error:
            self.crashed(error)

    def changed(self) -> None:
        """Something new to draw."""
        self.painting.changed()

    def change_looks(self, key: Keycap) -> bool:
        """Other colours, or more or less of what stands beside it all; whether that was so."""
        return self._looks.change(key)

    def set_aside(self, going_on: UnderWay, *, at_once: bool) -> bool:
        """Beside the database, if it could be opened."""
        return self.storing.set_aside(going_on, at_once=at_once)

    def forget_aside(self, *, but_typed: bool) -> bool:
        """It has been stored."""
        return self.storing.forget_aside(but_typed=but_typed)

    def hand(self, thing: Copy | Telephone) -> None:
        """Text to the clipboard, if need be the terminal's; a number to what answers to `tel:`."""
        if isinstance(thing, Copy):
            from interviewer.terminal.clipboard import copy

            text = thing.text
            through_terminal = partial(self.soon, partial(self.copy_to_clipboard, text))
            Thread(target=copy, args=(text, through_terminal), daemon=True).start()
        else:
            from interviewer.terminal.telephone import ring

            self.storing.behind(partial(ring, thing.number))

    def leave(self) -> None:
        """Nothing is left undone: what was answered has been stored."""
        self.exit(return_code=1 if self.loop.failing else 0)

    def crashed(self, error: BaseException) -> None:
        """End at once; what went wrong is told when the terminal is itself again."""
        self.failure = error
        self.loop.set_aside()
        self.exit(return_code=1)

    def close(self) -> None:
        """Let go of the database when everything under way has been stored."""
        self._leaving.set()
        if self.failure is not None:
            self.failure = self.storing.reason(self.failure)
        if self.storing.close():
            self.loop.forget_stored()
        self._at_closing.over.set()

    def panic(self, *renderables: Any) -> None:
        """The thread that reads the keys has died: Textual would show how, and leave with 0."""
        said = "Tastaturet kan ikke leses lenger. Alle svar er lagret. Start på nytt."
        self.crashed(Trouble("S-KEYBOARD", said))
