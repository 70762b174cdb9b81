"""What the palette finds in an interview: its questions, and, when nobody is on the line, cases."""

from collections.abc import Iterator

from interviewer.controls.actions import KeyTable
from interviewer.controls.keys import Keycap
from interviewer.controls.offers import Offer, cases
from interviewer.controls.scrolling import PAGE
from interviewer.screens.call.keys import KEYS
from interviewer.screens.call.panel_keys import PanelKeys, keys_of
from interviewer.screens.call.panels.jump import JumpPanel
from interviewer.screens.call.state import Call
from interviewer.words import WORDS
from schemas.frame.search import find_units


def keys_here(call: Call) -> KeyTable[Call] | PanelKeys:
    """The keys of the question, or of what is open on top of it."""
    return keys_of(call, call.panel) if call.panel else KEYS


def questions(call: Call) -> Iterator[Offer]:
    """Everything on the route, by the keys that lead there through the overview."""
    if call.panel is not None:
        return
    overview = JumpPanel.for_call(call)
    for place, row in enumerate(overview.rows):
        if row.fired is None and not row.aside:
            words = call.talk.said(row.step.question.text)
            number = f"{row.step.number}. " if row.step.number else ""
            keys = (Keycap.F6, *_from(overview.lit, place), Keycap.ENTER)
            section = str(row.step.question.section.heading)
            yield Offer(WORDS.find_questions, f"{number}{words}", keys, section)


def _from(marked: int, place: int) -> tuple[Keycap, ...]:
    """The keys from one row of a list to another."""
    pages, lines = divmod(abs(place - marked), PAGE)
    if place < marked:
        return (Keycap.PAGE_UP,) * pages + (Keycap.UP,) * lines
    return (Keycap.PAGE_DOWN,) * pages + (Keycap.DOWN,) * lines


def found(call: Call, typed: str) -> tuple[Offer, ...]:
    """Other cases, through the card and the list; while somebody is on the line, why not."""
    if call.panel is not None:
        return ()
    if call.attempt is not None:
        there = find_units(typed, call.who.frame, 1)
        return (Offer(WORDS.find_cases, str(WORDS.find_not_on_line), ()),) if there else ()
    closes = (Keycap.ESCAPE,) if call.definition is not None else ()
    away = (*closes, Keycap.ESCAPE, Keycap.ESCAPE, Keycap.ESCAPE)
    return cases(WORDS.find_cases, call.who.frame, typed, away)
