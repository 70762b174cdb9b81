"""Where a case lies whatever the clock says and whoever calls, until something happens to it.

Most cases of a large survey lie where one rule decides about all of them alike.  A case in such a
lane need not be looked at to know where it stands on the list.
"""

from __future__ import annotations

from enum import Enum
from typing import Final

from schemas.calls.ranking.cases import CaseSummary


class Lane(Enum):
    """What it takes to know where a case is."""

    live = "live"
    """The rules must look at it."""
    named = "named"
    """Never called: a person was named to be rung first."""
    new = "new"
    """Never called, and nobody is named."""
    numberless = "numberless"
    """Never called, and there is nobody to dial."""
    in_review = "in_review"
    """It has ended with an interview that nobody has looked at."""
    closed = "closed"
    """It has ended, and nothing that comes later opens it again."""


def lane_of(case: CaseSummary) -> Lane:
    """The lane of a case, as long as nobody holds it."""
    if case.is_settled:
        return Lane.closed if case.is_over else Lane.in_review
    if case.rang_back_at or case.returned_at or case.appointment:
        return Lane.live
    if case.attempts or case.outcome or case.interview != "none" or case.lead_at:
        return Lane.live
    if case.contact is None:
        return Lane.numberless
    return Lane.named if case.contact.person else Lane.new


SETTLED: Final = (Lane.in_review, Lane.closed)
"""Where nobody is to be called any more."""
