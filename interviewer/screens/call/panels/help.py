"""Help during a call."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from interviewer.controls.help import Help
from interviewer.controls.keys import Press
from interviewer.controls.screen import Reaction

if TYPE_CHECKING:
    from interviewer.screens.call.state import Call


@dataclass(frozen=True, slots=True)
class HelpPanel:
    """Open until a key that does not move in it."""

    page: Help = field(default_factory=Help)

    def press(self, call: "Call", press: Press) -> Reaction:
        """What a key leads to."""
        page = self.page.press(press)
        return Reaction(call.opening(HelpPanel(page) if page else None))

    def paste(self, call: "Call", text: str) -> "Call":
        """There is nothing to paste into."""
        return call
