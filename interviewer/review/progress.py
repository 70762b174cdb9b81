"""How far the calling has come, alive while others work."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from interviewer import work
from interviewer.keys import Action
from interviewer.review.reading import Reading
from interviewer.turn import Turn

if TYPE_CHECKING:
    from db.progress import Survey

FRESH: Final = timedelta(seconds=10)
"""How old the figures may become before they are counted again."""


@dataclass(frozen=True)
class ProgressView(Reading):
    """The figures as they were at `now`."""

    CLOSES = frozenset({Action.CLOSE, Action.DEFINE})

    who: work.Caller
    survey: "Survey"
    now: datetime

    def mind(self, at: datetime) -> Turn | None:
        """Others call meanwhile."""
        if at - self.now < FRESH:
            return None
        return Turn(
            self,
            lambda db: work.survey(db, self.who),
            lambda survey: replace(self, survey=survey, now=at),
        )
