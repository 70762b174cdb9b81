"""The tables that are made of finished interviews: their columns in order, and a row of each.

    interviews  one row for each interview, every question in its columns
    <roster>    one row for each item of a roster, under the roster's name
    remarks     one row for each remark on an answer that counts
    checks      one row for each objection that was confirmed with a reason

A field is personal when it holds names, numbers or addresses, or free text that is likely to.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final, NamedTuple, TypeVar

from db.exports.fields import (
    INTERVIEW_ID,
    INTERVIEWER,
    MOMENT,
    UNIT_ID,
    WHOLE,
    YES_NO,
    ExportTable,
    Field,
    coded,
    person,
    plain,
    unit,
)
from db.exports.sources import Finished, RemarkRow
from schemas.codebook.columns import Layout, in_order, in_versions, layout
from schemas.codebook.variables import DataTable, number_column, of_column
from schemas.frame.frame import Frame
from schemas.language.text import LANGUAGES, Text
from schemas.questionnaire.answers import Choice
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.sections import Roster
from schemas.questionnaire.types.spelling import Spelling
from schemas.review.coding.open_codes import OpenCode
from schemas.surveys.survey import Survey

R = TypeVar("R")
Cell = TypeVar("Cell")

INTERVIEWS: Final = "interviews"
"""The name of the wide table."""

EACH_INTERVIEW: Final = Text(
    "én rad per intervju: de fullførte, og de delvise der det viktigste er besvart (status)",
    nn="éi rad per intervju: dei fullførte, og dei delvise der det viktigaste er svart på (status)",
    en="one row per interview: complete ones, and partial ones whose core is answered (status)",
)
EACH_REMARK: Final = Text(
    "intervjuernes merknader til svar",
    nn="merknadene til intervjuarane til svar",
    en="the interviewers' remarks on answers",
)
EACH_CHECK: Final = Text(
    "kontroller som ble bekreftet, med begrunnelse",
    nn="kontrollar som vart stadfesta, med grunngjeving",
    en="checks that were confirmed, with the reason",
)
QUESTION: Final = Text("Spørsmål", nn="Spørsmål", en="Question")


class InterviewStatus(Choice):
    """How much of an interview there is."""

    complete = Text("Fullført", nn="Fullført", en="Complete")
    partial = Text(
        "Delvis, det viktigste er besvart",
        nn="Delvis, det viktigaste er svart på",
        en="Partial, core answered",
    )


class CodedAnswer(NamedTuple):
    """The codes that an answer in somebody's own words was put under, by whom and when."""

    codes: tuple[OpenCode, ...]
    coder: int
    coder_name: str
    at: datetime


class Interview(NamedTuple):
    """An interview, its JSON read, and how many of its answers cannot be.

    Of a partial one there is no revision: it has not been completed.  What is `coded` stands by
    question and item.
    """

    source: Finished
    document: dict[str, Any]
    classification: dict[str, Any]
    unreadable: int = 0
    coded: Mapping[tuple[str, int | None], CodedAnswer] = MappingProxyType({})

    @property
    def status(self) -> InterviewStatus:
        """Whether it is whole."""
        return InterviewStatus.partial if self.source.revision is None else InterviewStatus.complete


class Item(NamedTuple):
    """One item of a roster, from 1."""

    interview: Interview
    number: int
    answers: dict[str, Any]


class AnswerCell(NamedTuple):
    """A remark, and which item of a roster it is about."""

    interview: Interview
    remark: RemarkRow
    number: int | None


class ConfirmedRow(NamedTuple):
    """A check that was confirmed, and the question it is shown on."""

    interview: Interview
    check: str
    question: str
    number: int | None
    reason: str


# ── Interviews ───────────────────────────────────────────────────────────────────────────────────


