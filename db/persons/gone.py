"""Who has gone from a case since something was typed there that has not been stored: neither a
window that stood open nor another machine brings anybody back.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session, col

from db.database import Database
from db.problems import ErasedSince
from db.statements import fetch_one
from db.tables import DecisionRow, ErasureRow
from schemas.review.decisions import DecisionKind


def are_all_gone(db: Database, case_id: UUID | None, since: datetime) -> bool:
    """Whether the respondent has withdrawn, or everybody has been erased since."""
    withdrawn = select(col(DecisionRow.id)).where(
        col(DecisionRow.case_id) == case_id, col(DecisionRow.kind) == DecisionKind.withdrawn
    )
    everybody = select(col(ErasureRow.id)).where(
        col(ErasureRow.why) == "retention", col(ErasureRow.at) > since
    )
    with db.read() as session:
        return any(fetch_one(session, one.limit(1)) for one in (withdrawn, everybody))


def require_nobody_erased(session: Session, case_id: UUID, since: datetime) -> None:
    """Raise ErasedSince where somebody has been erased from the case since."""
    erased = select(col(ErasureRow.id)).where(
        col(ErasureRow.case_id) == case_id, col(ErasureRow.at) > since
    )
    if fetch_one(session, erased.limit(1)) is not None:
        raise ErasedSince()
