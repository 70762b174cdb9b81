"""The case that was left, and the two ways on."""

from rich.text import Text as Styled

from interviewer.controls.keys import Keycap
from interviewer.draw import theme
from interviewer.draw.bars import Surroundings, bar, framed
from interviewer.draw.help import QUITS, help_page
from interviewer.draw.page import Option, Page
from interviewer.screens.resume.state import Resume
from interviewer.words import WORDS

_RESUME_HELP = (
    (f"1 {Keycap.ENTER.shown}", WORDS.help_resume),
    (f"2 {Keycap.ESCAPE.shown}", WORDS.help_leave),
    QUITS,
)


def draw_resume(screen: Resume, around: Surroundings) -> list[Styled]:
    """The whole screen."""
    top = [bar(around, "Ringerunde", screen.who.name)]
    if screen.help:
        return help_page(around, top, screen, _RESUME_HELP)
    body = Page(around.columns).blank(2).say(str(WORDS.resume), theme.STRONG, indent=3).blank()
    body.say(screen.left.unit.label, theme.WAY_HERE, indent=5).blank()
    body.options([Option(str(WORDS.resume_go_on)), Option(str(WORDS.resume_leave))])
    actions = [Keycap.F1, Keycap.ENTER, Keycap.ESCAPE, Keycap.CTRL_Q]
    return framed(around, top, body, screen.notice, actions)
