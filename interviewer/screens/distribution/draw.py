"""Who rings what, as a table; and for one of them, what is free and what is hers in every group."""

from collections.abc import Iterator
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
from schemas.language.text import Text

NAME: Final = 34
"""Columns for a name; a longer one is cut."""


def draw_distribution(screen: Distribution, around: Surroundings) -> list[Styled]:
    """Everybody, or the groups for one of them."""
    head = bar(around, f"Ringerunde · {WORDS.work_title}", clock_and(around, screen.who.name))
    top = [head, strip(around, counts(screen))]
    if screen.help:
        return help_page(around, top, screen, KEYS.help(screen))
    body = Page(around.columns)
    body.rule(title(screen))
    body.say(f"  {_columns('', *map(str, headings(screen)))}", theme.QUIET)
    for number, (name, numbers) in enumerate(rows(screen)):
        words = _columns(name, *map(show_number, numbers))
        row = ListRow(number, number == screen.marked, OPENS)
        body.row(inked(shown(words), theme.PAPER), row)
    if not screen.lines:
        body.blank().say(str(WORDS.give_nobody))
    return framed(around, top, body, screen.notice, KEYS.footer(screen))


def counts(screen: Distribution) -> str:
    """How many cases somebody has, and how many nobody."""
    given = sum(load.open for load in screen.work.shared.loads.values())
    return say(WORDS.work_counts, given=given, rest=len(screen.work.shared.rest))


def title(screen: Distribution) -> str:
    """What is listed."""
    if screen.to is None:
        return str(WORDS.work_people)
    return say(WORDS.work_groups, name=screen.person.name if screen.person else "")


def headings(screen: Distribution) -> tuple[Text, ...]:
    """What the numbers count."""
    if screen.to is None:
        return WORDS.work_heads, WORDS.work_begun, WORDS.work_agreed, WORDS.work_ended
    return WORDS.work_free, WORDS.work_hers


def rows(screen: Distribution) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Each person, or each group, with its numbers."""
    if screen.to is None:
        for person in screen.work.people:
            load = screen.work.shared.load(person.id)
            yield person.name, (load.open, load.begun, load.agreed, load.ended)
    else:
        for group in screen.groups:
            yield group.name, (screen.free_in.get(group.id, 0), screen.hers_in.get(group.id, 0))


def _columns(name: str, *cells: str) -> str:
    return f"{cut(name, NAME):<{NAME}}{''.join(f'{one:>10}' for one in cells)}"
