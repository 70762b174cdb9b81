"""Claim against finding for the ear: the number, the table row by row, the units behind it."""

from interviewer.draw.bars import Surroundings
from interviewer.draw.spoken import Spoken, SpokenPage, Typing, spoken, tables_read_out
from interviewer.screens.claim_matrix.draw import draw_headline, draw_units
from interviewer.screens.claim_matrix.keys import KEYS
from interviewer.screens.claim_matrix.state import TransitionView
from interviewer.words import WORDS


def speak_transition(screen: TransitionView, around: Surroundings) -> Spoken:
    """The whole page."""
    from interviewer.publish.claim_matrix import transition_parts

    page = SpokenPage()
    draw_headline(screen, page)
    tables_read_out(page, transition_parts(screen.earlier, screen.matrix))
    draw_units(screen, page)
    return spoken(screen, KEYS, page.said, Typing.listens, around=str(WORDS.transition_title))
