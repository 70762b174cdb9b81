"""Another case, from wherever one is: out of everything by Esc, and in through the list.

They are the same presses as by hand, so whatever asks or refuses when one leaves does so here, too;
and there the way ends, with nothing lost and nothing closed that Esc would not close.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from interviewer.controls.keys import AnyKey, Keycap, Press
from interviewer.controls.offers import Offer
from interviewer.controls.screen import AtWork, Notice, Reaction, Screen, Tone, at_work_on
from interviewer.screens.shown_screen import ShownScreen
from interviewer.services import Caller
from interviewer.words import WORDS
from schemas.frame.search import find_units
from schemas.frame.units import Unit

MOST_CASES: Final = 12
"""So many cases are found; nobody reads further."""

Screens = Mapping[type, ShownScreen]


@dataclass(frozen=True, slots=True)
class WayToCase:
    """On the way to the case of a unit; `left` is what the last presses were to leave."""

    unit: Unit
    press: Press
    screens: Screens = field(compare=False, repr=False)
    left: Screen | None = None

    def next(self, here: Screen) -> Reaction:
        """Out of what is open, or in from a list; or no further, where one stays or is there."""
        shown = self.screens.get(type(here))
        if shown is None or here == self.left or self._is_told_off(here):
            return Reaction(here)
        if shown.shows(here) == self.unit:
            return Reaction(here)
        keys = shown.to_lists(here)
        if keys is None:
            return Reaction(here, presses=self.press.all(_search_for(self.unit)))
        presses = self.press.all(keys)
        return Reaction(here, presses=presses, onward=replace(self, press=presses[-1], left=here))

    def _is_told_off(self, here: Screen) -> bool:
        told = here.notice if self.left else None
        return told is not None and told.tone is not Tone.good


def _search_for(unit: Unit) -> tuple[AnyKey, ...]:
    """In a list that typing searches: whatever has been typed there, and then its number."""
    return Keycap.END, Keycap.CTRL_U, *unit.id, Keycap.ENTER


def cases(here: Screen, typed: str, screens: Screens) -> Iterator[Offer]:
    """The cases that fit what is typed.  A number finds its unit before anything else."""
    who = who_sits(here)
    if who is None:
        return
    for unit in find_units(typed, who.frame, MOST_CASES):
        yield Offer(WORDS.find_cases, unit.label, says=unit.id, leads=_leads(unit, screens))


def _leads(unit: Unit, screens: Screens) -> Callable[[Screen, Press], Reaction]:
    def leads(here: Screen, press: Press) -> Reaction:
        why = screens[type(here)].stays(here)
        if why is not None:
            return Reaction(here.told(Notice(why, "S-STAYS", Tone.warning)))
        return WayToCase(unit, press, screens).next(here)

    return leads


def who_sits(here: Screen) -> Caller | None:
    """Whoever works on a screen, or on the one beneath it; None before anybody has said."""
    beneath = at_work_on(here)
    return beneath.who if isinstance(beneath, AtWork) else None
