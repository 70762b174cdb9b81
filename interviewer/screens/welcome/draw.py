"""The one question before the first call, and the line for its answer."""

from rich.text import Text as Styled

from interviewer.draw import theme
from interviewer.draw.bars import Surroundings, bar, framed
from interviewer.draw.clicks import OPENS, ListRow
from interviewer.draw.help import help_page
from interviewer.draw.page import Page
from interviewer.screens.welcome.keys import KEYS
from interviewer.screens.welcome.state import Welcome
from interviewer.words import WORDS
from schemas.language.text import Text


def draw_welcome(screen: Welcome, around: Surroundings) -> list[Styled]:
    """The whole screen."""
    top = [bar(around, "Ringerunde", "")]
    if screen.help:
        return help_page(around, top, screen, KEYS.help(screen))
    body = Page(around.columns).blank(2).say(str(WORDS.who_is_it), theme.STRONG, indent=3).blank()
    body.typing(screen.line, indent=3).blank().say(str(_help(screen)), theme.QUIET, indent=3)
    if screen.shown:
        _people(body, screen)
    if around.practice:
        body.blank(2).say(str(WORDS.practice_about), indent=3)
    if around.making:
        told = WORDS.practice_soon if around.saving else WORDS.practice_made
        body.blank().say(str(told), theme.QUIET, indent=3)
    return framed(around, top, body, screen.notice, KEYS.footer(screen))


def _people(body: Page, screen: Welcome) -> None:
    body.blank().say(str(WORDS.who_is_known), theme.QUIET, indent=3)
    for place, name in enumerate(screen.shown):
        body.row(name, ListRow(place, place == screen.lit, OPENS), indent=3)


def _help(screen: Welcome) -> Text:
    """A coordinator decides under her name; whoever rings says it on the telephone."""
    return WORDS.who_reviews_help if screen.reviewing else WORDS.who_calls_help
