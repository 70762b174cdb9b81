"""The tables of an export: their columns in order, and how a row of each is made.

    interviews  one row for each completed interview, every question in its columns
    <roster>    one row for each item of a roster, under the roster's name
    remarks     one row for each remark on an answer that counts
    checks      one row for each objection that was confirmed with a reason
    calls       one row for each call attempt, whatever came of it
    redirects   one row for each time somebody sent us on
    contacts    one row for each contact point; only with contacts

A field is personal when it holds names, numbers or addresses, or free text that is likely to:
what an interviewer noted after a call is mostly about whom to ask for.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, NamedTuple, TypeVar
from uuid import UUID

from db.exports.sources import CallRow, Contact, Finished, Referral, RemarkRow
from schemas.calls.calls import Knowledge, RedirectHow
from schemas.calls.departments import Department
from schemas.calls.outcomes import Outcome
from schemas.codebook.columns import Layout, in_versions, layout
from schemas.codebook.variables import number_column
from schemas.frame.frame import Frame
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.sections import Roster
from schemas.questionnaire.types.spelling import Spelling
from schemas.surveys.survey import Survey

R = TypeVar("R")
Cell = TypeVar("Cell")
Say = Spelling[Any]

INTERVIEWS = "interviews"
"""The name of the wide table."""


@dataclass(frozen=True, slots=True)
class Field(Generic[R]):
    """A column that is no question's: its name, and how a row fills it."""

    name: str
    cell: Callable[[R, Say], Any]
    personal: bool = False


@dataclass(frozen=True, slots=True)
class ExportTable(Generic[R, Cell]):
    """A table in one spelling."""

    name: str
    header: tuple[str, ...]
    row: Callable[[R], list[Cell]]


class Interview(NamedTuple):
    """A completed interview, its JSON read, and how many of its answers cannot be."""

    source: Finished
    document: dict[str, Any]
    classification: dict[str, Any]
    unreadable: int = 0


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


# ── How cells are filled ─────────────────────────────────────────────────────────────────────────


def _whole(number: int | None, say: Say) -> Any:
    return say.nothing() if number is None else say.number(number)


def _when(at: datetime | None, say: Say) -> Any:
    return say.nothing() if at is None else say.moment(at)


def _id(id: UUID | None, say: Say) -> Any:
    return say.nothing() if id is None else say.words(str(id))


def _coded(codes: Any, slug: str | None, say: Say) -> Any:
    return say.nothing() if slug is None else say.code(slug, codes[slug].label)


def _unit(frame: Frame, of: Callable[[R], str]) -> tuple[Field[R], ...]:
    """The unit that a row is about: its id, its name, its group."""
    return (
        Field("unit_id", lambda row, say: say.words(of(row))),
        Field("name", lambda row, say: say.words(frame[of(row)].name)),
        Field(frame.design.group_column, lambda row, say: say.words(frame[of(row)].group.name)),
    )


def _needs_look(one: Interview) -> bool:
    return bool(one.classification.get("needs_look"))


# ── Interviews ───────────────────────────────────────────────────────────────────────────────────


def interview_fields(survey: Survey, frame: Frame) -> tuple[Field[Interview], ...]:
    """What stands before the questions: who, when, and what was found."""
    classes = survey.classes
    return (
        *_unit(frame, lambda one: one.source.unit_id),
        Field("interview_id", lambda one, say: _id(one.source.interview_id, say)),
        Field(
            "questionnaire",
            lambda one, say: say.words(f"{one.source.questionnaire} {one.source.version}"),
        ),
        Field("revision", lambda one, say: say.number(one.source.revision)),
        Field("language", lambda one, say: say.words(one.source.language)),
        Field("completed_at", lambda one, say: say.moment(one.source.completed_at)),
        Field("interviewer", lambda one, say: say.words(one.source.interviewer)),
        Field("class", lambda one, say: _coded(classes, one.classification.get("class"), say)),
        Field("class_needs_look", lambda one, say: say.number(int(_needs_look(one)))),
        # The class that a coordinator accepted or set: blank while nobody has looked.
        Field("decision", lambda one, say: _coded(classes, one.source.decision, say)),
        Field("unreadable", lambda one, say: say.number(one.unreadable)),
    )


