"""What is read of the record: decisions, appointments, and everything that was typed, in order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from functools import cache
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Text, cast, func, literal, null, select, true
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from db.exports.sources import PEOPLE
from db.exports.stored_text import id_text, slug
from db.statements import Finds, fetch
from db.tables import (
    AnswerRow,
    AppointmentRow,
    AssignmentRow,
    AttemptRow,
    CaseNoteRow,
    CaseRow,
    ConfirmationRow,
    ContactRow,
    DecisionRow,
    InterviewRow,
    OpeningRow,
    PersonAnswerRow,
    RedirectRow,
    RevealRow,
    RevisionRow,
    UndoneRow,
)
from schemas.questionnaire.questionnaire import Questionnaire


class DecisionMade(NamedTuple):
    """One decision, with the other unit that it names, and what was said about the public list."""

    id: str
    unit_id: str
    number: int
    kind: str
    at: datetime
    by: int
    by_name: str
    reason: str
    interview_id: str | None
    revision: int | None
    klass: str | None
    question: str | None
    item: int | None
    by_unit: str | None
    given_by: str | None
    given_on: date | None
    how: str | None
    contact: str | None
    phone: str | None
    email: str | None
    url: str | None


class AppointmentMade(NamedTuple):
    """One appointment, and how it ended."""

    unit_id: str
    due: datetime
    minutes: int
    closed_at: datetime | None
    closed_how: str | None


class Begun(NamedTuple):
    """An interview that has never been completed."""

    unit_id: str
    interview_id: str
    questionnaire: str
    version: str
    language: str
    started_at: datetime
    interviewer: int
    interviewer_name: str


class DeedUndone(NamedTuple):
    """Something that was undone: an answer, a redirect, or how a call had ended."""

    unit_id: str
    number: int
    at: datetime
    kind: str
    deed_id: str
    call_no: int | None
    question: str | None
    item: int | None
    how: str | None
    outcome: str | None
    ended_at: datetime | None
    seconds: int | None
    by: int
    by_name: str


class SteppedBack(NamedTuple):
    """A step back that no answer followed: to what and when, with whom on the line, by whom."""

    unit_id: str
    interview_id: str
    question: str
    item: int | None
    at: str
    informant_id: str | None
    call_no: int | None
    interviewer: int | None
    interviewer_name: str | None


class CaseGiven(NamedTuple):
    """A case was given to somebody, or taken back: then to nobody."""

    unit_id: str
    number: int
    at: datetime
    to: int | None
    to_name: str | None
    by: int
    by_name: str


class CaseNoted(NamedTuple):
    """What somebody noted about a case."""

    unit_id: str
    number: int
    at: datetime
    words: str
    by: int
    by_name: str


class OpeningTold(NamedTuple):
    """The opening text was read."""

    unit_id: str
    interview_id: str
    question: str
    version: str
    fingerprint: str
    language: str
    at: datetime
    by: int
    by_name: str


class Typed(NamedTuple):
    """One entry of an interview: an answer in its stored form, a remark, or both.

    `steps_back` are those before it, as they are stored, too.
    """

    unit_id: str
    interview_id: str
    seq: int
    question: str
    item: int | None
    value: str
    remark: str
    informant_id: str | None
    department: str | None
    person: str | None
    call_no: int | None
    interviewer: int
    interviewer_name: str
    language: str
    at: datetime
    steps_back: str


class Noted(NamedTuple):
    """Something else that happened in an interview: at which question, with what, and why."""

    unit_id: str
    interview_id: str
    question: str | None
    item: int | None
    value: str | None
    why: str
    interviewer: int
    interviewer_name: str
    at: datetime


@cache
def decisions() -> Finds:
    """Every decision, by unit and number."""
    other = aliased(CaseRow, name="other")
    return (
        select(
            id_text(col(DecisionRow.id)),
            col(CaseRow.unit_id),
            col(DecisionRow.number),
            slug(col(DecisionRow.kind)),
            col(DecisionRow.at),
            PEOPLE.c.number,
            PEOPLE.c.name,
            col(DecisionRow.reason),
            id_text(col(DecisionRow.interview_id)),
            col(DecisionRow.revision),
            slug(col(DecisionRow.klass)),
            col(DecisionRow.question),
            col(DecisionRow.item),
            col(other.unit_id),
            col(DecisionRow.consent_given_by),
            col(DecisionRow.consent_given_on),
            slug(col(DecisionRow.consent_how)),
            col(DecisionRow.consent_contact),
            col(DecisionRow.consent_phone),
            col(DecisionRow.consent_email),
            col(DecisionRow.consent_url),
        )
        .join_from(DecisionRow, CaseRow, col(DecisionRow.case_id) == col(CaseRow.id))
        .outerjoin(PEOPLE, col(DecisionRow.decided_by) == PEOPLE.c.id)
        .outerjoin(other, col(DecisionRow.by_case_id) == col(other.id))
        .order_by(col(CaseRow.unit_id), col(DecisionRow.number))
    )


@cache
def appointments() -> Finds:
    """Every appointment, by unit."""
    return (
        select(
            col(CaseRow.unit_id),
            col(AppointmentRow.due),
            col(AppointmentRow.minutes),
            col(AppointmentRow.closed_at),
            slug(col(AppointmentRow.closed_how)),
        )
        .join_from(AppointmentRow, CaseRow, col(AppointmentRow.case_id) == col(CaseRow.id))
        .order_by(col(CaseRow.unit_id), col(AppointmentRow.due), col(AppointmentRow.id))
    )


@cache
def begun(questionnaire: type[Questionnaire]) -> Finds:
    """Interviews that have never been completed, by unit."""
    return (
        select(
            col(CaseRow.unit_id),
            id_text(col(InterviewRow.id)),
            col(InterviewRow.questionnaire),
            col(InterviewRow.version),
            col(InterviewRow.language),
            col(InterviewRow.started_at),
            PEOPLE.c.number,
            PEOPLE.c.name,
        )
        .join_from(InterviewRow, CaseRow, col(InterviewRow.case_id) == col(CaseRow.id))
        .outerjoin(PEOPLE, col(InterviewRow.started_by) == PEOPLE.c.id)
        .where(col(InterviewRow.questionnaire) == questionnaire.name)
        .where(_never_completed())
        .order_by(col(CaseRow.unit_id))
    )


def _never_completed() -> ColumnElement[bool]:
    ever = select(col(RevisionRow.id)).where(col(RevisionRow.interview_id) == col(InterviewRow.id))
    return ~ever.correlate(InterviewRow).exists()


@cache
def typed(questionnaire: type[Questionnaire], *, contacts: bool, only_begun: bool = False) -> Finds:
    """Everything that was answered and remarked on, by unit, in the order in which it was.

    Who somebody is is read only for an export with `contacts`.
    """
    apart = PersonAnswerRow
    said = (
        func.coalesce(col(apart.value), col(AnswerRow.value)) if contacts else col(AnswerRow.value)
    )
    found: Finds = (
        select(
            col(CaseRow.unit_id),
            id_text(col(AnswerRow.interview_id)),
            col(AnswerRow.seq),
            col(AnswerRow.question),
            col(AnswerRow.item),
            cast(said, Text),
            col(AnswerRow.remark),
            id_text(col(AnswerRow.informant_id)),
            col(ContactRow.department),
            col(ContactRow.person),
            col(AttemptRow.number),
            PEOPLE.c.number,
            PEOPLE.c.name,
            slug(col(AnswerRow.language)),
            col(AnswerRow.at),
            cast(col(AnswerRow.steps_back), Text),
        )
        .join_from(AnswerRow, InterviewRow, col(AnswerRow.interview_id) == col(InterviewRow.id))
        .join(CaseRow, col(InterviewRow.case_id) == col(CaseRow.id))
        .outerjoin(PEOPLE, col(AnswerRow.interviewer_id) == PEOPLE.c.id)
        .outerjoin(ContactRow, col(AnswerRow.informant_id) == col(ContactRow.id))
        .outerjoin(AttemptRow, col(AnswerRow.attempt_id) == col(AttemptRow.id))
        .where(col(InterviewRow.questionnaire) == questionnaire.name)
        .where(_never_completed() if only_begun else true())
        .order_by(col(CaseRow.unit_id), col(AnswerRow.seq))
    )
    return found.outerjoin(apart, col(apart.id) == col(AnswerRow.id)) if contacts else found


@cache
def undone() -> Finds:
    """Everything that was undone, by unit, in the order in which it was."""
    deed = col(UndoneRow.deed_id)
    call = func.coalesce(col(AnswerRow.attempt_id), col(RedirectRow.attempt_id), deed)
    return (
        select(
            col(CaseRow.unit_id),
            col(UndoneRow.number),
            col(UndoneRow.at),
            slug(col(UndoneRow.kind)),
            id_text(deed),
            col(AttemptRow.number),
            col(AnswerRow.question),
            col(AnswerRow.item),
            slug(col(RedirectRow.how)),
            slug(col(UndoneRow.outcome)),
            col(UndoneRow.ended_at),
            col(UndoneRow.seconds),
            PEOPLE.c.number,
            PEOPLE.c.name,
        )
        .join_from(UndoneRow, CaseRow, col(UndoneRow.case_id) == col(CaseRow.id))
        .outerjoin(PEOPLE, col(UndoneRow.undone_by) == PEOPLE.c.id)
        .outerjoin(AnswerRow, deed == col(AnswerRow.id))
        .outerjoin(RedirectRow, deed == col(RedirectRow.id))
        .outerjoin(AttemptRow, call == col(AttemptRow.id))
        .order_by(col(CaseRow.unit_id), col(UndoneRow.number))
    )


_UNKNOWN: Final = (None, None)


def steps_back(session: Session, questionnaire: type[Questionnaire]) -> list[SteppedBack]:
    """The steps back that no answer followed, by unit, in their order.

    A file that was handed out need not have whoever took one: they are signed within a list.
    """
    row = InterviewRow
    noted = (
        select(col(CaseRow.unit_id), id_text(col(row.id)).label("id"), col(row.steps_back))
        .join_from(row, CaseRow, col(row.case_id) == col(CaseRow.id))
        .where(col(row.questionnaire) == questionnaire.name)
        .where(cast(col(row.steps_back), Text) != "null")
        .order_by(col(CaseRow.unit_id))
    )
    found = fetch(session, noted)
    if not found:
        return []
    calls = select(col(AttemptRow.id), col(AttemptRow.number))
    number_of = {call.id.hex: call.number for call in fetch(session, calls)}
    who = {one.id.hex: (one.number, one.name) for one in fetch(session, select(PEOPLE))}
    return [
        SteppedBack(
            one.unit_id,
            one.id,
            question,
            item,
            at,
            whom,
            number_of.get(call),
            *who.get(by, _UNKNOWN),
        )
        for one in found
        for question, item, at, whom, call, by in one.steps_back
    ]


@cache
def assignments() -> Finds:
    """Every time that a case was given to somebody or taken back, by unit, in order."""
    row, to = AssignmentRow, aliased(PEOPLE, name="whom")
    return (
        select(
            col(CaseRow.unit_id),
            col(row.number),
            col(row.at),
            *(to.c.number, to.c.name),
            *(PEOPLE.c.number, PEOPLE.c.name),
        )
        .join_from(row, CaseRow, col(row.case_id) == col(CaseRow.id))
        .outerjoin(PEOPLE, col(row.given_by) == PEOPLE.c.id)
        .outerjoin(to, col(row.given_to) == to.c.id)
        .order_by(col(CaseRow.unit_id), col(row.number))
    )


@cache
def notes() -> Finds:
    """Every note on a case, by unit, in order."""
    row = CaseNoteRow
    return (
        select(
            *(col(one) for one in (CaseRow.unit_id, row.number, row.at, row.words)),
            PEOPLE.c.number,
            PEOPLE.c.name,
        )
        .join_from(row, CaseRow, col(row.case_id) == col(CaseRow.id))
        .outerjoin(PEOPLE, col(row.written_by) == PEOPLE.c.id)
        .order_by(col(CaseRow.unit_id), col(row.number))
    )


@cache
def openings() -> Finds:
    """Every time that the opening text was read, by unit, in order."""
    row = OpeningRow
    return (
        select(
            col(CaseRow.unit_id),
            id_text(col(row.interview_id)),
            *(col(one) for one in (row.question, row.version, row.fingerprint)),
            slug(col(row.language)),
            col(row.at),
            PEOPLE.c.number,
            PEOPLE.c.name,
        )
        .join_from(row, InterviewRow, col(row.interview_id) == col(InterviewRow.id))
        .join(CaseRow, col(InterviewRow.case_id) == col(CaseRow.id))
        .outerjoin(PEOPLE, col(row.read_by) == PEOPLE.c.id)
        .order_by(col(CaseRow.unit_id), col(row.at), col(row.id))
    )


@cache
def confirmed(questionnaire: type[Questionnaire]) -> Finds:
    """Every check that was let stand, with the reason."""
    row = ConfirmationRow
    what = null(), col(row.item), col(row.check_id), col(row.reason)
    return _noted(questionnaire, row, what, row.interviewer_id, row.at)


@cache
def revealed(questionnaire: type[Questionnaire]) -> Finds:
    """Every time that the claim of an earlier phase was shown."""
    row = RevealRow
    what = null(), null(), slug(col(row.claim)), literal("")
    return _noted(questionnaire, row, what, row.interviewer_id, row.shown_at)


@cache
def completed(questionnaire: type[Questionnaire]) -> Finds:
    """Every time that an interview was completed, with the number of the revision."""
    row = RevisionRow
    what = null(), null(), cast(col(row.number), Text), literal("")
    return _noted(questionnaire, row, what, row.completed_by, row.completed_at)


def _noted(
    questionnaire: type[Questionnaire],
    row: type[ConfirmationRow | RevealRow | RevisionRow],
    what: Iterable[Any],
    by: Any,
    at: Any,
) -> Finds:
    return (
        select(
            col(CaseRow.unit_id),
            id_text(col(row.interview_id)),
            *what,
            PEOPLE.c.number,
            PEOPLE.c.name,
            col(at),
        )
        .join_from(row, InterviewRow, col(row.interview_id) == col(InterviewRow.id))
        .join(CaseRow, col(InterviewRow.case_id) == col(CaseRow.id))
        .outerjoin(PEOPLE, col(by) == PEOPLE.c.id)
        .where(col(InterviewRow.questionnaire) == questionnaire.name)
        .order_by(col(CaseRow.unit_id), col(at), col(row.id))
    )
