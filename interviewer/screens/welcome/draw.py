"""The one question before the first call, and the line for its answer."""

from rich.text import Text as Styled

from interviewer.controls.keys import Keycap
from interviewer.draw import theme
from interviewer.draw.bars import Surroundings, bar, framed
from interviewer.draw.help import QUITS, help_page
from interviewer.draw.page import Page
from interviewer.screens.welcome.state import Welcome
from interviewer.words import WORDS

_WELCOME_HELP = (
    (WORDS.help_type, WORDS.help_name),
    (Keycap.ENTER, WORDS.help_named),
    QUITS,
)


def draw_welcome(screen: Welcome, around: Surroundings) -> list[Styled]:
    """The whole screen."""
    top = [bar(around, "Ringerunde", "")]
    if screen.help:
        return help_page(around, top, screen, _WELCOME_HELP)
    body = Page(around.columns).blank(2).say(str(WORDS.who_calls), theme.STRONG, indent=3).blank()
    body.typing(screen.line, indent=3).blank().say(str(WORDS.who_calls_help), theme.QUIET, indent=3)
    if around.practice:
        body.blank(2).say(str(WORDS.practice_about), indent=3)
    if around.making:
        body.blank().say(str(WORDS.practice_made), theme.QUIET, indent=3)
    return framed(around, top, body, screen.notice, [Keycap.F1, Keycap.ENTER, Keycap.CTRL_Q])
