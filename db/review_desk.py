"""What lies on a coordinator's desk, read in plain SQL: a file need not be opened for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from db.finished import finished
from db.plain_sql import Looked, Reads
from db.standings import standing_by_unit
from schemas.calls.settings import Settings
from schemas.review.finished_interviews import FinishedInterview, ReviewItem, review_item
from schemas.review.sharing import NOTHING_SHARED, Shared, shared

_CLAIMED: Final = """\
SELECT DISTINCT c.unit_id, b.unit_id
  FROM covered_proposal AS p JOIN survey_case AS c ON c.id = p.case_id
  JOIN survey_case AS b ON b.id = p.by_case_id
"""
"""Units that may be covered, and by whom, as an earlier phase has it."""


@dataclass(frozen=True, slots=True)
class ReviewDesk:
    """All finished interviews, the undecided first and the oldest on top; and what they share."""

    items: tuple[ReviewItem, ...]
    shared: Shared


def read_desk(source: Looked, settings: Settings) -> ReviewDesk:
    """The desk, also with what there is no reason to look at; every interview is read once."""
    with source.look() as reads:
        everything = finished(reads)
        between = shared_by(reads, everything)
    items = (review_item(one, settings, between.conflicts) for one in everything)
    return ReviewDesk(tuple(sorted(items, key=lambda one: one.place)), between)


def shared_services(source: Looked) -> Shared:
    """All proposals, and all that sources differ on and nobody has settled."""
    with source.look() as reads:
        return shared_by(reads, finished(reads))


def shared_by(reads: Reads, interviews: Sequence[FinishedInterview]) -> Shared:
    """Proposals and disagreements, of all finished interviews as they have been read already.

    Nothing in a survey that knows no shared services.
    """
    parts = reads.survey.sharing
    if parts is None:
        return NOTHING_SHARED
    claims = [(unit, by_unit) for unit, by_unit in reads.rows(_CLAIMED)]
    return shared(parts, interviews, standing_by_unit(reads), claims)
