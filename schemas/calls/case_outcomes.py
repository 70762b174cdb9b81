"""What a case has come to: by its calls, its interview, and a coordinator's word.

Whom to call next is not looked at.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from schemas.calls.appointments import Appointment
from schemas.calls.call_codes import Knowledge
from schemas.calls.outcome_rows import InterviewPart
from schemas.calls.outcomes import Outcome
from schemas.frame.units import Unit

if TYPE_CHECKING:
    from schemas.calls.calls import ContactPoint

Standing: TypeAlias = Literal["none", "open", "reopened", "complete"]
"""What the interview of a case has come to; what was complete and is open again still counts."""

FINISHED: Final = frozenset({"complete", "reopened"})
"""Where it is whole, also where it has been opened again since."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseResult:
    """What has come of a case, without whom to call next.

    Its outcome, how many calls there were, the appointment that is open, and its interview;
    `returned_at` is when it was sent back, and None once there has been a call since.
    """

    unit: Unit
    outcome: Outcome | None = None
    attempts: int = 0
    appointment: Appointment | None = None
    interview: Standing = "none"
    returned_at: datetime | None = None

    @property
    def ended(self) -> bool:
        """Whether nothing is left to ask; an interview that is open again is to be resumed."""
        return has_ended(self.outcome, self.interview)


def has_ended(outcome: Outcome | None, interview: Standing) -> bool:
    """Whether the outcome is final; an interview that is open again is there to be resumed."""
    if outcome is None or not outcome.final:
        return False
    return not (outcome.is_whole and interview == "reopened")


def outcome_of(
    interview: Standing, calls: Iterable[Outcome | None], decision: Outcome | None
) -> Outcome | None:
    """What a case has come to: by its interview, what its calls ended with, and what was decided.

    Where a call tells more exactly what a whole interview has come to, that stands; and a call that
    came to an end is no interview yet: that is one when it has been completed.
    """
    outcomes = tuple(calls)
    asked = {one for one in outcomes if one and one.is_whole}
    if interview in FINISHED and asked <= {Outcome.complete}:
        return case_outcome(outcomes, Outcome.complete, decision)
    partial = Outcome.partial if interview == "open" and asked else None
    return case_outcome(outcomes, partial, decision)


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
    informant: "ContactPoint | None", contacts: "Iterable[ContactPoint]", voices: int | None
) -> bool:
    """Whether "we have none" is confirmed.

    It is when a respondent or proxy says so, and those do not sit at the front line.  Otherwise so
    many departments, the `voices`, must say so independently of each other; None: they cannot.
    """
    if informant and not informant.department.is_front_line:
        return True
    return voices is not None and len(set(_voices(contacts))) >= voices


def _voices(contacts: "Iterable[ContactPoint]") -> Iterator[str]:
    for one in contacts:
        if one.knows is Knowledge.says_none:
            # Switchboard and service desk are often the same people: together they are one voice.
            front = one.department.is_front_line
            other = one.department.is_unlisted
            yield "front line" if front else one.place.casefold() if other else one.department.name
