"""Everything at once, for exports: each fetched in one short read, so that nobody has to wait.

What is fetched is handed out one record at a time; the lock is gone before the first is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from sqlalchemy import Row as Fetched
from sqlalchemy import Select, func, select

from db import mapping
from db.engine import Database
from db.records import AnswerEntry, Confirmation, FinishedInterview
from db.statements import attempts, fetch
from db.tables import (
    ANSWER,
    ATTEMPT,
    CASE,
    CONFIRMATION,
    CONTACT,
    INTERVIEW,
    INTERVIEWER,
    REDIRECT,
    REVISION,
)
from schemas.calls import CallAttempt, ContactPoint, Redirect

Record = TypeVar("Record")


def _each(
    db: Database, statement: Select[Any], record: Callable[[Fetched[Any]], Record]
) -> Iterator[Record]:
    with db.read() as session:
        rows = fetch(session, statement)
    return map(record, rows)


def finished_interviews(db: Database) -> Iterator[FinishedInterview]:
    """Every completed interview in its latest revision, by unit. Reopened ones are not finished."""
    newest = (
        select(REVISION.c.interview_id, func.max(REVISION.c.number).label("number"))
        .group_by(REVISION.c.interview_id)
        .subquery()
    )
    statement = (
        select(
            INTERVIEW,
            CASE.c.unit_id,
            CASE.c.phase_one_claim,
            REVISION.c.number,
            REVISION.c.document,
            REVISION.c.classification,
            REVISION.c.completed_at,
            INTERVIEWER.c.name.label("interviewer"),
        )
        .join(CASE, INTERVIEW.c.case_id == CASE.c.id)
        .join(newest, newest.c.interview_id == INTERVIEW.c.id)
        .join(
            REVISION,
            (REVISION.c.interview_id == newest.c.interview_id)
            & (REVISION.c.number == newest.c.number),
        )
        .join(INTERVIEWER, REVISION.c.completed_by == INTERVIEWER.c.id)
        .where(INTERVIEW.c.open.is_(False))
        .order_by(CASE.c.unit_id)
    )
    return _each(db, statement, _finished)


def _finished(row: Fetched[Any]) -> FinishedInterview:
    return FinishedInterview(
        case_id=row.case_id,
        unit_id=row.unit_id,
        phase_one_claim=row.phase_one_claim,
        interview=mapping.interview(row),
        number=row.number,
        document=row.document,
        classification=row.classification,
        completed_at=row.completed_at,
        interviewer=row.interviewer,
        decision=None,
    )


def all_contacts(db: Database) -> Iterator[ContactPoint]:
    """Every contact point, by case and age."""
    order = (CONTACT.c.case_id, CONTACT.c.created_at, CONTACT.c.id)
    return _each(db, select(CONTACT).order_by(*order), mapping.contact)


def all_attempts(db: Database) -> Iterator[CallAttempt]:
    """Every call, by case and number."""
    return _each(db, attempts().order_by(ATTEMPT.c.case_id, ATTEMPT.c.number), mapping.attempt)


def all_redirects(db: Database) -> Iterator[Redirect]:
    """Every redirect, by case and time."""
    order = (REDIRECT.c.case_id, REDIRECT.c.at, REDIRECT.c.id)
    return _each(db, select(REDIRECT).order_by(*order), mapping.redirect)


def all_entries_with_remarks(db: Database) -> Iterator[AnswerEntry]:
    """Every answer that carries a remark, in the order given."""
    remarked = select(ANSWER).where(ANSWER.c.remark != "")
    order = (ANSWER.c.interview_id, ANSWER.c.seq)
    return _each(db, remarked.order_by(*order), mapping.entry)


def all_confirmations(db: Database) -> Iterator[Confirmation]:
    """Every confirmed objection, by interview and time."""
    order = (CONFIRMATION.c.interview_id, CONFIRMATION.c.at, CONFIRMATION.c.id)
    return _each(db, select(CONFIRMATION).order_by(*order), mapping.confirmation)
