"""Every case beside what its unit claimed in an earlier phase: for tables and exports."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from db.claim_forms import claim_forms_in, claim_in
from db.followed import Told, each_followed, each_result
from db.plain_sql import Looked, Reads
from db.standings import standing_by_unit
from db.survey_codes import stored_code
from schemas.review.claims import Difference
from schemas.review.followed import Followed

_REASONS: Final = """\
SELECT c.unit_id, v.reason
  FROM claim_reveal AS v JOIN interview AS i ON i.id = v.interview_id
  JOIN survey_case AS c ON c.id = i.case_id
 WHERE v.reason IS NOT NULL
 ORDER BY i.started_at
"""


def read_compared(source: Looked) -> tuple[Followed, ...]:
    """Every case, by unit number, with what was claimed of it."""
    with source.look() as reads:
        forms = claim_forms_in(reads)
        claims = {unit_id: claim_in(reads.survey, form) for unit_id, form in forms.items()}
        told = Told(standing_by_unit(reads), claims, reasons_in(reads))
        return tuple(each_followed(reads, each_result(reads, source.frame), told))


def reasons_in(reads: Reads) -> Mapping[str, Difference]:
    """Why an interview differs from the claim, where somebody said so."""
    if reads.survey.earlier is None:
        return {}
    told = reads.rows(_REASONS)
    return {unit: stored_code(reads.survey, Difference, reason) for unit, reason in told}
