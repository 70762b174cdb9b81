"""The queue for the ear: which of the interviews is marked, and what is written searches."""

from interviewer.draw.bars import Surroundings
from interviewer.draw.spoken import Spoken, SpokenPage, Typing, spoken
from interviewer.screens.queue.draw import counts, draw_listed
from interviewer.screens.queue.keys import KEYS
from interviewer.screens.queue.state import Queue


def speak_queue(queue: Queue, around: Surroundings) -> Spoken:
    """The list that is open, or what was found."""
    page = SpokenPage()
    draw_listed(queue, page, len(queue.items))
    return spoken(
        queue,
        KEYS,
        page.said,
        Typing.seeks,
        place=(queue.place_in_views, queue.line.text),
        around=counts(queue),
        survey=queue.who.survey,
    )
