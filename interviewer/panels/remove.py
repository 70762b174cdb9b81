"""Taking an offer out of the interview: asked once more, because it is said about real people."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from interviewer.keys import Action, Press, action_of
from interviewer.turn import Turn
from interviewer.words import WORDS

if TYPE_CHECKING:
    from interviewer.call import Call

WAYS: Final = (WORDS.remove_yes, WORDS.remove_no)
"""What can be done, in the order of the keys."""


@dataclass(frozen=True, slots=True)
class RemovePanel:
    """The first key takes it out; the second, and what closes, leaves it."""

    item: int

    def press(self, call: "Call", press: Press) -> Turn:
        """What a key leads to."""
        if press.option == WAYS.index(WORDS.remove_no) or action_of(press) is Action.CLOSE:
            return Turn(call.opening(None))
        if press.option != WAYS.index(WORDS.remove_yes):
            return Turn(call)
        talk, said = call.talk.take_out(self.item)
        closed = call.opening(None)
        return closed.store(replace(closed, talk=talk), said, press)

    def paste(self, call: "Call", text: str) -> "Call":
        """There is nothing to paste into."""
        return call
