"""What is said where a decision cannot be made, or would change nothing."""

from typing import Final

from db.problems import (
    CaseSettled,
    InterviewFinished,
    ListedAnyway,
    ListingNotAllowed,
    NeverAgain,
    NeverListed,
    Refused,
    TextNotAwaited,
)
from schemas.calls.outcomes import Outcome
from schemas.review.decisions import DecisionKind, Obstacle, obstacle
from schemas.review.finished_interviews import FinishedInterview
from schemas.review.overview_decisions import NoEffect, no_effect


def case_refused(kind: DecisionKind, outcome: Outcome | None, *, finished: bool) -> Refused | None:
    """What is said where a case cannot be closed or sent back; None where it can."""
    found = obstacle(kind, outcome, finished=finished)
    if found is Obstacle.settled and outcome:
        return CaseSettled(str(outcome.label))
    if found is Obstacle.finished:
        return InterviewFinished()
    return NeverAgain() if found else None


_NO_EFFECT: Final[dict[NoEffect, type[Refused]]] = {
    NoEffect.not_awaited: TextNotAwaited,
    NoEffect.listed_anyway: ListedAnyway,
    NoEffect.never_listed: NeverListed,
    NoEffect.not_allowed: ListingNotAllowed,
}


def listing_refused(kind: DecisionKind, interview: FinishedInterview) -> Refused | None:
    """What is said where a decision would change nothing in the overview; None where it would."""
    found = no_effect(kind, interview)
    klass = interview.klass
    return _NO_EFFECT[found](str(klass.label) if klass else "–") if found else None
