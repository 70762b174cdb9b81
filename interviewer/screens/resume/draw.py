"""The case that was left, and the two ways on."""

from rich.text import Text as Styled

from interviewer.draw import theme
from interviewer.draw.bars import Surroundings, bar, framed
from interviewer.draw.help import help_page
from interviewer.draw.page import Option, Page
from interviewer.screens.resume.keys import KEYS
from interviewer.screens.resume.state import Resume
from interviewer.words import WORDS


def draw_resume(screen: Resume, around: Surroundings) -> list[Styled]:
    """The whole screen."""
    top = [bar(around, "Ringerunde", screen.who.name)]
    if screen.help:
        return help_page(around, top, screen, KEYS.help(screen))
    body = Page(around.columns).blank(2).say(str(WORDS.resume), theme.STRONG, indent=3).blank()
    body.say(screen.left.unit.label, theme.WAY_HERE, indent=5).blank()
    body.options([Option(str(WORDS.resume_go_on)), Option(str(WORDS.resume_leave))])
    return framed(around, top, body, screen.notice, KEYS.footer(screen))
