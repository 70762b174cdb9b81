"""When something was done, and an id for what it leads to."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid5


@dataclass(frozen=True, slots=True)
class Stamp:
    """With these given, all that follows is a pure function, and doing it twice stores it once.

    `at` is what the clock on the wall says, which somebody may set; `ran` are the seconds of one
    that only goes forward, for what takes time.
    """

    at: datetime
    id: UUID
    ran: float = field(default=0.0, kw_only=True)

    def another(self, number: int) -> UUID:
        """One more id, for something else that it leads to."""
        return uuid5(self.id, str(number))
