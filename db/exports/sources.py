"""What is read for an export: one statement for each kind of row, and the rows it gives.

The frozen documents stay text until a row is written: nobody should wait for us to read JSON.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, Text, case, cast, func, select, type_coerce

from db.tables import (
    ANSWER,
    ATTEMPT,
    CASE,
    CONTACT,
    DECISION,
    INTERVIEW,
    INTERVIEWER,
    REDIRECT,
    REVISION,
)
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.sections import Roster
from schemas.review.decisions import DecisionKind


class Finished(NamedTuple):
    """A completed interview in its latest revision; document and classification are JSON.

    `interviewer` is who finished it first: a coordinator who corrects it has not held it.
    `decision` is the class that a coordinator accepted or set for this revision, `released` whether
    they have seen the text that will be published.
    """

    unit_id: str
    interview_id: UUID
    questionnaire: str
    version: str
    language: str
    revision: int
    document: str
    classification: str
    completed_at: datetime
    interviewer: str
    decision: str | None
    released: bool


class RemarkRow(NamedTuple):
    """The latest entry of a question with a remark, or of a roster: `items` is then its JSON."""

    interview_id: UUID
    question: str
    item: int | None
    text: str
    items: str | None
    interviewer: str
    at: datetime


class CallRow(NamedTuple):
    """One call attempt, with the contact point that was dialled."""

    unit_id: str
    id: UUID
    number: int
    contact_id: UUID
    department: str
    department_name: str
    person: str
    phone: str
    interviewer: str
    started_at: datetime
    ended_at: datetime | None
    end_unknown: bool
    outcome: str | None
    note: str


class Referral(NamedTuple):
    """One redirect, with both its ends; a dead end has no other."""

    unit_id: str
    id: UUID
    call_id: UUID
    call_no: int
    how: str
    from_id: UUID
    from_department: str
    from_department_name: str
    from_person: str
    to_id: UUID | None
    to_department: str | None
    to_department_name: str | None
    to_person: str | None
    to_phone: str | None
    said: str
    at: datetime


class Contact(NamedTuple):
    """One contact point."""

    unit_id: str
    id: UUID
    department: str
    department_name: str
    person: str
    role: str
    phone: str
    email: str
    source: str
    knows: str
    created_at: datetime


# ── Interviews ───────────────────────────────────────────────────────────────────────────────────


def finished(questionnaire: type[Questionnaire]) -> Select[Any]:
    """Completed interviews by unit. One that has been reopened is not completed.

    A unit has at most one of each questionnaire. To sort by more would have the documents sorted.
    """
    other, first = REVISION.alias("other"), REVISION.alias("first")
    newest = select(func.max(other.c.number)).where(other.c.interview_id == INTERVIEW.c.id)
    return (
        select(
            CASE.c.unit_id,
            INTERVIEW.c.id,
            INTERVIEW.c.questionnaire,
            INTERVIEW.c.version,
            INTERVIEW.c.language,
            REVISION.c.number,
            cast(REVISION.c.document, Text),
            cast(REVISION.c.classification, Text),
            REVISION.c.completed_at,
            INTERVIEWER.c.name,
            _decided().scalar_subquery(),
            _released().label("released"),
        )
        .join_from(INTERVIEW, CASE, INTERVIEW.c.case_id == CASE.c.id)
        .join(REVISION, REVISION.c.interview_id == INTERVIEW.c.id)
        .join(first, (first.c.interview_id == INTERVIEW.c.id) & (first.c.number == 1))
        .join(INTERVIEWER, first.c.completed_by == INTERVIEWER.c.id)
        .where(INTERVIEW.c.questionnaire == questionnaire.name, INTERVIEW.c.open.is_(False))
        .where(REVISION.c.number == newest.scalar_subquery())
        .order_by(CASE.c.unit_id)
    )


def _decided() -> Select[Any]:
    """The latest class that a coordinator decided on for the revision at hand."""
    return (
        select(DECISION.c.klass)
        .where(DECISION.c.interview_id == INTERVIEW.c.id, DECISION.c.klass.is_not(None))
        .where(DECISION.c.revision == REVISION.c.number)
        .order_by(DECISION.c.number.desc())
        .limit(1)
        .correlate(INTERVIEW, REVISION)
    )


def _released() -> Any:
    """Whether a coordinator has released the text of the revision at hand."""
    return (
        select(DECISION.c.id)
        .where(DECISION.c.interview_id == INTERVIEW.c.id)
        .where(DECISION.c.kind == DecisionKind.released)
        .where(DECISION.c.revision == REVISION.c.number)
        .correlate(INTERVIEW, REVISION)
        .exists()
    )


def remarks(questionnaire: type[Questionnaire]) -> Select[Any]:
    """The remarks that stand, and rosters' items, of completed interviews in the same order."""
    rosters = [s.more.id for s in questionnaire.sections.values() if issubclass(s, Roster)]
    is_roster = ANSWER.c.question.in_(rosters)
    return (
        select(
            ANSWER.c.interview_id,
            ANSWER.c.question,
            ANSWER.c.item,
            ANSWER.c.remark,
            case((is_roster, cast(ANSWER.c.value, Text))),
            INTERVIEWER.c.name,
            ANSWER.c.at,
        )
        .join_from(ANSWER, INTERVIEW, ANSWER.c.interview_id == INTERVIEW.c.id)
        .join(CASE, INTERVIEW.c.case_id == CASE.c.id)
        .join(INTERVIEWER, ANSWER.c.interviewer_id == INTERVIEWER.c.id)
        .where(INTERVIEW.c.questionnaire == questionnaire.name, INTERVIEW.c.open.is_(False))
        .where(INTERVIEW.c.id.in_(select(REVISION.c.interview_id)))
        .where((ANSWER.c.remark != "") | is_roster, ~_overruled())
        .order_by(CASE.c.unit_id, ANSWER.c.seq)
    )


