"""Who rings what, as a table; and for one of them, what is free and what is hers in every group."""

from typing import Final

from rich.text import Text as Styled

from interviewer.draw import theme
from interviewer.draw.bars import Surroundings, bar, clock_and, framed, strip
from interviewer.draw.clicks import OPENS, ListRow
from interviewer.draw.help import help_page
from interviewer.draw.ink import inked
from interviewer.draw.lines import shown
from interviewer.draw.page import Page
from interviewer.screens.distribution.keys import KEYS
from interviewer.screens.distribution.state import Distribution
from interviewer.words import WORDS, cut, say
from schemas.language.numerals import show_number

NAME: Final = 34
"""Columns for a name; a longer one is cut."""


def draw_distribution(screen: Distribution, around: Surroundings) -> list[Styled]:
    """Everybody, or the groups for one of them."""
    given = sum(load.open for load in screen.work.shared.loads.values())
    counts = say(WORDS.work_counts, given=given, rest=len(screen.work.shared.rest))
    title = f"Ringerunde · {WORDS.work_title}"
    top = [bar(around, title, clock_and(around, screen.who.name)), strip(around, counts)]
    if screen.help:
        return help_page(around, top, screen, KEYS.help(screen))
    body = Page(around.columns)
    _people(screen, body) if screen.to is None else _groups(screen, body)
    return framed(around, top, body, screen.notice, KEYS.footer(screen))


def _people(screen: Distribution, body: Page) -> None:
    body.rule(str(WORDS.work_people))
    heads = WORDS.work_heads, WORDS.work_begun, WORDS.work_agreed, WORDS.work_ended
    body.say(f"  {_columns('', *map(str, heads))}", theme.QUIET)
    for number, person in enumerate(screen.work.people):
        load = screen.work.shared.load(person.id)
        counts = (load.open, load.begun, load.agreed, load.ended)
        _row(screen, body, number, person.name, counts)
    if not screen.work.people:
        body.blank().say(str(WORDS.give_nobody))


def _groups(screen: Distribution, body: Page) -> None:
    name = screen.person.name if screen.person else ""
    body.rule(say(WORDS.work_groups, name=name))
    body.say(f"  {_columns('', str(WORDS.work_free), str(WORDS.work_hers))}", theme.QUIET)
    for number, group in enumerate(screen.groups):
        counts = (screen.free_in.get(group.id, 0), screen.hers_in.get(group.id, 0))
        _row(screen, body, number, group.name, counts)


def _row(screen: Distribution, body: Page, number: int, name: str, counts: tuple[int, ...]) -> None:
    words = _columns(name, *map(show_number, counts))
    row = ListRow(number, number == screen.marked, OPENS)
    body.row(inked(shown(words), theme.PAPER), row)


def _columns(name: str, *cells: str) -> str:
    return f"{cut(name, NAME):<{NAME}}{''.join(f'{one:>10}' for one in cells)}"
