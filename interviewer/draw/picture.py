"""The whole screen, whatever the program is doing."""

from rich.text import Text as Styled

from interviewer.controls.keys import Action
from interviewer.controls.screen import Screen
from interviewer.draw import theme
from interviewer.draw.frame import (
    LEAST_COLUMNS,
    LEAST_ROWS,
    Surroundings,
    bar,
    framed,
    too_small,
)
from interviewer.draw.page import Page
from interviewer.screens.opening.state import Opening
from interviewer.words import WORDS


def draw(mode: Screen, around: Surroundings) -> list[Styled]:
    """The screen that shows `mode`: as many lines as there are rows, none wider than it."""
    if around.columns < LEAST_COLUMNS or around.rows < LEAST_ROWS:
        return too_small(around)
    if isinstance(mode, Opening):
        return _opening(mode, around)
    # The first picture must not wait for what the others need.
    from interviewer.screens.every import draw_mode

    return draw_mode(mode, around)


def _opening(mode: Opening, around: Surroundings) -> list[Styled]:
    body = Page(around.columns).blank(2).say("Ringerunde", theme.STRONG, indent=3)
    body.say(str(WORDS.tagline), theme.QUIET, indent=3).blank().say(str(WORDS.opening), indent=3)
    return framed(around, [bar(around, "Ringerunde", "")], body, mode.notice, [Action.QUIT])
