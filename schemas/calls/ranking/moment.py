"""One moment of one interviewer: what is the same for all cases, worked out once for all."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Final
from uuid import UUID

from schemas.calls.appointments import AppointmentKind
from schemas.calls.ranking.cases import CaseState
from schemas.calls.ranking.roll import Roll
from schemas.calls.rests import clock, midnight_after, other_time, times_like
from schemas.calls.settings import Settings
from schemas.calls.workdays import PartOfDay
from schemas.language.dates import local

MIDNIGHT: Final = 24 * 60
"""The end of the day, in minutes."""

NOBODY: Final = UUID(int=0)
"""Who looks at everybody's cases: whatever is held is held by another, and nothing is given to
another."""


@dataclass(frozen=True, slots=True)
class RankingMoment:
    """Who asks, when, and what follows from all cases together.

    `midnight` is when the day began, as the clock goes now. `opens` is when we may ring next, now
    if we may; `tomorrow` when we may on another day. `alike` are the times of the day that are too
    near to now, in minutes past midnight. `promised` is the case with a hard appointment of mine
    that is too near for a new interview. `rung_enough` are the numbers that nobody rings again
    today, `turn` says how far down the country a case stands.
    """

    now: datetime
    midnight: datetime
    interviewer: UUID
    settings: Settings
    opens: datetime
    tomorrow: datetime
    part: PartOfDay
    alike: frozenset[int]
    promised: CaseState | None
    rung_enough: frozenset[str]
    turn: "Turns"
    others: dict[int, datetime] = field(default_factory=dict, repr=False, compare=False)
    near: dict[int, tuple[datetime, datetime]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def other_time(self, avoid: int) -> datetime:
        """When to call where the clock is what is to be avoided, and is it no more: worked out once
        for all that avoid the same."""
        if avoid not in self.others:
            self.others[avoid] = other_time(self.times_near(avoid)[1], avoid, self.settings)
        return self.others[avoid]

    def times_near(self, avoid: int) -> tuple[datetime, datetime]:
        """From when until when the clock of this day is too near to that: as long as none is put
        forward or back."""
        if (found := self.near.get(avoid)) is None:
            minutes = self.settings.same_time_minutes
            begins = self.midnight + timedelta(minutes=avoid - minutes + 1)
            ends = self.midnight + timedelta(minutes=min(avoid + minutes, MIDNIGHT))
            found = self.near[avoid] = begins, ends
        return found

    @property
    def is_open(self) -> bool:
        """Whether we may ring without an appointment."""
        return self.opens == self.now


def moment(roll: Roll, now: datetime, interviewer: UUID, settings: Settings) -> RankingMoment:
    """What holds for every case just now."""
    window, together = settings.call_window, _together(roll, local(now).date())
    minutes = clock(now)
    return RankingMoment(
        now=now,
        midnight=now.replace(second=0, microsecond=0) - timedelta(minutes=minutes),
        interviewer=interviewer,
        settings=settings,
        opens=window.next_open(now),
        tomorrow=window.next_open(midnight_after(now)),
        part=window.part(now),
        alike=times_like(minutes, settings),
        promised=together.promised(now, interviewer, settings),
        rung_enough=together.rung_enough(settings.calls_a_day_to_number),
        turn=Turns(roll),
    )


def held_by_another(case: CaseState, interviewer: UUID, now: datetime) -> bool:
    """Whether somebody else works on it."""
    holder = case.holder
    return holder is not None and holder.interviewer_id != interviewer and holder.until > now


@dataclass(frozen=True)
class Together:
    """What matters for all cases, whichever it comes from: by place, those with a hard appointment,
    and the numbers that were dialled on a `day`."""

    day: date
    promises: Mapping[int, CaseState]
    dialled: Mapping[int, Sequence[str]]

    def after(self, roll: Roll, places: Iterable[int]) -> "Together":
        """The same when something has happened at some places."""
        promises, dialled = dict(self.promises), dict(self.dialled)
        for place in places:
            case = roll.case(place)
            promises.pop(place, None)
            dialled.pop(place, None)
            if case.appointment and case.appointment.kind is AppointmentKind.hard:
                promises[place] = case
            if case.dialled_on == self.day:
                dialled[place] = case.dialled
        return Together(self.day, promises, dialled)

    def promised(self, now: datetime, interviewer: UUID, settings: Settings) -> CaseState | None:
        """The first case with a hard appointment of this interviewer's that is soon or now."""
        earliest = now - timedelta(minutes=settings.appointment_late_minutes)
        latest = now + timedelta(minutes=settings.hold_back_minutes)
        mine = [
            (one.due, case.unit.id, case)
            for case in self.promises.values()
            if (one := case.appointment)
            and one.interviewer_id == interviewer
            and earliest < one.due <= latest
            and not held_by_another(case, interviewer, now)
        ]
        return min(mine, key=lambda found: found[:2])[2] if mine else None

    def rung_enough(self, most: int) -> frozenset[str]:
        """The numbers dialled so often that day, for whatever case: some are shared."""
        return frozenset(phone for phone, count in self._called.items() if count >= most)

    @cached_property
    def _called(self) -> Mapping[str, int]:
        return Counter(phone for phones in self.dialled.values() for phone in phones if phone)


def _together(roll: Roll, day: date) -> Together:
    last, changed = roll.worked_out.last(Together)
    if last is None or last.day != day:
        last, changed = Together(day, {}, {}), frozenset(roll.called_on(day)).union(roll.live)
    return roll.worked_out.keep(last.after(roll, changed) if changed else last)


class Turns:
    """Whose turn it is among those never called: every group of units gets equally far.

    The number is the share of its group that will have been called when this one is. So the next
    one always lies in the group that is furthest behind, also after the list is ranked anew.
    """

    def __init__(self, roll: Roll) -> None:
        self._roll = roll

    def __getitem__(self, case: CaseState) -> float:
        """The turn of a case that nobody has called."""
        group = case.unit.group.id
        uncalled = self._roll.uncalled[group]
        return self._share(group, bisect_right(uncalled, case.unit.id, key=self._roll.unit_id))

    def at(self, place: int, group: str) -> float:
        """The same of the case at a place on the roll, which is of a unit of that group."""
        return self._share(group, bisect_right(self._roll.uncalled[group], place))

    def _share(self, group: str, nth: int) -> float:
        """Of the nth in its group that nobody has called."""
        size = self._roll.sizes[group]
        return (size - len(self._roll.uncalled[group]) + nth) / size
