"""A page that is read from top to bottom and closed: what the coordinator's long pages share."""

from dataclasses import dataclass, field, replace
from typing import ClassVar, Self

from interviewer.keys import Action, Press, action_of
from interviewer.moves import Scroll, move_of
from interviewer.turn import Mode, Notice, Turn


@dataclass(frozen=True, kw_only=True)
class Reading:
    """`before` is where one comes back to, `scroll` how far down one has read."""

    CLOSES: ClassVar[frozenset[Action]] = frozenset({Action.CLOSE})

    before: Mode
    scroll: Scroll = field(default_factory=Scroll)
    notice: Notice | None = None

    def told(self, notice: Notice | None) -> Self:
        """The same, saying something."""
        return replace(self, notice=notice)

    def press(self, press: Press) -> Turn:
        """What a key leads to."""
        if move_of(press):
            return Turn(replace(self, scroll=self.scroll.after(press)))
        return Turn(self.before if action_of(press) in self.CLOSES else self)

    def paste(self, text: str, press: Press) -> Turn:
        """There is nothing to paste into."""
        return Turn(self)
