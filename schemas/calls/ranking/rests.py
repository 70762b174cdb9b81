"""How long a case rests after a call: one line for each outcome that makes it wait."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from types import MappingProxyType

from schemas.calls.outcomes import Outcome
from schemas.calls.settings import Settings
from schemas.calls.workdays import PartOfDay, add_working_days
from schemas.language.dates import OSLO, local

UNANSWERED = frozenset({Outcome.no_answer, Outcome.voicemail, Outcome.message_left})
"""Nobody was there: the next call is at another time of the day."""

PROBE = timedelta(minutes=15)
"""How finely we look for a time; finer would only move a retry by minutes."""

FAR = timedelta(days=7)
"""How far ahead we look for a better time before the first one will do."""


@dataclass(frozen=True, slots=True)
class Past:
    """What the rest after a call depends on: when it ended, and what was tried on that number."""

    at: datetime
    tried: tuple[PartOfDay, ...]
    avoid: int | None
    busy_today: int
    settings: Settings


Rest = Callable[[Past], datetime]


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


def _minutes(outcome: Outcome) -> Rest:
    return lambda past: past.at + timedelta(minutes=outcome.rest_minutes)


def _working_days(outcome: Outcome) -> Rest:
    return lambda past: working_day_after(past.at, outcome.rest_days)


def _half_day(past: Past) -> datetime:
    return past.settings.call_window.next_half_day(past.at)


def _while_busy(past: Past) -> datetime:
    again = past.at + timedelta(minutes=Outcome.busy.rest_minutes)
    return again if past.busy_today < 3 else working_day_after(past.at)


def _elsewhere_in_the_day(past: Past) -> datetime:
    """Some hours later or more, in a part of the day not tried yet if there is one."""
    first = past.at + timedelta(minutes=Outcome.no_answer.rest_minutes)
    left = frozenset(PartOfDay) - set(past.tried) or frozenset(PartOfDay)
    return other_time(first, past.avoid, past.settings, left)


def other_time(
    first: datetime,
    avoid: int | None,
    settings: Settings,
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


def too_like(time_of_day: int, avoid: int | None, settings: Settings) -> bool:
    """Whether a time of the day is too near to the one when nobody answered."""
    return avoid is not None and abs(time_of_day - avoid) < settings.same_time_minutes


RESTS: Mapping[Outcome, Rest] = MappingProxyType(
    {
        Outcome.no_answer: _elsewhere_in_the_day,
        Outcome.busy: _while_busy,
        Outcome.long_queue: _minutes(Outcome.long_queue),
        Outcome.voicemail: _half_day,
        Outcome.message_left: _half_day,
        Outcome.technical: _minutes(Outcome.technical),
        Outcome.lost_in_transfer: _minutes(Outcome.lost_in_transfer),
        Outcome.unavailable: _working_days(Outcome.unavailable),
        # An appointment that is made decides itself; without one, somebody must ask for it.
        Outcome.appointment: _working_days(Outcome.appointment),
        Outcome.asked_in_writing: _working_days(Outcome.asked_in_writing),
        Outcome.break_off: _working_days(Outcome.break_off),
        # Whoever had to stop is not rung in the same minute.
        Outcome.partial: _working_days(Outcome.partial),
        Outcome.refusal_gatekeeper: _working_days(Outcome.refusal_gatekeeper),
        Outcome.refusal_soft: _working_days(Outcome.refusal_soft),
    }
)
"""The next step by default.  What is missing is called at once, or not by us."""

OF_THE_CASE = frozenset(
    {
        Outcome.unavailable,
        Outcome.appointment,
        Outcome.asked_in_writing,
        Outcome.break_off,
        Outcome.partial,
        Outcome.refusal_soft,
    }
)
"""After these the case rests, whatever number would be next; after others only that number."""


def rest_after(outcome: Outcome | None, past: Past) -> datetime:
    """From when on somebody may call again, inside the call window."""
    rest = RESTS.get(outcome) if outcome else None
    return past.settings.call_window.next_open(rest(past)) if rest else past.at
