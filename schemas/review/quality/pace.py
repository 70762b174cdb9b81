"""How fast it went: the time of every first answer, and what is usual for its question.

Pure; what it is told comes interview by interview, and only the counts of seconds are kept.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from schemas.review.quality.observed import PaceCounted

PAUSE: Final = timedelta(minutes=2)
"""Longer than any question takes to be read aloud and thought about."""

_NO_TIME: Final = timedelta()

KNOWN_FROM: Final = 10
"""A question has a usual time when so many first answers to it were timed."""

WORTH_TIMING: Final = 4
"""Seconds: what usually takes less is a matter of typing, not of asking."""


class TimedEntry(NamedTuple):
    """Something that was typed in an interview, in the order in which it was.

    Calls are only told apart: by whatever their ids are.
    """

    question: str
    item: int | None
    call_id: Hashable | None
    at: datetime


Timed: TypeAlias = tuple[TimedEntry, int | None]
"""An entry with its seconds since the one before; None where there was a pause between."""


def timed(entries: Iterable[TimedEntry]) -> Iterator[Timed]:
    """Every entry with its seconds."""
    call_id, before = None, None
    for one in entries:
        at, calls = one.at.replace(microsecond=0), (call_id, one.call_id)
        is_same = None in calls or calls[0] == calls[1]
        yield one, _seconds(at - before) if before and is_same else None
        call_id, before = one.call_id, at


def _seconds(since: timedelta) -> int | None:
    return since.seconds if _NO_TIME <= since <= PAUSE else None


def first_answers(entries: Iterable[Timed]) -> Iterator[tuple[str, int]]:
    """The question and the seconds of each first answer: a change of it asks nobody anew."""
    known = set[tuple[str, int | None]]()
    for one, seconds in entries:
        if (key := (one.question, one.item)) not in known:
            known.add(key)
            if seconds is not None:
                yield one.question, seconds


def usual_times(interviews: Iterable[Iterable[TimedEntry]]) -> dict[str, int]:
    """The median of every question that has one, in seconds.

    As many numbers are kept as there are seconds in a pause, however many interviews there are.
    """
    seen = defaultdict[str, Counter[int]](Counter)
    for entries in interviews:
        for question, seconds in first_answers(timed(entries)):
            seen[question][seconds] += 1
    medians = {question: _median(times) for question, times in seen.items()}
    return {
        question: median
        for question, median in medians.items()
        if median >= WORTH_TIMING and seen[question].total() >= KNOWN_FROM
    }


def _median(times: Counter[int]) -> int:
    """The lower of the two in the middle."""
    left = (times.total() + 1) // 2
    for seconds in sorted(times):
        left -= times[seconds]
        if left <= 0:
            return seconds
    raise ValueError("nothing was timed")


def count_pace(entries: Iterable[TimedEntry], usual: Mapping[str, int]) -> "PaceCounted":
    """How long one interview took, against what is usual."""
    from schemas.review.quality.observed import PaceCounted  # an export only asks what a pause is

    typed = tuple(timed(entries))
    firsts = first_answers(typed)
    judged = [(seconds, usual[question]) for question, seconds in firsts if question in usual]
    return PaceCounted(
        talked=timedelta(seconds=sum(seconds or 0 for _, seconds in typed)),
        spent=sum(seconds for seconds, _ in judged),
        usual=sum(median for _, median in judged),
        judged=len(judged),
        quick=sum(2 * seconds < median for seconds, median in judged),
    )
