"""What the keys do; the registry of keys writes it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from interviewer.keys import Action, Press, action_of
from interviewer.turn import Turn

if TYPE_CHECKING:
    from interviewer.call import Call


@dataclass(frozen=True, slots=True)
class HelpPanel:
    """Open until Esc or F1."""

    def press(self, call: "Call", press: Press) -> Turn:
        """What a key leads to."""
        closes = action_of(press) in {Action.CLOSE, Action.HELP, Action.ENTER}
        return Turn(call.opening(None) if closes else call)

    def paste(self, call: "Call", text: str) -> "Call":
        """There is nothing to paste into."""
        return call
