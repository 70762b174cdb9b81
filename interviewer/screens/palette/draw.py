"""The list of what can be done, below the bar of the screen that it is done on."""

from collections.abc import Sequence
from typing import Final

from rich.text import Text as Styled

from interviewer.controls.offers import Offer
from interviewer.draw import theme
from interviewer.draw.bars import Surroundings, framed
from interviewer.draw.clicks import OPENS, ListRow, clickable
from interviewer.draw.help import help_page
from interviewer.draw.ink import inked
from interviewer.draw.lines import LIT_SIGN, shown
from interviewer.draw.page import Page
from interviewer.draw.reading import near
from interviewer.screens.palette.keys import KEYS
from interviewer.screens.palette.state import ActionPalette
from interviewer.words import WORDS

BAR: Final = 2
"""So many lines of the screen beneath stay: where one is, who is on the line, the clocks."""

NAME: Final = 28
"""Columns for a name, if what it says is to stand beside it."""


def draw_palette(
    palette: ActionPalette, around: Surroundings, beneath: Sequence[Styled]
) -> list[Styled]:
    """The whole screen."""
    top = beneath[:BAR]
    if palette.help:
        return help_page(around, top, palette, KEYS.help(palette))
    body = Page(around.columns).blank().typing(palette.line, str(WORDS.find_line))
    body.say(str(WORDS.find_hint), theme.QUIET)
    _found(palette, body, around)
    return framed(around, top, body, palette.notice, KEYS.footer(palette))


def _found(palette: ActionPalette, body: Page, around: Surroundings) -> None:
    above = None
    for place, offer in near(palette.found, palette.lit, around.rows):
        if offer.kind is not above:
            above = offer.kind
            body.blank().say(str(above).upper(), theme.STRONG)
        body.lines.append(_line(offer, ListRow(place, place == palette.lit, OPENS), body.width))
        if place == palette.lit:
            body.focus = len(body.lines) - 1
    if not palette.found:
        body.blank().say(str(WORDS.find_nothing))


def _line(offer: Offer, row: ListRow, width: int) -> Styled:
    """The name, what it does, and at the right edge the key that does the same."""
    key = inked(f"  {offer.shown} ", theme.KEY)
    words = inked(f" {LIT_SIGN if row.lit else ' '} ", theme.KEY)
    words.append(f"{shown(offer.name):<{NAME}}  ", theme.STRONG)
    words.append(shown(offer.says), theme.QUIET)
    words.truncate(width - key.cell_len, overflow="ellipsis")
    words.append(" " * (width - key.cell_len - words.cell_len))
    line = words + key
    if row.lit:
        line.stylize(theme.LIT)
    return clickable(line, row)
