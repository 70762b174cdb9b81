"""Claim against finding on the screen: the number people ask for, the table, the units behind."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from interviewer.keys import Action, Press, action_of
from interviewer.moves import move_of, scrolled
from interviewer.turn import Notice, Turn
from schemas.transition import Matrix

if TYPE_CHECKING:
    from interviewer.review.publishing import Publishing


@dataclass(frozen=True)
class TransitionView:
    """The matrix as it was at `now`; `top` is how far down one has read."""

    matrix: Matrix
    now: datetime
    shelf: "Publishing"
    top: int = 0
    notice: Notice | None = None

    def told(self, notice: Notice | None) -> "TransitionView":
        """The same, saying something."""
        return replace(self, notice=notice)

    def press(self, press: Press) -> Turn:
        """What a key leads to."""
        if move_of(press):
            return Turn(replace(self, top=scrolled(self.top, press)))
        return Turn(self.shelf if action_of(press) is Action.CLOSE else self)

    def paste(self, text: str, press: Press) -> Turn:
        """There is nothing to paste into."""
        return Turn(self)
