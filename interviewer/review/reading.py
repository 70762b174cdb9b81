"""A page that is read from top to bottom and closed: what the coordinator's long pages share."""

from dataclasses import dataclass, field, replace
from typing import ClassVar

from interviewer.help import Helped
from interviewer.keys import Action, Press, action_of
from interviewer.moves import Scroll, move_of
from interviewer.turn import Mode, Turn


@dataclass(frozen=True, kw_only=True)
class Reading(Helped):
    """`before` is where one comes back to, `scroll` how far down one has read."""

    CLOSES: ClassVar[frozenset[Action]] = frozenset({Action.CLOSE})

    before: Mode
    scroll: Scroll = field(default_factory=Scroll)

    def pressed(self, press: Press) -> Turn:
        """What a key leads to."""
        if move_of(press):
            return Turn(replace(self, scroll=self.scroll.after(press)))
        return Turn(self.before if action_of(press) in self.CLOSES else self)
