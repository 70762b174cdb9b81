"""How far the keys move: in a list, or down a page."""

import sys
from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from typing import Final

from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.engine.text_field import EMPTY, TextField

PAGE: Final = 10
"""How many lines PgUp and PgDn move."""

_MOVES: Final = {Keycap.UP: -1, Keycap.DOWN: 1, Keycap.PAGE_UP: -PAGE, Keycap.PAGE_DOWN: PAGE}


_ENDS: Final = {Keycap.HOME: -sys.maxsize, Keycap.END: sys.maxsize}


def move_of(press: Press, typed: TextField = EMPTY) -> int:
    """How many lines a key moves; 0 for a key that does not.

    Home and End move as far as there is something, but where something is `typed` only in that.
    """
    action = keycap_of(press)
    moves = _MOVES if typed.text else _MOVES | _ENDS
    return moves.get(action, 0) if action else 0


def moved(place: int, press: Press, of: int) -> int:
    """The place in a list of `of` lines after a key that moves; it stops at both ends."""
    return max(0, min(place + move_of(press), of - 1))


@dataclass(slots=True)
class PageEnd:
    """How far down a page goes, and which line was the first in sight: only its picture knows, on
    a screen of this size."""

    last: int = sys.maxsize
    top: int = 0


@dataclass(frozen=True, slots=True)
class Scroll:
    """How far down one has read; the picture leaves the `end` here, and keys stop there.

    What one has `sought` is where one reads on, wherever on the page that stands.
    """

    top: int = 0
    sought: Hashable = None
    end: PageEnd = field(default_factory=PageEnd, compare=False)

    def after(self, press: Press) -> "Scroll":
        """After a key that moves; others move nothing."""
        top = self.top if self.sought is None else self.end.top
        return replace(self, top=max(0, min(top + move_of(press), self.end.last)), sought=None)
