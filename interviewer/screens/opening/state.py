"""While the database is being opened: the first picture, which must not wait for anything."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from interviewer.controls.keys import Press
from interviewer.controls.screen import Notice, Reaction, Screen

if TYPE_CHECKING:
    from db.engine import Database


@dataclass(frozen=True, slots=True)
class Opening:
    """While the database is being opened; keys typed meanwhile wait for what comes after."""

    seat: str
    reviewing: bool = False
    notice: Notice | None = None

    def press(self, press: Press) -> Reaction:
        """Nothing can be done yet."""
        return Reaction(self)

    def paste(self, text: str, press: Press) -> Reaction:
        """Nothing can be done yet."""
        return Reaction(self)

    def told(self, notice: Notice | None) -> "Opening":
        """The same, saying something."""
        return replace(self, notice=notice)

    def begin(self, at: datetime) -> Reaction:
        """The first look into the database."""
        seat, reviewing = self.seat, self.reviewing

        def look(database: "Database") -> Screen:
            # Here, on the storing thread, while the first picture is on the screen already.
            from interviewer.screens import every  # noqa: F401 - so that drawing need not wait
            from interviewer.screens.home import first_look

            return first_look(database, seat, at, reviewing=reviewing)

        return Reaction(self, look, lambda mode: mode)
