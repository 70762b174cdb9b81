"""Progress: what `ringerunde status` prints, alive."""

from rich.text import Text as Styled

from interviewer.draw.bars import Surroundings, bar, framed
from interviewer.draw.help import help_page
from interviewer.draw.page import Page
from interviewer.draw.reading import print_parts, read_from
from interviewer.screens.progress.keys import KEYS
from interviewer.screens.progress.state import ProgressView
from interviewer.words import WORDS
from schemas.language.dates import running_clock


def draw_progress(screen: ProgressView, around: Surroundings) -> list[Styled]:
    """What `ringerunde status` prints, alive."""
    from interviewer.publish.status import status_parts

    top = [bar(around, f"Ringerunde · {WORDS.review_progress}", running_clock(around.now))]
    if screen.help:
        return help_page(around, top, screen, KEYS.help(screen))
    body = Page(around.columns)
    parts = status_parts(
        screen.who.survey, screen.who.frame, screen.cases, screen.now, screen.who.settings
    )
    print_parts(body, parts, around.columns)
    read_from(body, screen.scroll)
    return framed(around, top, body, screen.notice, KEYS.footer(screen))