def interview_fields(survey: Survey, frame: Frame) -> tuple[Field[Interview], ...]:
    """What stands before the questions: who, when, and what was found."""
    return (
        *unit(frame, lambda one: one.source.unit_id),
        Field("interview_id", INTERVIEW_ID, lambda one: one.source.interview_id, is_id=True),
        coded("status", STATUS, lambda one: one.status.name, InterviewStatus),
        Field(
            "questionnaire",
            Text("Skjema og versjon", nn="Skjema og versjon", en="Questionnaire and version"),
            lambda one: f"{one.source.questionnaire} {one.source.version}",
        ),
        Field(
            "revision",
            Text("Revisjon av intervjuet", nn="Revisjon av intervjuet", en="Revision"),
            lambda one: one.source.revision,
            WHOLE,
        ),
        Field(
            "language",
            Text("Språk i intervjuet", nn="Språk i intervjuet", en="Language of the interview"),
            lambda one: one.source.language,
        ),
        Field(
            "completed_at",
            Text("Fullført (UTC)", nn="Fullført (UTC)", en="Completed (UTC)"),
            lambda one: one.source.completed_at,
            MOMENT,
        ),
        *person(
            "interviewer",
            INTERVIEWER,
            lambda one: one.source.interviewer,
            lambda one: one.source.interviewer_name,
        ),
        coded(
            "class",
            Text("Klassen etter reglene", nn="Klassen etter reglane", en="Class by the rules"),
            lambda one: one.classification.get("class"),
            survey.classes,
        ),
        Field(
            "class_needs_look",
            Text(
                "Koordinatoren må se på klassen",
                nn="Koordinatoren må sjå på klassen",
                en="A coordinator must look at the class",
            ),
            lambda one: bool(one.classification.get("needs_look")),
            YES_NO,
        ),
        # The class that a coordinator accepted or set: blank while nobody has looked.
        coded("decision", DECIDED, lambda one: one.source.decision, survey.classes),
        Field(
            "unreadable",
            Text(
                "Så mange lagrede svar kan ikke leses",
                nn="Så mange lagra svar kan ikkje lesast",
                en="Stored answers that cannot be read",
            ),
            lambda one: one.unreadable,
            WHOLE,
        ),
    )


DECIDED: Final = Text(
    "Klassen som en koordinator har godtatt eller satt",
    nn="Klassen som ein koordinator har godteke eller sett",
    en="The class that a coordinator has accepted or set",
)


def item_fields(roster: type[Roster]) -> tuple[Field[Item], ...]:
    """What stands before the answers about an item: whose interview, and which item."""
    return (
        Field(
            "interview_id", INTERVIEW_ID, lambda one: one.interview.source.interview_id, is_id=True
        ),
        Field(number_column(roster), _number_of(roster), lambda one: one.number, WHOLE),
        Field("unit_id", UNIT_ID, lambda one: one.interview.source.unit_id),
        coded("status", STATUS, lambda one: one.interview.status.name, InterviewStatus),
    )


STATUS: Final = Text("Fullført eller delvis", nn="Fullført eller delvis", en="Complete or partial")


def _number_of(roster: type[Roster]) -> Text:
    form = Text("Nummer på {}", nn="Nummer på {}", en="Number of {}")
    return Text(*(form.in_(one).format(roster.noun.the.in_(one)) for one in LANGUAGES))


def remark_fields(questionnaire: type[Questionnaire]) -> tuple[Field[AnswerCell], ...]:
    """The columns of a remark."""
    return (
        Field(
            "interview_id", INTERVIEW_ID, lambda one: one.interview.source.interview_id, is_id=True
        ),
        Field("unit_id", UNIT_ID, lambda one: one.interview.source.unit_id),
        Field("question", QUESTION, lambda one: one.remark.question),
        *numbers_of(questionnaire, lambda one: (one.remark.question, one.number)),
        Field("remark", Text("Merknad", nn="Merknad", en="Remark"), lambda one: one.remark.text),
        *person(
            "interviewer",
            INTERVIEWER,
            lambda one: one.remark.interviewer,
            lambda one: one.remark.interviewer_name,
        ),
        Field("at", AT, lambda one: one.remark.at, MOMENT, is_stored=True),
    )


AT: Final = Text("Tidspunkt (UTC)", nn="Tidspunkt (UTC)", en="Time (UTC)")