def item_fields(roster: type[Roster]) -> tuple[Field[Item], ...]:
    """What stands before the answers about an item: whose interview, and which item."""
    return (
        Field("interview_id", lambda one, say: _id(one.interview.source.interview_id, say)),
        Field(number_column(roster), lambda one, say: say.number(one.number)),
        Field("unit_id", lambda one, say: say.words(one.interview.source.unit_id)),
    )


def remark_fields(questionnaire: type[Questionnaire]) -> tuple[Field[AnswerCell], ...]:
    """The columns of a remark."""
    return (
        Field("interview_id", lambda one, say: _id(one.interview.source.interview_id, say)),
        Field("unit_id", lambda one, say: say.words(one.interview.source.unit_id)),
        Field("question", lambda one, say: say.words(one.remark.question)),
        *_numbers(questionnaire, lambda one: (one.remark.question, one.number)),
        Field("remark", lambda one, say: say.words(one.remark.text)),
        Field("interviewer", lambda one, say: say.words(one.remark.interviewer)),
        Field("at", lambda one, say: say.moment(one.remark.at)),
    )


def check_fields(questionnaire: type[Questionnaire]) -> tuple[Field[ConfirmedRow], ...]:
    """The columns of a check that was confirmed."""
    return (
        Field("interview_id", lambda one, say: _id(one.interview.source.interview_id, say)),
        Field("unit_id", lambda one, say: say.words(one.interview.source.unit_id)),
        Field("check", lambda one, say: say.words(one.check)),
        Field("question", lambda one, say: say.words(one.question)),
        *_numbers(questionnaire, lambda one: (one.question, one.number)),
        Field("reason", lambda one, say: say.words(one.reason)),
    )


def _numbers(
    questionnaire: type[Questionnaire], about: Callable[[R], tuple[str, int | None]]
) -> Iterator[Field[R]]:
    """For each roster a column with the number of the item, where a row is about one of its."""
    for roster in questionnaire.rosters.values():
        asked = {question.id for question in roster.all_questions()}

        def number(row: R, say: Say, asked: Collection[str] = asked) -> Any:
            question, number = about(row)
            return _whole(number if question in asked else None, say)

        yield Field(number_column(roster), number)


# ── Calls ────────────────────────────────────────────────────────────────────────────────────────


def call_fields(frame: Frame, departments: type[Department]) -> tuple[Field[CallRow], ...]:
    """The columns of a call."""
    return (
        *_unit(frame, lambda call: call.unit_id),
        Field("call_no", lambda call, say: say.number(call.number)),
        Field("call_id", lambda call, say: _id(call.id, say)),
        Field("contact_id", lambda call, say: _id(call.contact_id, say)),
        Field("department", lambda call, say: _coded(departments, call.department, say)),
        Field("department_name", lambda call, say: say.words(call.department_name)),
        Field("person", lambda call, say: say.words(call.person), personal=True),
        Field("phone", lambda call, say: say.phone(call.phone), personal=True),
        Field("interviewer", lambda call, say: say.words(call.interviewer)),
        Field("started_at", lambda call, say: say.moment(call.started_at)),
        Field("ended_at", lambda call, say: _when(call.ended_at, say)),
        Field("end_unknown", lambda call, say: say.number(int(call.end_unknown))),
        Field("seconds", lambda call, say: _whole(call.seconds, say)),
        Field("outcome", lambda call, say: _coded(Outcome, call.outcome, say)),
        Field(
            "aapor",
            lambda call, say: say.words(Outcome[call.outcome].aapor if call.outcome else ""),
        ),
        Field("note", lambda call, say: say.words(call.note), personal=True),
    )


