"""A window that is closed, or a shutdown: a terminal that is gone never answers.

On Windows no signal comes, but a call from the system, and little time.  When the call returns, the
process is ended; so it waits until what is on its way has been kept.
"""

import signal
import sys
from asyncio import AbstractEventLoop
from collections.abc import Callable
from threading import Event
from typing import Any, Final

CLOSED: Final = 2
LOGGED_OFF: Final = 5
SHUT_DOWN: Final = 6
"""What Windows calls the ends of a console; Ctrl+C and Ctrl+Break, 0 and 1, are none."""

PATIENCE: Final = 4.0
"""Seconds: after five Windows ends the process, whatever it does."""


class Closing:
    """What the system calls, on a thread of its own, when the console goes."""

    def __init__(self, ended: Callable[[], None], patience: float = PATIENCE) -> None:
        """`ended` is called at once; the program says by `over` that it needs no more time."""
        self._ended = ended
        self._patience = patience
        self.over = Event()

    def __call__(self, happened: int) -> bool:
        """Whether it was an end; not before all is kept, or there is no time left."""
        if happened not in {CLOSED, LOGGED_OFF, SHUT_DOWN}:
            return False
        self._ended()
        self.over.wait(self._patience)
        return True


def when_the_console_goes(closing: Closing) -> Any:
    """Let Windows call it; what is returned must live as long as the window. None elsewhere."""
    if sys.platform != "win32":
        return None
    import ctypes
    from ctypes import wintypes

    called = ctypes.WINFUNCTYPE(wintypes.BOOL, wintypes.DWORD)(closing)
    ctypes.windll.kernel32.SetConsoleCtrlHandler(called, True)
    return called


def when_it_is_ended(loop: AbstractEventLoop, ended: Callable[[], None], closing: Closing) -> Any:
    """Let the system tell of it: what is returned must live as long as the program."""
    if sys.platform == "win32":
        return when_the_console_goes(closing)
    for number in (signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(number, ended)
    return None
