"""Times and counts the way the reasons say them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime, time, timedelta

from schemas.calls.calls import ContactPoint
from schemas.calls.outcomes import Outcome
from schemas.calls.workdays import WEEKDAYS, PartOfDay
from schemas.language.dates import clock, day_and_clock, local
from schemas.language.numerals import counted

_IN_THE = {
    PartOfDay.morning: "om formiddagen",
    PartOfDay.midday: "midt på dagen",
    PartOfDay.afternoon: "om ettermiddagen",
}


def when(at: datetime, now: datetime) -> str:
    """A time as it is said now.

    >>> from datetime import UTC
    >>> monday = datetime(2015, 1, 19, 9, tzinfo=UTC)
    >>> when(monday + timedelta(minutes=30), monday)
    'kl. 10.30'
    >>> when(monday + timedelta(days=2), monday)
    'onsdag 21.1. kl. 10.00'
    """
    there, here = local(at), local(now)
    if there.date() == here.date():
        return clock(at)
    if there.date() == here.date() + timedelta(days=1):
        return f"i morgen {clock(at)}"
    return f"{WEEKDAYS[there.weekday()]} {day_and_clock(at)}"


def from_when(at: datetime, now: datetime) -> str:
    """From when on, as it is said now: what begins with a day is said as that day.

    >>> from datetime import UTC
    >>> monday = datetime(2015, 1, 19, 9, tzinfo=UTC)
    >>> from_when(datetime(2015, 1, 20, 23, tzinfo=UTC), monday)
    'onsdag 21.1.'
    >>> from_when(datetime(2015, 1, 19, 23, tzinfo=UTC), monday)
    'i morgen'
    >>> from_when(monday + timedelta(days=2), monday)
    'onsdag 21.1. kl. 10.00'
    """
    there = local(at)
    if there.time() != time():
        return when(at, now)
    if there.date() == local(now).date() + timedelta(days=1):
        return "i morgen"
    return f"{WEEKDAYS[there.weekday()]} {there.day}.{there.month}."


def silence(tried: Sequence[PartOfDay]) -> str:
    """When nobody answered.

    >>> silence([PartOfDay.morning, PartOfDay.morning])
    'Ikke svar to ganger om formiddagen'
    >>> silence([PartOfDay.morning, PartOfDay.midday])
    'Ikke svar én gang om formiddagen og én gang midt på dagen'
    """
    times = [
        f"{counted(number, 'gang' if number == 1 else 'ganger')} {_IN_THE[part]}"
        for part, number in Counter(tried).items()
    ]
    return f"{Outcome.no_answer.label} {listed(times)}"


def in_part(part: PartOfDay, tried: Iterable[PartOfDay], *, lunch: bool) -> str:
    """The part of the day to try, against those tried.

    >>> in_part(PartOfDay.midday, [PartOfDay.morning], lunch=True)
    'etter lunsj'
    """
    if lunch and part is not PartOfDay.morning and set(tried) == {PartOfDay.morning}:
        return "etter lunsj"
    return _IN_THE[part]


def listed(things: Sequence[str]) -> str:
    """The things as one says them: commas, and "og" before the last."""
    return " og ".join(filter(None, (", ".join(things[:-1]), things[-1])))


def named(contact: ContactPoint | None) -> str:
    """The person, or else the place, that a contact point is."""
    return (contact.person or contact.place) if contact else "den det gjelder"
