"""What is read for an export: one statement for each kind of row, and the rows it gives.

The frozen documents stay text until a row is written: nobody should wait for us to read JSON.
"""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import Any, Final, NamedTuple

from sqlalchemy import Subquery, Text, case, cast, func, null, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from db.exports.stored_text import id_text, slug
from db.statements import Finds, still_stands
from db.tables import (
    AnswerRow,
    AttemptRow,
    CaseRow,
    CodingRow,
    ContactRow,
    DecisionRow,
    InterviewerRow,
    InterviewRow,
    PersonRevisionRow,
    RedirectRow,
    RevisionRow,
)
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.review.decisions import DecisionKind


class Finished(NamedTuple):
    """A completed interview in its latest revision; document and classification are JSON, and so is
    what was taken from the document: `persons`, and what is for the `public` once it is released.

    `interviewer` is the number of who finished it first: a coordinator who corrects it has not held
    it.  Without a `revision` it has only been begun.
    `decision` is the class that a coordinator accepted or set for this revision, `released` whether
    they have seen the text that will be published.
    """

    unit_id: str
    interview_id: str
    questionnaire: str
    version: str
    language: str
    revision: int | None
    document: str
    persons: str | None
    public: str | None
    classification: str
    completed_at: datetime | None
    interviewer: int
    interviewer_name: str
    decision: str | None
    released: bool
    declined: bool


class RemarkRow(NamedTuple):
    """The latest entry of a question with a remark, or of a roster: `items` is then its JSON."""

    interview_id: str
    question: str
    item: int | None
    text: str
    items: str | None
    interviewer: int
    interviewer_name: str
    at: datetime


class CallRow(NamedTuple):
    """One call attempt, with the contact point that was dialled."""

    unit_id: str
    id: str
    number: int
    contact_id: str
    department: str
    department_name: str
    person: str
    phone: str
    interviewer: int
    interviewer_name: str
    started_at: datetime
    ended_at: datetime | None
    end_unknown: bool
    outcome: str | None
    note: str
    seconds: int | None


class Referral(NamedTuple):
    """One redirect, with both its ends; a dead end has no other."""

    unit_id: str
    id: str
    number: int
    call_id: str
    call_no: int
    how: str
    from_id: str
    from_department: str
    from_department_name: str
    from_person: str
    from_knew: str
    to_id: str | None
    to_department: str | None
    to_department_name: str | None
    to_person: str | None
    to_phone: str | None
    said: str
    at: datetime


class Contact(NamedTuple):
    """One contact point."""

    unit_id: str
    id: str
    department: str
    department_name: str
    person: str
    role: str
    phone: str
    email: str
    source: str
    knows: str
    created_at: datetime


def _people() -> Subquery:
    """Everybody who has sat down, with a number: whoever came first has the first, for ever."""
    by_age = func.row_number().over(
        order_by=(col(InterviewerRow.created_at), col(InterviewerRow.id))
    )
    return select(
        col(InterviewerRow.id), col(InterviewerRow.name), by_age.label("number")
    ).subquery("people")


PEOPLE: Final = _people()
"""Joined from outside: there is somebody to every row, and SQLite would else begin with the few of
them, and sort all rows at the end."""

# ── Interviews ───────────────────────────────────────────────────────────────────────────────────


