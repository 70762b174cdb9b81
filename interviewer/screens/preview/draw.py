"""What would be published, line by line: nothing of it is written."""

from rich.text import Text as Styled

from interviewer.draw import theme
from interviewer.draw.bars import Surroundings, bar, framed
from interviewer.draw.help import help_page
from interviewer.draw.page import Page
from interviewer.draw.reading import read_from
from interviewer.screens.preview.keys import KEYS
from interviewer.screens.preview.state import Preview
from interviewer.words import WORDS
from schemas.language.dates import clock


def draw_preview(screen: Preview, around: Surroundings) -> list[Styled]:
    """The page from where one has read to."""
    top = [bar(around, f"Ringerunde · {WORDS.preview_title}", clock(screen.now))]
    if screen.help:
        return help_page(around, top, screen, KEYS.help(screen))
    body = Page(around.columns)
    draw_lines(screen, body)
    read_from(body, screen.scroll)
    return framed(around, top, body, screen.notice, KEYS.footer(screen))


def draw_lines(screen: Preview, body: Page) -> None:
    """Every line that would be written."""
    for line in screen.lines:
        words = line.lstrip()
        body.say(words, theme.PAPER, indent=1 + len(line) - len(words), hang=2)
