"""How long a test waits for another program or thread: longer on a machine that others use, too."""

import os
import time
from collections.abc import Callable
from typing import Final

PATIENCE: Final = 20.0
"""Seconds on a quiet machine: far more than any program needs."""

LOOKS: Final = 0.05
"""Seconds between two looks at what nothing tells us about."""


def crowd() -> float:
    """Programs that want a core, per core, in the last minute; 1 where it is quiet, and on Windows.

    A program that gets a tenth of a core does in 200 seconds what else it does in 20.
    """
    if not hasattr(os, "getloadavg"):
        return 1.0
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


class Deadline:
    """The end of a wait. It moves while the machine fills."""

    def __init__(self, seconds: float = PATIENCE) -> None:
        """So many seconds from now, where nobody else wants the machine."""
        self._began = time.monotonic()
        self._seconds = seconds

    @property
    def left(self) -> float:
        """Seconds until then; below 0 when it is past."""
        return self._began + self._seconds * crowd() - time.monotonic()


def waited_for(look: Callable[[], bool]) -> bool:
    """Whether it came to be so, in the time that we have patience for."""
    deadline = Deadline()
    while not look():
        if deadline.left <= 0:
            return look()
        time.sleep(LOOKS)
    return True
