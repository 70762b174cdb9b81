"""What the keys do here: the page that F1 opens on every screen, and that any other key closes."""

from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from typing import Final, Self

from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.screen import Notice, Reaction
from interviewer.controls.scrolling import move_of, moved

LINES: Final = len(Keycap)


@dataclass(frozen=True, slots=True)
class Help:
    """The page of keys, with the line that must be in sight."""

    at: int = 0

    def press(self, press: Press) -> "Help | None":
        """The page after a key; None when it has been closed."""
        return Help(moved(self.at, press, LINES)) if move_of(press) else None


@dataclass(frozen=True, kw_only=True)
class Helped(ABC):
    """A state that F1 explains: while its page is open, nothing else happens in it.

    What it says is said until the next key.
    """

    help: Help | None = None
    notice: Notice | None = None

    @abstractmethod
    def pressed(self, press: Press) -> Reaction:
        """What a key leads to while the page is closed."""

    def pasted(self, text: str, press: Press) -> Reaction:
        """What pasted text leads to while the page is closed; in most states to nothing."""
        return Reaction(self)

    def told(self, notice: Notice | None) -> Self:
        """The same, saying something."""
        return replace(self, notice=notice)

    def press(self, press: Press) -> Reaction:
        """What a key leads to."""
        quiet = self.told(None)
        if self.help:
            return Reaction(replace(quiet, help=self.help.press(press)))
        if keycap_of(press) is Keycap.F1:
            return Reaction(replace(quiet, help=Help()))
        return quiet.pressed(press)

    def paste(self, text: str, press: Press) -> Reaction:
        """What pasted text leads to."""
        return Reaction(self) if self.help else self.pasted(text, press)
