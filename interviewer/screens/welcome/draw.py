"""The one question before the first call, and the line for its answer."""

from rich.text import Text as Styled

from interviewer.controls.keys import Keycap
from interviewer.draw import theme
from interviewer.draw.bars import Keys, Surroundings, bar, framed
from interviewer.draw.help import QUITS, help_page
from interviewer.draw.page import LIT_SIGN, Page
from interviewer.screens.welcome.state import Welcome
from interviewer.words import WORDS

_WELCOME_HELP = (
    (WORDS.help_type, WORDS.help_name),
    (Keycap.DOWN, WORDS.help_known),
    (Keycap.ENTER, WORDS.help_named),
    (Keycap.ESCAPE, WORDS.help_not_named),
    QUITS,
)


def draw_welcome(screen: Welcome, around: Surroundings) -> list[Styled]:
    """The whole screen."""
    top = [bar(around, "Ringerunde", "")]
    if screen.help:
        return help_page(around, top, screen, _WELCOME_HELP)
    body = Page(around.columns).blank(2).say(str(WORDS.who_calls), theme.STRONG, indent=3).blank()
    body.typing(screen.line, indent=3).blank().say(str(WORDS.who_calls_help), theme.QUIET, indent=3)
    if screen.shown:
        _people(body, screen)
    if around.practice:
        body.blank(2).say(str(WORDS.practice_about), indent=3)
    if around.making:
        body.blank().say(str(WORDS.practice_made), theme.QUIET, indent=3)
    return framed(around, top, body, screen.notice, _keys(screen))


def _people(body: Page, screen: Welcome) -> None:
    body.blank().say(str(WORDS.who_is_known), theme.QUIET, indent=3)
    for place, name in enumerate(screen.shown):
        is_lit = place == screen.lit
        body.say(f"{LIT_SIGN if is_lit else ' '} {name}", theme.LIT if is_lit else theme.PAPER, 3)
        body.focus = len(body.lines) - 1 if is_lit else body.focus


def _keys(screen: Welcome) -> Keys:
    back = [(Keycap.ESCAPE, WORDS.key_return)] if screen.before or screen.asked else []
    return (Keycap.F1, Keycap.ENTER, *back, Keycap.CTRL_Q)
