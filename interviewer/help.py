"""What the keys do; the registry of keys writes it."""

from dataclasses import dataclass
from typing import Final

from interviewer.keys import Action, Press, action_of

_MOVES: Final = {Action.UP: -1, Action.DOWN: 1, Action.BACK: -10, Action.FORWARD: 10}
LAST: Final = len(Action) - 1


@dataclass(frozen=True, slots=True)
class Help:
    """The page of keys, with the line that must be in sight."""

    at: int = 0

    def press(self, press: Press) -> "Help | None":
        """The page after a key; None when it has been closed."""
        move = _MOVES.get(action_of(press) or Action.HELP)
        return None if move is None else Help(max(0, min(self.at + move, LAST)))
