"""How fast it went: the time of every first answer, and what is usual for its question.

Pure; what it is told comes interview by interview, and only the counts of seconds are kept.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from schemas.review.quality.observed import PaceCounted

PAUSE: Final = timedelta(minutes=2)
"""Longer than any question takes to be read aloud and thought about."""

KNOWN_FROM: Final = 10
"""A question has a usual time when so many first answers to it were timed."""

WORTH_TIMING: Final = 4
"""Seconds: what usually takes less is a matter of typing, not of asking."""


@dataclass(frozen=True, slots=True)
class TimedEntry:
    """Something that was typed in an interview, in the order in which it was."""

    question: str
    item: int | None
    call_id: UUID | None
    at: datetime


def timed(entries: Iterable[TimedEntry]) -> Iterator[tuple[TimedEntry, int | None]]:
    """Every entry with its seconds since the one before; None where there was a pause between."""
    before: TimedEntry | None = None
    for one in entries:
        yield one, None if before is None else _seconds(before, one)
        before = one


def _seconds(before: TimedEntry, one: TimedEntry) -> int | None:
    since = one.at.replace(microsecond=0) - before.at.replace(microsecond=0)
    calls = {before.call_id, one.call_id} - {None}
    if len(calls) > 1 or not timedelta() <= since <= PAUSE:
        return None
    return since // timedelta(seconds=1)


def first_answers(entries: Iterable[TimedEntry]) -> Iterator[tuple[str, int]]:
    """The question and the seconds of each first answer: a change of it asks nobody anew."""
    known = set[tuple[str, int | None]]()
    for one, seconds in timed(entries):
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
        for question, seconds in first_answers(entries):
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


def count_pace(entries: Iterable[TimedEntry], usual: Mapping[str, int]) -> PaceCounted:
    """How long one interview took, against what is usual."""
    typed = tuple(entries)
    firsts = first_answers(typed)
    judged = [(seconds, usual[question]) for question, seconds in firsts if question in usual]
    return PaceCounted(
        talked=timedelta(seconds=sum(seconds or 0 for _, seconds in timed(typed))),
        spent=sum(seconds for seconds, _ in judged),
        usual=sum(median for _, median in judged),
        judged=len(judged),
        quick=sum(2 * seconds < median for seconds, median in judged),
    )
