"""From the pieces of a typed time to the days that it may mean."""

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, TypeVar

from schemas.calls.moments.moment_problems import EXAMPLES, MomentProblem
from schemas.calls.moments.pieces import (
    Ahead,
    Clock,
    ClockSeason,
    Day,
    DayOfMonth,
    Either,
    Heard,
    Later,
    OnDate,
    Part,
    Week,
    Weekday,
)
from schemas.calls.workdays import WEEKDAYS, add_working_days
from schemas.language.numerals import MONTHS

NEXT_YEAR_WITHIN: Final = timedelta(days=274)
"""So near, a date or week without a year may be in the next: about nine months."""

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class SaidTime:
    """What a typed time says: one thing of each kind at most."""

    day: Day | None = None
    weekday: Weekday | None = None
    week: Week | None = None
    clock: Clock | None = None
    part: Part | None = None
    season: ClockSeason | None = None

    @property
    def is_bare(self) -> bool:
        """Whether it says nothing about the day."""
        return not (self.day or self.weekday or self.week)


# ── One of each ──────────────────────────────────────────────────────────────────────────────────


def say_together(heard: Sequence[Heard], text: str, today: date) -> SaidTime:
    """The pieces put together; `MomentProblem` where they contradict each other."""
    heard = _decided(heard, text, today)
    said = SaidTime(
        _only(heard, Day, "dagen"),
        _only(heard, Weekday, "dagen"),
        _only(heard, Week, "uken"),
        _only(heard, Clock, "klokkeslettet"),
        _only(heard, Part, "delen av dagen"),
        _only(heard, ClockSeason, "tiden"),
    )
    if isinstance(said.day, Later) and len(heard) > 1:
        raise _two("tiden", heard)
    if said.week and said.day:
        raise _two("dagen", [one for one in heard if isinstance(one.piece, Week | Day)])
    if said.week and not said.weekday:
        raise MomentProblem("M-DAY", ("tirsdag neste uke kl. 10", "onsdag uke 12 kl. 10"))
    _refuse_two_ways(said, heard, text)
    return said


def _only(heard: Iterable[Heard], kind: type[_T], what: str) -> _T | None:
    found = [one for one in heard if isinstance(one.piece, kind)]
    different = {one.piece: one for one in found}
    if len(different) > 1:
        raise _two(what, list(different.values()))
    return next((one.piece for one in found if isinstance(one.piece, kind)), None)


def _two(what: str, heard: Sequence[Heard]) -> MomentProblem:
    return MomentProblem("M-MANY", what=what, first=heard[0].typed, second=heard[1].typed)


def _decided(heard: Sequence[Heard], text: str, today: date) -> list[Heard]:
    """With 12.10 read as a date or as a clock time, as the rest of the text decides."""
    has_clock = any(isinstance(one.piece, Clock) for one in heard)
    has_day = any(isinstance(one.piece, Day | Week) for one in heard)
    weekdays = [one.piece for one in heard if isinstance(one.piece, Weekday)]
    several = sum(isinstance(one.piece, Either) for one in heard) > 1

    def decide(one: Heard) -> Heard:
        if not isinstance(one.piece, Either):
            return one
        if several or not (has_clock or has_day or weekdays):
            raise _date_or_clock(text, one.typed)
        if not has_day and not has_clock and _fits(one.piece.date, weekdays, today):
            raise _date_or_clock(text, one.typed)
        return Heard(one.piece.clock if has_day or not has_clock else one.piece.date, one.typed)

    return [decide(one) for one in heard]


def _fits(day: OnDate, weekdays: Iterable[Weekday], today: date) -> bool:
    numbers = {weekday.number for weekday in weekdays}
    return any(one.weekday() in numbers for one in _on_date(day, today))


def _date_or_clock(text: str, typed: str) -> MomentProblem:
    instead = (text.replace(typed, f"kl. {typed}", 1), text.replace(typed, f"{typed}. kl. 10", 1))
    return MomentProblem("M-TWO-WAYS", instead, typed=typed)


def _refuse_two_ways(said: SaidTime, heard: Sequence[Heard], text: str) -> None:
    if isinstance(said.day, DayOfMonth) and not (said.day.sure or said.clock or said.part):
        typed = next(one.typed for one in heard if one.piece == said.day)
        hour = text.replace(typed, f"kl. {typed[:-1]}", 1)
        raise MomentProblem(
            "M-TWO-WAYS", (hour, text.replace(typed, f"den {typed} kl. 10", 1)), typed=typed
        )
    if said.is_bare and any(one.typed in {"morgen", "morgon"} for one in heard):
        raise MomentProblem("M-TWO-WAYS", ("i morgen kl. 10", "i dag kl. 9"), typed="morgen")


