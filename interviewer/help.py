"""What the keys do; the registry of keys writes it."""

from dataclasses import dataclass
from typing import Final

from interviewer.keys import Action, Press
from interviewer.moves import move_of, moved

LINES: Final = len(Action)


@dataclass(frozen=True, slots=True)
class Help:
    """The page of keys, with the line that must be in sight."""

    at: int = 0

    def press(self, press: Press) -> "Help | None":
        """The page after a key; None when it has been closed."""
        return Help(moved(self.at, press, LINES)) if move_of(press) else None
