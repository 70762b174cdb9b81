"""What the program knows of a screen: how it is drawn, what its keys are, and what they lead to."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from rich.text import Text as Styled

from interviewer.controls.actions import KeyTable, Pressable
from interviewer.controls.keys import AnyKey, Keycap, Press
from interviewer.controls.offers import Offer
from interviewer.controls.screen import Reaction, Screen
from interviewer.draw.bars import Surroundings
from interviewer.draw.spoken import Spoken
from schemas.frame.units import Unit
from schemas.language.text import Text


def _nowhere(screen: Screen, text: str, press: Press) -> Reaction:
    """There is nothing to paste into."""
    return Reaction(screen)


def _no_offers(screen: Screen) -> tuple[Offer, ...]:
    """There is nothing here but keys."""
    return ()


def _by_esc(screen: Screen) -> tuple[AnyKey, ...]:
    """Esc leads out of everything."""
    return (Keycap.ESCAPE,)


def _may_leave(screen: Screen) -> None:
    """Nothing is lost by it."""


def _no_case(screen: Screen) -> None:
    """It is not about one case alone."""


class Pressables(Protocol):
    """A table of keys, or what a panel has for one."""

    def pressable(self, screen: Any, /) -> Iterator[Pressable]:
        """What can be done, each with its key."""


@dataclass(frozen=True, slots=True)
class ShownScreen:
    """How a state is drawn, what can be done in it, and what keys and pasted text lead to.

    What can be worked with without a screen `speak`s, too.  `here` are its keys where something is
    open on it.

    For the palette: what it `knows` besides its keys; which keys come nearer `to_lists` that search
    all cases, None on such a list; why nobody leaves it for another case, where one `stays`; and
    the unit whose case it `shows`, so that whoever wants to that case is there.
    """

    draw: Callable[[Any, Surroundings], list[Styled]]
    keys: KeyTable[Any]
    pressed: Callable[[Any, Press], Reaction]
    pasted: Callable[[Any, str, Press], Reaction] = _nowhere
    speak: Callable[[Any, Surroundings], Spoken] | None = None
    here: Callable[[Any], Pressables] | None = None
    knows: Callable[[Any], Iterable[Offer]] = _no_offers
    to_lists: Callable[[Any], tuple[AnyKey, ...] | None] = _by_esc
    stays: Callable[[Any], Text | None] = _may_leave
    shows: Callable[[Any], Unit | None] = _no_case

    def keys_here(self, screen: Any) -> "Pressables":
        """The keys of the screen as it stands."""
        return self.here(screen) if self.here else self.keys
