"""The entry that a question opens with, by the form that its type says."""

from collections.abc import Mapping
from typing import Any, assert_never

from interviewer.engine.entries.entry import Entry, ReadAloud
from interviewer.engine.entries.listed import ItemsOf, OneOf, SomeOf
from interviewer.engine.entries.written import TypedAnswer, UnitsOf
from interviewer.engine.text_field import TextField
from schemas.questionnaire.answers import NOT_ASKED, Missing
from schemas.questionnaire.questions import Question
from schemas.questionnaire.show import show
from schemas.questionnaire.types import Reading
from schemas.questionnaire.types.descriptions import EntryForm


def entry_for(
    question: Question,
    answer: Any,
    reading: Reading,
    known: Mapping[str, str],
    items: ItemsOf | None,
    likely: tuple[str, ...] = (),
) -> Entry:
    """The entry a question opens with: its answer so far, or what is `known` of the person.

    `items` is that of a roster, at its end; `likely` are the units that one of is probably meant.
    """
    several = answer if isinstance(answer, tuple) else ()
    match question.type.entry:
        case EntryForm.read_aloud:
            return ReadAloud()
        case EntryForm.one_of:
            return OneOf(question.codes, answer, lit=_known_code(question, answer, known))
        case EntryForm.some_of:
            return SomeOf(question.codes, answer, several)
        case EntryForm.one_line | EntryForm.several_lines:
            return TypedAnswer(question, reading, answer, _line(question, answer, reading, known))
        case EntryForm.one_unit:
            return UnitsOf(reading.frame, True, answer, several, likely=likely)
        case EntryForm.some_units:
            return UnitsOf(reading.frame, False, answer, several)
        case EntryForm.items:
            assert items is not None, "only a roster asks for items"
            return items
        case never:
            assert_never(never)


def _known_code(question: Question, answer: Any, known: Mapping[str, str]) -> int | None:
    suggested = known.get(question.known_as, "") if answer == NOT_ASKED else ""
    names = [code.name for code in question.codes]
    return names.index(suggested) if suggested in names else None


def _line(question: Question, answer: Any, reading: Reading, known: Mapping[str, str]) -> TextField:
    if answer == NOT_ASKED:
        return _suggested(question, reading, known)
    if answer is None or isinstance(answer, Missing):
        return TextField()
    words = show(question, answer, reading.frame)
    return TextField.of(words, fresh=not question.type.is_words)


def _suggested(question: Question, reading: Reading, known: Mapping[str, str]) -> TextField:
    """What is known already: Enter confirms it, typing replaces it."""
    words = known.get(question.known_as, "")
    return TextField.of(show(question, words, reading.frame) if words else "", fresh=True)