def check_fields(questionnaire: type[Questionnaire]) -> tuple[Field[ConfirmedRow], ...]:
    """The columns of a check that was confirmed."""
    return (
        Field(
            "interview_id", INTERVIEW_ID, lambda one: one.interview.source.interview_id, is_id=True
        ),
        Field("unit_id", UNIT_ID, lambda one: one.interview.source.unit_id),
        Field("check", Text("Kontroll", nn="Kontroll", en="Check"), lambda one: one.check),
        Field("question", QUESTION, lambda one: one.question),
        *numbers_of(questionnaire, lambda one: (one.question, one.number)),
        Field("reason", REASON, lambda one: one.reason),
    )


REASON: Final = Text("Begrunnelse", nn="Grunngjeving", en="Reason")


def numbers_of(
    questionnaire: type[Questionnaire], about: Callable[[R], tuple[str, int | None]]
) -> Iterator[Field[R]]:
    """For each roster a column with the number of the item, where a row is about one of its."""
    for roster in questionnaire.rosters.values():
        asked = {question.id for question in roster.all_questions()}

        def number(row: R, asked: Collection[str] = asked) -> int | None:
            question, number = about(row)
            return number if question in asked else None

        yield Field(number_column(roster), _number_of(roster), number, WHOLE)


# ── In one spelling ──────────────────────────────────────────────────────────────────────────────


def interviews(
    survey: Survey,
    frame: Frame,
    say: Spelling[Cell],
    codes: Mapping[str, Field[Interview]],
    *,
    contacts: bool,
) -> ExportTable[Interview, Cell]:
    """The wide table: who and when, then the questions in the instrument's order.

    Behind what somebody answered freely stand the `codes` of that answer.
    """
    keys = plain(
        INTERVIEWS, EACH_INTERVIEW, interview_fields(survey, frame), say, contacts=contacts
    )
    sections: dict[str, Layout[Cell]] = {
        name: layout(section, say, contacts=contacts)
        for name, section in survey.questionnaire.sections.items()
        if not issubclass(section, Roster)
    }
    laid = [one for section in sections.values() for one in section.columns]
    questions = tuple(of_column(one, survey.frame) for one in laid)
    in_each = [(name, in_versions(laid, survey.releases)) for name, laid in sections.items()]

    def row(one: Interview) -> list[Cell]:
        cells: list[Cell] = []
        for name, of in in_each:
            cells += of(one.source.version).cells(one.document.get(name, {}))
        cells += beside.row(one) if one.coded else uncoded
        return [*keys.row(one), *ordered(cells)]

    beside = plain(INTERVIEWS, EACH_INTERVIEW, tuple(codes.values()), say, contacts=contacts)
    uncoded = [say.nothing()] * len(codes)
    ordered = in_order(laid, codes)
    variables = (*keys.described.variables, *ordered((*questions, *beside.described.variables)))
    return ExportTable(DataTable(INTERVIEWS, EACH_INTERVIEW, variables), row)


def items(
    survey: Survey,
    name: str,
    say: Spelling[Cell],
    codes: Mapping[str, Field[Item]],
    *,
    contacts: bool,
) -> ExportTable[Item, Cell]:
    """The long table of a roster, named as it is in the questionnaire."""
    roster = survey.questionnaire.rosters[name]
    form = Text("én rad per {}", nn="éi rad per {}", en="one row per {}")
    each = Text(*(form.in_(one).format(roster.noun.one.in_(one)) for one in LANGUAGES))
    keys = plain(name, each, item_fields(roster), say, contacts=contacts)
    laid = layout(roster, say, contacts=contacts)
    of = in_versions(laid, survey.releases)
    questions = tuple(of_column(one, survey.frame) for one in laid.columns)
    beside, ordered = (
        plain(name, each, tuple(codes.values()), say, contacts=contacts),
        in_order(laid.columns, codes),
    )
    described = (*keys.described.variables, *ordered((*questions, *beside.described.variables)))
    uncoded = [say.nothing()] * len(codes)

    def row(one: Item) -> list[Cell]:
        answers = of(one.interview.source.version).cells(one.answers)
        coded = beside.row(one) if one.interview.coded else uncoded
        return [*keys.row(one), *ordered([*answers, *coded])]

    return ExportTable(DataTable(name, each, described), row)
