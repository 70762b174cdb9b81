"""What a typed time is made of: a clock time, a day, a weekday, a week, a part of the day."""

from dataclasses import dataclass
from enum import Enum
from typing import Final, TypeAlias


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time; unless it is `exact`, its hour may be twelve more."""

    hour: int
    minute: int = 0
    exact: bool = True


class Part(Enum):
    """A part of the day, as it is called in a problem."""

    morning = "morgen"
    forenoon = "formiddag"
    before_lunch = "før lunsj"
    midday = "midt på dagen"
    after_lunch = "etter lunsj"
    afternoon = "ettermiddag"
    evening = "kveld"
    night = "natt"


class ClockSeason(Enum):
    """Which of the two hours of the night when the clock is set back."""

    sommertid = 0
    vintertid = 1


HOURS: Final = {
    Part.morning: range(4, 12), Part.forenoon: range(6, 12), Part.before_lunch: range(6, 12),
    Part.midday: range(10, 15), Part.after_lunch: range(11, 17), Part.afternoon: range(12, 18),
    Part.evening: range(17, 24), Part.night: range(6),
}  # fmt: skip
"""The hours that each part of the day may have."""


class Day:
    """A piece of a typed time that tells the day."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class OnDate(Day):
    """A day and month, the next such unless there is a year."""

    day: int
    month: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class DayOfMonth(Day):
    """The next such day; `sure` unless it may just as well be an hour with a full stop."""

    day: int
    sure: bool


@dataclass(frozen=True, slots=True)
class Ahead(Day):
    """So far from today; `named` is "i dag" and its like, which has no clock time of its own."""

    days: int = 0
    months: int = 0
    workdays: int = 0
    named: bool = False


class Holiday(Enum):
    """Days off that people reckon from, as they call them."""

    weekend = "helga"
    easter = "påske"
    whitsun = "pinse"
    christmas = "jul"
    new_year = "nyttår"


@dataclass(frozen=True, slots=True)
class After(Day):
    """The first working day after days off."""

    days_off: Holiday


@dataclass(frozen=True, slots=True)
class NamedDay(Day):
    """A day with a name: so many days after Easter, or on a day of a month."""

    after_easter: int | None = None
    on: OnDate | None = None


@dataclass(frozen=True, slots=True)
class WorkdayFrom(Day):
    """The first working day from a day on, or `after` it."""

    day: NamedDay | OnDate
    after: bool


@dataclass(frozen=True, slots=True)
class InMonth(Day):
    """The first (0) or another such weekday of a month; the last is -1."""

    which: int
    weekday: int
    month: int


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday by its number: Monday is 0."""

    number: int


@dataclass(frozen=True, slots=True)
class Week:
    """A week of the calendar by its number, or by how far ahead it is."""

    number: int | None = None
    ahead: int | None = None


@dataclass(frozen=True, slots=True)
class Later(Day):
    """So many minutes from now."""

    minutes: int


@dataclass(frozen=True, slots=True)
class Either:
    """12.10 is a date and a clock time."""

    date: OnDate
    clock: Clock


@dataclass(frozen=True, slots=True)
class ShortDay:
    """«ti» and «to» are weekdays in two letters and hours; a `stop` after it rather a weekday."""

    weekday: Weekday
    clock: Clock
    stop: bool


@dataclass(frozen=True, slots=True)
class Span:
    """From one clock time to another, which is no moment."""

    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Loosely:
    """Something vague that is read as one number, which a remark tells."""

    typed: str
    meant: str


Piece: TypeAlias = (
    Clock | Part | ClockSeason | Day | Weekday | Week | Either | ShortDay | Span | Loosely
)


@dataclass(frozen=True, slots=True)
class Heard:
    """A piece, and how it was typed."""

    piece: Piece
    typed: str
