"""What the palette finds from a case card: other cases, for which this one is put down."""

from interviewer.controls.keys import Keycap
from interviewer.controls.offers import Offer, cases
from interviewer.screens.card.state import Card
from interviewer.words import WORDS


def found(card: Card, typed: str) -> tuple[Offer, ...]:
    """Another case, through the list; a coordinator, who came another way, finds it there."""
    if card.who.reviewing:
        return ()
    closes = (Keycap.ESCAPE,) if card.panel else ()
    before = (*closes, Keycap.ESCAPE, Keycap.ESCAPE)
    return cases(WORDS.find_cases, card.who.frame, typed, before)
