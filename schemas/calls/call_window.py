"""The call window: the hours in which we ring without having an appointment.

Times are kept in UTC; a day and an hour mean something only on a clock in Norway.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from schemas.calls.setting_kinds import ClockTime, Pause, SomeWords, setting
from schemas.calls.workdays import WEEKDAYS, PartOfDay, WeekdayName, holiday
from schemas.language.dates import OSLO, hours, local


@dataclass(frozen=True, kw_only=True)
class CallWindow:
    """When we ring without having an appointment; a ValueError where it is in no order."""

    days: tuple[WeekdayName, ...] = setting(
        WEEKDAYS[:5], SomeWords(WEEKDAYS), "Ukedager det ringes på (aldri på offentlige fridager)."
    )
    opens: time = setting(time(8, 30), ClockTime(), "Første klokkeslett det ringes.")
    closes: time = setting(time(15), ClockTime(), "Fra da av ringes det ikke lenger.")
    pause: tuple[time, time] | None = setting(
        (time(11), time(11, 45)), Pause(), "Lunsj, da det ikke ringes. [] er ingen pause."
    )
    afternoon_from: time = setting(time(13), ClockTime(), "Fra da av er det ettermiddag.")

    def __post_init__(self) -> None:
        pause = self.pause or (self.opens, self.opens)
        if not self.opens <= pause[0] <= pause[1] < self.closes or self.opens == self.closes:
            raise ValueError("order")
        if not pause[1] <= self.afternoon_from < self.closes:
            raise ValueError("order")

    def is_call_day(self, day: date) -> bool:
        """Whether there is any calling on `day`."""
        return WEEKDAYS[day.weekday()] in self.days and holiday(day) is None

    @property
    def of_offices(self) -> "CallWindow":
        """When people are at work, whatever we may do: what an appointment is held against."""
        return self

    def is_open(self, at: datetime) -> bool:
        """Whether we may ring at `at` without an appointment."""
        here = local(at)
        return self.is_call_day(here.date()) and any(
            start <= here.time() < end for start, end in self._spans()
        )

    def is_pause(self, at: datetime) -> bool:
        """Whether it is the break in the middle of a day on which we ring."""
        here = local(at)
        within = self.pause is not None and self.pause[0] <= here.time() < self.pause[1]
        return within and self.is_call_day(here.date())

    def next_open(self, at: datetime) -> datetime:
        """The first moment from `at` on at which we may ring, in UTC."""
        return next(max(at, start) for start, end in self._openings(at) if end > at)

    def next_half_day(self, at: datetime) -> datetime:
        """When the next half of a day begins, in UTC: after the pause, or the next morning."""
        return next(start for start, _ in self._openings(at) if start > at)

    def part(self, at: datetime) -> PartOfDay:
        """The part of the day that `at` lies in."""
        here = local(at).time()
        if here >= self.afternoon_from:
            return PartOfDay.afternoon
        return PartOfDay.morning if here < self._morning_ends() else PartOfDay.midday

    def _morning_ends(self) -> time:
        return self.pause[0] if self.pause else min(time(11), self.afternoon_from)

    def sentence(self) -> str:
        """The rule in words, for the screen."""
        pause = ", utenom {}–{}".format(*map(hours, self.pause)) if self.pause else ""
        between = f"kl. {hours(self.opens)}–{hours(self.closes)}"
        return f"Det ringes {_days(self.days)} {between}{pause}, ikke på offentlige fridager."

    def _spans(self) -> list[tuple[time, time]]:
        if not self.pause:
            return [(self.opens, self.closes)]
        return [(self.opens, self.pause[0]), (self.pause[1], self.closes)]

    def _openings(self, at: datetime) -> Iterator[tuple[datetime, datetime]]:
        today = local(at).date()
        for day in (today + timedelta(days=ahead) for ahead in count()):
            if self.is_call_day(day):
                yield from ((_moment(day, a), _moment(day, b)) for a, b in self._spans() if a < b)


@dataclass(frozen=True, kw_only=True)
class _Always(CallWindow):
    """Every day, holidays too; the people one rings have their `offices` all the same."""

    offices: CallWindow = CallWindow()

    @property
    def of_offices(self) -> CallWindow:
        """As they were before."""
        return self.offices

    def is_call_day(self, day: date) -> bool:
        """Yes."""
        return True


def always(usual: CallWindow) -> CallWindow:
    """When one may ring where nobody is disturbed: `usual` is when people are at work there."""
    return _Always(
        days=WEEKDAYS,
        opens=time(0),
        pause=None,
        afternoon_from=time(13),
        closes=time.max,
        offices=usual.of_offices,
    )


def _moment(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, OSLO).astimezone(ZoneInfo("UTC"))


def _days(days: tuple[WeekdayName, ...]) -> str:
    numbers = sorted({WEEKDAYS.index(day) for day in days})
    names = [WEEKDAYS[number] for number in numbers]
    if len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"{names[0]}–{names[-1]}"
    return " og ".join(filter(None, (", ".join(names[:-1]), names[-1])))
