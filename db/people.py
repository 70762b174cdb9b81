"""Who sits here: the interviewer at a seat (a machine and a login)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from db import mapping
from db.engine import Database
from db.records import Interviewer
from db.statements import execute, fetch, fetch_one, upsert
from db.tables import INTERVIEWER


def who_sits_here(db: Database, seat: str) -> Interviewer | None:
    """The person who sat down last at this seat."""
    latest = (
        select(INTERVIEWER)
        .where(INTERVIEWER.c.seat == seat)
        .order_by(INTERVIEWER.c.seated_at.desc())
        .limit(1)
    )
    with db.read() as session:
        row = fetch_one(session, latest)
    return None if row is None else mapping.interviewer(row)


def sit_down(db: Database, id: UUID, name: str, seat: str, at: datetime) -> Interviewer:
    """Somebody takes the seat. A known id keeps its calls and gets the new name."""
    values = {"id": id, "name": name, "seat": seat, "seated_at": at, "created_at": at}
    with db.write() as session:
        dialect = session.get_bind().dialect.name
        execute(session, upsert(dialect, INTERVIEWER, "id", ("name", "seat", "seated_at")), values)
    return Interviewer(id=id, name=name, seat=seat)


def find_person(db: Database, name: str) -> Interviewer | None:
    """Whoever of this name sat down last."""
    latest = select(INTERVIEWER).order_by(INTERVIEWER.c.seated_at.desc())
    with db.read() as session:
        known = map(mapping.interviewer, fetch(session, latest))
        return next((one for one in known if one.name.casefold() == name.casefold()), None)
