"""How far the calling has come, alive while others work."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from interviewer import work
from interviewer.keys import Action, Press, action_of
from interviewer.moves import move_of, scrolled
from interviewer.turn import Notice, Turn

if TYPE_CHECKING:
    from db.progress import Survey
    from interviewer.review.queue import Queue

FRESH: Final = timedelta(seconds=10)
"""How old the figures may become before they are counted again."""


@dataclass(frozen=True)
class ProgressView:
    """The figures as they were at `now`; `top` is how far down one has read."""

    who: work.Caller
    survey: "Survey"
    now: datetime
    queue: "Queue"
    top: int = 0
    notice: Notice | None = None

    def told(self, notice: Notice | None) -> "ProgressView":
        """The same, saying something."""
        return replace(self, notice=notice)

    def press(self, press: Press) -> Turn:
        """What a key leads to."""
        if move_of(press):
            return Turn(replace(self, top=scrolled(self.top, press)))
        closes = action_of(press) in {Action.CLOSE, Action.DEFINE}
        return Turn(self.queue if closes else self)

    def paste(self, text: str, press: Press) -> Turn:
        """There is nothing to paste into."""
        return Turn(self)

    def mind(self, at: datetime) -> Turn | None:
        """Others call meanwhile."""
        if at - self.now < FRESH:
            return None
        return Turn(
            self,
            lambda db: work.survey(db, self.who),
            lambda survey: replace(self, survey=survey, now=at),
        )