def _overruled() -> Any:
    """Whether there is a later entry for the same answer."""
    later = ANSWER.alias("later")
    same_item = func.coalesce(later.c.item, 0) == func.coalesce(ANSWER.c.item, 0)
    return (
        select(later.c.id)
        .where(later.c.interview_id == ANSWER.c.interview_id, later.c.seq > ANSWER.c.seq)
        .where(later.c.question == ANSWER.c.question, same_item)
        .exists()
    )


# ── Calls ────────────────────────────────────────────────────────────────────────────────────────


def calls() -> Select[Any]:
    """Every call attempt, by unit and number."""
    return (
        select(
            CASE.c.unit_id,
            ATTEMPT.c.id,
            ATTEMPT.c.number,
            ATTEMPT.c.contact_id,
            CONTACT.c.department,
            CONTACT.c.department_name,
            CONTACT.c.person,
            ATTEMPT.c.phone,
            INTERVIEWER.c.name,
            ATTEMPT.c.started_at,
            ATTEMPT.c.ended_at,
            ATTEMPT.c.end_unknown,
            _slug(ATTEMPT.c.outcome),
            ATTEMPT.c.note,
        )
        .join_from(ATTEMPT, CASE, ATTEMPT.c.case_id == CASE.c.id)
        .join(CONTACT, ATTEMPT.c.contact_id == CONTACT.c.id)
        .join(INTERVIEWER, ATTEMPT.c.interviewer_id == INTERVIEWER.c.id)
        .order_by(CASE.c.unit_id, ATTEMPT.c.number)
    )


def redirects() -> Select[Any]:
    """Every redirect, by unit and time."""
    from_, to = CONTACT.alias("from_point"), CONTACT.alias("to_point")
    return (
        select(
            CASE.c.unit_id,
            REDIRECT.c.id,
            REDIRECT.c.attempt_id,
            ATTEMPT.c.number,
            _slug(REDIRECT.c.how),
            *_end(from_),
            *_end(to),
            to.c.phone,
            REDIRECT.c.said,
            REDIRECT.c.at,
        )
        .join_from(REDIRECT, CASE, REDIRECT.c.case_id == CASE.c.id)
        .join(ATTEMPT, REDIRECT.c.attempt_id == ATTEMPT.c.id)
        .join(from_, REDIRECT.c.from_id == from_.c.id)
        .outerjoin(to, REDIRECT.c.to_id == to.c.id)
        .order_by(CASE.c.unit_id, REDIRECT.c.at, REDIRECT.c.id)
    )


def _end(point: Any) -> tuple[Any, ...]:
    return point.c.id, point.c.department, point.c.department_name, point.c.person


def contacts() -> Select[Any]:
    """Every contact point, by unit and age."""
    names = [name for name in Contact._fields if name not in {"unit_id", "knows", "created_at"}]
    columns = [CONTACT.c[name] for name in names]
    return (
        select(CASE.c.unit_id, *columns, _slug(CONTACT.c.knows), CONTACT.c.created_at)
        .join_from(CONTACT, CASE, CONTACT.c.case_id == CASE.c.id)
        .order_by(CASE.c.unit_id, CONTACT.c.created_at, CONTACT.c.id)
    )


def _slug(code: ColumnElement[Any]) -> ColumnElement[str]:
    """A code as it lies there, and not what it means: rows wait as bytes until they are written."""
    return type_coerce(code, Text())
