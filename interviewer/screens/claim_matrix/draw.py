"""Claim against finding: one number, the table, the reasons, and the units behind every cell."""

from rich.text import Text as Styled

from interviewer.draw import theme
from interviewer.draw.bars import Surroundings, bar, framed
from interviewer.draw.help import help_page
from interviewer.draw.ink import inked
from interviewer.draw.page import Page
from interviewer.draw.reading import print_parts, read_from
from interviewer.screens.claim_matrix.keys import KEYS
from interviewer.screens.claim_matrix.state import ClaimMatrixView
from interviewer.words import WORDS
from schemas.language.dates import clock


def draw_claim_matrix(screen: ClaimMatrixView, around: Surroundings) -> list[Styled]:
    """The page from where one has read to."""
    from interviewer.publish.claim_matrix import claim_matrix_parts

    top = [bar(around, f"Ringerunde · {WORDS.claim_matrix_title}", clock(screen.now))]
    if screen.help:
        return help_page(around, top, screen, KEYS.help(screen))
    body = Page(around.columns)
    draw_headline(screen, body)
    print_parts(body, claim_matrix_parts(screen.earlier, screen.matrix), around.columns)
    draw_units(screen, body)
    read_from(body, screen.scroll)
    return framed(around, top, body, screen.notice, KEYS.footer(screen))


def draw_headline(screen: ClaimMatrixView, body: Page) -> None:
    """The number that people ask for, and what it is."""
    found, earlier = screen.matrix, screen.earlier
    if found.checked:
        number = inked(f"{found.disproved.percent} %", theme.STRONG)
        body.say(number.append(f" {earlier.words.disproved}", theme.STRONG))
    body.say(earlier.headline(found)).blank()


def draw_units(screen: ClaimMatrixView, body: Page) -> None:
    """The units behind every cell."""
    from interviewer.publish.claim_matrix import behind

    body.rule(str(WORDS.claim_matrix_units)).blank()
    for cell, units in behind(screen.matrix, screen.frame):
        body.say(cell, theme.STRONG).say(units, indent=3).blank()
