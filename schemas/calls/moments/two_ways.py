"""What is typed and can be read in two ways: as the rest of the text decides, or asked.

12.10 is a date and a clock time; «ti» and «to» are weekdays, as Språkrådet shortens them, and
hours; "10 10" is a clock time, a date, or an hour said twice.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from schemas.calls.moments.dates_meant import on_date
from schemas.calls.moments.moment_problems import MomentProblem
from schemas.calls.moments.pieces import (
    HOURS,
    Clock,
    ClockSeason,
    Day,
    DayOfMonth,
    Either,
    Heard,
    OnDate,
    Part,
    Piece,
    ShortDay,
    Span,
    Week,
    Weekday,
)

_DAY_NAMES: Final = {1: "tirs", 3: "tors"}


def settled(heard: Sequence[Heard], text: str, today: date) -> list[Heard]:
    """The pieces, each read in one way; `MomentProblem` offers both where nothing decides."""
    _refuse_spans(heard)
    _refuse_two_numbers(heard)
    return _dates_or_clocks(_days_or_hours(heard), text, today)


def said(heard: Iterable[Heard], other: Mapping[Heard, str]) -> str:
    """What was typed, with `other` words for some of it."""
    words = (other.get(one, one.typed).strip(" ,;") for one in heard)
    return " ".join(dict.fromkeys(filter(None, words)))


def _two_ways(typed: str, first: str, second: str) -> MomentProblem:
    return MomentProblem("M-TWO-WAYS", (first, second), typed=typed)


def _refuse_spans(heard: Sequence[Heard]) -> None:
    for one in heard:
        if isinstance(one.piece, Span):
            ends = (said(heard, {one: f"kl. {end}"}) for end in (one.piece.first, one.piece.last))
            raise MomentProblem("M-SPAN", (next(ends), next(ends)), typed=one.typed)


def _refuse_two_numbers(heard: Sequence[Heard]) -> None:
    for one, other in pairwise(heard):
        if not (isinstance(one.piece, Clock) and one.typed.isdigit() and other.typed.isdigit()):
            continue
        is_date = 1 <= int(one.typed) <= 31 and 1 <= int(other.typed) <= 12
        day = f"{one.typed}.{other.typed}. kl. 10" if is_date else f"kl. {one.typed}"
        clock = f"kl. {one.typed}.{other.typed:0>2}"
        raise _two_ways(f"{one.typed} {other.typed}", clock, day)


# ── A weekday or an hour ─────────────────────────────────────────────────────────────────────────


def _days_or_hours(heard: Sequence[Heard]) -> list[Heard]:
    short = [one for one in heard if isinstance(one.piece, ShortDay)]
    if len(short) > 1:
        raise _two_words(heard, short[0], short[1])
    return [_day_or_hour(one, one.piece, heard) for one in heard]


def _day_or_hour(one: Heard, piece: Piece, heard: Sequence[Heard]) -> Heard:
    if not isinstance(piece, ShortDay):
        return one
    others = [other.piece for other in heard if other is not one]
    if _is_day(piece, others):
        return Heard(piece.weekday, one.typed)
    if _is_hour(piece, others) and not _before_a_date(one, heard):
        return Heard(piece.clock, one.typed)
    raise _one_word(heard, one, piece)


def _before_a_date(one: Heard, heard: Sequence[Heard]) -> bool:
    """«To 19. mars» is rather a Thursday than two o'clock."""
    behind = list(heard)[list(heard).index(one) + 1 :]
    return any(isinstance(other.piece, OnDate | DayOfMonth) for other in behind)


def _is_day(piece: ShortDay, others: Sequence[Piece]) -> bool:
    """Where there is another hour, or a part of the day in which it cannot be one."""
    if any(isinstance(other, Clock) for other in others):
        return True
    if any(isinstance(other, Day | Weekday | Either) for other in others):
        return False
    parts = (HOURS[other] for other in others if isinstance(other, Part))
    hours = {piece.clock.hour, piece.clock.hour + 12}
    return any(isinstance(other, Week) for other in others) or any(map(hours.isdisjoint, parts))


def _is_hour(piece: ShortDay, others: Sequence[Piece]) -> bool:
    """Where there is another day, or nothing to ask about."""
    if any(isinstance(other, Day | Weekday) for other in others):
        return True
    return not piece.stop and all(isinstance(other, ClockSeason) for other in others)


def _one_word(heard: Sequence[Heard], one: Heard, piece: ShortDay) -> MomentProblem:
    either = [other for other in heard if isinstance(other.piece, Either)]
    clocks = {other: f"kl. {other.typed}" for other in either}
    dates = {other: f"{other.typed}." for other in either}
    day = said(heard, {one: _day(piece), **clocks})
    alone = "" if clocks or any(isinstance(other.piece, Part) for other in heard) else " kl. 10"
    return _two_ways(one.typed, day + alone, said(heard, {one: _hour(piece), **dates}))


def _two_words(heard: Sequence[Heard], first: Heard, second: Heard) -> MomentProblem:
    one, other = first.piece, second.piece
    if not (isinstance(one, ShortDay) and isinstance(other, ShortDay)):
        raise AssertionError("only such words are compared")
    typed = f"{first.typed} {second.typed}"
    rest = [each for each in heard if each not in (first, second)]
    after = said(rest, {})
    day = f"{_day(one)} {_hour(other)} {after}".strip()
    if one.weekday == other.weekday:
        return _two_ways(typed, day, f"{_hour(one)} {after}".strip())
    return _two_ways(typed, day, f"{_day(other)} {_hour(one)} {after}".strip())


def _day(piece: ShortDay) -> str:
    return _DAY_NAMES[piece.weekday.number]


def _hour(piece: ShortDay) -> str:
    return f"kl. {piece.clock.hour}"


# ── A date or a clock time ───────────────────────────────────────────────────────────────────────


def _dates_or_clocks(heard: Sequence[Heard], text: str, today: date) -> list[Heard]:
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
    return any(one.weekday() in numbers for one in on_date(day, today))


def _date_or_clock(text: str, typed: str) -> MomentProblem:
    first = text.replace(typed, f"kl. {typed}", 1)
    return _two_ways(typed, first, text.replace(typed, f"{typed}. kl. 10", 1))