def redirect_fields(frame: Frame, departments: type[Department]) -> tuple[Field[Referral], ...]:
    """The columns of a redirect."""
    return (
        *_unit(frame, lambda redirect: redirect.unit_id),
        Field("call_no", lambda redirect, say: say.number(redirect.call_no)),
        Field("call_id", lambda redirect, say: _id(redirect.call_id, say)),
        Field("redirect_no", lambda redirect, say: say.number(redirect.number)),
        Field("redirect_id", lambda redirect, say: _id(redirect.id, say)),
        Field("at", lambda redirect, say: say.moment(redirect.at)),
        Field("how", lambda redirect, say: _coded(RedirectHow, redirect.how, say)),
        Field("from_id", lambda redirect, say: _id(redirect.from_id, say)),
        Field(
            "from_department",
            lambda redirect, say: _coded(departments, redirect.from_department, say),
        ),
        Field(
            "from_department_name", lambda redirect, say: say.words(redirect.from_department_name)
        ),
        Field("from_person", lambda redirect, say: say.words(redirect.from_person), personal=True),
        Field("to_id", lambda redirect, say: _id(redirect.to_id, say)),
        Field(
            "to_department",
            lambda redirect, say: _coded(departments, redirect.to_department, say),
        ),
        Field(
            "to_department_name", lambda redirect, say: say.words(redirect.to_department_name or "")
        ),
        Field(
            "to_person", lambda redirect, say: say.words(redirect.to_person or ""), personal=True
        ),
        Field("to_phone", lambda redirect, say: say.phone(redirect.to_phone or ""), personal=True),
        Field("said", lambda redirect, say: say.words(redirect.said), personal=True),
    )


def contact_fields(frame: Frame, departments: type[Department]) -> tuple[Field[Contact], ...]:
    """The columns of a contact point."""
    return (
        *_unit(frame, lambda contact: contact.unit_id),
        Field("contact_id", lambda contact, say: _id(contact.id, say)),
        Field("department", lambda contact, say: _coded(departments, contact.department, say)),
        Field("department_name", lambda contact, say: say.words(contact.department_name)),
        Field("person", lambda contact, say: say.words(contact.person)),
        Field("role", lambda contact, say: say.words(contact.role)),
        Field("phone", lambda contact, say: say.phone(contact.phone)),
        Field("email", lambda contact, say: say.words(contact.email)),
        Field("source", lambda contact, say: say.words(contact.source)),
        Field("knows", lambda contact, say: _coded(Knowledge, contact.knows, say)),
        Field("created_at", lambda contact, say: say.moment(contact.created_at)),
    )


# ── In one spelling ──────────────────────────────────────────────────────────────────────────────


def plain(
    name: str, fields: Sequence[Field[R]], say: Spelling[Cell], *, contacts: bool
) -> ExportTable[R, Cell]:
    """A table without questions; personal fields only with `contacts`."""
    shown = [field for field in fields if contacts or not field.personal]
    fill = [field.cell for field in shown]
    return ExportTable(
        name, tuple(f.name for f in shown), lambda row: [cell(row, say) for cell in fill]
    )


def interviews(
    survey: Survey, frame: Frame, say: Spelling[Cell], *, contacts: bool
) -> ExportTable[Interview, Cell]:
    """The wide table: who and when, then the questions in the instrument's order."""
    keys = plain(INTERVIEWS, interview_fields(survey, frame), say, contacts=contacts)
    sections: dict[str, Layout[Cell]] = {
        name: layout(section, say, contacts=contacts)
        for name, section in survey.questionnaire.sections.items()
        if not issubclass(section, Roster)
    }
    questions = [column.name for laid in sections.values() for column in laid.columns]
    in_each = [(name, in_versions(laid, survey.releases)) for name, laid in sections.items()]

    def row(one: Interview) -> list[Cell]:
        cells = keys.row(one)
        for name, of in in_each:
            cells += of(one.source.version).cells(one.document.get(name, {}))
        return cells

    return ExportTable(keys.name, (*keys.header, *questions), row)


def items(
    survey: Survey, name: str, say: Spelling[Cell], *, contacts: bool
) -> ExportTable[Item, Cell]:
    """The long table of a roster, named as it is in the questionnaire."""
    roster = survey.questionnaire.rosters[name]
    keys = plain(name, item_fields(roster), say, contacts=contacts)
    laid = layout(roster, say, contacts=contacts)
    of = in_versions(laid, survey.releases)
    return ExportTable(
        name,
        (*keys.header, *(column.name for column in laid.columns)),
        lambda one: keys.row(one) + of(one.interview.source.version).cells(one.answers),
    )
