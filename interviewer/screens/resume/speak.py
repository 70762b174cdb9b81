"""The case that was left, for the ear."""

from interviewer.draw.bars import Surroundings
from interviewer.draw.spoken import Spoken, SpokenPage, Typing, spoken
from interviewer.screens.resume.draw import draw_ways
from interviewer.screens.resume.keys import KEYS
from interviewer.screens.resume.state import Resume


def speak_resume(screen: Resume, around: Surroundings) -> Spoken:
    """The case, and the ways on."""
    page = SpokenPage()
    draw_ways(screen, page)
    return spoken(screen, KEYS, page.said, Typing.picks)
