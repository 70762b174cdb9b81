"""What the loop of the program asks of where it runs: a thread that stores, a clock, an exit.

That place is the terminal, a conversation line by line, or a test.
"""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, Final, Protocol

from interviewer.controls.keys import Keycap
from interviewer.controls.screen import Copy, Telephone
from interviewer.engine.task import Task, UnderWay

LOOKS: Final = (Keycap.CTRL_G, Keycap.CTRL_O)
"""Keys that change the colours, or what stands beside the screen while one practises."""


class Host(Protocol):
    """What the loop needs of the place it runs in: a thread that stores, a clock, an exit."""

    def store(self, task: Task[Any]) -> "Future[Any]":
        """Run a piece of work on the storing thread."""

    def soon(self, call: Callable[[], None]) -> None:
        """Call back on the thread that owns the state."""

    def later(self, seconds: float, call: Callable[[], None]) -> object:
        """Call back after a while."""

    def set_aside(self, going_on: UnderWay, *, at_once: bool) -> bool:
        """Keep what is under way where the next start finds it; whether there was anything.

        Where it need not be `at_once`, nobody waits for the disk.
        """

    def forget_aside(self, *, but_typed: bool) -> bool:
        """It has been stored, perhaps all but what was typed behind it; whether that lies there."""

    def changed(self) -> None:
        """There is something new to draw."""

    def hand(self, thing: Copy | Telephone) -> None:
        """Give something to the world outside."""

    def keys_at(self, line: int, column: int) -> tuple[str, ...]:
        """Which keys this place stands for on the picture of the state as it is now."""

    def change_looks(self, key: Keycap) -> bool:
        """Look otherwise, with a key of `LOOKS`: nothing else changes with it.  Whether it did."""

    def leave(self) -> None:
        """The person wants to go."""

    def crashed(self, error: BaseException) -> None:
        """Something happened that nobody foresaw."""
