"""How a day and a time are written, on a clock in Norway; they are kept in UTC."""

from datetime import date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

OSLO: Final = ZoneInfo("Europe/Oslo")

MONTHS: Final = (
    "januar", "februar", "mars", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "desember",
)  # fmt: skip


def local(at: datetime) -> datetime:
    """A moment as it is on a clock in Norway."""
    return at.astimezone(OSLO)


def hours(time_of_day: time) -> str:
    """A time of day as it is written in Norwegian.

    >>> hours(time(8, 30))
    '08.30'
    """
    return f"{time_of_day:%H.%M}"


def clock(at: datetime) -> str:
    """The time of day of a moment: `kl. 12.44`."""
    return f"kl. {hours(local(at).time())}"


def day_and_clock(at: datetime) -> str:
    """The day too, where the year goes without saying: `4.2. kl. 12.44`."""
    here = local(at)
    return f"{here.day}.{here.month}. {clock(at)}"


def date_and_clock(at: datetime) -> str:
    """The year too, for what is read years later: `4.2.2015 kl. 12.44`."""
    here = local(at)
    return f"{here.day}.{here.month}.{here.year} {clock(at)}"


def short_date(day: date) -> str:
    """A date as it is typed: `4.2.2015`."""
    return f"{day.day}.{day.month}.{day.year}"


def long_date(day: date) -> str:
    """A date as it is read aloud; a moment by the calendar in Norway.

    >>> long_date(date(2015, 3, 5))
    '5. mars 2015'
    """
    on = local(day).date() if isinstance(day, datetime) else day
    return f"{on.day}. {MONTHS[on.month - 1]} {on.year}"


def running_clock(at: datetime) -> str:
    """What a digital clock shows, for a clock that runs on the screen: `12:44:05`."""
    return f"{local(at):%H:%M:%S}"
