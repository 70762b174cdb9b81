"""The day of one interviewer: calls, interviews, time on the phone, and when to take a break."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from schemas.calls.calls import CallAttempt
from schemas.language.dates import local
from schemas.language.numerals import how_many

PAUSE: Final = timedelta(minutes=10)
"""So long without a call is a break; what lies between two calls otherwise is work, too."""


@dataclass(frozen=True, slots=True)
class MyDay:
    """What somebody has done today.  `at_it` is how long without a break, up to the last call."""

    calls: int
    interviews: int
    on_phone: timedelta
    at_it: timedelta

    def is_due_for_a_break(self, after: int) -> bool:
        """Whether somebody has rung for `after` minutes without one; 0 is never."""
        return bool(after) and self.at_it >= timedelta(minutes=after)


def day_of(attempts: Iterable[CallAttempt], interviewer: UUID, now: datetime) -> MyDay:
    """The day that `now` is in, of all calls that there are."""
    today = local(now).date()
    own = [one for one in attempts if one.interviewer_id == interviewer]
    mine = sorted(
        (one for one in own if local(one.started_at).date() == today),
        key=lambda one: one.started_at,
    )
    return MyDay(
        calls=len(mine),
        interviews=sum(one.outcome is not None and one.outcome.is_whole for one in mine),
        on_phone=sum((one.lasted or timedelta() for one in mine), timedelta()),
        at_it=_at_it(mine, now),
    )


def _at_it(mine: list[CallAttempt], now: datetime) -> timedelta:
    """How long the calls have followed upon each other; nothing once there has been a break."""
    began = ended = None
    for one in mine:
        if began is None or ended is None or one.started_at - ended >= PAUSE:
            began = one.started_at
        ended = one.started_at + (one.lasted or timedelta())
    if began is None or ended is None or now - ended >= PAUSE:
        return timedelta()
    return ended - began


def short_time(time: timedelta) -> str:
    """How long, in little room.

    >>> short_time(timedelta(minutes=72))
    '1 t 12 min'
    >>> short_time(timedelta(minutes=3))
    '3 min'
    """
    hours, minutes = divmod(int(time.total_seconds()) // 60, 60)
    return f"{hours} t {minutes} min" if hours else f"{minutes} min"


def hours_and_minutes(time: timedelta) -> str:
    """How long, as it is said.

    >>> hours_and_minutes(timedelta(minutes=72))
    '1 time og 12 minutter'
    >>> hours_and_minutes(timedelta(minutes=1))
    '1 minutt'
    """
    hours, minutes = divmod(int(time.total_seconds()) // 60, 60)
    words = how_many(minutes, "minutt", "minutter")
    return f"{how_many(hours, 'time', 'timer')} og {words}" if hours else words
