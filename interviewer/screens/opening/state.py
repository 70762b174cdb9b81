"""While the database is being opened: the first picture, which must not wait for anything."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from interviewer.controls.screen import GoTo, Notice, Reaction, Screen, Tone, storing
from interviewer.engine.task import task

if TYPE_CHECKING:
    from db.database import Database
    from interviewer.services import Start


@dataclass(frozen=True)
class Opening(Screen):
    """While the database is being opened; keys typed meanwhile wait for what comes after.

    Where `nobody` can have sat yet, as it is being made, there is nothing to look for in it.
    """

    seat: str
    reviewing: bool = False
    nobody: bool = False
    notice: Notice | None = None

    def told(self, notice: Notice | None) -> "Opening":
        """The same, saying something."""
        return replace(self, notice=notice)

    def begin(self, at: datetime) -> Reaction:
        """The first look into the database."""
        if self.nobody:
            from interviewer.screens.destinations import ToWelcome  # not for the first picture

            return Reaction(ToWelcome(self.seat, self.reviewing))
        return storing(
            self, task(_look, self.seat, self.reviewing), lambda start: _first(start, self, at)
        )


def _look(db: "Database", seat: str, reviewing: bool) -> "Start":
    from interviewer import services  # which the first picture need not wait for

    return services.start(db, seat, reviewing=reviewing)


def _first(start: "Start", opening: Opening, at: datetime) -> GoTo:
    """The first screen, by what the first look into the database finds."""
    from interviewer.screens.destinations import ToList, ToResume, ToWelcome

    words = " ".join(start.warnings)
    notice = Notice(words, tone=Tone.warning) if words else None
    if start.who is None:
        return ToWelcome(opening.seat, opening.reviewing, notice, start.known)
    if start.left is not None or start.unsaved:
        return ToResume(start.who, start.found, at, start.left, start.unsaved, notice)
    return ToList(start.who, start.found, at, notice=notice)
