"""How far the calling has come, alive while others work."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from interviewer import services
from interviewer.controls.reading import LongPage
from interviewer.controls.screen import Reaction, storing
from interviewer.engine.task import task

if TYPE_CHECKING:
    from db.progress import AllCases

FRESH: Final = timedelta(seconds=10)
"""How old the figures may become before they are counted again."""


@dataclass(frozen=True)
class ProgressView(LongPage):
    """The figures as they were at `now`."""

    who: services.Caller
    cases: "AllCases"
    now: datetime

    def mind(self, at: datetime) -> Reaction | None:
        """Others call meanwhile."""
        if at - self.now < FRESH:
            return None
        return storing(
            self,
            task(services.all_cases, self.who),
            lambda cases: replace(self, cases=cases, now=at),
        )
