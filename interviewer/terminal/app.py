"""The terminal: keys in, in their order; the thread that stores; and when to paint.

Everything the program knows about Textual is in this room: here, in `picture`, which paints, and in
`keyboard`, which knows the bytes of keys.  What Textual keeps to itself is touched in
`textual_parts` alone.
"""

import asyncio
import gc
import signal
import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeAlias
from uuid import uuid4

from rich.text import Text as Styled
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.driver import Driver

from interviewer.controls.keys import Keycap, Press, keycap_of, name_of
from interviewer.controls.screen import Copy, Gone, Telephone
from interviewer.draw.bars import LEAST_COLUMNS, LEAST_ROWS, Surroundings
from interviewer.draw.clicks import keys_at
from interviewer.draw.palettes import COLOURLESS, DARK, PALETTES, Palette
from interviewer.engine.task import Task, task
from interviewer.failures import Trouble
from interviewer.plain_signs import are_plain_signs_wanted
from interviewer.screens.opening.state import Opening
from interviewer.screens.picture import draw
from interviewer.terminal.closing import Closing, when_the_console_goes
from interviewer.terminal.keyboard import KeyByKey
from interviewer.terminal.looks import next_to, remember, remembered, textual_theme
from interviewer.terminal.loop import Loop
from interviewer.terminal.picture import Picture
from interviewer.terminal.pointer import Pointer, Selection
from interviewer.terminal.textual_parts import (
    Whole,
    read_with,
    report_presses_alone,
    write_on_after_the_end,
)

if TYPE_CHECKING:
    from db.engine import Database
    from db.first_look import FirstLook
    from interviewer.controls.screen import Screen
    from interviewer.draw.prompter import Prompt, Shown
    from interviewer.services import Start

BLINK: Final = 0.1
"""Seconds that storing may take before the screen says that it does: what is over sooner would
only be painted twice."""

_AT_ANY_SIZE: Final = frozenset({Keycap.CTRL_Q, Keycap.CTRL_G})
"""What may be done without seeing anything."""

WHEEL: Final = 3
"""So many lines a notch of the wheel moves, as in other programs of a terminal."""

PAUSE: Final = 0.2
"""Seconds without a key after which nobody is typing just now."""

FIRST_PICTURE: Final = 2.0
"""Seconds after which the database is opened even if the first picture is not there yet: its
libraries take all the time there is, and the picture needs little."""


