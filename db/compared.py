"""Every case beside what its unit claimed in an earlier phase: for tables and exports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from db.claim_forms import claim_forms_in, claim_in
from db.followed import Told, each_followed
from db.plain_sql import Looked, Reads
from db.survey_codes import stored_code
from schemas.calls.settings import Settings
from schemas.review.claims import Claim, Difference
from schemas.review.progress import Followed

_REASONS: Final = """\
SELECT c.unit_id, v.reason
  FROM claim_reveal AS v JOIN interview AS i ON i.id = v.interview_id
  JOIN survey_case AS c ON c.id = i.case_id
 WHERE v.reason IS NOT NULL
 ORDER BY i.started_at
"""


def read_compared(source: Looked, settings: Settings) -> tuple[Followed, ...]:
    """Every case, by unit number, with what was claimed of it."""
    with source.look() as reads:
        return tuple(each_compared(reads, settings))


def each_compared(reads: Reads, settings: Settings) -> Iterator[Followed]:
    """The same one by one, as it is at this moment; raises UnknownCode."""
    return each_followed(reads, settings, Told(_claims(reads), _reasons(reads)))


def _claims(reads: Reads) -> Mapping[str, Claim | None]:
    forms = claim_forms_in(reads)
    return {unit_id: claim_in(reads.survey, form) for unit_id, form in forms.items()}


def _reasons(reads: Reads) -> Mapping[str, Difference]:
    """Why an interview differs from the claim, where somebody said so."""
    if reads.survey.earlier is None:
        return {}
    told = reads.rows(_REASONS)
    return {unit: stored_code(reads.survey, Difference, reason) for unit, reason in told}
