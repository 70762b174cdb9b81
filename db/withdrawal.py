"""A respondent withdraws: what they said and who they are is erased; that it happened is kept."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import ColumnElement, Table, delete, select, update
from sqlmodel import Session

from db import sqlite
from db.decisions import append, is_known, lock, signed_by
from db.engine import Database
from db.records import Signed
from db.statements import execute, survey_of
from db.tables import (
    ANSWER,
    APPOINTMENT,
    ATTEMPT,
    CASE,
    CONFIRMATION,
    CONTACT,
    DECISION,
    INTERVIEW,
    PHASE_ONE,
    PLACE,
    REDIRECT,
    REVEAL,
    REVISION,
)
from schemas.review.decisions import DecisionKind

SAID: tuple[Table, ...] = (PLACE, CONFIRMATION, REVEAL, REVISION, ANSWER)
"""Where there is something that was said in the interview, or follows from it."""


def withdraw(db: Database, signed: Signed, case_id: UUID) -> None:
    """Erase answers, remarks, drafts, frozen documents and persons; keep calls, dates, outcome.

    Whoever has the case open loses it at once: nothing more gets in. It can never be undone.
    """
    with db.write() as session:
        if is_known(session, signed.id):
            return
        lock(session, case_id)
        sqlite.overwrite_what_is_deleted(session.connection())
        _erase_answers(session, case_id)
        _erase_persons(session, case_id)
        _erase_words(session, case_id)
        append(session, signed_by(signed, case_id, DecisionKind.withdrawn))
        _take_away(session, case_id)


def _erase_answers(session: Session, case_id: UUID) -> None:
    interviews = select(INTERVIEW.c.id).where(INTERVIEW.c.case_id == case_id)
    for table in SAID:
        execute(session, delete(table).where(table.c.interview_id.in_(interviews)))
    execute(session, update(INTERVIEW).where(INTERVIEW.c.case_id == case_id).values(open=False))


def _erase_persons(session: Session, case_id: UUID) -> None:
    """Every person in the case, and every number but the switchboard's: nobody calls here again.

    Who told of a contact point is a person's name, too, also where the switchboard was named.
    """
    ours = CONTACT.c.case_id == case_id
    first = survey_of(session).departments.front_line()
    front = CONTACT.c.department.in_([one.name for one in first])
    personal = ours & ~(front & (CONTACT.c.person == ""))
    _blank(
        session, ATTEMPT, ["phone"], ATTEMPT.c.contact_id.in_(select(CONTACT.c.id).where(personal))
    )
    _blank(session, CONTACT, ["phone"], personal)
    _blank(session, CONTACT, ["department_name", "person", "role", "email", "source"], ours)


def _erase_words(session: Session, case_id: UUID) -> None:
    """What was noted in free text about the conversations."""
    _blank(session, ATTEMPT, ["note"], ATTEMPT.c.case_id == case_id)
    _blank(session, REDIRECT, ["said"], REDIRECT.c.case_id == case_id)
    _blank(session, APPOINTMENT, ["note"], APPOINTMENT.c.case_id == case_id)
    _blank(session, PHASE_ONE, ["comment"], PHASE_ONE.c.case_id == case_id)
    decided = DECISION.c.case_id == case_id
    _blank(session, DECISION, ["reason"], decided)
    execute(session, update(DECISION).where(decided).values(klass=None, question=None, item=None))


def _blank(
    session: Session, table: Table, columns: Iterable[str], where: ColumnElement[bool]
) -> None:
    execute(session, update(table).where(where).values(dict.fromkeys(columns, "")))


def _take_away(session: Session, case_id: UUID) -> None:
    """An old lease proves nothing any more."""
    taken = {
        "held_by": None,
        "lease_expires_at": None,
        "lease_token": CASE.c.lease_token + 1,
        "rang_back_at": None,
    }
    execute(session, update(CASE).where(CASE.c.id == case_id).values(**taken))
