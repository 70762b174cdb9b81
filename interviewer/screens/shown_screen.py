"""What the program knows of a screen: how it is drawn, what its keys are, and what they lead to."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from rich.text import Text as Styled

from interviewer.controls.actions import KeyTable, Pressable
from interviewer.controls.keys import Press
from interviewer.controls.offers import Offer
from interviewer.controls.screen import Reaction, Screen
from interviewer.draw.bars import Surroundings
from interviewer.draw.spoken import Spoken


def _nowhere(screen: Screen, text: str, press: Press) -> Reaction:
    """There is nothing to paste into."""
    return Reaction(screen)


def _no_offers(screen: Screen) -> tuple[Offer, ...]:
    """There is nothing here but keys."""
    return ()


def _finds_nothing(screen: Screen, typed: str) -> tuple[Offer, ...]:
    """There is nothing here to look for."""
    return ()


class Pressables(Protocol):
    """A table of keys, or what a panel has for one."""

    def pressable(self, screen: Any, /) -> Iterator[Pressable]:
        """What can be done, each with its key."""


@dataclass(frozen=True, slots=True)
class ShownScreen:
    """How a state is drawn, what can be done in it, and what keys and pasted text lead to.

    Those that make up a conversation `speak`, too.  `here` are its keys where something is open on
    it; `knows` and `finds` are what the palette knows of it besides its keys.
    """

    draw: Callable[[Any, Surroundings], list[Styled]]
    keys: KeyTable[Any]
    pressed: Callable[[Any, Press], Reaction]
    pasted: Callable[[Any, str, Press], Reaction] = _nowhere
    speak: Callable[[Any, Surroundings], Spoken] | None = None
    here: Callable[[Any], Pressables] | None = None
    knows: Callable[[Any], Iterable[Offer]] = _no_offers
    finds: Callable[[Any, str], Iterable[Offer]] = _finds_nothing

    def keys_here(self, screen: Any) -> "Pressables":
        """The keys of the screen as it stands."""
        return self.here(screen) if self.here else self.keys
