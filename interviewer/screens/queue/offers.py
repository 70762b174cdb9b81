"""What the palette finds in the queue: every case, through the list of cases."""

from interviewer.controls.keys import Keycap
from interviewer.controls.offers import Offer, cases
from interviewer.screens.queue.state import Queue
from interviewer.words import WORDS


def found(queue: Queue, typed: str) -> tuple[Offer, ...]:
    """Any case, finished or not."""
    if queue.accepting:
        return ()
    return cases(WORDS.find_cases, queue.who.frame, typed, (Keycap.F4,))
