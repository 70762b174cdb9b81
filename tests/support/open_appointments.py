"""What has been agreed on and not closed, without the units that it is with."""

from db.appointments import agenda
from db.database import Database
from schemas.calls.appointments import Appointment


def all_open(db: Database) -> list[Appointment]:
    """Every open appointment, the earliest first."""
    with db.read() as session:
        return [one for one, _ in agenda(session)]
