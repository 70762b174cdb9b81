"""The program without a screen or a clock: somebody presses keys, and everything happens at once.

A practice database is made with it, and tests use it: what is played goes through the same states
and the same verbs as what is typed, and its times and ids are the player's.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from interviewer.controls.keys import Press
from interviewer.controls.screen import Copy, Screen, Telephone
from interviewer.screens.opening.state import Opening
from interviewer.terminal.at_once import AtOnce
from interviewer.terminal.loop import Loop

if TYPE_CHECKING:
    from db.database import Database


class Player(AtOnce):
    """Someone at a keyboard: `keys("f5", "b", "1")`, `type("Kari Lie")`, then look at `screen`.

    `ids` gives an id for each key, and `now` is a clock that only the player moves: every key takes
    `pace`.  `ran` are the seconds that have passed, whatever `now` is set to.  What a database
    refuses is shown as on the screen; what would be tried again is raised.
    """

    def __init__(
        self,
        database: "Database",
        at: datetime,
        ids: Callable[[], UUID],
        *,
        seat: str = "øvelse",
        reviewing: bool = False,
        pace: timedelta = timedelta(milliseconds=200),
    ) -> None:
        self.now, self.ran = at, 0.0
        super().__init__(database)
        self._seat = seat
        self._reviewing = reviewing
        self._ids = ids
        self._pace = pace
        self.start()

    def start(self) -> None:
        """Start the program: the first time, or again after it was left."""
        opening = Opening(self._seat, self._reviewing)
        self.left = False
        self.handed: list[Copy | Telephone] = []
        self.loop = Loop(opening, self)
        self.loop.begin(opening.begin(self.now))
        self.settle()

    @property
    def screen(self) -> Screen:
        """What is on the screen."""
        return self.loop.screen

    # ── What a person does ────────────────────────────────────────────────────────────────────────

    def keys(self, *names: str) -> None:
        """Keys one after the other, each when the one before has been dealt with."""
        for name in names:
            self.loop.press(self._press(name))
            self.settle()

    def type(self, text: str) -> None:
        """Text, character by character."""
        self.keys(*text)

    def burst(self, *names: str) -> None:
        """Keys so fast that nothing is stored before the last one is down."""
        for name in names:
            self.loop.press(self._press(name))
        self.settle()

    def paste(self, text: str) -> None:
        """Pasted text."""
        self.loop.paste(text, self._press("paste"))
        self.settle()

    def wait(self, time: timedelta) -> None:
        """Let time pass, on the wall and off it."""
        self.now += time
        self.ran += time.total_seconds()

    def mind(self) -> None:
        """What the screen does every second: keep the place and what is half typed there."""
        self.loop.mind(self.now)
        self.settle()

    def _press(self, name: str) -> Press:
        self.wait(self._pace)
        return Press.named(name, self.now, self._ids(), self.ran)

    # ── What the loop runs in ─────────────────────────────────────────────────────────────────────

    def later(self, seconds: float, call: Callable[[], None]) -> None:
        """Nobody waits here for a disk to get room: that is for whoever plays to deal with."""
        failing = self.loop.failing
        raise RuntimeError(failing.text if failing else "nothing could be stored")

    def changed(self) -> None:
        """Nobody is looking."""

    def hand(self, thing: Copy | Telephone) -> None:
        """What the world outside was given."""
        self.handed.append(thing)

    def leave(self) -> None:
        """The person has gone."""
        self.left = True
