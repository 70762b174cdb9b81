"""Every case beside what its unit claimed in an earlier phase: for tables and exports."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sqlmodel import Session, col

from db.claim_forms import claim_forms_in, claim_in
from db.claims import select_reveals
from db.decisions import standing_by_unit
from db.engine import Database
from db.followed import Told, followed
from db.rows import records
from db.statements import Finds, reads_of, survey_of
from db.tables import CaseRow, InterviewRow
from schemas.calls.settings import Settings
from schemas.review.claims import Claim, Difference
from schemas.review.decisions import Standing
from schemas.review.progress import Followed


class CasesAtOnce(NamedTuple):
    """Every case as it is in one transaction: what it comes to, and what was decided."""

    cases: tuple[Followed, ...]
    standings: Mapping[str, Standing]


def cases_at_once(session: Session, settings: Settings) -> CasesAtOnce:
    """All of it read in this transaction."""
    return CasesAtOnce(_compared(session, settings), standing_by_unit(session))


def read_compared(db: Database, settings: Settings) -> tuple[Followed, ...]:
    """Every case, by unit number, with what was claimed of it."""
    with db.read() as session:
        return _compared(session, settings)


def _compared(session: Session, settings: Settings) -> tuple[Followed, ...]:
    return followed(reads_of(session), settings, Told(_claims(session), _reasons(session)))


def _claims(session: Session) -> Mapping[str, Claim | None]:
    forms = claim_forms_in(session)
    return {unit_id: claim_in(session, form) for unit_id, form in forms.items()}


class _Explained(NamedTuple):
    """Why an interview differs from the claim; None until somebody says so."""

    unit_id: str
    reason: Difference | None


def _reasons(session: Session) -> Mapping[str, Difference]:
    """Why an interview differs from the claim, where somebody said so."""
    if survey_of(session).earlier is None:
        return {}
    told: Finds = (
        select_reveals()
        .add_columns(col(CaseRow.unit_id))
        .join(CaseRow, col(InterviewRow.case_id) == col(CaseRow.id))
        .order_by(col(InterviewRow.started_at))
    )
    return {one.unit_id: one.reason for one in records(session, _Explained, told) if one.reason}
