"""Days on which people are at work, and the parts of such a day."""

from datetime import date, timedelta
from typing import Final, Literal, get_args

from schemas.calls.public_holidays import public_holidays
from schemas.language.text import Text
from schemas.questionnaire.answers import Choice

WeekdayName = Literal["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"]
WEEKDAYS: Final[tuple[WeekdayName, ...]] = get_args(WeekdayName)


def holiday(day: date) -> str | None:
    """The name of the Norwegian public holiday that falls on `day`, if one does."""
    return public_holidays(day.year).get(day)


def is_working_day(day: date) -> bool:
    """Whether it is Monday to Friday and no public holiday."""
    return day.weekday() < 5 and holiday(day) is None


def add_working_days(day: date, days: int) -> date:
    """The day `days` working days after `day`."""
    for _ in range(days):
        day += timedelta(days=1)
        while not is_working_day(day):
            day += timedelta(days=1)
    return day


class PartOfDay(Choice):
    """What a retry varies: whoever is never there before lunch may be there after it."""

    morning = Text("formiddag")
    midday = Text("midt på dagen")
    afternoon = Text("ettermiddag")
