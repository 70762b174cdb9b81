"""How far the keys move: in a list, or down a page."""

from typing import Final

from interviewer.keys import Action, Press, action_of

PAGE: Final = 10
"""How many lines PgUp and PgDn move."""

_MOVES: Final = {Action.UP: -1, Action.DOWN: 1, Action.BACK: -PAGE, Action.FORWARD: PAGE}


def move_of(press: Press) -> int:
    """How many lines a key moves; 0 for a key that does not."""
    action = action_of(press)
    return _MOVES.get(action, 0) if action else 0


def moved(place: int, press: Press, of: int) -> int:
    """The place in a list of `of` lines after a key that moves; it stops at both ends."""
    return max(0, min(place + move_of(press), of - 1))


def scrolled(top: int, press: Press) -> int:
    """The first line of a page that is shown after a key that moves."""
    return max(0, top + move_of(press))
