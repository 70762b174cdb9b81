"""What one finished document shows: answers that nobody knew, left out, or gave all alike."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from typing import Any, Final

from schemas.questionnaire.answers import DONT_KNOW, NOT_ASKED, REFUSED
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.questions import Question
from schemas.questionnaire.sections import Roster, Section
from schemas.review.quality.observed import AnswersCounted

LONG_ENOUGH: Final = 3
"""So many questions, or entries of a roster, make a row: two are alike by chance."""

_ABSENT: Final = {"missing": NOT_ASKED.missing}


def count_answers(
    questionnaire: type[Questionnaire], document: Mapping[str, Any]
) -> AnswersCounted:
    """What one document has, in its stored form; what was only for us is not counted."""
    asked = list(_asked(questionnaire, document))
    rows = list(_rows(questionnaire, document))
    return AnswersCounted(
        may_be_unknown=sum(DONT_KNOW in one.missing_allowed for one, _ in asked),
        unknown=sum(_is(said, DONT_KNOW.missing) for _, said in asked),
        may_be_refused=sum(REFUSED in one.missing_allowed for one, _ in asked),
        refused=sum(_is(said, REFUSED.missing) for _, said in asked),
        may_be_empty=sum(one.empty_allowed for one, _ in asked),
        empty=sum(said is None for _, said in asked),
        rows=len(rows),
        straight=sum(_is_straight(row) for row in rows),
    )


def _asked(
    questionnaire: type[Questionnaire], document: Mapping[str, Any]
) -> Iterator[tuple[Question, Any]]:
    """Every question that was put to somebody, with its answer."""
    for name, section in questionnaire.sections.items():
        if not section.aloud:
            continue
        for answers in _parts(section, document.get(name)):
            for question in section.questions:
                said = answers.get(question.id, _ABSENT)
                if question.type.is_data and not _is(said, NOT_ASKED.missing):
                    yield question, said


def _parts(section: type[Section], stored: Any) -> Sequence[Mapping[str, Any]]:
    """A section as a list of what was answered in it: one part, or one for each entry."""
    return (stored or ()) if issubclass(section, Roster) else (stored or {},)


def _is(said: Any, state: str) -> bool:
    return isinstance(said, dict) and said.get("missing") == state


# ── Rows of answers ──────────────────────────────────────────────────────────────────────────────


def _rows(
    questionnaire: type[Questionnaire], document: Mapping[str, Any]
) -> Iterator[tuple[Any, ...]]:
    """The answers of every row: questions with the same codes, and entries of a roster."""
    for name, section in questionnaire.sections.items():
        parts = _parts(section, document.get(name))
        for answers in parts:
            yield from _long(map(answers.get, row) for row in alike(section))
        if issubclass(section, Roster):
            closed = [one.id for one in section.questions if one.codes]
            if closed:
                yield from _long([[tuple(_kept(part.get(id)) for id in closed) for part in parts]])


def _long(rows: Iterable[Iterable[Any]]) -> Iterator[tuple[Any, ...]]:
    """Those in which enough was answered; what nobody was asked stands in none."""
    for row in rows:
        said = tuple(one for one in row if one is not None and not _is(one, NOT_ASKED.missing))
        if len(said) >= LONG_ENOUGH:
            yield said


@cache
def alike(section: type[Section]) -> tuple[tuple[str, ...], ...]:
    """The rows of a section: closed questions with the same codes, one after the other."""
    runs = (
        tuple(question.id for question in run)
        for codes, run in groupby(section.questions, key=lambda one: one.codes)
        if codes
    )
    return tuple(run for run in runs if len(run) >= LONG_ENOUGH)


def _is_straight(row: tuple[Any, ...]) -> bool:
    """Whether all of it was answered in one way."""
    return all(one == row[0] for one in row)


def _kept(said: Any) -> Any:
    """An answer as one of a tuple: what was not asked is the same for all who were not."""
    return None if _is(said, NOT_ASKED.missing) else said