def _collect_garbage_again() -> None:
    """All is loaded: from here on there is garbage, and no need to look for it in the libraries,
    while somebody waits for a key."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


Meanwhile: TypeAlias = "Callable[[Database, Event], None]"
"""What is made while the first screen is read: in which database, and a sign that one leaves."""

Prompter: TypeAlias = "Callable[[Screen], Prompt | None]"
"""What stands beside a screen while somebody practises."""


class Ringerunde(Whole, inherit_bindings=False):
    """The program in a terminal.  `opens` gives the database, on the storing thread.

    What it `looks` at before that, if there is anything to see, is the first list.
    What is made `meanwhile` goes before anything that is typed on the first screen.
    """

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []
    TITLE = "Ringerunde"

    def __init__(
        self,
        opens: "Callable[[], Database]",
        seat: str,
        *,
        practice: bool = False,
        reviewing: bool = False,
        meanwhile: "Meanwhile | None" = None,
        prompter: "Prompter | None" = None,
        looks: "Callable[[], FirstLook | None] | None" = None,
    ) -> None:
        super().__init__()
        self._looks = looks
        self._prompter = prompter
        self._prompt_shown: Shown | None = None
        self._opens = opens
        self._meanwhile = meanwhile
        self._making = meanwhile is not None
        self._leaving = Event()
        self._practice = practice
        self._database: Database | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self.loop = Loop(Opening(seat, reviewing), self)
        self.picture = Picture(self._drawn)
        self._chosen = remembered()
        self._palette = self._chosen or DARK
        self._in_ascii = are_plain_signs_wanted()
        for palette in PALETTES.values():
            self.register_theme(textual_theme(palette))
        self.theme = self._palette.name
        self.failure: BaseException | None = None
        self._seen = Event()
        self._listed = Event()
        self._look: FirstLook | None = None
        self._latest: Future[Any] | None = None
        self._event_loop: asyncio.AbstractEventLoop | None = None
        self._blink: asyncio.TimerHandle | None = None
        self._pressed_at = 0.0
        self._pointer = Pointer(self)
        self._at_closing = Closing(self._console_closed)
        self._console_tells: Any = None

    def get_driver_class(self) -> type[Driver]:
        """The terminal, read key by key, and written to as long as there is one."""
        read_with(KeyByKey)
        write_on_after_the_end()
        return super().get_driver_class()

    def compose(self) -> ComposeResult:
        """The one widget."""
        yield self.picture

    def on_mount(self) -> None:
        """The picture is there; now the database, whose libraries take longer to load."""
        self._event_loop = asyncio.get_running_loop()
        self._wear(self._palette)
        self.picture.focus()
        self.call_after_refresh(self._seen.set)
        self._catch_signals()
        report_presses_alone(self)
        self.set_interval(1.0, self._tick)
        assert isinstance(self.loop.screen, Opening), "the program begins by opening the database"
        self.loop.begin(self.loop.screen.begin(datetime.now(UTC)))
        if (make := self._meanwhile) is not None:
            self.store(task(make, self._leaving)).add_done_callback(self._made)

    def _made(self, done: "Future[Any]") -> None:
        self._making = False
        error = done.exception()
        self.soon(self.changed if error is None else lambda: self.crashed(error))

    def _catch_signals(self) -> None:
        """A closed window or a shutdown ends the program: a terminal that is gone never answers."""
        assert self._event_loop is not None, "there is a picture"
        if sys.platform == "win32":
            self._console_tells = when_the_console_goes(self._at_closing)
            return
        for number in (signal.SIGTERM, signal.SIGHUP):
            self._event_loop.add_signal_handler(number, self._ended)

    def _console_closed(self) -> None:
        """The same on Windows, which tells of it on a thread of its own."""
        if self._event_loop is not None:
            self._event_loop.call_soon_threadsafe(self._ended)

    def _ended(self) -> None:
        """From outside, and perhaps there is little time: what is on its way is kept first."""
        self.loop.set_aside()
        self.exit(return_code=1)

    # ── Keys and pictures ────────────────────────────────────────────────────────────────────────

    async def on_event(self, event: events.Event) -> None:
        """Keys, pasted text and the mouse, before anything else can take them."""
        if isinstance(event, events.Key):
            self._pressed(event)
        elif isinstance(event, events.Paste):
            self._hands_at_work()
            if not self._is_too_small():
                self.loop.paste(event.text, self._press("paste"))
        elif isinstance(event, events.MouseEvent):
            self._pointer.take(event)
        else:
            await super().on_event(event)

    def _pressed(self, event: events.Key) -> None:
        self._hands_at_work()
        char = event.character if event.character and event.is_printable else ""
        press = self._press(event.key, char)
        if not self._is_too_small() or keycap_of(press) in _AT_ANY_SIZE:
            self.loop.press(press)

    def _press(self, name: str, char: str = "") -> Press:
        return Press(datetime.now(UTC), uuid4(), name, char, ran=monotonic())

    def _hands_at_work(self) -> None:
        self._pressed_at = monotonic()
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
            self._paint()

    def selected(self, selection: Selection) -> None:
        """The marked text, for the clipboard; it stays marked until the next key."""
        if text := selection.text(self.picture.lines):
            self.hand(Copy(text))

    def keys_at(self, line: int, column: int) -> tuple[str, ...]:
        """Which keys a place of the picture stands for, as the state is now."""
        if isinstance(self.loop.screen, Gone):
            return ()
        return keys_at(self._drawn(*self.picture.size), line, column)

    def change_looks(self, key: Keycap) -> bool:
        """The next palette, which is remembered; or more or less of what stands beside it all."""
        if key is Keycap.CTRL_G:
            self._wear(next_to(self._palette))
            remember(self._palette)
            return True
        prompt = self._prompt()
        if prompt is not None:
            self._prompt_shown = prompt.shown.next
            self._paint()
        return prompt is not None

    def _wear(self, palette: Palette) -> None:
        self._palette = palette
        self.theme = palette.name
        self.picture.wear(COLOURLESS if self.no_color else palette)

    def _is_too_small(self) -> bool:
        """Nobody answers a question that is not on the screen."""
        return self.picture.size.width < LEAST_COLUMNS or self.picture.size.height < LEAST_ROWS

    def _tick(self) -> None:
        """Once a second; where somebody is typing, in the pause behind the key."""
        if self._is_typing():
            self.later(PAUSE, self._mind)
        else:
            self._mind()

    def _mind(self) -> None:
        self.loop.mind(datetime.now(UTC))
        if self._blink is None and not self._is_typing():  # a key paints the clock, too
            self._paint()

    def _is_typing(self) -> bool:
        return monotonic() - self._pressed_at < PAUSE

    def changed(self) -> None:
        """Something new to draw; while it is being stored, only once a blink has passed."""
        if self.loop.saving and not self.loop.failing:
            if self._blink is None and self._event_loop is not None:
                self._blink = self._event_loop.call_later(BLINK, self._told, self._paint)
        else:
            self._paint()

    def _paint(self) -> None:
        if self._blink is not None:
            self._blink.cancel()
            self._blink = None
        if not isinstance(self.loop.screen, Gone):  # there is no picture of a program that is over
            self.picture.paint()
        if not (self._listed.is_set() or isinstance(self.loop.screen, Opening)):
            self.call_after_refresh(self._listed.set)

    def _drawn(self, columns: int, rows: int) -> list[Styled]:
        return draw(self.loop.screen, self._around(columns, rows))

    def _around(self, columns: int, rows: int) -> Surroundings:
        loop = self.loop
        return Surroundings(
            columns,
            rows,
            datetime.now(UTC),
            saving=loop.saving,
            failing=loop.failing,
            waiting=loop.waiting,
            practice=self._practice,
            making=self._making,
            ran=monotonic(),
            prompt=self._prompt(),
            in_ascii=self._in_ascii,
        )

    def _prompt(self) -> "Prompt | None":
        """What stands beside the screen, as much of it as is wanted."""
        prompt = self._prompter(self.loop.screen) if self._prompter else None
        return prompt.as_chosen(self._prompt_shown) if prompt else None

    # ── What the loop runs in ─────────────────────────────────────────────────────────────────────

    def store(self, task: Task[Any]) -> "Future[Any]":
        """One thing after the other, on one thread: the order of answers is the order of keys."""
        self._latest = self._thread.submit(self._run, task)
        return self._latest

    def _run(self, task: Task[Any]) -> Any:
        """The first task asks what the program finds; where a look tells, nothing is opened yet."""
        start = self._looked()
        return task.run(self._open()) if start is None else start

    def _looked(self) -> "Start | None":
        looks, self._looks = self._looks, None
        if looks is None:
            return None
        self._seen.wait(FIRST_PICTURE)
        self._look = looks()
        if self._look is None:
            return None
        from interviewer.services.first_look import start_of

        self._thread.submit(self._open_behind)
        return start_of(self._look)

    def _open_behind(self) -> None:
        """Open what the list was read from, as soon as the list is there.

        Where that fails, whoever asks for something next is told.
        """
        self._listed.wait(FIRST_PICTURE)
        with suppress(Trouble):
            self._open()

    def _open(self) -> "Database":
        """The database.  One that cannot be opened ends the program: there is nothing to do."""
        from db.problems import CannotOpen

        if self._database is None:
            self._seen.wait(FIRST_PICTURE)
            try:
                from interviewer.screens import router  # noqa: F401 - so that no key need wait

                self._database = self._opens()
                self._go_on(self._database)
                self._wear_what_is_set()
            except CannotOpen as error:
                raise Trouble(error.code, str(error)) from None
            _collect_garbage_again()
        return self._database

    def _go_on(self, database: "Database") -> None:
        """Go on from what was seen before it was opened; what is to be told of it is told now."""
        if self._look is None:
            return
        from interviewer.services.first_look import go_on

        go_on(database, self._look)
        if words := " ".join(database.warnings):
            self.soon(lambda: self.loop.warn(words))

    def _wear_what_is_set(self) -> None:
        """Where nobody has chosen colours here, the settings may have."""
        from interviewer.own_settings import read_settings

        if self._chosen is None and (name := read_settings().theme) != self._palette.name:
            self.soon(partial(self._wear, PALETTES[name]))

    def soon(self, call: Callable[[], None]) -> None:
        """Call back on the thread of the screen."""
        if self._event_loop is not None and not self._event_loop.is_closed():
            self._event_loop.call_soon_threadsafe(self._told, call)

    def later(self, seconds: float, call: Callable[[], None]) -> None:
        """Call back after a while.

        Not with Textual's timer: what is called by `soon` does not know which app it belongs to,
        and a timer that is set there dies without a word.
        """
        if self._event_loop is not None:
            self._event_loop.call_later(seconds, self._told, call)

    def _told(self, call: Callable[[], None]) -> None:
        """Call; what nobody foresaw ends the program, where the loop would only mutter about it."""
        try:
            call()
        except Exception as error:
            self.crashed(error)

    def set_aside(self, task: Task[Any]) -> bool:
        """Beside the database, if it could be opened."""
        if self._database is None:
            return False
        from interviewer.engine.unsaved_answers import set_aside

        return set_aside(self._database, task)

    def forget_aside(self) -> None:
        """They have been stored."""
        if self._database is not None:
            from interviewer.services import unsaved

            unsaved.drop(self._database)

    def hand(self, thing: Copy | Telephone) -> None:
        """Text to the clipboard, if need be the terminal's; a number to what answers to `tel:`."""
        if isinstance(thing, Copy):
            from interviewer.terminal.clipboard import copy

            text = thing.text
            through_terminal = partial(self.soon, partial(self.copy_to_clipboard, text))
            Thread(target=copy, args=(text, through_terminal), daemon=True).start()
        else:
            from interviewer.terminal.telephone import ring

            self._thread.submit(ring, thing.number)

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
        self._thread.submit(lambda: self._database.close() if self._database else None)
        self._thread.shutdown(wait=True)
        if self.loop.is_aside and self._latest and self._latest.exception() is None:
            self.forget_aside()  # it was stored after all, while one left
            self.loop.is_aside = False
        self._at_closing.over.set()

    def panic(self, *renderables: Any) -> None:
        """The thread that reads the keys has died: Textual would show how, and leave with 0."""
        said = "Tastaturet kan ikke leses lenger. Alle svar er lagret. Start på nytt."
        self.crashed(Trouble("S-KEYBOARD", said))
