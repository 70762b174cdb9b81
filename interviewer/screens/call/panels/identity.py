"""Who is on the line: F12.  Whoever is known in the case is one key; a colleague is a new person.

Whoever was there before stays who they are.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from interviewer.controls.contact_form import ContactPanel
from interviewer.controls.keys import OPTION_KEYS, Keycap, Press, keycap_of
from interviewer.controls.options import option_of
from interviewer.controls.screen import Reaction
from interviewer.engine.contact_updates import colleague
from interviewer.screens.call.panels.redirect import sent_to
from interviewer.words import WORDS
from schemas.calls.call_codes import RedirectHow
from schemas.calls.calls import ContactPoint

if TYPE_CHECKING:
    from interviewer.screens.call.state import Call


@dataclass(frozen=True, slots=True)
class WhoPanel:
    """The one on the line, to be corrected; the others of the case; and somebody new."""

    on_line: ContactPoint

    def known(self, call: "Call") -> tuple[ContactPoint, ...]:
        """Whom else one knows in the case."""
        return others_than(call, self.on_line)

    def count(self, call: "Call") -> int:
        """How many lines there are."""
        return len(self.known(call)) + 2

    def press(self, call: "Call", press: Press) -> Reaction:
        """What a key leads to."""
        key, known = keycap_of(press), self.known(call)
        if key is Keycap.ESCAPE:
            return Reaction(call.opening(None))
        correct = key in {Keycap.ENTER, Keycap.F12}
        place = 0 if correct else option_of(press, self.count(call))
        if place is None:
            return Reaction(call)
        if place == 0:
            return Reaction(call.opening(ContactPanel.of(self.on_line)))
        is_new = place > len(known)
        whom = colleague(self.on_line, press) if is_new else known[place - 1]
        told, how = WORDS.now_another if is_new else WORDS.now_on_line, RedirectHow.transferred
        return sent_to(call, press, whom, how, is_new=is_new, knows=None, told=told)

    def paste(self, call: "Call", text: str) -> "Call":
        """There is nothing to paste into."""
        return call


def others_than(call: "Call", one: ContactPoint) -> tuple[ContactPoint, ...]:
    """Whom else one knows in the case; a key each, and two are taken."""
    others = tuple(other for other in call.file.in_use if other.id != one.id)
    return others[: len(OPTION_KEYS) - 2]
