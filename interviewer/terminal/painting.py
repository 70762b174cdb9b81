"""When the picture is painted: behind a key at once, and each second for the clock.

What is over within a blink is not told of: it would only be painted twice.  What comes of a key is
drawn while the disk works, and painted when it is done.  And nobody who types
waits for the clock: their keys paint it, too.
"""

import asyncio
from datetime import UTC, datetime
from time import monotonic, sleep
from typing import TYPE_CHECKING, Final

from interviewer.controls.screen import Gone
from interviewer.screens.opening.state import Opening

if TYPE_CHECKING:
    from interviewer.terminal.app import Ringerunde

BLINK: Final = 0.1
"""Seconds that storing may take before the screen says that it does."""

TO_THE_DISK: Final = 0.0001
"""Seconds from being told that the disk works until it does."""

BREATH: Final = 0.001
"""Seconds between two portions of what is made ready: a key goes before the next one."""

PAUSE: Final = 0.2
"""Seconds without a key after which nobody is typing just now."""


class Painting:
    """Paints the picture of a program when there is something new to see."""

    def __init__(self, app: "Ringerunde") -> None:
        self._app = app
        self._blink: asyncio.TimerHandle | None = None
        self._breath: asyncio.TimerHandle | None = None
        self.pressed_at = 0.0
        """When there was a key, or the like, by a clock that only goes forward."""

    def changed(self) -> None:
        """Something new to draw; while it is being stored, only once a blink has passed."""
        loop = self._app.loop
        if not loop.saving or loop.failing:
            self.paint()
        elif self._blink is None:
            self._blink = self._app.later(BLINK, self.paint)

    def draw_ahead(self) -> None:
        """While the disk works: what will be shown when it is done, if that is known.

        Whoever has told of the disk comes to it first: Python does one thing at a time.
        """
        sleep(TO_THE_DISK)
        if (screen := self._app.loop.expected) is not None:
            self._app.picture.draw_ahead(screen)

    def paint(self) -> None:
        """Now."""
        if self._blink is not None:
            self._blink.cancel()
            self._blink = None
        if not isinstance(self._app.loop.screen, Gone):  # a program that is over has no picture
            self._app.picture.paint()
        listed = self._app.storing.listed
        if not (listed.is_set() or isinstance(self._app.loop.screen, Opening)):
            self._app.call_after_refresh(listed.set)

    def tick(self) -> None:
        """Once a second; where somebody is typing, in the pause behind the key."""
        if self._is_typing():
            self._app.later(PAUSE, self._mind)
        else:
            self._mind()

    def _mind(self) -> None:
        self._app.loop.mind(datetime.now(UTC))
        if self._blink is None and not self._is_typing():
            if self._breath is None:
                self._get_ready()
            self.paint()

    def _get_ready(self) -> None:
        """While somebody looks: what the next keys may ask for, a little at a time."""
        self._breath = None
        if not self._is_typing() and self._app.loop.get_ready():
            self._breath = self._app.later(BREATH, self._get_more_ready)

    def _get_more_ready(self) -> None:
        """What is all there may be listed otherwise: no key leads to what nobody has seen."""
        self._get_ready()
        if self._breath is None:
            self.changed()

    def _is_typing(self) -> bool:
        return monotonic() - self.pressed_at < PAUSE