@cache
def finished(questionnaire: type[Questionnaire], *, contacts: bool) -> Finds:
    """Completed interviews by unit: of one that is open again, the last that was complete.

    Who somebody is is read only for an export with `contacts`.
    A unit has at most one of each questionnaire. To sort by more would have the documents sorted.
    """
    other, first = aliased(RevisionRow, name="other"), aliased(RevisionRow, name="first")
    newest = select(func.max(col(other.number))).where(
        col(other.interview_id) == col(InterviewRow.id)
    )
    return (
        select(
            col(CaseRow.unit_id),
            id_text(col(InterviewRow.id)),
            col(InterviewRow.questionnaire),
            col(RevisionRow.version),
            col(InterviewRow.language),
            col(RevisionRow.number),
            cast(col(RevisionRow.document), Text),
            cast(col(PersonRevisionRow.document), Text) if contacts else null(),
            cast(col(PersonRevisionRow.public), Text),
            cast(col(RevisionRow.classification), Text),
            col(RevisionRow.completed_at),
            PEOPLE.c.number,
            PEOPLE.c.name,
            _decided().scalar_subquery(),
            _released().label("released"),
            _declined().label("declined"),
        )
        .join_from(InterviewRow, CaseRow, col(InterviewRow.case_id) == col(CaseRow.id))
        .join(RevisionRow, col(RevisionRow.interview_id) == col(InterviewRow.id))
        .outerjoin(PersonRevisionRow, col(PersonRevisionRow.id) == col(RevisionRow.id))
        .join(first, (col(first.interview_id) == col(InterviewRow.id)) & (col(first.number) == 1))
        .outerjoin(PEOPLE, col(first.completed_by) == PEOPLE.c.id)
        .where(col(InterviewRow.questionnaire) == questionnaire.name)
        .where(col(RevisionRow.number) == newest.scalar_subquery())
        .order_by(col(CaseRow.unit_id))
    )


@cache
def _decided() -> Finds:
    """The latest class that a coordinator decided on for the revision at hand."""
    return (
        select(col(DecisionRow.klass))
        .where(
            col(DecisionRow.interview_id) == col(InterviewRow.id),
            col(DecisionRow.klass).is_not(None),
        )
        .where(col(DecisionRow.revision) == col(RevisionRow.number))
        .order_by(col(DecisionRow.number).desc())
        .limit(1)
        .correlate(InterviewRow, RevisionRow)
    )


def _declined() -> Any:
    """Whether the latest they have said to being listed, after the interview, was no."""
    told = (
        select(col(DecisionRow.kind))
        .where(col(DecisionRow.interview_id) == col(InterviewRow.id))
        .where(col(DecisionRow.kind).in_([DecisionKind.consented, DecisionKind.declined]))
        .order_by(col(DecisionRow.number).desc())
        .limit(1)
        .correlate(InterviewRow)
        .scalar_subquery()
    )
    return func.coalesce(told == DecisionKind.declined, False)


def _released() -> Any:
    """Whether a coordinator has released the text of the revision at hand."""
    return (
        select(col(DecisionRow.id))
        .where(col(DecisionRow.interview_id) == col(InterviewRow.id))
        .where(col(DecisionRow.kind) == DecisionKind.released)
        .where(col(DecisionRow.revision) == col(RevisionRow.number))
        .correlate(InterviewRow, RevisionRow)
        .exists()
    )


@cache
def remarks(questionnaire: type[Questionnaire]) -> Finds:
    """The remarks that stood, and rosters' items, of completed interviews in the same order."""
    is_roster = col(AnswerRow.question).in_(questionnaire.rosters)
    return (
        select(
            id_text(col(AnswerRow.interview_id)),
            col(AnswerRow.question),
            col(AnswerRow.item),
            col(AnswerRow.remark),
            case((is_roster, cast(col(AnswerRow.value), Text))),
            PEOPLE.c.number,
            PEOPLE.c.name,
            col(AnswerRow.at),
        )
        .join_from(AnswerRow, InterviewRow, col(AnswerRow.interview_id) == col(InterviewRow.id))
        .join(CaseRow, col(InterviewRow.case_id) == col(CaseRow.id))
        .outerjoin(PEOPLE, col(AnswerRow.interviewer_id) == PEOPLE.c.id)
        .where(col(InterviewRow.questionnaire) == questionnaire.name)
        .where(col(AnswerRow.seq) <= _frozen())
        .where((col(AnswerRow.remark) != "") | is_roster, ~_overruled())
        .order_by(col(CaseRow.unit_id), col(AnswerRow.seq))
    )


def _frozen() -> Any:
    """How many of an interview's answers its latest revision was made of; none without one."""
    return (
        select(func.max(col(RevisionRow.answers)))
        .where(col(RevisionRow.interview_id) == col(AnswerRow.interview_id))
        .correlate(AnswerRow)
        .scalar_subquery()
    )


