"""The first picture."""

from rich.text import Text as Styled

from interviewer.controls.keys import Keycap
from interviewer.draw import theme
from interviewer.draw.bars import Surroundings, bar, framed
from interviewer.draw.page import Page
from interviewer.screens.opening.state import Opening
from interviewer.words import WORDS


def draw_opening(screen: Opening, around: Surroundings) -> list[Styled]:
    """What the program is, and that it is being opened."""
    body = Page(around.columns).blank(2).say("Ringerunde", theme.STRONG, indent=3)
    body.say(str(WORDS.tagline), theme.QUIET, indent=3).blank().say(str(WORDS.opening), indent=3)
    return framed(
        around,
        [bar(around, "Ringerunde", "")],
        body,
        screen.notice,
        [(Keycap.CTRL_Q, WORDS.key_quit)],
    )
