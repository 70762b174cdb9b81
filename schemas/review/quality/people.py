"""Everybody's work side by side: every measure of every interviewer, and what is behind it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction
from itertools import chain
from typing import Final
from uuid import UUID

from schemas.review.classes import Class
from schemas.review.quality.comparing import AllCounted, CountedInterview, Deviation, SideBySide
from schemas.review.quality.measures import (
    ENOUGH,
    OF_CALLS,
    OF_INTERVIEWS,
    CallMeasure,
    InterviewMeasure,
    Measure,
    MeasureUnit,
    of_classes,
)
from schemas.review.quality.observed import ObservedCall, ObservedInterview

OTHERS_TOLD: Final = 3
"""So many others at least, or what "the others" have would be known of one of them."""


@dataclass(frozen=True, slots=True)
class BehindMeasure:
    """An interview, or the case of a call, and what it brings to a measure."""

    case_id: UUID
    unit_id: str
    part: Fraction
    of: int
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """One measure of one interviewer, and the interviews or calls behind it, the oddest first."""

    measure: Measure
    found: SideBySide
    behind: tuple[BehindMeasure, ...]

    @property
    def is_flagged(self) -> bool:
        """Whether it is worth a word."""
        return self.found.verdict in {Deviation.more, Deviation.less}


@dataclass(frozen=True, slots=True)
class PersonQuality:
    """One interviewer's work."""

    id: UUID
    interviews: int
    calls: int
    measured: tuple[Measured, ...]

    @property
    def flags(self) -> tuple[Measured, ...]:
        """What is worth a word."""
        return tuple(one for one in self.measured if one.is_flagged)

    @property
    def is_enough(self) -> bool:
        """Whether there are interviews enough to be held against those of others."""
        return self.interviews >= ENOUGH

    def without_the_others(self) -> "PersonQuality":
        """The same, held against nobody."""
        return replace(self, measured=tuple(map(_untold, self.measured)))


@dataclass(frozen=True, slots=True)
class WorkQuality:
    """Everybody who has rung or completed an interview: those with most flags first."""

    people: tuple[PersonQuality, ...]

    def of(self, id: UUID) -> PersonQuality | None:
        """One's own, for oneself: beside the others only where they are enough to be nobody."""
        own = next((one for one in self.people if one.id == id), None)
        others = sum(one.id != id and one.interviews > 0 for one in self.people)
        return own if own is None or others >= OTHERS_TOLD else own.without_the_others()


def work_quality(
    interviews: Iterable[ObservedInterview],
    calls: Iterable[ObservedCall],
    classes: type[Class],
    now: datetime,
) -> WorkQuality:
    """All measures of everybody; the calls are looked at one by one, and not kept."""
    hers = defaultdict[UUID, list[ObservedInterview]](list)
    for one in interviews:
        hers[one.interviewer_id].append(one)
    rung = _looked_at(calls, now)
    measures = (*OF_INTERVIEWS, *of_classes(classes))
    every = {one: AllCounted(_counted(one, chain(*hers.values()))) for one in measures}
    people = (_person(id, hers.get(id, ()), rung.get(id, _Rung()), every) for id in {*hers, *rung})
    return WorkQuality(tuple(sorted(people, key=_most_flags)))


def _most_flags(one: PersonQuality) -> tuple[int, float, int, int, UUID]:
    furthest = max((abs(flag.found.errors) for flag in one.flags), default=0.0)
    return -len(one.flags), -furthest, -one.interviews, -one.calls, one.id


def _person(
    id: UUID,
    interviews: Sequence[ObservedInterview],
    rung: "_Rung",
    every: Mapping[InterviewMeasure, AllCounted],
) -> PersonQuality:
    measured = (_measured(one, interviews, every[one]) for one in every)
    return PersonQuality(id, len(interviews), rung.count, (*measured, *_measured_calls(rung)))


# ── Interviews ───────────────────────────────────────────────────────────────────────────────────


def _counted(
    measure: InterviewMeasure, interviews: Iterable[ObservedInterview]
) -> Iterator[CountedInterview]:
    for one in interviews:
        part, of = measure.count(one)
        yield CountedInterview(Fraction(part), of, one.klass if measure.within else "")


def _measured(
    measure: InterviewMeasure, interviews: Sequence[ObservedInterview], every: AllCounted
) -> Measured:
    found = every.compare(_counted(measure, interviews))
    return Measured(measure, found, tuple(_behind(measure, interviews, found)))


def _behind(
    measure: InterviewMeasure, interviews: Sequence[ObservedInterview], found: SideBySide
) -> Iterator[BehindMeasure]:
    """Those that make it what it is; of what there is less of than usual, those with least."""
    sign = -1 if found.verdict is Deviation.less else 1
    usual = found.others or Fraction()
    counted = ((one, *measure.count(one)) for one in interviews)
    some = [
        BehindMeasure(one.case_id, one.unit_id, Fraction(part), of)
        for one, part, of in counted
        if of and (part or sign < 0 or measure.unit is not MeasureUnit.share)
    ]
    yield from sorted(some, key=lambda one: (-sign * (one.part - usual * one.of), one.unit_id))


def _untold(one: Measured) -> Measured:
    if isinstance(one.measure, CallMeasure):
        return one
    return replace(one, found=replace(one.found, others=None, verdict=Deviation.untold))


# ── Calls ────────────────────────────────────────────────────────────────────────────────────────


class _Rung:
    """The calls of one interviewer: how many, and those to ask about."""

    def __init__(self) -> None:
        self.count = 0
        self.odd = defaultdict[CallMeasure, list[ObservedCall]](list)


def _looked_at(calls: Iterable[ObservedCall], now: datetime) -> dict[UUID, _Rung]:
    rung = defaultdict[UUID, _Rung](_Rung)
    for call in calls:
        hers = rung[call.interviewer_id]
        hers.count += 1
        for measure in OF_CALLS:
            if measure.is_so(call, now):
                hers.odd[measure].append(call)
    return dict(rung)


def _measured_calls(rung: _Rung) -> Iterator[Measured]:
    for measure in OF_CALLS:
        odd = rung.odd[measure]
        behind = (
            BehindMeasure(one.case_id, one.unit_id, Fraction(1), 1, one.started_at) for one in odd
        )
        verdict = Deviation.more if odd else Deviation.usual if rung.count else Deviation.nothing
        found = SideBySide(Fraction(len(odd)), rung.count, rung.count, 0, None, verdict)
        yield Measured(measure, found, tuple(behind))
