"""How long a server is waited for: one thread that hangs up on whoever does not answer in time.

A timer for each thing that is waited for is a thread of its own, which takes longer to start than
most of what is waited for.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from math import inf
from threading import Condition, Thread
from time import monotonic
from typing import Final, Generic, TypeVar

IDLE: Final = 5.0
"""Seconds between two looks while nothing is waited for."""

Line = TypeVar("Line")


class Patience(Generic[Line]):
    """What is waited for, and until when; `hang_up` is called on the thread that looks."""

    def __init__(self, hang_up: Callable[[Line], None]) -> None:
        self._hang_up = hang_up
        self._changed = Condition()
        self._waited_for: dict[object, tuple[float, Line]] = {}
        self._looks_at = inf
        self._thread: Thread | None = None

    @contextmanager
    def within(self, seconds: float, line: Line) -> Iterator[None]:
        """Hang up on the line if the block is not over in so many seconds; never afterwards."""
        one, until = object(), monotonic() + seconds
        with self._changed:
            self._waited_for[one] = until, line
            self._see_to_it(until)
        try:
            yield
        finally:
            with self._changed:
                self._waited_for.pop(one, None)

    def _see_to_it(self, until: float) -> None:
        """That the thread looks in time; it is not woken where it looks soon enough by itself."""
        if self._thread is None or not self._thread.is_alive():  # as in a process that was forked
            self._thread = Thread(target=self._look, name="patience", daemon=True)
            self._thread.start()
        elif until < self._looks_at:
            self._changed.notify()

    def _look(self) -> None:
        with self._changed:
            while True:
                now = monotonic()
                for one in [one for one, (until, _) in self._waited_for.items() if until <= now]:
                    with suppress(Exception):  # a line that is gone already needs no hanging up
                        self._hang_up(self._waited_for.pop(one)[1])
                # Where nothing is waited for, soon something is: whoever begins to wait then need
                # not wake this thread, for which a short statement would wait longest of all.
                waited_for = (until for until, _ in self._waited_for.values())
                self._looks_at = min(waited_for, default=now + IDLE)
                self._changed.wait(self._looks_at - now)
