"""What the palette finds in a finished interview: its questions, by their words and the answers."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from interviewer.controls.keys import Press
from interviewer.controls.offers import Offer
from interviewer.controls.screen import Reaction, Screen
from interviewer.controls.scrolling import Scroll
from interviewer.screens.interview.state import ReviewCase
from interviewer.words import WORDS
from schemas.questionnaire.walk import Key


def questions(case: ReviewCase) -> Iterator[Offer]:
    """All that was asked, while one reads; choosing one reads on from there."""
    if case.walked is None or case.panel is not None:
        return
    for step in case.walked.steps:
        if step.question.type.is_answered:
            says = f"{step.question.section.heading} · {case.answered(step)}"
            yield Offer(WORDS.find_questions, case.asked(step), says=says, leads=_leads(step.key))


def _leads(key: Key) -> Callable[[Screen, Press], Reaction]:
    def there(here: Screen, press: Press) -> Reaction:
        if not isinstance(here, ReviewCase) or here.panel is not None:
            return Reaction(here)
        return Reaction(replace(here, scroll=Scroll(sought=key)))

    return there
