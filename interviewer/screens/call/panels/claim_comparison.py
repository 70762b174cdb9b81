"""What was claimed in an earlier phase, shown once, and why it differs from what was found."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from interviewer import services
from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.screen import Reaction
from interviewer.engine.stamp import Stamp
from interviewer.engine.task import task
from schemas.review.claims import Claim, Difference
from schemas.review.earlier_phase import EarlierPhase

if TYPE_CHECKING:
    from interviewer.screens.call.state import Call


@dataclass(frozen=True, slots=True)
class RevealPanel:
    """What was claimed and what was found; a reason where they differ, Enter where they do not.

    Shown `again`, it may be left as it is.
    """

    earlier: EarlierPhase
    claim: Claim
    found: Claim
    again: bool = False

    @property
    def reasons(self) -> tuple[Difference, ...]:
        """Why it can differ."""
        return tuple(self.earlier.differences)

    @property
    def differs(self) -> bool:
        """Whether there is anything to explain."""
        return self.claim is not self.found

    def press(self, call: "Call", press: Press) -> Reaction:
        """What a key leads to."""
        if keycap_of(press) is Keycap.F2:
            return Reaction(call.defining())
        if self.again and keycap_of(press) is Keycap.ESCAPE:
            return Reaction(call.opening(None))
        if not self.differs:
            confirmed = keycap_of(press) in {Keycap.ENTER, Keycap.ESCAPE}
            same = self.earlier.confirmed
            return self._explained(call, press, same) if confirmed else Reaction(call)
        if press.option is not None and press.option < len(self.reasons):
            return self._explained(call, press, self.reasons[press.option])
        return Reaction(call)

    def paste(self, call: "Call", text: str) -> "Call":
        """There is nothing to paste into."""
        return call

    def _explained(self, call: "Call", stamp: Stamp, reason: Difference) -> Reaction:
        lease, interview = call.lease, call.talk.interview_id
        return call.confirm_all(
            call.against_the_claim,
            str(reason.label),
            stamp,
            task(services.explain_difference, lease, interview, reason, stamp.at),
        )
