"""What units said on the form of an earlier phase, and the claim that it comes to: in plain SQL."""

from __future__ import annotations

from functools import partial
from typing import Final

from db.plain_sql import Cells, Looked, Reads, day
from db.stored_json import read_as, read_each
from db.survey_codes import stored_answers
from schemas.review.claim_forms import ClaimForm
from schemas.review.claims import Claim
from schemas.surveys.survey import Survey

_FORMS: Final = """\
SELECT c.unit_id, f.answered_on, CAST(f.answers AS text), CAST(f.partners AS text), f.comment
  FROM claim_form AS f JOIN survey_case AS c ON c.id = f.case_id
 ORDER BY c.unit_id
"""


def claim_forms(source: Looked) -> list[ClaimForm]:
    """What every unit said, by unit number. Whom to call is among the case's contacts.

    Nothing in a survey without an earlier phase.
    """
    with source.look() as reads:
        return list(claim_forms_in(reads).values())


def claim_forms_in(reads: Reads) -> dict[str, ClaimForm]:
    """What every unit said, by unit number, as it is at this moment; raises UnknownCode."""
    if reads.survey.earlier is None:
        return {}
    forms = (_form(reads.survey, row) for row in reads.rows(_FORMS))
    return {form.unit_id: form for form in forms}


def _form(survey: Survey, row: Cells) -> ClaimForm:
    unit_id, answered_on, answers, partners, comment = row
    return ClaimForm(
        unit_id=unit_id,
        answered_on=None if answered_on is None else day(answered_on),
        answers=read_as(partial(stored_answers, survey), answers, "claim_form.answers"),
        partners=tuple(read_each(str, partners, "claim_form.partners")),
        comment=comment,
    )


def claim_in(survey: Survey, form: ClaimForm | None) -> Claim | None:
    """What a form comes to."""
    return survey.earlier.claim_of(form.answers) if survey.earlier and form else None
