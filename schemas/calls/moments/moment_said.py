"""A moment in words: what is said before it is saved, and how it is written elsewhere."""

from datetime import datetime, timedelta

from schemas.calls.workdays import WEEKDAYS
from schemas.language.dates import MONTHS, clock, local
from schemas.language.numerals import how_many


def answer_back(at: datetime, now: datetime) -> str:
    """What to say before it is saved; `read_moment` reads it into the same moment.

    `tirsdag 24. mars kl. 10.30 (om 3 dager)`
    """
    return f"{written(at, now)} ({distance(at, now)})"


def written(at: datetime, now: datetime) -> str:
    """Weekday, date and time, with the year when it is another or far ahead."""
    here = local(at)
    year = "" if _is_near(here, local(now)) else f" {here.year}"
    day = f"{WEEKDAYS[here.weekday()]} {here.day}. {MONTHS[here.month - 1]}{year}"
    return f"{day} {clock(at)}{_which(here)}"


def _is_near(here: datetime, now: datetime) -> bool:
    return here.year == now.year and abs((here.date() - now.date()).days) < 200


def _which(here: datetime) -> str:
    if here.replace(fold=0).utcoffset() == here.replace(fold=1).utcoffset():
        return ""
    from schemas.calls.moments.pieces import ClockSeason  # it is needed for two hours a year

    return f" {ClockSeason(here.fold).name}"


def distance(at: datetime, now: datetime) -> str:
    """How far ahead it is, or how long ago: "om 3 dager", "i går"."""
    ahead = (local(at).date() - local(now).date()).days
    if ahead == 0 and at >= now:
        return f"om {_duration(-((now - at) // timedelta(minutes=1)))}"
    if ahead == 0:
        return f"for {_duration((now - at) // timedelta(minutes=1))} siden"
    if ahead == 1:
        return "i morgen"
    if ahead == -1:
        return "i går"
    weeks = how_many(abs(ahead) // 7, "uke", "uker")
    many = weeks if abs(ahead) > 20 else f"{abs(ahead)} dager"
    return f"om {many}" if ahead > 0 else f"for {many} siden"


def _duration(minutes: int) -> str:
    hours, left = divmod(minutes, 60)
    words = [how_many(hours, "time", "timer")] if hours else []
    if left or not hours:
        words.append(how_many(left, "minutt", "minutter"))
    return " og ".join(words)
