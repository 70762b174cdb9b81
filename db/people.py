"""Who sits here: the interviewer at a seat (a machine and a login)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from db.engine import Database
from db.records import Interviewer
from db.rows import record, records, row_of
from db.statements import dialect_of, execute, upsert
from db.tables import InterviewerRow


def who_sits_here(db: Database, seat: str) -> Interviewer | None:
    """The person who sat down last at this seat."""
    latest = (
        select(InterviewerRow)
        .where(col(InterviewerRow.seat) == seat)
        .order_by(col(InterviewerRow.seated_at).desc())
        .limit(1)
    )
    with db.read() as session:
        return record(session, Interviewer, latest)


def sit_down(db: Database, id: UUID, name: str, seat: str, at: datetime) -> Interviewer:
    """Somebody takes the seat. A known id keeps its calls and gets the new name."""
    person = Interviewer(id=id, name=name, seat=seat)
    row = row_of(db.survey, InterviewerRow, person, seated_at=at, created_at=at)
    anew = ("name", "seat", "seated_at")
    with db.write() as session:
        execute(session, upsert(dialect_of(session), InterviewerRow, "id", anew), row.values())
    return person


def find_person(db: Database, name: str) -> Interviewer | None:
    """Whoever of this name sat down last."""
    latest = select(InterviewerRow).order_by(col(InterviewerRow.seated_at).desc())
    with db.read() as session:
        known = records(session, Interviewer, latest)
    return next((one for one in known if one.name.casefold() == name.casefold()), None)
