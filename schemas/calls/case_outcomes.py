"""What a case has come to: by its calls, its interview, and a coordinator's word."""

from collections.abc import Iterable, Iterator

from schemas.calls.calls import ContactPoint, Knowledge
from schemas.calls.outcome_rows import InterviewPart
from schemas.calls.outcomes import Outcome

_USABLE = frozenset({InterviewPart.core, InterviewPart.whole})


def case_outcome(
    outcomes: Iterable[Outcome | None],
    interview: Outcome | None = None,
    decision: Outcome | None = None,
) -> Outcome | None:
    """The outcome of a case, by precedence and not by date; None before the first call has ended.

    `outcomes` are those of its calls, the latest last; None is a call without one.
    `interview` is what its interview came to: it counts before what was noted on the calls, for an
    interview may be corrected afterwards. `decision` is a coordinator's.
    """
    noted = [outcome for outcome in outcomes if outcome]
    if interview:
        noted = [outcome for outcome in noted if outcome.row.interview not in _USABLE]
    strongest = max((*noted, *filter(None, (interview, decision))), key=_strength, default=None)
    if strongest and _strength(strongest):
        return strongest
    reached = [outcome for outcome in noted if outcome.reached]
    return next(reversed(reached or noted), None)


def _strength(outcome: Outcome) -> int:
    return outcome.row.strength


def may_close(outcome: Outcome, closing: Outcome | None) -> bool:
    """Whether a coordinator's outcome takes the place of what a case has come to so far."""
    earlier = None if outcome.coordinator_only and outcome is not Outcome.withdrawn else outcome
    return case_outcome((earlier,), decision=closing) is closing


def may_confirm_no(
    informant: ContactPoint | None, contacts: Iterable[ContactPoint], voices: int | None
) -> bool:
    """Whether "we have none" is confirmed.

    It is when a respondent or proxy says so, and those do not sit at the front line.  Otherwise so
    many departments, the `voices`, must say so independently of each other; None: they cannot.
    """
    if informant and not informant.department.is_front_line:
        return True
    return voices is not None and len(set(_voices(contacts))) >= voices


def _voices(contacts: Iterable[ContactPoint]) -> Iterator[str]:
    for one in contacts:
        if one.knows is Knowledge.says_none:
            # Switchboard and service desk are often the same people: together they are one voice.
            front = one.department.is_front_line
            other = one.department.is_unlisted
            yield "front line" if front else one.place.casefold() if other else one.department.name
