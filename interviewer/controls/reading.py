"""A page that is read from top to bottom and closed: what the coordinator's long pages share."""

from dataclasses import dataclass, field, replace
from typing import ClassVar

from interviewer.controls.help import Helped
from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.screen import Reaction, Screen
from interviewer.controls.scrolling import Scroll, move_of


@dataclass(frozen=True, kw_only=True)
class LongPage(Helped):
    """`before` is where one comes back to, `scroll` how far down one has read."""

    CLOSES: ClassVar[frozenset[Keycap]] = frozenset({Keycap.ESCAPE})

    before: Screen
    scroll: Scroll = field(default_factory=Scroll)

    def pressed(self, press: Press) -> Reaction:
        """What a key leads to."""
        if move_of(press):
            return Reaction(replace(self, scroll=self.scroll.after(press)))
        return Reaction(self.before if keycap_of(press) in self.CLOSES else self)
