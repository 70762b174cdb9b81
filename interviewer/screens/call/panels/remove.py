"""Taking an item out of the interview: asked once more, because it is said about real people."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.options import option_of
from interviewer.controls.screen import Reaction
from interviewer.words import WORDS
from schemas.frame.design import Noun
from schemas.language.text import Text

if TYPE_CHECKING:
    from interviewer.screens.call.state import Call

REMOVE_OR_KEEP: Final = (WORDS.remove_yes, WORDS.remove_no)
"""What can be done, in the order of the keys."""


@dataclass(frozen=True, slots=True)
class RemovePanel:
    """The first key takes it out; the second, and what closes, leaves it.

    `name` is what it is called, if anybody has said so, and `noun` what such things are.
    """

    item: int
    name: str
    noun: Noun

    def press(self, call: "Call", press: Press) -> Reaction:
        """What a key leads to."""
        if keycap_of(press) is Keycap.ESCAPE:
            return Reaction(call.opening(None))
        place = option_of(press, len(REMOVE_OR_KEEP))
        return Reaction(call) if place is None else self._way(call, press, REMOVE_OR_KEEP[place])

    def _way(self, call: "Call", press: Press, way: Text) -> Reaction:
        if way is WORDS.remove_no:
            return Reaction(call.opening(None))
        talk, said = call.talk.take_out(self.item)
        closed = call.opening(None)
        return closed.store(replace(closed, talk=talk), said, press)

    def paste(self, call: "Call", text: str) -> "Call":
        """There is nothing to paste into."""
        return call
