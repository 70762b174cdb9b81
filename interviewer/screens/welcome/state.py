"""Who is calling: asked before the first call, and when somebody else takes the seat."""

from dataclasses import dataclass
from typing import Final, Self

from interviewer.controls.help import Helped
from interviewer.controls.screen import Screen
from interviewer.engine.text_field import EMPTY, TextField
from interviewer.screens.destinations import ToWelcome
from schemas.language.clean import plain

SHOWN: Final = 9
"""So many of those who are known; of more, one types a few letters."""

ALIKE: Final = 0.8
"""How like a known name a new one must be to be taken for it: "kari li" is 0.93 like "kari lie"."""


@dataclass(frozen=True)
class Welcome(Helped):
    """Who is calling?  One of the `known`, by typing or with the arrows, or somebody new.

    A new name is `asked` once more where somebody else sat here, and where it is like a known one,
    or in it: it may be that one, misspelt or not whole.  Esc leads back to the screen `before`, if
    one came from there.
    """

    seat: str
    reviewing: bool = False
    known: tuple[str, ...] = ()
    before: Screen | None = None
    line: TextField = EMPTY
    lit: int | None = None
    asked: bool = False

    @classmethod
    def of(cls, there: ToWelcome) -> Self:
        """The screen that a key, or the start, has led to."""
        return cls(there.seat, there.reviewing, there.known, there.before, notice=there.notice)

    @property
    def shown(self) -> tuple[str, ...]:
        """Those of the known whose names have what is typed in them, the latest first."""
        words = plain(self.line.text)
        return tuple(name for name in self.known if words in plain(name))[:SHOWN]
