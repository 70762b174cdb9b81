"""Open answers under codes: the columns beside the answers, and the tables that tell what they are.

codes      one row for each code of an open question
codings    one row for each answer and code that it was put under
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple, TypeVar

from db.exports.export_tables import (
    AT,
    QUESTION,
    CodedAnswer,
    Interview,
    Item,
    numbers_of,
)
from db.exports.fields import INTERVIEW_ID, MOMENT, UNIT_ID, WHOLE, Field, behind, person
from schemas.codebook.columns import LONGEST, columns
from schemas.codebook.variables import Variable, of_item
from schemas.language.text import LANGUAGES, Text
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.questions import Question
from schemas.questionnaire.sections import Roster, Section
from schemas.questionnaire.types.spelling import ColumnType
from schemas.review.coding.answers import is_coded
from schemas.review.coding.open_codes import OpenCode
from schemas.surveys.survey import Survey

EACH_CODE: Final = Text(
    "kodene som svar i egne ord er lagt under",
    nn="kodane som svar med eigne ord er lagde under",
    en="the codes that answers in people's own words were put under",
)
EACH_CODING: Final = Text(
    "én rad per svar i egne ord og kode som det er lagt under",
    nn="éi rad per svar med eigne ord og kode som det er lagt under",
    en="one row per answer in somebody's own words and code that it was put under",
)
_CODES: Final = Text("Koder", nn="Kodar", en="Codes")
_NUMBER: Final = Text("Kodens nummer", nn="Nummeret til koden", en="Number of the code")
_LABEL: Final = Text("Kodens navn", nn="Namnet på koden", en="Label of the code")
_CODER: Final = Text("Kodet av, nummer", nn="Koda av, nummer", en="Coded by, number")

R = TypeVar("R")

UNDER_NONE: Final = "0"
"""What stands beside an answer that fits under no code."""


class CodedRow(NamedTuple):
    """An answer and one of its codes; of one that fits under none, no code."""

    interview: Interview
    question: str
    item: int | None
    answer: CodedAnswer
    code: OpenCode | None


def coding_fields(questionnaire: type[Questionnaire]) -> tuple[Field[CodedRow], ...]:
    """The columns of an answer under a code."""
    return (
        Field(
            "interview_id", INTERVIEW_ID, lambda one: one.interview.source.interview_id, is_id=True
        ),
        Field("unit_id", UNIT_ID, lambda one: one.interview.source.unit_id),
        Field("question", QUESTION, lambda one: one.question),
        *numbers_of(questionnaire, lambda one: (one.question, one.item)),
        Field("code", _NUMBER, lambda one: one.code.number if one.code else 0, WHOLE),
        Field("label", _LABEL, lambda one: one.code.label if one.code else None),
        *person("coder", _CODER, lambda one: one.answer.coder, lambda one: one.answer.coder_name),
        Field("at", AT, lambda one: one.answer.at, MOMENT),
    )


CODE_FIELDS: Final[tuple[Field[OpenCode], ...]] = (
    Field("question", QUESTION, lambda one: one.question),
    Field("code", _NUMBER, lambda one: one.number, WHOLE),
    Field("label", _LABEL, lambda one: one.label),
)


def codings_of(one: Interview) -> Iterator[CodedRow]:
    """All that an interview has under codes."""
    for (question, item), answer in one.coded.items():
        for code in answer.codes or (None,):
            yield CodedRow(one, question, item, answer, code)


# ── Beside the answers ───────────────────────────────────────────────────────────────────────────


def beside_interviews(survey: Survey) -> dict[str, Field[Interview]]:
    """The codes of what was said outside the rosters, by the question."""
    sections = survey.questionnaire.sections.values()
    asked = [
        one for kind in sections if not issubclass(kind, Roster) for one in _open(kind, survey)
    ]
    return {one.id: _beside(one, survey, _numbers(one.id)) for one in asked}


def beside_items(roster: type[Roster], survey: Survey) -> dict[str, Field[Item]]:
    """The codes of what was said of one item, by the question."""
    return {one.id: _beside(one, survey, _item_numbers(one.id)) for one in _open(roster, survey)}


def beside_in_a_row(roster: type[Roster], survey: Survey, number: int) -> dict[str, Variable]:
    """The same where every item has columns of its own: `offer_1_kind_other_codes`."""
    return {
        question.id: Variable(
            named_beside(question, of_item(column, survey.frame, number).name),
            Text(*(f"{number}: {_label(question, survey).in_(one)}" for one in LANGUAGES)),
            ColumnType.text,
        )
        for question in _open(roster, survey)
        for column in columns(question)
    }


def written_beside(roster: type[Roster], survey: Survey) -> Callable[[Interview, int], list[str]]:
    """What stands in them, of one item; an empty text where nothing is coded."""
    asked = [one.id for one in _open(roster, survey)]

    def written(one: Interview, number: int) -> list[str]:
        return [_written(one.coded, question, number) or "" for question in asked]

    return written


def named_beside(question: Question, column: str) -> str:
    """The column of the codes of a question, beside the `column` with what was answered."""
    name = f"{column}_codes"
    if len(name) > LONGEST and question.opened_by is not None:
        return f"{column.removesuffix('_other')}_codes"
    return name


def _label(question: Question, survey: Survey) -> Text:
    """What was asked; what "something else" opens is named after its own question."""
    before, put = question.opened_by, survey.frame.in_general
    if before is None or before.other is None:
        return behind(_CODES, put(question.text))
    return behind(_CODES, behind(put(before.text), before.other.label))


def _open(section: type[Section], survey: Survey) -> Sequence[Question]:
    return [one for one in section.questions if is_coded(one, survey.parts)]


def _beside(question: Question, survey: Survey, of: Callable[[R], str | None]) -> Field[R]:
    return Field(named_beside(question, question.id), _label(question, survey), of)


def _numbers(question: str) -> Callable[[Interview], str | None]:
    return lambda one: _written(one.coded, question, None)


def _item_numbers(question: str) -> Callable[[Item], str | None]:
    return lambda one: _written(one.interview.coded, question, one.number)


def _written(
    coded: Mapping[tuple[str, int | None], CodedAnswer], question: str, item: int | None
) -> str | None:
    """The numbers of its codes, with a space between; nothing where it is not coded."""
    answer = coded.get((question, item))
    if answer is None:
        return None
    return " ".join(str(one.number) for one in answer.codes) or UNDER_NONE
