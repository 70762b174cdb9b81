"""What the palette finds in the call list: every case, by the keys that search for it."""

from interviewer.controls.keys import Keycap
from interviewer.controls.offers import Offer, cases
from interviewer.screens.call_list.state import CallList
from interviewer.words import WORDS


def found(screen: CallList, typed: str) -> tuple[Offer, ...]:
    """Any case, whatever is listed now."""
    closes = (Keycap.ESCAPE,) if screen.choosing else ()
    before = (*closes, Keycap.ESCAPE)
    return cases(WORDS.find_cases, screen.who.frame, typed, before)
