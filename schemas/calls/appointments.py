"""Appointments: when to ring a case again, and with whom."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from schemas.language.text import Text
from schemas.questionnaire.answers import Choice


class AppointmentKind(Choice):
    """How firm an appointment is."""

    hard = Text("Fast avtale")
    soft = Text("Prøv igjen da")


@dataclass(frozen=True, slots=True)
class Appointment:
    """When to ring a case again.  A case has one open appointment at most; `due` is aware, UTC."""

    id: UUID
    case_id: UUID
    due: datetime
    minutes: int
    kind: AppointmentKind
    contact_id: UUID
    note: str
    only_with: UUID | None
    made_by: UUID
    made_at: datetime
    closed_at: datetime | None = None

    def __post_init__(self) -> None:
        if self.due.utcoffset() is None or self.minutes < 1:
            raise ValueError("an appointment needs an aware time and a length")

    @property
    def ends(self) -> datetime:
        """When the time set aside is over."""
        return self.due + timedelta(minutes=self.minutes)

    @property
    def interviewer_id(self) -> UUID:
        """Whose appointment it is: whom it must be with, else whoever made it."""
        return self.only_with or self.made_by

    @property
    def is_open(self) -> bool:
        """Whether it is still to be kept."""
        return self.closed_at is None