def _overruled() -> Any:
    """Whether there is a later entry for the same answer that was frozen with it."""
    later = aliased(AnswerRow, name="later")
    same_item = func.coalesce(col(later.item), 0) == func.coalesce(col(AnswerRow.item), 0)
    return (
        select(col(later.id))
        .where(
            col(later.interview_id) == col(AnswerRow.interview_id),
            col(later.seq) > col(AnswerRow.seq),
            col(later.seq) <= _frozen(),
        )
        .where(col(later.question) == col(AnswerRow.question), same_item)
        .exists()
    )


@cache
def codings() -> Finds:
    """Everything that was said of the codes of answers, the latest last, and by whom."""
    return (
        select(
            CodingRow,
            id_text(col(CodingRow.interview_id)).label("interview"),
            PEOPLE.c.number,
            PEOPLE.c.name,
        )
        .outerjoin(PEOPLE, col(CodingRow.coded_by) == PEOPLE.c.id)
        .order_by(col(CodingRow.at), col(CodingRow.id))
    )


# ── Calls ────────────────────────────────────────────────────────────────────────────────────────


@cache
def calls() -> Finds:
    """Every call attempt, by unit and number."""
    return (
        select(
            col(CaseRow.unit_id),
            id_text(col(AttemptRow.id)),
            col(AttemptRow.number),
            id_text(col(AttemptRow.contact_id)),
            col(ContactRow.department),
            col(ContactRow.department_name),
            col(ContactRow.person),
            col(AttemptRow.phone),
            PEOPLE.c.number,
            PEOPLE.c.name,
            col(AttemptRow.started_at),
            col(AttemptRow.ended_at),
            col(AttemptRow.end_unknown),
            slug(col(AttemptRow.outcome)),
            col(AttemptRow.note),
            col(AttemptRow.seconds),
        )
        .join_from(AttemptRow, CaseRow, col(AttemptRow.case_id) == col(CaseRow.id))
        .join(ContactRow, col(AttemptRow.contact_id) == col(ContactRow.id))
        .outerjoin(PEOPLE, col(AttemptRow.interviewer_id) == PEOPLE.c.id)
        .order_by(col(CaseRow.unit_id), col(AttemptRow.number))
    )


@cache
def redirects() -> Finds:
    """Every redirect, by unit and number."""
    from_, to = aliased(ContactRow, name="from_point"), aliased(ContactRow, name="to_point")
    return (
        select(
            col(CaseRow.unit_id),
            id_text(col(RedirectRow.id)),
            col(RedirectRow.number),
            id_text(col(RedirectRow.attempt_id)),
            col(AttemptRow.number),
            slug(col(RedirectRow.how)),
            *_end(from_),
            slug(col(from_.knows)),
            *_end(to),
            col(to.phone),
            col(RedirectRow.said),
            col(RedirectRow.at),
        )
        .join_from(RedirectRow, CaseRow, col(RedirectRow.case_id) == col(CaseRow.id))
        .join(AttemptRow, col(RedirectRow.attempt_id) == col(AttemptRow.id))
        .join(from_, col(RedirectRow.from_id) == col(from_.id))
        .outerjoin(to, col(RedirectRow.to_id) == col(to.id))
        .where(still_stands())
        .order_by(col(CaseRow.unit_id), col(RedirectRow.number))
    )


def _end(point: type[ContactRow]) -> tuple[Any, ...]:
    names = col(point.department), col(point.department_name), col(point.person)
    return id_text(col(point.id)), *names


@cache
def contacts() -> Finds:
    """Every contact point, by unit and age."""
    return (
        select(
            col(CaseRow.unit_id),
            id_text(col(ContactRow.id)),
            col(ContactRow.department),
            col(ContactRow.department_name),
            col(ContactRow.person),
            col(ContactRow.role),
            col(ContactRow.phone),
            col(ContactRow.email),
            col(ContactRow.source),
            slug(col(ContactRow.knows)),
            col(ContactRow.created_at),
        )
        .join_from(ContactRow, CaseRow, col(ContactRow.case_id) == col(CaseRow.id))
        .order_by(col(CaseRow.unit_id), col(ContactRow.created_at), col(ContactRow.id))
    )
