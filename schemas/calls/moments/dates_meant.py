"""The days that a date may mean: without a year in this one, or in the next if that is near."""

import calendar
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import Final

from schemas.calls.moments.pieces import Holiday, InMonth, NamedDay, OnDate
from schemas.calls.public_holidays import easter_sunday

NEXT_YEAR_WITHIN: Final = timedelta(days=274)
"""So near, a date or week without a year may be in the next: about nine months."""

CALLED_WITHIN: Final = timedelta(days=335)
"""So near, a day that is called by its name: nobody means the one that was months ago."""


def on_date(day: OnDate, today: date) -> list[date]:
    """This year's and, where it is near, the next; none where there is no such date."""
    if day.year is not None:
        return existing([(day.year, day.month, day.day)])
    this, following = (
        existing([(year, day.month, day.day)]) for year in (today.year, today.year + 1)
    )
    return this_year_or_next(this, following, today)


def this_year_or_next(
    this: list[date], following: list[date], today: date, within: timedelta = NEXT_YEAR_WITHIN
) -> list[date]:
    """This year's days, and those of the next that are near."""
    return this + [day for day in following if day <= today + within]


def next_in_month(day: int, today: date) -> list[date]:
    """That day of this month and of the next two, where they have it."""
    months = (divmod(today.year * 12 + today.month - 1 + more, 12) for more in range(3))
    return existing((year, month + 1, day) for year, month in months)


def existing(numbers: Iterable[tuple[int, int, int]]) -> list[date]:
    """Those of the years, months and days that are in the calendar."""
    return [
        date(year, month, day)
        for year, month, day in numbers
        if 1 <= year <= 9998 and 1 <= month <= 12 and 1 <= day <= days_of(year, month)
    ]


def days_of(year: int, month: int) -> int:
    """How many days a month has."""
    return calendar.monthrange(year, month)[1]


# ── Days off ─────────────────────────────────────────────────────────────────────────────────────

_LAST: Final[Mapping[Holiday, Callable[[int], date]]] = {
    Holiday.easter: lambda year: easter_sunday(year) + timedelta(days=1),
    Holiday.whitsun: lambda year: easter_sunday(year) + timedelta(days=50),
    Holiday.christmas: lambda year: date(year, 12, 26),
    Holiday.new_year: lambda year: date(year, 1, 1),
}


def last_days_off(holiday: Holiday, today: date) -> list[date]:
    """The last of the days off, this year and, where it is near, the next."""
    if holiday is Holiday.weekend:
        return [today + timedelta(days=6 - today.weekday())]
    return _by_name(_LAST[holiday], today)


def called(day: NamedDay, today: date) -> list[date]:
    """This year's day of that name and, where it is near, the next."""
    if day.on:
        month, number = day.on.month, day.on.day
        return _by_name(lambda year: date(year, month, number), today)
    more = timedelta(days=day.after_easter or 0)
    return _by_name(lambda year: easter_sunday(year) + more, today)


def in_month(day: InMonth, today: date) -> list[date]:
    """That weekday of this year's month and, where it is near, of the next; none if it has none."""
    this, following = (_in_month_of(year, day) for year in (today.year, today.year + 1))
    return this_year_or_next(this, following, today)


def _in_month_of(year: int, day: InMonth) -> list[date]:
    every = existing((year, day.month, number) for number in range(1, 32))
    those = [one for one in every if one.weekday() == day.weekday]
    return those[day.which :][:1]


def _by_name(of_year: Callable[[int], date], today: date) -> list[date]:
    return this_year_or_next([of_year(today.year)], [of_year(today.year + 1)], today, CALLED_WITHIN)
