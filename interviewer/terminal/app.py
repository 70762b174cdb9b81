"""The terminal: one widget that owns the keyboard and shows the state, and the thread that stores.

Everything the program knows about Textual is in this file; about the bytes of keys, in `keyboard`.
"""

import logging
import os
import signal
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import uuid4

from rich.console import Console
from rich.segment import Segment
from textual import events
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.driver import Driver
from textual.strip import Strip
from textual.widget import Widget

from interviewer.draw import theme
from interviewer.draw.frame import LEAST_COLUMNS, LEAST_ROWS, Surroundings
from interviewer.draw.picture import draw
from interviewer.failures import Trouble
from interviewer.keys import Action, Press, action_of
from interviewer.opening import Opening
from interviewer.screen import Copy, Telephone
from interviewer.terminal.keyboard import read_key_by_key
from interviewer.terminal.loop import Loop
from interviewer.terminal.telephone import ring

if TYPE_CHECKING:
    from db.engine import Database

log = logging.getLogger("ringerunde")


class Picture(Widget, can_focus=True, inherit_bindings=False):
    """The whole screen.  It alone has the focus, so that no key can reach anything else."""

    DEFAULT_CSS = "Picture { width: 100%; height: 100%; }"

    def __init__(self, surroundings: Callable[[int, int], Surroundings], desk: Loop) -> None:
        super().__init__()
        self._surroundings = surroundings
        self._desk = desk
        self._lines: list[Strip] | None = None

    def on_key(self, event: events.Key) -> None:
        """Every key, in the order it came, and before anything else can take it."""
        event.stop()
        event.prevent_default()
        char = event.character if event.character and event.is_printable else ""
        press = Press(event.key, char, datetime.now(UTC), uuid4())
        if self._is_too_small() and action_of(press) is not Action.QUIT:
            return  # nobody answers a question that is not on the screen
        self._desk.press(press)

    def _is_too_small(self) -> bool:
        return self.size.width < LEAST_COLUMNS or self.size.height < LEAST_ROWS

    def on_paste(self, event: events.Paste) -> None:
        """Pasted text, in its place among the keys."""
        event.stop()
        if self._is_too_small():
            return
        self._desk.paste(event.text, Press("paste", "", datetime.now(UTC), uuid4()))

    def redraw(self) -> None:
        """Draw the state anew."""
        self._lines = None
        self.refresh()

    def on_resize(self) -> None:
        """Another size is another picture."""
        self.redraw()

    def render_line(self, y: int) -> Strip:
        """One line of the picture, which is drawn once for all of them."""
        if self._lines is None:
            self._lines = self._drawn()
        return self._lines[y] if y < len(self._lines) else Strip.blank(self.size.width)

    def _drawn(self) -> list[Strip]:
        width, height = self.size
        lines = draw(self._desk.mode, self._surroundings(width, height))
        return [
            Strip(Segment.apply_style(line.render(_CONSOLE), theme.PAPER)).adjust_cell_length(
                width, theme.PAPER
            )
            for line in lines
        ]


_CONSOLE = Console(width=400, color_system=None, force_terminal=False)


class Ringerunde(App[None], inherit_bindings=False):
    """The program in a terminal.  `opens` gives the database, on the storing thread."""

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
    ) -> None:
        super().__init__()
        self._opens = opens
        self._practice = practice
        self._database: Database | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self.desk = Loop(Opening(seat, reviewing), self)
        self.picture = Picture(self._around, self.desk)
        self.failure: BaseException | None = None

    def get_driver_class(self) -> type[Driver]:
        """The terminal, read key by key."""
        read_key_by_key()
        return super().get_driver_class()

    def compose(self) -> ComposeResult:
        """The one widget."""
        yield self.picture

    def on_mount(self) -> None:
        """The picture is there; now the database, whose libraries take longer to load."""
        self.picture.focus()
        self._catch_signals()
        self.set_interval(1.0, self._tick)
        assert isinstance(self.desk.mode, Opening), "the program begins by opening the database"
        self.desk.begin(self.desk.mode.begin(datetime.now(UTC)))

    def _catch_signals(self) -> None:
        """A closed window or a shutdown ends the program: a terminal that is gone never answers."""
        import asyncio

        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            if os.name != "nt":
                loop.add_signal_handler(getattr(signal, name), self.exit, None, 1)

    def _tick(self) -> None:
        self.desk.mind(datetime.now(UTC))
        self.picture.redraw()

    def _around(self, columns: int, rows: int) -> Surroundings:
        desk = self.desk
        return Surroundings(
            columns,
            rows,
            datetime.now(UTC),
            saving=desk.saving,
            failing=desk.failing,
            waiting=desk.waiting,
            practice=self._practice,
        )

    # ── The room that the desk stands in ─────────────────────────────────────────────────────────

    def store(self, do: "Callable[[Database], Any]") -> "Future[Any]":
        """One thing after the other, on one thread: the order of answers is the order of keys."""
        return self._thread.submit(lambda: do(self._open()))

    def _open(self) -> "Database":
        """The database.  One that cannot be opened ends the program: there is nothing to do."""
        from db.problems import CannotOpen

        if self._database is None:
            try:
                self._database = self._opens()
            except CannotOpen as error:
                raise Trouble(error.code, str(error)) from None
        return self._database

    def soon(self, call: Callable[[], None]) -> None:
        """Call back on the thread of the screen."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._told, call)

    def later(self, seconds: float, call: Callable[[], None]) -> None:
        """Call back after a while.

        Not with Textual's timer: what is called by `soon` does not know which app it belongs to,
        and a timer that is set there dies without a word.
        """
        if self._loop is not None:
            self._loop.call_later(seconds, self._told, call)

    def _told(self, call: Callable[[], None]) -> None:
        """Call; what nobody foresaw ends the program, where the loop would only mutter about it."""
        try:
            call()
        except Exception as error:
            self.crashed(error)

    def changed(self) -> None:
        """Something new to draw."""
        self.picture.redraw()

    def hand(self, thing: Copy | Telephone) -> None:
        """The clipboard through the terminal; a number to whatever answers to `tel:`."""
        if isinstance(thing, Copy):
            self.copy_to_clipboard(thing.text)
        else:
            self._thread.submit(ring, thing.number)

    def leave(self) -> None:
        """Nothing is left undone: what was answered has been stored."""
        self.exit(return_code=1 if self.desk.failing else 0)

    def crashed(self, error: BaseException) -> None:
        """End at once; what went wrong is told when the terminal is itself again."""
        self.failure = error
        self.exit(return_code=1)

    def close(self) -> None:
        """Let go of the database when everything under way has been stored."""
        self._thread.submit(lambda: self._database.close() if self._database else None)
        self._thread.shutdown(wait=True)

    def panic(self, *renderables: Any) -> None:
        """The thread that reads the keys has died: Textual would show how, and leave with 0."""
        said = "Tastaturet kan ikke leses lenger. Alt som er svart, er lagret; start på nytt."
        self.crashed(Trouble("S-KEYBOARD", said))

    def _handle_exception(self, error: Exception) -> None:
        # Textual would print the local variables: names and answers, to whoever looks.
        self.crashed(error)
