"""What a typed time is made of: a clock time, a day, a weekday, a week, a part of the day."""

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias


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


class Day:
    """What tells the day."""

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


@dataclass(frozen=True, slots=True)
class Weekday:
    """Monday is 0."""

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


Piece: TypeAlias = Clock | Part | ClockSeason | Day | Weekday | Week | Either


@dataclass(frozen=True, slots=True)
class Heard:
    """A piece, and how it was typed."""

    piece: Piece
    typed: str
