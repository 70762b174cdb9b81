"""What keys make of an entry: which of them chooses, moves, types or is done."""

from typing import TypeAlias

from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.options import place_of
from interviewer.controls.text_keys import typed
from interviewer.engine.entries.entry import Entry, Led
from interviewer.engine.entries.listed import ItemsOf, OneOf, SomeOf
from interviewer.engine.entries.written import TypedAnswer, UnitsOf

Listed: TypeAlias = OneOf | SomeOf | ItemsOf

_STEPS = {Keycap.UP: -1, Keycap.DOWN: 1}


def pressed(entry: Entry, press: Press) -> Led | None:
    """What a key leads to; None when it is not for the entry."""
    if keycap_of(press) is Keycap.ENTER:
        return entry.done()
    match entry:
        case OneOf() | SomeOf() | ItemsOf():
            return _listed(entry, press)
        case UnitsOf():
            return _units(entry, press)
        case TypedAnswer():
            return _typed(entry, press)
        case _:
            return None


def _listed(entry: Listed, press: Press) -> Led | None:
    action = keycap_of(press)
    if action in _STEPS:
        return entry.moved(_STEPS[action])
    if action is Keycap.SPACE and isinstance(entry, SomeOf) and entry.lit is not None:
        return entry.choose(entry.lit)
    if action is Keycap.DELETE and isinstance(entry, ItemsOf):
        return entry.take_out()
    place = place_of(press, entry.keys)
    return None if place is None else entry.choose(place)


def _units(entry: UnitsOf, press: Press) -> Led | None:
    action = keycap_of(press)
    if action in _STEPS and entry.found:
        return entry.moved(_STEPS[action])
    if action in {Keycap.BACKSPACE, Keycap.DELETE} and not entry.line.text:
        return entry.without_last()
    line = typed(entry.line, press)
    return None if line is None else entry.having(line)


def _typed(entry: TypedAnswer, press: Press) -> Led | None:
    if keycap_of(press) is Keycap.CTRL_J and entry.has_lines:
        return entry.having(entry.line.insert("\n"))
    line = typed(entry.line, press)
    return None if line is None else entry.having(line)
