"""When people can be reached: the working days of spring 2015, without lunch and holidays."""

from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

OSLO: Final = ZoneInfo("Europe/Oslo")

BEGINNING: Final = datetime(2015, 2, 2, 8, 30, tzinfo=OSLO)
"""The first call of the season."""

HOURS: Final = ((time(8, 30), time(11)), (time(11, 45), time(15)))

# Skjærtorsdag, langfredag, 2. påskedag, 1. mai, Kristi himmelfartsdag, 2. pinsedag.
HOLIDAYS: Final = frozenset(
    date(2015, month, day) for month, day in ((4, 2), (4, 3), (4, 6), (5, 1), (5, 14), (5, 25))
)


def in_hours(at: datetime) -> datetime:
    """This moment if somebody answers the telephone then; else the next one when somebody does."""
    here = at.astimezone(OSLO)
    while not _works(here.date()):
        here = _tomorrow(here)
    for opens, closes in HOURS:
        if here.time() < opens:
            return datetime.combine(here.date(), opens, OSLO)
        if here.time() < closes:
            return here
    return in_hours(_tomorrow(here))


def _works(day: date) -> bool:
    return day.weekday() < 5 and day not in HOLIDAYS


def _tomorrow(here: datetime) -> datetime:
    return datetime.combine(here.date() + timedelta(days=1), time(), OSLO)
