"""What units said on the form of an earlier phase, and the claim that it comes to."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import Row as Fetched
from sqlalchemy import select
from sqlmodel import Session, col

from db.engine import Database
from db.problems import UnknownCode
from db.statements import Finds, fetch, fetch_one, survey_of
from db.tables import CaseRow, ClaimFormRow
from schemas.questionnaire.answers import Choice
from schemas.review.claims import Claim, ClaimForm
from schemas.review.earlier_phase import FormDesign


def claim_forms(db: Database) -> list[ClaimForm]:
    """What every unit said, by unit number. Whom to call is among the case's contacts.

    Nothing in a survey without an earlier phase.  Raises UnknownCode.
    """
    with db.read() as session:
        return list(claim_forms_in(session).values())


def claim_forms_in(session: Session) -> dict[str, ClaimForm]:
    """The same, under the unit numbers."""
    earlier = survey_of(session).earlier
    if earlier is None:
        return {}
    return {row.unit_id: _read(earlier.form, row) for row in fetch(session, _forms())}


def claim_form_of(session: Session, case_id: UUID) -> ClaimForm | None:
    """What one unit said. Raises UnknownCode."""
    earlier = survey_of(session).earlier
    if earlier is None:
        return None
    row = fetch_one(session, _forms().where(col(ClaimFormRow.case_id) == case_id))
    return _read(earlier.form, row) if row else None


def claim_in(session: Session, form: ClaimForm | None) -> Claim | None:
    """What a form comes to."""
    earlier = survey_of(session).earlier
    return earlier.claim_of(form.answers) if earlier and form else None


def _forms() -> Finds:
    """Forms with their unit's number."""
    joined = select(ClaimFormRow, col(CaseRow.unit_id)).join(
        CaseRow, col(ClaimFormRow.case_id) == col(CaseRow.id)
    )
    return joined.order_by(col(CaseRow.unit_id))


def _read(design: FormDesign, row: Fetched[Any]) -> ClaimForm:
    return ClaimForm(
        unit_id=row.unit_id,
        answered_on=row.answered_on,
        answers={name: _code(design, name, slug) for name, slug in row.answers.items()},
        partners=tuple(row.partners),
        comment=row.comment,
    )


def _code(design: FormDesign, name: str, slug: str) -> Choice:
    _, codes = design.questions.get(name, (name, None))
    if codes is None or slug not in codes.__members__:
        raise UnknownCode(slug)
    return codes[slug]
