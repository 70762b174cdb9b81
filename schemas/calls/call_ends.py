"""How long a call took, and when it was over: also where a clock was set back in it."""

from datetime import datetime, timedelta


def length_of_call(
    started_at: datetime, ended_at: datetime | None, seconds: int | None
) -> timedelta | None:
    """How long a call took, by a clock that nobody sets; None where its end is not known.

    A call of an older version was timed by the clock on the wall alone: it counts unless that was
    set back meanwhile.
    """
    if ended_at is None:
        return None
    if seconds is not None:
        return timedelta(seconds=seconds)
    by_the_wall = ended_at - started_at
    return by_the_wall if by_the_wall >= timedelta() else None


def end_of_call(
    started_at: datetime, ended_at: datetime | None, seconds: int | None
) -> datetime | None:
    """When a call was over by the clock on the wall: never before it began, where that was set back
    in it.  How long it took tells it there; nobody knows where that was not measured.
    """
    if ended_at is None or ended_at >= started_at:
        return ended_at
    return None if seconds is None else started_at + timedelta(seconds=seconds)
