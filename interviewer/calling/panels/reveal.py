"""Phase one's claim, shown once when section B is answered, and why it differs."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from interviewer import work
from interviewer.keys import Action, Press, action_of
from interviewer.turn import Turn
from schemas.facts import Claim
from schemas.reveal import Difference

if TYPE_CHECKING:
    from interviewer.calling.call import Call

REASONS = tuple(Difference)


@dataclass(frozen=True, slots=True)
class RevealPanel:
    """What was claimed and what was found; a reason where they differ, Enter where they do not."""

    claim: Claim
    found: Claim

    @property
    def differs(self) -> bool:
        """Whether there is anything to explain."""
        return self.claim is not self.found

    def press(self, call: "Call", press: Press) -> Turn:
        """What a key leads to."""
        if not self.differs:
            confirmed = action_of(press) in {Action.ENTER, Action.CLOSE}
            return self._explained(call, press, Difference.confirmed) if confirmed else Turn(call)
        if press.option is not None and press.option < len(REASONS):
            return self._explained(call, press, REASONS[press.option])
        return Turn(call)

    def paste(self, call: "Call", text: str) -> "Call":
        """There is nothing to paste into."""
        return call

    def _explained(self, call: "Call", press: Press, reason: Difference) -> Turn:
        lease, interview = call.lease, call.talk.interview_id
        return call.confirm_all(
            call.against_the_claim,
            str(reason.label),
            press,
            lambda db: work.explain_difference(db, lease, interview, reason, press.at),
        )
