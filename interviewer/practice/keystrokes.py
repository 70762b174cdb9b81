"""From an answer to the keys that give it, as an interviewer would press them."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from interviewer.engine.entries.entry import Entry, ReadAloud
from interviewer.engine.entries.listed import ItemsOf, OneOf, SomeOf
from interviewer.engine.entries.written import TypedAnswer, UnitsOf
from schemas.questionnaire.answers import DONT_KNOW, REFUSED, Choice, Missing
from schemas.questionnaire.show import show

_MISSING: Final = {DONT_KNOW: "f7", REFUSED: "f8"}


def keys_for(entry: Entry, value: Any) -> Iterable[str]:
    """The keys that answer `value` where `entry` stands."""
    if isinstance(value, Missing):
        return (_MISSING[value],)
    match entry:
        case OneOf() if value is not None:
            return (entry.keys[entry.codes.index(value)],)
        case SomeOf():
            return _marks(entry, value)
        case TypedAnswer():
            return _writing(entry, value)
        case UnitsOf():
            return _places(entry, value)
        case ItemsOf():
            return ("2",) if value.complete else ("1",)
        case ReadAloud() | _:
            return ("enter",)


def _marks(entry: SomeOf, value: tuple[Choice, ...] | None) -> Iterator[str]:
    wanted = value or ()
    # What is wrong goes first: a new code would drive an excluding one out by itself.
    wrong = [code for code in entry.chosen if code not in wanted]
    missing = [code for code in wanted if code not in entry.chosen]
    for code in (*wrong, *missing):
        yield entry.keys[entry.codes.index(code)]
    yield "enter"


def _writing(entry: TypedAnswer, value: Any) -> Iterator[str]:
    if entry.line.text:
        yield "ctrl+u"
    yield from "" if value is None else show(entry.question, value, entry.reading.frame)
    yield "enter"


def _places(entry: UnitsOf, value: tuple[str, ...]) -> Iterator[str]:
    yield from ["backspace"] * len(entry.chosen)
    for unit_id in value:
        yield from unit_id
        yield "enter"
    if not entry.one:
        yield "enter"
