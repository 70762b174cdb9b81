"""How far the calling has come: where the cases are, what one costs, and when it will be over.

Pure functions of what is known of every case, at one moment.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from math import ceil
from typing import Final

from schemas.calls.outcomes import Outcome
from schemas.calls.ranking.cases import CaseState
from schemas.calls.ranking.listing import rank
from schemas.calls.ranking.moment import NOBODY
from schemas.calls.ranking.rules import ListPlace
from schemas.calls.settings import Settings
from schemas.calls.workdays import add_working_days, is_working_day
from schemas.frame.units import Group
from schemas.language.dates import local
from schemas.review.followed import AppointmentOutcome, Appointments, Followed
from schemas.review.rates import Rate, determination


@dataclass(frozen=True, slots=True)
class InPlace:
    """The cases in one place, by outcome, the commonest first; None is: no call has ended."""

    place: ListPlace
    count: int
    outcomes: tuple[tuple[Outcome | None, int], ...]


@dataclass(frozen=True, slots=True)
class GroupProgress:
    """The cases of one group of units."""

    group: Group
    count: int
    settled: int

    @property
    def share(self) -> Fraction | None:
        """How much of it is settled."""
        return Fraction(self.settled, self.count) if self.count else None


@dataclass(frozen=True, slots=True)
class Effort:
    """What the settled cases that we rang have cost: calls and minutes; `untimed` calls have no
    known length.
    """

    cases: int
    calls: int
    minutes: Fraction
    untimed: int

    @property
    def calls_per_case(self) -> Fraction | None:
        """Calls for one of them; None when there is none."""
        return Fraction(self.calls, self.cases) if self.cases else None

    @property
    def minutes_per_case(self) -> Fraction | None:
        """Minutes on the telephone for one of them."""
        return self.minutes / self.cases if self.cases else None


@dataclass(frozen=True, slots=True)
class Forecast:
    """When all cases will be settled if it goes on like this.

    `pace` is cases per working day, and None before there is a whole working day to tell from; `on`
    is None when it cannot be told, or there is nothing left.
    """

    left: int
    pace: Fraction | None
    on: date | None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it has come."""

    cases: int
    settled: int
    places: tuple[InPlace, ...]
    groups: tuple[GroupProgress, ...]
    effort: Effort
    appointments: Appointments
    forecast: Forecast
    determination: Rate


def progress(
    cases: Sequence[Followed],
    states: Iterable[CaseState],
    agreed: Iterable[AppointmentOutcome],
    groups: Iterable[Group],
    now: datetime,
    settings: Settings,
) -> Progress:
    """How far the calling has come at one moment; the `states` are of the same cases."""
    return Progress(
        cases=len(cases),
        settled=sum(case.is_settled for case in cases),
        places=_places(states, now, settings),
        groups=_groups(cases, groups),
        effort=effort_in(rung_and_settled(cases)),
        appointments=_appointments(agreed, now),
        forecast=forecast(cases, local(now).date()),
        determination=determined(cases),
    )


def determined(cases: Iterable[Followed]) -> Rate:
    """Of how many units it is known what they have; the sample is all but those taken out of it."""
    sample = [case for case in cases if case.state.outcome is not Outcome.out_of_frame]
    return determination(sum(case.finding is not None for case in sample), len(sample))


def _places(states: Iterable[CaseState], now: datetime, settings: Settings) -> tuple[InPlace, ...]:
    ranked = rank(states, now, NOBODY, settings)
    places = (place for place in ListPlace if place is not ListPlace.given)
    return tuple(_place(place, [line.case for line in ranked.at(place)]) for place in places)


def _place(place: ListPlace, cases: Sequence[CaseState]) -> InPlace:
    order = [*Outcome, None]
    counted = Counter(case.outcome for case in cases)
    outcomes = sorted(counted.items(), key=lambda one: (-one[1], order.index(one[0])))
    return InPlace(place, len(cases), tuple(outcomes))


def _groups(cases: Iterable[Followed], groups: Iterable[Group]) -> tuple[GroupProgress, ...]:
    counted, settled = Counter[str](), Counter[str]()
    for case in cases:
        counted[case.state.unit.group.id] += 1
        settled[case.state.unit.group.id] += case.is_settled
    return tuple(GroupProgress(one, counted[one.id], settled[one.id]) for one in groups)


def rung_and_settled(cases: Iterable[Followed]) -> list[Followed]:
    """The cases that have cost what they cost; one that was decided without a call cost none."""
    return [case for case in cases if case.is_settled and case.state.attempts]


def effort_in(settled: Sequence[Followed]) -> Effort:
    """What these cases have cost."""
    talked = sum((case.talked for case in settled), timedelta())
    calls = sum(case.state.attempts for case in settled)
    minutes = Fraction(talked // timedelta(microseconds=1), 60_000_000)
    return Effort(len(settled), calls, minutes, calls - sum(case.timed for case in settled))


def _appointments(agreed: Iterable[AppointmentOutcome], now: datetime) -> Appointments:
    went = Counter(one.went(now) for one in agreed)
    return Appointments(went["open"], went["kept"], went["missed"])


# ── When it will be over ─────────────────────────────────────────────────────────────────────────

LOOK_BACK: Final = timedelta(days=14)
"""Two weeks: one alone may have been a holiday, and four would hide that somebody fell ill."""


def forecast(cases: Sequence[Followed], today: date) -> Forecast:
    """When all cases will be settled, from the pace of the last two weeks, without today.

    Today is not over yet: in the morning it would look as if everybody had stopped working.
    """
    left = sum(not case.is_settled for case in cases)
    pace = _pace(cases, today)
    if not left or not pace:
        return Forecast(left, pace, None)
    return Forecast(left, pace, add_working_days(today, ceil(left / pace)))


def _pace(cases: Iterable[Followed], today: date) -> Fraction | None:
    """Cases settled for each working day on which there was calling already."""
    known = tuple(cases)
    begun = min((local(case.begun_at).date() for case in known if case.begun_at), default=today)
    first = max(begun, today - LOOK_BACK)
    days = (first + timedelta(days=nth) for nth in range((today - first).days))
    working = sum(map(is_working_day, days))
    settled = (local(c.settled_at).date() for c in known if c.is_settled and c.settled_at)
    done = sum(first <= day < today for day in settled)
    return Fraction(done, working) if working else None
