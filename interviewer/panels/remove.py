"""Taking an offer out of the interview: asked once more, because it is said about real people."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from interviewer.keys import Action, Press, action_of
from interviewer.turn import Turn

if TYPE_CHECKING:
    from interviewer.call import Call


@dataclass(frozen=True, slots=True)
class RemovePanel:
    """1 takes it out, anything that closes leaves it."""

    item: int

    def press(self, call: "Call", press: Press) -> Turn:
        """What a key leads to."""
        if press.char == "2" or action_of(press) is Action.CLOSE:
            return Turn(call.opening(None))
        if press.char != "1":
            return Turn(call)
        talk, said = call.talk.take_out(self.item)
        closed = call.opening(None)
        return closed.store(replace(closed, talk=talk), said, press)

    def paste(self, call: "Call", text: str) -> "Call":
        """There is nothing to paste into."""
        return call
