"""The parts of Textual that it keeps to itself: all that a new version of it may break is here."""

import sys
from abc import abstractmethod
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator
from contextlib import suppress
from contextvars import copy_context
from functools import partial
from threading import Thread
from typing import Any, Final

from textual import events
from textual._xterm_parser import BRACKETED_PASTE_END as BRACKETED_PASTE_END
from textual._xterm_parser import BRACKETED_PASTE_START as BRACKETED_PASTE_START
from textual._xterm_parser import XTermParser as XTermParser
from textual.app import App
from textual.driver import Driver
from textual.drivers._writer_thread import WriterThread
from textual.geometry import Offset
from textual.message import Message
from textual.widget import Widget


class Whole(App[None], inherit_bindings=False):
    """An app that ends when something goes wrong in it, and shows nobody what was in it."""

    @abstractmethod
    def crashed(self, error: BaseException) -> None:
        """What nobody foresaw has happened."""

    @property
    def is_ending(self) -> bool:
        """Whether it has been told to end, which takes a while."""
        return self._exit

    def _handle_exception(self, error: Exception) -> None:
        # Textual would print the local variables: names and answers, to whoever looks.
        self.crashed(error)


FRAME_BEGINS: Final = "\x1b[?2026h"
FRAME_ENDS: Final = "\x1b[?2026l"
"""Between these a terminal that knows them shows nothing until all of it has come."""

AT_MOST: Final = 8192
"""So many characters in one write: Windows' terminal loses some of longer ones."""


def send_frame(widget: Widget, frame: str) -> None:
    """Put on the terminal now what the widget's next picture differs in."""
    app = widget.app
    driver: Driver | None = app._driver
    if driver is None or app.is_headless:
        return
    if app._sync_available:
        frame = f"{FRAME_BEGINS}{frame}{FRAME_ENDS}"
    for start in range(0, len(frame), AT_MOST):
        driver.write(frame[start : start + AT_MOST])
    driver.flush()


def caret_at(app: App[None], place: Offset | None) -> str:
    """What puts the terminal's own cursor there, now and behind whatever Textual paints; where
    there is no place, it is hidden."""
    if place is None:
        return "\x1b[?25l"
    app.cursor_position = place
    return f"\x1b[{place.y + 1};{place.x + 1}H\x1b[?25h"


def read_with(parser: Callable[..., XTermParser]) -> None:
    """Let Textual's drivers read the keys with another parser, and leniently.

    They take both from their own module, in a method too long to write anew in a subclass.  A
    terminal that is set to Latin-1 sends bytes for æ, ø and å of which Textual's thread for the
    keys would die: here they become signs of something that could not be read.
    """
    lenient = partial(getincrementaldecoder("utf-8"), errors="replace")
    for module in _loaded("linux_driver"):
        module["getincrementaldecoder"] = lambda encoding: lenient
        module["XTermParser"] = parser
    for module in _loaded("win32"):
        module["XTermParser"] = parser
        module["EventMonitor"] = lasting(module["EventMonitor"])


def _loaded(*names: str) -> Iterator[dict[str, Any]]:
    """What stands in those of Textual's drivers that are there: each on its own system."""
    return (
        vars(module)
        for name in names
        if (module := sys.modules.get(f"textual.drivers.{name}")) is not None
    )


def lasting(monitor: type[Thread]) -> type[Thread]:
    """Windows' reader of keys, that goes on after what it cannot read.

    Half a sign, as where a pasted text with an emoji is cut between two reads, ends Textual's
    thread, and with it the keyboard.
    """
    if monitor.__name__ == LASTING:
        return monitor

    def run(self: Any) -> None:
        while not self.exit_event.is_set():
            monitor.run(self)
            self.exit_event.wait(A_MOMENT)

    return type(LASTING, (monitor,), {"run": run})


LASTING: Final = "LastingMonitor"
A_MOMENT: Final = 0.05
"""Seconds before it reads again: a console that is gone fails at once, and for ever."""


def straight_to(driver: type[Driver], take: Callable[[events.Event], None]) -> type[Driver]:
    """A driver that hands over keys, pasted text and the mouse itself, in their order.

    Textual's queue is worked off by tasks that start one another: a millisecond for each key.
    """

    def begin(self: Any, *its_own: Any, **named: Any) -> None:
        driver.__init__(self, *its_own, **named)
        self.app_around = copy_context()  # which app a timer that is set there belongs to

    def send_message(self: Any, message: Message) -> None:
        if isinstance(message, events.Key | events.Paste | events.MouseEvent):
            self._loop.call_soon_threadsafe(take, message, context=self.app_around)
        else:
            driver.send_message(self, message)

    its_own = {"__init__": begin, "send_message": send_message}
    return type(f"Straight{driver.__name__}", (driver,), its_own)


class TerminalWriter(WriterThread):
    """Writes to the terminal, also to one that is gone: what comes then goes nowhere.

    A window that is closed wakes the program up, too, and Textual begins a screen anew.  Its own
    thread dies of the first write that fails, and the program would wait for it for ever.
    """

    def run(self) -> None:
        """Until there is nothing more to write."""
        while (words := self._queue.get()) is not None:
            with suppress(OSError):
                self._file.write(words)
                if self._queue.empty():
                    self._file.flush()
        with suppress(OSError):
            self._file.flush()


def write_on_after_the_end() -> None:
    """Let Textual's drivers write with a thread that a closed window does not end."""
    for module in _loaded("linux_driver", "windows_driver"):
        module["WriterThread"] = TerminalWriter


def draw_on_the_terminal() -> None:
    """Let Textual draw where people look, also where `2> file` keeps what is said to them."""
    if not sys.stderr.isatty():  # where its driver for all but Windows writes
        vars(sys)["__stderr__"] = sys.__stdout__


def report_presses_alone(app: App[None]) -> None:
    """Let the terminal tell of the mouse while a button is down, and not of every move of it."""
    driver: Driver | None = app._driver
    if driver is not None and not app.is_headless:
        driver.write("\x1b[?1003l\x1b[?1002h")
        driver.flush()
