"""The files with their rows, and what is new in them or should be looked through."""

from rich.text import Text as Styled

from interviewer.draw import theme
from interviewer.draw.bars import Surroundings, bar, framed
from interviewer.draw.help import help_page
from interviewer.draw.page import Page
from interviewer.draw.reading import read_from
from interviewer.screens.written.keys import KEYS
from interviewer.screens.written.state import Result
from interviewer.words import WORDS, say, say_count
from schemas.language.dates import running_clock


def draw_result(screen: Result, around: Surroundings) -> list[Styled]:
    """The files with their rows, and what is new in them or should be looked through."""
    top = [bar(around, str(screen.product.label), running_clock(around.now))]
    if screen.help:
        return help_page(around, top, screen, KEYS.help(screen))
    body = Page(around.columns)
    draw_written(screen, body)
    read_from(body, screen.scroll)
    return framed(around, top, body, screen.notice, KEYS.footer(screen))


def draw_written(screen: Result, body: Page) -> None:
    """All of it."""
    files = screen.written.files
    body.say(say(WORDS.written_in, folder=files[0].path.parent), theme.GOOD)
    for one in files:
        name = f"{one.path.name} ({one.sheet})" if one.sheet else one.path.name
        rows = say_count(one.rows, WORDS.written_row, WORDS.written_rows, name=name)
        body.say(rows if one.is_table else name, indent=3)
    if screen.written.told:
        body.blank()
    for sentence in screen.written.told:
        body.say(sentence, hang=2)
