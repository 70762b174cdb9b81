"""What was written, for the ear."""

from interviewer.draw.bars import Surroundings
from interviewer.draw.spoken import Spoken, SpokenPage, Typing, spoken
from interviewer.screens.written.draw import draw_written
from interviewer.screens.written.keys import KEYS
from interviewer.screens.written.state import Result


def speak_result(screen: Result, around: Surroundings) -> Spoken:
    """The files, and what is to be told of them."""
    page = SpokenPage()
    draw_written(screen, page)
    return spoken(screen, KEYS, page.said, Typing.reads, around=str(screen.product.label))
