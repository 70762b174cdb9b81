"""One case as the figures follow it: where it stands, what its calls cost, what was found."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple, Protocol

from schemas.calls.case_outcomes import CaseResult, outcome_of
from schemas.calls.outcome_rows import Category
from schemas.calls.outcomes import Outcome
from schemas.review.claims import Claim, Difference
from schemas.review.classes import Class

if TYPE_CHECKING:
    from schemas.review.claim_matrix import Compared


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """One case: where it stands, what its calls cost, what was claimed and what was found.

    `called` is its outcome by its calls alone, whatever a coordinator decided.  The first call was
    `begun_at`, and the last `rung_at`.  `talked` is the length of the calls whose length is known,
    and `timed` how many those are.
    """

    state: CaseResult
    called: Outcome | None
    begun_at: datetime | None
    rung_at: datetime | None
    settled_at: datetime | None
    talked: timedelta
    timed: int
    claim: Claim | None = None
    finding: Class | None = None
    reason: Difference | None = None

    @property
    def is_settled(self) -> bool:
        """Whether nobody has to call again, as far as we know."""
        return self.state.ended and self.state.returned_at is None

    @property
    def category(self) -> Category:
        """What the case counts as among the services."""
        outcome = self.state.outcome
        if outcome is Outcome.given_up:
            outcome = self.called or outcome  # giving up overwrites no refusal
        return category(outcome, self.finding, agreed=self.state.appointment is not None)

    @property
    def compared(self) -> "Compared":
        """What was claimed beside what was found."""
        from schemas.review.claim_matrix import Compared

        return Compared(self.state.unit.id, self.claim, self.finding, self.reason)


def category(
    outcome: Outcome | None, finding: Class | None = None, *, agreed: bool = False
) -> Category:
    """What a case counts as, by its outcome.

    Whoever was interviewed is eligible or not by what the interview found: what nobody can tell
    yet does not settle that there is nothing.  `agreed` is whether an
    appointment is open: then somebody will talk with us, whatever was noted before.
    """
    if outcome is None:
        return Category.unknown_contact
    if finding and outcome.is_whole:
        return Category.interview if finding.may_have else Category.not_eligible
    found = outcome.row.category
    promised = agreed and found is Category.refusal and not outcome.final
    return Category.other if promised else found


class ToldCall(Protocol):
    """What the figures need to know of a call."""

    @property
    def started_at(self) -> datetime: ...
    @property
    def lasted(self) -> timedelta | None: ...
    @property
    def over_at(self) -> datetime | None: ...
    @property
    def outcome(self) -> Outcome | None: ...


def follow(
    state: CaseResult,
    calls: Sequence[ToldCall],
    decision: Outcome | None,
    *,
    classes: type[Class],
    claim: Claim | None = None,
    found: Class | None = None,
    frozen_at: datetime | None = None,
    reason: Difference | None = None,
) -> Followed:
    """What is known of one case, of its calls in their order, and what was decided about it.

    `found` is the class of its interview, frozen at `frozen_at`.
    """
    begun = [call.started_at for call in calls]
    spans = [span for call in calls if (span := call.lasted) is not None]
    return Followed(
        state=state,
        called=_called(state, calls, decision),
        begun_at=min(begun, default=None),
        rung_at=max(begun, default=None),
        settled_at=_settled_at(calls, frozen_at) if state.ended else None,
        talked=sum(spans, timedelta()),
        timed=len(spans),
        claim=claim,
        finding=_finding(classes, state.outcome, decision, found),
        reason=reason,
    )


def _finding(
    classes: type[Class], outcome: Outcome | None, decided: Outcome | None, found: Class | None
) -> Class | None:
    """What a unit has; whoever withdraws has never been asked.

    That a coordinator found its service with another unit goes before an interview that found none.
    """
    if outcome is Outcome.withdrawn:
        return None
    is_covered = decided is Outcome.covered and not (found and found.is_own)
    return classes.covered_class() if is_covered or outcome is Outcome.covered else found


def _called(
    state: CaseResult, calls: Sequence[ToldCall], decision: Outcome | None
) -> Outcome | None:
    if decision is None:
        return state.outcome
    return outcome_of(state.interview, (call.outcome for call in calls), None)


def _settled_at(calls: Sequence[ToldCall], frozen_at: datetime | None) -> datetime | None:
    """When the call that settled it was over; else when its interview was frozen."""
    last = [call for call in calls if call.outcome and call.outcome.final][-1:]
    return next((call.over_at or call.started_at for call in last), frozen_at)


class AppointmentOutcome(NamedTuple):
    """An appointment and how it went; `kept` is None while nobody has closed it."""

    ends: datetime
    closed_at: datetime | None = None
    kept: bool | None = None

    def went(self, now: datetime | None = None) -> str:
        """Whether it was kept, missed or called off, or is open still: as it is `now`, or, where
        what is told must be the same tomorrow, until somebody closes it.
        """
        if self.kept:
            return "kept"
        over = self.closed_at or now
        if over and over > self.ends:
            return "missed"
        return "called off" if self.closed_at else "open"


class Appointments(NamedTuple):
    """How many are still to come, were kept, and went by without a call."""

    open: int
    kept: int
    missed: int
