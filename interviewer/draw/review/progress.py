"""Progress: what `ringerunde status` prints, alive."""

from rich.text import Text as Styled

from interviewer.draw.frame import Surroundings, bar, framed
from interviewer.draw.page import Page
from interviewer.draw.review.reading import READING_KEYS, print_parts, read_from
from interviewer.review.progress import ProgressView
from interviewer.words import WORDS
from schemas.workdays import running_clock


def draw_progress(mode: ProgressView, around: Surroundings) -> list[Styled]:
    """What `ringerunde status` prints, alive."""
    from interviewer.status import status_parts

    body = Page(around.columns)
    parts = status_parts(mode.survey, mode.now, mode.who.settings)
    print_parts(body, parts, around.columns)
    read_from(body, mode.scroll)
    top = [bar(around, f"Ringerunde · {WORDS.review_progress}", running_clock(around.now))]
    return framed(around, top, body, mode.notice, READING_KEYS)
