"""What the palette finds among the cases: every case, by the keys that search for it."""

from interviewer.controls.keys import Keycap
from interviewer.controls.offers import Offer, cases
from interviewer.screens.cases.state import Cases
from interviewer.words import WORDS


def found(screen: Cases, typed: str) -> tuple[Offer, ...]:
    """Any case, whatever is listed now."""
    before = (Keycap.ESCAPE,) if screen.line.text else ()
    return cases(WORDS.find_cases, screen.who.frame, typed, before)
