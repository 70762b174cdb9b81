"""What units said on the form of an earlier phase, and the claim that it comes to."""

from __future__ import annotations

from functools import cache
from typing import Final

from sqlalchemy import bindparam, select
from sqlmodel import Session, col

from db.case_parts import CasePart, CaseParts
from db.engine import Database
from db.rows import records
from db.statements import Finds, survey_of
from db.tables import CaseRow, ClaimFormRow
from schemas.review.claims import Claim, ClaimForm


def claim_forms(db: Database) -> list[ClaimForm]:
    """What every unit said, by unit number. Whom to call is among the case's contacts.

    Nothing in a survey without an earlier phase.
    """
    with db.read() as session:
        return list(claim_forms_in(session).values())


def claim_forms_in(session: Session) -> dict[str, ClaimForm]:
    """What every unit said, by unit number, as it is in this transaction."""
    if survey_of(session).earlier is None:
        return {}
    return {form.unit_id: form for form in records(session, ClaimForm, _select_forms())}


def claim_form_in(parts: CaseParts) -> ClaimForm | None:
    """What one unit said on the form; None where there is none."""
    return parts.first(_FORM) if survey_of(parts.session).earlier else None


def claim_in(session: Session, form: ClaimForm | None) -> Claim | None:
    """What a form comes to."""
    earlier = survey_of(session).earlier
    return earlier.claim_of(form.answers) if earlier and form else None


@cache
def _form_of_case() -> Finds:
    return _select_forms().where(col(ClaimFormRow.case_id) == bindparam("case"))


_FORM: Final = CasePart(ClaimForm, _form_of_case)


@cache
def _select_forms() -> Finds:
    """Forms with their unit's number."""
    return (
        select(ClaimFormRow, col(CaseRow.unit_id))
        .join(CaseRow, col(ClaimFormRow.case_id) == col(CaseRow.id))
        .order_by(col(CaseRow.unit_id))
    )
