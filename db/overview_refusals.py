"""What is said where a decision about the public list would change nothing."""

from typing import Final

from db.problems import ListedAnyway, ListingNotAllowed, NeverListed, Refused, TextNotAwaited
from schemas.review.decisions import DecisionKind
from schemas.review.finished_interviews import FinishedInterview
from schemas.review.overview_decisions import NoEffect, no_effect

_NO_EFFECT: Final[dict[NoEffect, type[Refused]]] = {
    NoEffect.not_awaited: TextNotAwaited,
    NoEffect.listed_anyway: ListedAnyway,
    NoEffect.never_listed: NeverListed,
    NoEffect.not_allowed: ListingNotAllowed,
}


def overview_refusal(kind: DecisionKind, interview: FinishedInterview) -> Refused | None:
    """What is said where a decision would change nothing in the overview; None where it would."""
    found = no_effect(kind, interview)
    klass = interview.klass
    return _NO_EFFECT[found](str(klass.label) if klass else "–") if found else None
