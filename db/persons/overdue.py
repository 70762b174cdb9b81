"""Until when persons are kept, and whether they are kept longer: asked at every start, so in few
looks.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import func, select
from sqlmodel import Session, col

from db.statements import fetch_one
from db.tables import ErasureRow, RetentionRow
from schemas.language.dates import local


def kept_until(session: Session) -> date | None:
    """The day until which persons are kept, as it was said last; None where nobody has."""
    latest = select(col(RetentionRow.until)).order_by(
        col(RetentionRow.at).desc(), col(RetentionRow.id)
    )
    row = fetch_one(session, latest.limit(1))
    return row.until if row else None


def overdue(session: Session, today: date) -> date | None:
    """The day until which persons were to be kept, where it has gone by and they are still here."""
    until = kept_until(session)
    if until is None or today <= until:
        return None
    return until if erased_after(session, until) is None else None


def erased_after(session: Session, day: date) -> datetime | None:
    """When persons were erased because the day had gone by; None where they have not been."""
    erased = select(func.max(col(ErasureRow.at))).where(col(ErasureRow.why) == "retention")
    last: datetime | None = session.connection().execute(erased).scalar()
    return last if last and local(last).date() > day else None
