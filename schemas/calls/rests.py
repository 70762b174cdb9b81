"""How long a case or a number rests after a call: as values that know when they are over.

OtherPart(180).over(past)   the time from when on somebody may call again
OtherPart(180).words        the same in words, for the next step: the number stands only here
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple

from schemas.calls.workdays import PartOfDay, add_working_days
from schemas.language.dates import OSLO, local
from schemas.language.numerals import counted, how_many

if TYPE_CHECKING:
    from schemas.calls.settings import Settings

PROBE: Final = timedelta(minutes=15)
"""How finely we look for a time; finer would only move a retry by minutes."""

FAR: Final = timedelta(days=7)
"""How far ahead we look for a better time before the first one will do."""


class Past(NamedTuple):
    """What a rest depends on: when the call ended, and what was tried on that number.

    `alike` is how many calls of the case came to the same on its last day.
    """

    at: datetime
    tried: tuple[PartOfDay, ...]
    avoid: int | None
    alike: int
    settings: "Settings"


class Whose(Enum):
    """What rests after a call."""

    number = "only the number that was dialled"
    case = "the case, whatever number would be next"
    case_without_lead = "the case, unless somebody has pointed to a place that nobody has tried"


# ── The kinds of rest ────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Rest(ABC):
    """A rest after a call; `whose` it is."""

    whose: Whose

    def over(self, past: Past) -> datetime:
        """From when on somebody may call again, inside the call window."""
        return past.settings.call_window.next_open(self._after(past))

    @abstractmethod
    def _after(self, past: Past) -> datetime:
        """When the rest is over, whether or not we ring at that time."""

    @property
    @abstractmethod
    def words(self) -> str:
        """When it is over, as it follows «ring igjen …»; empty where there is no rest."""


@dataclass(frozen=True, slots=True)
class NoRest(Rest):
    """Whoever is next can be called at once, or nobody is called any more."""

    whose: Whose = Whose.number

    def over(self, past: Past) -> datetime:
        """At once, whatever the clock says: where and when is for the rest of the list to say."""
        return past.at

    def _after(self, past: Past) -> datetime:
        return past.at

    @property
    def words(self) -> str:
        """Empty: there is no rest to tell of."""
        return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes(Rest):
    """So many minutes; after `times_a_day` calls that came to the same, the next working day."""

    minutes: int
    times_a_day: int | None = None

    def _after(self, past: Past) -> datetime:
        if self.times_a_day is not None and past.alike >= self.times_a_day:
            return working_day_after(past.at)
        return past.at + timedelta(minutes=self.minutes)

    @property
    def words(self) -> str:
        """For example «om 15 minutter, høyst tre ganger om dagen»."""
        often = self.times_a_day
        limit = f", høyst {counted(often, 'ganger')} om dagen" if often is not None else ""
        return f"{_in_minutes(self.minutes)}{limit}"


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherPart(Rest):
    """So many minutes or more, until a part of the day comes that was not tried yet."""

    minutes: int

    def _after(self, past: Past) -> datetime:
        first = past.at + timedelta(minutes=self.minutes)
        left = frozenset(PartOfDay) - set(past.tried) or frozenset(PartOfDay)
        return other_time(first, past.avoid, past.settings, left)

    @property
    def words(self) -> str:
        """For example «om 3 timer, i en del av dagen som ikke er prøvd»."""
        return f"{_in_minutes(self.minutes)}, i en del av dagen som ikke er prøvd"


@dataclass(frozen=True, slots=True)
class HalfDay(Rest):
    """Until the next morning or afternoon."""

    def _after(self, past: Past) -> datetime:
        return past.settings.call_window.next_half_day(past.at)

    @property
    def words(self) -> str:
        """Always «neste formiddag eller ettermiddag»."""
        return "neste formiddag eller ettermiddag"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingDays(Rest):
    """Until so many working days later."""

    days: int

    def _after(self, past: Past) -> datetime:
        return working_day_after(past.at, self.days)

    @property
    def words(self) -> str:
        """«neste virkedag», or for example «om 3 virkedager»."""
        return "neste virkedag" if self.days == 1 else f"om {self.days} virkedager"


def _in_minutes(minutes: int) -> str:
    hours, left = divmod(minutes, 60)
    if left or not hours:
        return f"om {how_many(minutes, 'minutt', 'minutter')}"
    return f"om {how_many(hours, 'time', 'timer')}"


# ── Times ────────────────────────────────────────────────────────────────────────────────────────


def clock(at: datetime) -> int:
    """The time of the day in Norway, in minutes past midnight."""
    here = local(at)
    return here.hour * 60 + here.minute


def working_day_after(at: datetime, days: int = 1) -> datetime:
    """The midnight with which the working day so many days later begins, in UTC."""
    return _midnight(add_working_days(local(at).date(), days))


def midnight_after(at: datetime) -> datetime:
    """The end of the day in Norway, in UTC."""
    return _midnight(local(at).date() + timedelta(days=1))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), OSLO).astimezone(UTC)


def other_time(
    first: datetime,
    avoid: int | None,
    settings: "Settings",
    parts: frozenset[PartOfDay] = frozenset(PartOfDay),
) -> datetime:
    """The first time from `first` on that is in one of the parts and unlike the one to avoid."""
    window = settings.call_window
    at = window.next_open(first)
    while at < first + FAR:
        if window.part(at) in parts and not too_like(clock(at), avoid, settings):
            return at
        at = window.next_open(at + PROBE)
    return window.next_open(first)


def too_like(time_of_day: int, avoid: int | None, settings: "Settings") -> bool:
    """Whether a time of the day is too near to the one when nobody answered."""
    return avoid is not None and abs(time_of_day - avoid) < settings.same_time_minutes


def times_like(time_of_day: int, settings: "Settings") -> frozenset[int]:
    """The times of the day that it is too near to."""
    near = settings.same_time_minutes
    return frozenset(range(time_of_day - near + 1, time_of_day + near))
