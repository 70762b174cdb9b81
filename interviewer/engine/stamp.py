"""When something was done, and an id for what it leads to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

if TYPE_CHECKING:
    from db.records import Interviewer, Signed


@dataclass(frozen=True, slots=True)
class Stamp:
    """With these given, all that follows is a pure function, and doing it twice stores it once.

    `at` is what the clock on the wall says, which somebody may set; `ran` are the seconds of one
    that only goes forward, for what takes time.
    """

    at: datetime
    id: UUID
    ran: float = field(default=0.0, kw_only=True)

    def signed_by(self, who: Interviewer) -> Signed:
        """It as a decision of somebody's."""
        from db.records import Signed  # the first picture is there sooner without

        return Signed(self.id, who.id, self.at)

    def another(self, number: int) -> UUID:
        """One more id, for something else that it leads to."""
        return uuid5(self.id, str(number))
