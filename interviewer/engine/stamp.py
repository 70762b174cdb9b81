"""When something was done, and an id for what it leads to."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5


@dataclass(frozen=True, slots=True)
class Stamp:
    """With these given, all that follows is a pure function, and doing it twice stores it once."""

    at: datetime
    id: UUID

    def another(self, number: int) -> UUID:
        """One more id, for something else that it leads to."""
        return uuid5(self.id, str(number))
