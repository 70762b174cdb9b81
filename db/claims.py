"""The claim of an earlier phase: what a case's form says, that it was shown to the interviewer, and
what came of it.
"""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import Final
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlmodel import col

from db.case_parts import CasePart
from db.database import Database
from db.leases import require_interview
from db.records import Lease, Reveal
from db.rows import changed, record, row_of
from db.statements import Finds, Values, change_of, execute, found, insert_once
from db.tables import CaseRow, ClaimFormRow, InterviewRow, RevealRow
from schemas.review.claim_forms import ClaimForm


def reveal_claim(db: Database, lease: Lease, reveal: Reveal) -> Reveal:
    """Note that the claim is shown, as it reads now; once per interview: the first time stands.

    Raises LeaseLost, InterviewClosed, NeverAgain and NotFound.
    """
    mine: Values = {"interview": reveal.interview_id}
    with db.write() as session:
        require_interview(session, lease, reveal.interview_id)
        if record(session, Reveal, _of_interview(), mine) is None:
            insert_once(session, row_of(db.survey, RevealRow, reveal))
        return found(record(session, Reveal, _of_interview(), mine), "påstanden")


@cache
def _of_interview() -> Finds:
    return select(RevealRow).where(col(RevealRow.interview_id) == bindparam("interview"))


def explain_difference(
    db: Database, lease: Lease, interview_id: UUID, reason: str, note: str, at: datetime
) -> None:
    """Why the interview found something else than was claimed; may be said anew until it closes.

    Raises LeaseLost, InterviewClosed, NeverAgain and NotFound.
    """
    said = changed(db.survey, RevealRow, reason=reason, note=note, at=at)
    with db.write() as session:
        require_interview(session, lease, interview_id)
        change: Values = {**said, "its_interview_id": interview_id}
        if not execute(session, change_of(RevealRow, "interview_id"), change):
            found(None, "påstanden")


@cache
def _of_case() -> Finds:
    shown_in = col(RevealRow.interview_id) == col(InterviewRow.id)
    mine = col(InterviewRow.case_id) == bindparam("case")
    return select(RevealRow).join(InterviewRow, shown_in).where(mine)


REVEALS: Final = CasePart(Reveal, _of_case)
"""What was shown in the interviews of a case."""


@cache
def _form_of_case() -> Finds:
    """With the unit's number."""
    return (
        select(ClaimFormRow, col(CaseRow.unit_id))
        .join(CaseRow, col(ClaimFormRow.case_id) == col(CaseRow.id))
        .where(col(ClaimFormRow.case_id) == bindparam("case"))
    )


FORM: Final = CasePart(ClaimForm, _form_of_case)
"""What the unit of a case said on the form."""
