"""Whether persons are kept longer than somebody has said: asked at every start, so in two looks."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import func, select
from sqlmodel import Session, col

from db.statements import fetch_one
from db.tables import ErasureRow, RetentionRow
from schemas.language.dates import local


def overdue(session: Session, today: date) -> date | None:
    """The day until which persons were to be kept, where it has gone by and they are still here."""
    latest = select(col(RetentionRow.until)).order_by(
        col(RetentionRow.at).desc(), col(RetentionRow.id)
    )
    row = fetch_one(session, latest.limit(1))
    is_past = row is not None and today > row.until
    return row.until if row and is_past and erased_after(session, row.until) is None else None


def erased_after(session: Session, day: date) -> datetime | None:
    """When persons were erased because the day had gone by; None where they have not been."""
    erased = select(func.max(col(ErasureRow.at))).where(col(ErasureRow.why) == "retention")
    last: datetime | None = session.connection().execute(erased).scalar()
    return last if last and local(last).date() > day else None
