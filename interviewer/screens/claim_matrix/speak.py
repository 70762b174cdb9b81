"""Claim against finding for the ear: the number, the table row by row, the units behind it."""

from interviewer.draw.bars import Surroundings
from interviewer.draw.spoken import Spoken, SpokenPage, Typing, spoken, tables_read_out
from interviewer.screens.claim_matrix.draw import draw_headline, draw_units
from interviewer.screens.claim_matrix.keys import KEYS
from interviewer.screens.claim_matrix.state import ClaimMatrixView
from interviewer.words import WORDS


def speak_claim_matrix(screen: ClaimMatrixView, around: Surroundings) -> Spoken:
    """The whole page."""
    from interviewer.publish.claim_matrix import claim_matrix_parts

    page = SpokenPage()
    draw_headline(screen, page)
    tables_read_out(page, claim_matrix_parts(screen.earlier, screen.matrix))
    draw_units(screen, page)
    return spoken(screen, KEYS, page.said, Typing.listens, around=str(WORDS.claim_matrix_title))
