"""What the rules say of each case, in order, and kept for as long as they would say the same.

A case stands where it stands for hours, and the rules are many.  So they look at one anew only when
something has happened to it, or when a moment has come at which they may think otherwise.  Whatever
else they look at is the same for all cases: the `Background` that they decide against.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from schemas.calls.ranking.cases import CaseState
from schemas.calls.ranking.lanes import nth_of
from schemas.calls.ranking.lines import Ruling, line_of, order_of
from schemas.calls.ranking.moment import RankingMoment
from schemas.calls.ranking.ordered import Ordered
from schemas.calls.ranking.predicates import opens
from schemas.calls.ranking.roll import Roll
from schemas.calls.ranking.rules import ListPlace, in_turn
from schemas.calls.rests import FAR
from schemas.calls.settings import Settings
from schemas.calls.workdays import PartOfDay
from schemas.language.dates import local


class Background(NamedTuple):
    """What the rules look at beside a case and the clock; `opens` is None while we may ring."""

    interviewer: UUID
    settings: Settings
    day: date
    summer_time: timedelta | None
    part: PartOfDay
    opens: datetime | None
    promised: CaseState | None

    @classmethod
    def of(cls, here: RankingMoment) -> Background:
        """That of a moment."""
        at = local(here.now)
        opens = None if here.is_open else here.opens
        return cls(
            here.interviewer, here.settings, at.date(), at.dst(), here.part, opens, here.promised
        )


class Rulings(NamedTuple):
    """What was said `now` of all cases that the rules must look at: by place on the roll, and in
    order; and the moments from which on they may say something else, each with its place."""

    background: Background
    now: datetime
    rung_enough: frozenset[str]
    said: Ordered[tuple[int, Ruling]]
    lines: Mapping[ListPlace, Ordered[Ruling]]
    turns: Ordered[tuple[datetime, int]]

    @classmethod
    def of(cls, roll: Roll, here: RankingMoment) -> Rulings:
        """Those of a moment; the rules look at no more cases than they must."""
        last, changed = roll.worked_out.last(Rulings)
        background = Background.of(here)
        if last is None or last.background != background or last.now > here.now:
            last = cls(background, here.now, here.rung_enough, Ordered(), {}, Ordered())
            changed = frozenset(roll.live)
        return roll.worked_out.keep(last._after(roll, here, changed.union(last._turned(here))))

    def with_others(self, others: Iterable[Ruling]) -> Mapping[ListPlace, Ordered[Ruling]]:
        """The lines of each place, others among them."""
        return _moved(self.lines, (), others)

    def _turned(self, here: RankingMoment) -> Iterator[int]:
        """Where the cases are of which the rules may say something else by now."""
        yield from (place for _, place in self.turns.until(here.now))
        if swung := self.rung_enough ^ here.rung_enough:
            for place, one in self.said:
                if one.case.contact and one.case.contact.phone in swung:
                    yield place

    def _after(self, roll: Roll, here: RankingMoment, places: Collection[int]) -> Rulings:
        """The same with what they say now of the cases at some places."""
        gone = [found for place in places if (found := self.said.find(place))]
        live = (place for place in places if nth_of(place, roll.live) is not None)
        come = [(place, ruling_of(roll.case(place), place, here)) for place in live]
        return self._replace(
            now=here.now,
            rung_enough=here.rung_enough,
            said=self.said.after(gone, come),
            lines=_moved(self.lines, (one for _, one in gone), (one for _, one in come)),
            turns=self.turns.after(_tills(gone), _tills(come)),
        )


def ruling_of(case: CaseState, place: int, here: RankingMoment) -> Ruling:
    """What the rules say of the case at a place on the roll."""
    line = line_of(case, here)
    till = min((at for at in _turns(case, here) if at > here.now), default=None)
    if line.rule.order is in_turn:  # whose turn it is becomes otherwise as others are called
        till = here.now
    return Ruling(order_of(line, place), case, line.rule, line.until, till)


def _turns(case: CaseState, here: RankingMoment) -> Iterator[datetime]:
    """The moments at which what is true of the case itself becomes otherwise."""
    if case.rests_until:
        yield case.rests_until
        if case.avoid is not None:
            yield case.rests_until + FAR
            yield from here.times_near(case.avoid)
    if case.holder:
        yield case.holder.until
    if one := case.appointment:
        late = timedelta(minutes=here.settings.appointment_late_minutes)
        # It is kept in time at that very moment, too.
        yield from (opens(one, here), one.due, one.due + late + datetime.resolution)


def _moved(
    lines: Mapping[ListPlace, Ordered[Ruling]], gone: Iterable[Ruling], come: Iterable[Ruling]
) -> Mapping[ListPlace, Ordered[Ruling]]:
    """The lines of each place without some, and with others."""
    out, into = (_by_place(some) for some in (gone, come))
    now = dict(lines)
    for place in {**out, **into}:
        now[place] = now.get(place, Ordered[Ruling]()).after(out[place], into[place])
    return now


def _by_place(some: Iterable[Ruling]) -> Mapping[ListPlace, list[Ruling]]:
    found: defaultdict[ListPlace, list[Ruling]] = defaultdict(list)
    for one in some:
        found[one.rule.place].append(one)
    return found


def _tills(some: Iterable[tuple[int, Ruling]]) -> Iterator[tuple[datetime, int]]:
    return ((one.till, place) for place, one in some if one.till)
