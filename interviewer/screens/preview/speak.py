"""What would be published, for the ear."""

from interviewer.draw.bars import Surroundings
from interviewer.draw.spoken import Spoken, SpokenPage, Typing, spoken
from interviewer.screens.preview.draw import draw_lines
from interviewer.screens.preview.keys import KEYS
from interviewer.screens.preview.state import Preview
from interviewer.words import WORDS


def speak_preview(screen: Preview, around: Surroundings) -> Spoken:
    """Every line."""
    page = SpokenPage()
    draw_lines(screen, page)
    return spoken(screen, KEYS, page.said, Typing.listens, around=str(WORDS.preview_title))
