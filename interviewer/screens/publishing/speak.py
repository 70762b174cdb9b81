"""What can be taken out, for the ear."""

from interviewer.draw.bars import Surroundings
from interviewer.draw.spoken import Spoken, SpokenPage, Typing, spoken
from interviewer.screens.publishing.draw import draw_shelves
from interviewer.screens.publishing.keys import KEYS
from interviewer.screens.publishing.state import Publishing
from interviewer.words import WORDS


def speak_publishing(screen: Publishing, around: Surroundings) -> Spoken:
    """The shelves, each thing behind its key."""
    page = SpokenPage()
    draw_shelves(screen, page)
    return spoken(screen, KEYS, page.said, Typing.picks, around=str(WORDS.publish_title))
