"""Every case beside what its unit claimed in an earlier phase: for tables and exports."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from db.claim_forms import claim_forms_in, claim_in
from db.followed import Told, followed
from db.plain_sql import Looked, Reads
from db.standings import standing_by_unit
from db.survey_codes import stored_code
from schemas.calls.settings import Settings
from schemas.review.claims import Claim, Difference
from schemas.review.decisions import Standing
from schemas.review.progress import Followed

_REASONS: Final = """\
SELECT c.unit_id, v.reason
  FROM claim_reveal AS v JOIN interview AS i ON i.id = v.interview_id
  JOIN survey_case AS c ON c.id = i.case_id
 WHERE v.reason IS NOT NULL
 ORDER BY i.started_at
"""


class CasesAtOnce(NamedTuple):
    """Every case as it is at one moment: what it comes to, and what was decided."""

    cases: tuple[Followed, ...]
    standings: Mapping[str, Standing]


def cases_at_once(reads: Reads, settings: Settings) -> CasesAtOnce:
    """All of it read at once."""
    return CasesAtOnce(_compared(reads, settings), standing_by_unit(reads))


def read_compared(source: Looked, settings: Settings) -> tuple[Followed, ...]:
    """Every case, by unit number, with what was claimed of it."""
    with source.look() as reads:
        return _compared(reads, settings)


def _compared(reads: Reads, settings: Settings) -> tuple[Followed, ...]:
    return followed(reads, settings, Told(_claims(reads), _reasons(reads)))


def _claims(reads: Reads) -> Mapping[str, Claim | None]:
    forms = claim_forms_in(reads)
    return {unit_id: claim_in(reads.survey, form) for unit_id, form in forms.items()}


def _reasons(reads: Reads) -> Mapping[str, Difference]:
    """Why an interview differs from the claim, where somebody said so."""
    if reads.survey.earlier is None:
        return {}
    told = reads.rows(_REASONS)
    return {unit: stored_code(reads.survey, Difference, reason) for unit, reason in told}