# ── Which days ───────────────────────────────────────────────────────────────────────────────────


def days(said: SaidTime, today: date) -> list[date]:
    """The days that may be meant, the first that is ahead is; none when there is no such date."""
    if said.weekday is None:
        return _of_day(said.day, today)
    if said.week:
        return _in_week(said.week, said.weekday, today)
    if said.day is None:
        first = today + timedelta(days=(said.weekday.number - today.weekday()) % 7)
        return [first, first + timedelta(weeks=1)]
    if isinstance(said.day, Ahead) and _weeks(said.day):
        return [_weekday_of(today, _weeks(said.day), said.weekday)]
    return _agreeing(_of_day(said.day, today), said.weekday, today)


def _of_day(day: Day | None, today: date) -> list[date]:
    if isinstance(day, OnDate):
        return _on_date(day, today)
    if isinstance(day, DayOfMonth):
        return _next_in_month(day.day, today)
    return [_ahead(day, today)] if isinstance(day, Ahead) else []


def _agreeing(possible: list[date], weekday: Weekday, today: date) -> list[date]:
    if not possible:
        return []
    first = next((day for day in possible if day >= today), possible[-1])
    if first.weekday() == weekday.number:
        return [first]
    wrong, name = WEEKDAYS[weekday.number], f"{first.day}. {MONTHS[first.month - 1]}"
    raise MomentProblem(
        "M-WEEKDAY", (f"{name} {first.year} kl. 10", f"{wrong} kl. 10"),
        date=f"{name} {first.year}", right=WEEKDAYS[first.weekday()], wrong=wrong,
    )  # fmt: skip


def _on_date(day: OnDate, today: date) -> list[date]:
    if day.year is not None:
        return _existing([(day.year, day.month, day.day)])
    this, following = (
        _existing([(year, day.month, day.day)]) for year in (today.year, today.year + 1)
    )
    return _this_year_or_next(this, following, today)


def _this_year_or_next(this: list[date], following: list[date], today: date) -> list[date]:
    return this + [day for day in following if day <= today + NEXT_YEAR_WITHIN]


def _next_in_month(day: int, today: date) -> list[date]:
    months = (divmod(today.year * 12 + today.month - 1 + more, 12) for more in range(3))
    return _existing((year, month + 1, day) for year, month in months)


def _existing(numbers: Iterable[tuple[int, int, int]]) -> list[date]:
    return [
        date(year, month, day)
        for year, month, day in numbers
        if 1 <= year <= 9998 and 1 <= month <= 12 and 1 <= day <= _length(year, month)
    ]


def _length(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def _ahead(ahead: Ahead, today: date) -> date:
    if ahead.days + 31 * ahead.months + 7 * ahead.workdays > 366 * 12:
        raise MomentProblem("M-FAR")
    year, month = divmod(today.year * 12 + today.month - 1 + ahead.months, 12)
    # 31 January and a month is the last of February.
    day = date(year, month + 1, min(today.day, _length(year, month + 1)))
    return add_working_days(day + timedelta(days=ahead.days), ahead.workdays)


def _weeks(ahead: Ahead) -> int:
    whole = not (ahead.months or ahead.workdays or ahead.days % 7)
    return ahead.days // 7 if whole else 0


def _weekday_of(today: date, weeks: int, weekday: Weekday) -> date:
    if weeks > 600:
        raise MomentProblem("M-FAR")
    return today + timedelta(weeks=weeks, days=weekday.number - today.weekday())


def _in_week(week: Week, weekday: Weekday, today: date) -> list[date]:
    if week.number is None:
        return [_weekday_of(today, week.ahead or 0, weekday)]
    year = today.isocalendar().year
    this, following = (_iso(year + more, week.number, weekday) for more in range(2))
    possible = _this_year_or_next(this, following, today)
    if not possible:
        raise MomentProblem("M-WEEK", EXAMPLES, number=week.number, year=year)
    return possible


def _iso(year: int, number: int, weekday: Weekday) -> list[date]:
    last = date(year, 12, 28).isocalendar().week  # always in the year's last week
    return [date.fromisocalendar(year, number, weekday.number + 1)] if 1 <= number <= last else []
