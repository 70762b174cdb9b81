"""What the keys do here: the page that F1 opens on every screen, and that any other key closes."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Self

from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.screen import Notice, Reaction, Screen
from interviewer.controls.scrolling import Scroll, move_of


@dataclass(frozen=True, slots=True)
class Help:
    """The page of keys, and how far down it one has read."""

    scroll: Scroll = field(default_factory=Scroll)

    def press(self, press: Press) -> "Help | None":
        """The page after a key; None when it has been closed."""
        return Help(self.scroll.after(press)) if move_of(press) else None

    @property
    def goes_on(self) -> bool:
        """Whether there is more of it than the screen has room for."""
        return self.scroll.end.last > 0


@dataclass(frozen=True, kw_only=True)
class Helped(Screen):
    """A state that F1 explains: while its page is open, nothing else happens in it.

    What it says is said until the next key.
    """

    help: Help | None = None
    notice: Notice | None = None

    def told(self, notice: Notice | None) -> Self:
        """The same, saying something."""
        return replace(self, notice=notice)


def explained(screen: Helped, press: Press, led: Callable[[Any, Press], Reaction]) -> Reaction:
    """What a key leads to: F1 and its page on every screen, and else what it is `led` to."""
    quiet = screen.told(None)
    if screen.help:
        return Reaction(replace(quiet, help=screen.help.press(press)))
    if keycap_of(press) is Keycap.F1:
        return Reaction(replace(quiet, help=Help()))
    return led(quiet, press)
