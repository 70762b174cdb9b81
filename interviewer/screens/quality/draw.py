"""Quality on the screen: the flags of everybody; one's measures in a table; what is behind one."""

from typing import Final

from rich.text import Text as Styled

from interviewer.draw import theme
from interviewer.draw.bars import Surroundings, bar, clock_and, framed, strip
from interviewer.draw.clicks import OPENS, ListRow
from interviewer.draw.help import help_page
from interviewer.draw.ink import inked
from interviewer.draw.lines import shown
from interviewer.draw.page import Page
from interviewer.screens.quality.keys import KEYS, OWN_KEYS
from interviewer.screens.quality.state import OwnQuality, QualityPage, QualityView
from interviewer.words import WORDS, cut, room_for, say
from schemas.language.dates import clock
from schemas.review.quality.people import Measured
from schemas.review.quality.sentences import (
    amount,
    behind_words,
    count_of,
    in_unit,
    others_in_unit,
    told,
    verdict_in_a_word,
)

LABEL, EDGES = 29, 4
"""Columns for what is measured, at least: where there is room it stands whole; and the edges."""

ABOVE: Final = 2
"""Lines for what the marked measure is."""

BELOW: Final = 11
"""Lines for the rule, and for what frames the screen."""

PLACE: Final = 34
"""Columns for the place, at least; what it brings stands beside it."""


def draw_quality(screen: QualityView, around: Surroundings) -> list[Styled]:
    """Everybody with their flags, or what is opened of it."""
    top = _top(screen, around, str(WORDS.quality_title), _whose(screen))
    if screen.help:
        return help_page(around, top, screen, KEYS.help(screen))
    body = Page(around.columns)
    if screen.person is None:
        _everybody(screen, body)
    else:
        _one(screen, body, around)
    return framed(around, top, body, screen.notice, KEYS.footer(screen))


def draw_own_quality(screen: OwnQuality, around: Surroundings) -> list[Styled]:
    """One's own measures, or what is behind one."""
    top = _top(screen, around, str(WORDS.quality_own), "")
    if screen.help:
        return help_page(around, top, screen, OWN_KEYS.help(screen))
    body = Page(around.columns)
    if screen.own is None:
        body.say(str(WORDS.quality_none_own))
    else:
        _one(screen, body, around)
    return framed(around, top, body, screen.notice, OWN_KEYS.footer(screen))


def _top(screen: QualityPage, around: Surroundings, title: str, whose: str) -> list[Styled]:
    much = amount(screen.person) if screen.person else ""
    counted = say(WORDS.quality_counted, clock=clock(screen.counted_at))
    told_above = " · ".join(filter(None, (whose or counted, much)))
    head = bar(around, f"Ringerunde · {title}", clock_and(around, screen.who.name))
    return [head, strip(around, told_above)]


def _whose(screen: QualityView) -> str:
    return screen.name(screen.person.id) if screen.person else ""


# ── Everybody ────────────────────────────────────────────────────────────────────────────────────


def _everybody(screen: QualityView, body: Page) -> None:
    body.rule(str(WORDS.quality_people))
    for number, person in enumerate(screen.people):
        line = inked(shown(screen.name(person.id)), theme.STRONG)
        line.append(f"  {shown(amount(person))}", theme.QUIET)
        row = ListRow(number, number == screen.marked, OPENS)
        body.row(line, row)
        for flag in person.flags:
            body.say(f"! {told(flag)}", indent=5, hang=2)
    if words := none_flagged(screen):
        body.blank().say(words)


def none_flagged(screen: QualityView) -> str:
    """Why nobody has a flag; nothing where somebody has."""
    if not screen.people:
        return str(WORDS.quality_none)
    if any(person.flags for person in screen.people):
        return ""
    is_known = any(person.is_enough for person in screen.people)
    return str(WORDS.quality_no_flags if is_known else WORDS.quality_too_few)


# ── One of them ──────────────────────────────────────────────────────────────────────────────────


def _one(screen: QualityPage, body: Page, around: Surroundings) -> None:
    if screen.marked_measure is None:
        return
    if screen.measure is None:
        _measures(screen, screen.marked_measure, body, around)
    else:
        _behind(screen, screen.marked_measure, body)


def _measures(screen: QualityPage, marked: Measured, body: Page, around: Surroundings) -> None:
    """What the marked one is stands above them all, and its rule below, where there is room."""
    measure = marked.measure
    body.say(f"{measure.label}: {measure.out_of}.").down_to(ABOVE)
    heads = (WORDS.quality_measure, WORDS.quality_value, WORDS.quality_of, WORDS.quality_others)
    rest = max(_measure(one, LABEL).cell_len for one in screen.measured) - LABEL
    labels = (str(one.measure.label) for one in screen.measured)
    name = room_for(labels, LABEL, body.width - rest - EDGES)
    body.say(f"    {_columns(name, *map(str, heads))}", theme.QUIET)
    for number, one in enumerate(screen.measured):
        body.row(_measure(one, name), ListRow(number, number == screen.marked, OPENS))
    if len(body.lines) + BELOW <= around.rows:
        focus = body.focus
        _rule(marked, body.blank())
        body.focus = focus


def _rule(one: Measured, body: Page) -> None:
    rule = one.measure.rule
    body.say(say(WORDS.quality_rule, rule=rule.words), theme.QUIET)
    body.say(say(WORDS.quality_source, source=rule.source), theme.QUIET)


def _measure(one: Measured, room: int) -> Styled:
    value = in_unit(one.measure, one.found.value)
    others = others_in_unit(one)
    words = f"{_columns(room, str(one.measure.label), value, count_of(one), others)}"
    line = inked("! " if one.is_flagged else "  ", theme.CAUTION)
    line.append(shown(words), theme.STRONG if one.is_flagged else theme.PAPER)
    return line.append(f"  {shown(verdict_in_a_word(one))}", theme.QUIET)


def _columns(room: int, label: str, value: str, of: str, others: str) -> str:
    return f"{cut(label, room):<{room}} {value:>8}  {of:<18}{others:>8}".rstrip()


# ── What is behind it ────────────────────────────────────────────────────────────────────────────


def _behind(screen: QualityPage, one: Measured, body: Page) -> None:
    body.say(told(one), theme.CAUTION if one.is_flagged else theme.PAPER)
    _rule(one, body)
    body.rule(str(WORDS.quality_behind))
    places = [screen.who.frame.label(one.unit_id) for one in screen.behind]
    room = room_for(places, PLACE, body.width // 2)
    for number, (place, behind) in enumerate(zip(places, screen.behind, strict=True)):
        line = inked(shown(f"{cut(place, room):<{room}} "), theme.STRONG)
        line.append(shown(behind_words(one.measure, behind)), theme.PAPER)
        body.row(line, ListRow(number, number == screen.marked, OPENS))
