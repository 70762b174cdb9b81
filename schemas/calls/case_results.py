"""What has come of a case: its outcome, its calls, its interview; without whom to call next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal, TypeAlias

from schemas.calls.appointments import Appointment
from schemas.calls.case_outcomes import case_outcome
from schemas.calls.outcomes import Outcome
from schemas.frame.units import Unit

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
