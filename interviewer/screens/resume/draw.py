"""The case that was left, what was not stored, and the ways on."""

from typing import Final

from rich.text import Text as Styled

from interviewer.draw import theme
from interviewer.draw.bars import Surroundings, bar, framed
from interviewer.draw.columns import Option
from interviewer.draw.help import help_page
from interviewer.draw.page import Page
from interviewer.screens.resume.keys import KEYS
from interviewer.screens.resume.state import Resume
from interviewer.words import WORDS, cut

SHOWN: Final = 300
"""So much of a text is enough to know it again."""


def draw_resume(screen: Resume, around: Surroundings) -> list[Styled]:
    """The whole screen."""
    top = [bar(around, "Ringerunde", screen.who.name)]
    if screen.help:
        return help_page(around, top, screen, KEYS.help(screen))
    body = Page(around.columns)
    draw_ways(screen, body)
    body.focus = len(body.lines) - 1
    return framed(around, top, body, screen.notice, KEYS.footer(screen))


def draw_ways(screen: Resume, body: Page) -> None:
    """The case, what could not be stored, and what can be done."""
    body.blank()
    if screen.left is not None and not screen.not_taken:
        body.say(str(WORDS.resume), theme.STRONG, indent=3).blank()
        body.say(screen.left.unit.label, theme.WAY_HERE, indent=5).blank()
        if not screen.is_over:
            body.say(str(WORDS.resume_open), theme.CAUTION, indent=3).blank()
    if screen.unsaved:
        _draw_unsaved(screen, body)
    body.options([Option(screen.named(way)) for way in screen.ways])


def _draw_unsaved(screen: Resume, body: Page) -> None:
    words = WORDS.unsaved_refused if screen.not_taken else WORDS.unsaved
    body.say(str(words), theme.WARNING, indent=3)
    for place, one, why in screen.lying:
        body.say(" · ".join(filter(None, (one.what, place))), theme.QUIET, indent=5)
        for text in one.words:
            body.say(cut(text, SHOWN), theme.STRONG, indent=7)
        if why:
            body.say(why, theme.CAUTION, indent=7)
    body.blank()
