"""Which decisions about the public list mean something for an interview.

included   what is listed only where a coordinator says so
excluded   whatever would have been listed
released   whoever asked to see the text first
consented  whatever could be listed, whatever they said before
declined   the same
"""

from enum import Enum, auto
from typing import Final

from schemas.review.decisions import DecisionKind
from schemas.review.finished_interviews import FinishedInterview


class NoEffect(Enum):
    """Why a decision would change nothing in what is published."""

    not_awaited = auto()  # nobody has asked to see the text
    listed_anyway = auto()  # units of this class need no decision to be listed
    never_listed = auto()  # not an interview of this class
    not_allowed = auto()  # they have not said that they may be listed


_ABOUT_THE_LIST: Final = frozenset(
    {
        DecisionKind.included,
        DecisionKind.excluded,
        DecisionKind.consented,
        DecisionKind.declined,
    }
)


def no_effect(kind: DecisionKind, interview: FinishedInterview) -> NoEffect | None:
    """Why a decision about this interview would change nothing; None where it would."""
    if kind is DecisionKind.released:
        return None if interview.wants_to_see else NoEffect.not_awaited
    if kind not in _ABOUT_THE_LIST:
        return None
    if interview.klass is None or not interview.klass.is_listed:
        return NoEffect.never_listed
    if kind in {DecisionKind.consented, DecisionKind.declined}:
        return None
    is_needed = interview.klass.needs_decision or _was_kept_off(interview)
    if kind is DecisionKind.included and not is_needed:
        return NoEffect.listed_anyway
    return None if interview.may_be_listed else NoEffect.not_allowed


def _was_kept_off(interview: FinishedInterview) -> bool:
    """Whether somebody has decided that it is not on the list, and may think again."""
    return interview.standing.is_excluded
