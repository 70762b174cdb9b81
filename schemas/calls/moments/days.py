"""From the pieces of a typed time to the days that it may mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from schemas.calls.moments.dates_meant import (
    called,
    days_of,
    in_month,
    last_days_off,
    next_in_month,
    on_date,
    this_year_or_next,
)
from schemas.calls.moments.moment_problems import EXAMPLES, MomentProblem
from schemas.calls.moments.pieces import (
    After,
    Ahead,
    Clock,
    ClockSeason,
    Day,
    DayOfMonth,
    Heard,
    Holiday,
    InMonth,
    Later,
    Loosely,
    NamedDay,
    OnDate,
    Part,
    Week,
    Weekday,
    WorkdayFrom,
)
from schemas.calls.moments.two_ways import said, settled
from schemas.calls.workdays import WEEKDAYS, add_working_days
from schemas.language.dates import MONTHS

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
    loosely: tuple[Loosely, ...] = ()

    @property
    def is_bare(self) -> bool:
        """Whether it says nothing about the day."""
        return not (self.day or self.weekday or self.week)


# ── One of each ──────────────────────────────────────────────────────────────────────────────────


def say_together(heard: Sequence[Heard], text: str, today: date) -> SaidTime:
    """The pieces put together; `MomentProblem` where they contradict each other."""
    loosely = tuple(one.piece for one in heard if isinstance(one.piece, Loosely))
    heard = settled([one for one in heard if not isinstance(one.piece, Loosely)], text, today)
    together = SaidTime(
        _only(heard, Day, "dagen"),
        _only(heard, Weekday, "dagen"),
        _only(heard, Week, "uken"),
        _only(heard, Clock, "klokkeslettet"),
        _only(heard, Part, "delen av dagen"),
        _only(heard, ClockSeason, "tiden"),
        loosely,
    )
    if isinstance(together.day, Later) and len(heard) > 1:
        raise _two("tiden", heard, heard)
    if together.week and together.day:
        raise _two("dagen", heard, [one for one in heard if isinstance(one.piece, Week | Day)])
    if together.week and not together.weekday:
        week = next(one.typed for one in heard if isinstance(one.piece, Week))
        raise MomentProblem("M-DAY", (f"tirsdag {week} kl. 10", f"onsdag {week} kl. 10"))
    _refuse_two_ways(together, heard, text)
    return together


def _only(heard: Sequence[Heard], kind: type[_T], what: str) -> _T | None:
    found = [one for one in heard if isinstance(one.piece, kind)]
    different = {one.piece: one for one in found}
    if len(different) > 1:
        raise _two(what, heard, list(different.values()))
    return next((one.piece for one in found if isinstance(one.piece, kind)), None)


def _two(what: str, heard: Sequence[Heard], both: Sequence[Heard]) -> MomentProblem:
    first, second = both[0], both[1]
    instead = (said(heard, {second: ""}), said(heard, {first: ""}))
    return MomentProblem("M-MANY", instead, what=what, first=first.typed, second=second.typed)


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
    if isinstance(said.day, After):
        return [_next(last, said.weekday) for last in _last_days_off(said.day, today)]
    if isinstance(said.day, Ahead) and _weeks(said.day):
        return [_weekday_of(today, _weeks(said.day), said.weekday)]
    return _agreeing(_of_day(said.day, today), said.weekday, today)


def _of_day(day: Day | None, today: date) -> list[date]:
    if isinstance(day, OnDate):
        return on_date(day, today)
    if isinstance(day, DayOfMonth):
        return next_in_month(day.day, today)
    if isinstance(day, After):
        return [add_working_days(last, 1) for last in _last_days_off(day, today)]
    if isinstance(day, NamedDay):
        return called(day, today)
    if isinstance(day, WorkdayFrom):
        before = timedelta(days=0 if day.after else 1)
        return [add_working_days(one - before, 1) for one in _of_day(day.day, today)]
    if isinstance(day, InMonth):
        return in_month(day, today)
    return [_ahead(day, today)] if isinstance(day, Ahead) else []


def _last_days_off(day: After, today: date) -> list[date]:
    found = last_days_off(day.days_off, today)
    if day.days_off is Holiday.christmas:  # which for many ends with the year
        first = add_working_days(next(last for last in found if last >= today), 1)
        instead = (f"{first.day}. desember kl. 10", "etter nyttår kl. 10")
        raise MomentProblem("M-TWO-WAYS", instead, typed=f"etter {day.days_off.value}")
    return found


def _next(day: date, weekday: Weekday) -> date:
    """The first such weekday after a day."""
    return day + timedelta(days=1 + (weekday.number - day.weekday() - 1) % 7)


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


def _ahead(ahead: Ahead, today: date) -> date:
    if ahead.days + 31 * ahead.months + 7 * ahead.workdays > 366 * 12:
        raise MomentProblem("M-FAR")
    year, month = divmod(today.year * 12 + today.month - 1 + ahead.months, 12)
    # 31 January and a month is the last of February.
    day = date(year, month + 1, min(today.day, days_of(year, month + 1)))
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
    possible = this_year_or_next(this, following, today)
    if not possible:
        raise MomentProblem("M-WEEK", EXAMPLES, number=week.number, year=year)
    return possible


def _iso(year: int, number: int, weekday: Weekday) -> list[date]:
    last = date(year, 12, 28).isocalendar().week  # always in the year's last week
    return [date.fromisocalendar(year, number, weekday.number + 1)] if 1 <= number <= last else []
