"""All cases of the survey for one interviewer at one moment, each in its one place."""

import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from itertools import accumulate, chain
from typing import Final, TypeAlias, overload
from uuid import UUID

from schemas.calls.calls import ContactPoint
from schemas.calls.ranking.cases import CaseState
from schemas.calls.ranking.lanes import Lane
from schemas.calls.ranking.moment import NOBODY, RankingMoment, moment
from schemas.calls.ranking.roll import Roll
from schemas.calls.ranking.rules import (
    RULES,
    ListPlace,
    RankingRule,
    against_ringing,
    deciding,
    in_turn,
)
from schemas.calls.ranking.words import from_when
from schemas.calls.settings import Settings
from schemas.language.text import ended


@dataclass(frozen=True, slots=True)
class ListedCase:
    """A case where it is, by the rule that put it there; `until` is when that ends by itself."""

    case: CaseState
    rule: RankingRule
    moment: RankingMoment = field(repr=False, compare=False)
    until: datetime | None = None

    @property
    def reason(self) -> str:
        """Why it is there, in the words of the rule: made when somebody looks at the line."""
        return self.rule.words(self.case, self.moment)

    @property
    def contact(self) -> ContactPoint | None:
        """The contact point to dial."""
        return self.case.contact

    @property
    def goal(self) -> ContactPoint | None:
        """The contact point to ask for."""
        return self.case.goal


Lines: TypeAlias = Sequence[ListedCase]


class Alike(Sequence[ListedCase]):
    """Lines of cases that the rules look upon as upon the `first` of them.

    Only their places on the roll are kept: a line is made when somebody looks at it.
    """

    def __init__(self, roll: Roll, first: ListedCase, places: Sequence[int]) -> None:
        self._roll = roll
        self.first = first
        self.places = places

    def __len__(self) -> int:
        return len(self.places)

    @overload
    def __getitem__(self, nth: int) -> ListedCase: ...
    @overload
    def __getitem__(self, nth: slice) -> "Alike": ...
    def __getitem__(self, nth: int | slice) -> "ListedCase | Alike":
        """The nth line, or some of them."""
        if isinstance(nth, slice):
            return Alike(self._roll, self.first, self.places[nth])
        return replace(self.first, case=self._roll.case(self.places[nth]))

    def __iter__(self) -> Iterator[ListedCase]:
        """All of them, each made in its turn."""
        return (replace(self.first, case=self._roll.case(place)) for place in self.places)

    def key(self, place: int) -> tuple[object, ...]:
        """What the line of a place on the roll stands by."""
        return _order(replace(self.first, case=self._roll.case(place)))

    def in_group(self, group_id: str) -> "Alike":
        """Those whose units lie in a group."""
        inside = [one for one in self.places if self._roll.group_id(one) == group_id]
        return Alike(self._roll, self.first, inside)

    def given_to(self, interviewer: UUID) -> "Alike":
        """Those that are given to somebody."""
        return Alike(self._roll, self.first, self._roll.given_to(self.places, interviewer))

    def case_id(self, nth: int) -> UUID:
        """Which case the nth line is of."""
        return self._roll.case_id(self.places[nth])

    def nth(self, case_id: UUID) -> int | None:
        """Which line is of that case, if one is."""
        place = self._roll.place_of(case_id)
        return None if place is None else _nth(self.places, place)


class LongLines(Sequence[ListedCase]):
    """Lines one after the other, in `parts`: some that are there, and some that are alike."""

    def __init__(self, parts: Iterable[Lines]) -> None:
        self.parts = tuple(chain.from_iterable(map(parts_of, parts)))
        self._ends = tuple(accumulate(map(len, self.parts)))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    @overload
    def __getitem__(self, nth: int) -> ListedCase: ...
    @overload
    def __getitem__(self, nth: slice) -> tuple[ListedCase, ...]: ...
    def __getitem__(self, nth: int | slice) -> ListedCase | tuple[ListedCase, ...]:
        """The nth line, or some of them."""
        if isinstance(nth, slice):
            return tuple(self[one] for one in range(len(self))[nth])
        part, inside = self._at(range(len(self))[nth])
        return part[inside]

    def __iter__(self) -> Iterator[ListedCase]:
        """All of them, one after the other."""
        return chain.from_iterable(self.parts)

    def case_id(self, nth: int) -> UUID:
        """Which case the nth line is of."""
        part, inside = self._at(nth)
        return part.case_id(inside) if isinstance(part, Alike) else part[inside].case.case_id

    def nth(self, case_id: UUID) -> int | None:
        """Which line is of that case, if one is."""
        before = 0
        for part in self.parts:
            if isinstance(part, Alike):
                found = part.nth(case_id)
            else:
                ids = (line.case.case_id for line in part)
                found = next((nth for nth, id in enumerate(ids) if id == case_id), None)
            if found is not None:
                return before + found
            before += len(part)
        return None

    def _at(self, nth: int) -> tuple[Lines, int]:
        part = bisect_right(self._ends, nth)
        return self.parts[part], nth - (self._ends[part - 1] if part else 0)


class CaseIds(Sequence[UUID]):
    """The cases that lines are of, found without a look at the lines."""

    def __init__(self, lines: LongLines) -> None:
        self._lines = lines

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, nth: int) -> UUID: ...
    @overload
    def __getitem__(self, nth: slice) -> "Sequence[UUID]": ...
    def __getitem__(self, nth: int | slice) -> UUID | Sequence[UUID]:
        """The nth case, or some of them."""
        if isinstance(nth, slice):
            return [self._lines.case_id(one) for one in range(len(self))[nth]]
        return self._lines.case_id(range(len(self))[nth])

    def __contains__(self, case_id: object) -> bool:
        return isinstance(case_id, UUID) and self._lines.nth(case_id) is not None

    def index(self, case_id: UUID, start: int = 0, stop: int = sys.maxsize) -> int:
        """Where a case stands; ValueError where it does not."""
        found = self._lines.nth(case_id)
        if found is None or not start <= found < stop:
            raise ValueError("no line is of that case")
        return found


def parts_of(lines: Lines) -> Sequence[Lines]:
    """Lines in parts: such as are there already, and such as are alike."""
    return lines.parts if isinstance(lines, LongLines) else (lines,)


def _nth(places: Sequence[int], place: int) -> int | None:
    try:
        return places.index(place)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Ranked:
    """Every case in exactly one place; what is callable, in the order in which to call."""

    callable: Lines
    waiting: Lines
    with_coordinator: Lines
    needs_number: Lines
    in_review: Lines
    finished: Lines
    held: Lines
    given: Lines

    def __iter__(self) -> Iterator[ListedCase]:
        """All lines, place after place."""
        return (line for one in fields(self) for line in getattr(self, one.name))

    def at(self, place: ListPlace) -> Lines:
        """The lines in one place."""
        lines: Lines = getattr(self, place.name)
        return lines

    @property
    def looked_at(self) -> Iterator[ListedCase]:
        """The lines that are there already; no others have an appointment, or are held."""
        for one in fields(self):
            for part in parts_of(getattr(self, one.name)):
                if not isinstance(part, Alike):
                    yield from part

    @property
    def all(self) -> LongLines:
        """All lines, place after place, none of which is made for it."""
        return LongLines(getattr(self, one.name) for one in fields(self))


def rank(
    cases: Iterable[CaseState], now: datetime, interviewer: UUID, settings: Settings
) -> Ranked:
    """The cases as they stand for an interviewer now."""
    roll = Roll.of(cases)
    here = moment(roll, now, interviewer, settings)
    rung = roll.with_phone(_new(roll), _rung_enough(here))
    places: dict[ListPlace, list[ListedCase]] = {place: [] for place in ListPlace}
    for case in chain(roll.live, map(roll.case, rung)):
        line = _line(case, here)
        places[line.rule.place].append(line)
    alike = {one.first.rule.place: one for one in _alike(roll, here, frozenset(rung))}
    laid = {
        place.name: _laid(tuple(sorted(lines, key=_order)), alike.get(place))
        for place, lines in places.items()
    }
    return Ranked(**laid)


def _alike(roll: Roll, here: RankingMoment, others: frozenset[int]) -> Iterator[Alike]:
    """Those that the rules need not look at, such together as go the same way."""
    new = sorted(place for place in _new(roll) if place not in others)
    theirs = _given_away(roll, here, new)
    away = frozenset(theirs)
    ours = [place for place in new if place not in away] if away else new
    lanes = (roll.lanes.get(one, ()) for one in (Lane.numberless, Lane.in_review, Lane.closed))
    for places in (ours, theirs, *lanes):
        if places:
            first = _line(roll.case(places[0]), here)
            yield Alike(roll, first, _in_order(roll, first, places))


def _given_away(roll: Roll, here: RankingMoment, new: Sequence[int]) -> list[int]:
    """Those that are somebody else's to ring."""
    if here.interviewer == NOBODY:
        return []
    return roll.given_to_others(new, here.interviewer)


def _in_order(roll: Roll, first: ListedCase, places: Sequence[int]) -> Sequence[int]:
    """As their lines are ordered: by unit, as on the roll, but for those whose turn it may be."""
    if first.rule.order is not in_turn or first.until:
        return places
    turn, named = first.moment.turn, frozenset(roll.lanes.get(Lane.named, ()))
    return sorted(places, key=lambda place: (place not in named, turn.at(place), place))


def _new(roll: Roll) -> list[int]:
    """Those never called whom one can ring."""
    return [*roll.lanes.get(Lane.named, ()), *roll.lanes.get(Lane.new, ())]


def _rung_enough(here: RankingMoment) -> list[str]:
    """The numbers that nobody rings again today."""
    most = here.settings.calls_a_day_to_number
    return [phone for phone, count in here.called.items() if count >= most]


def _laid(lines: tuple[ListedCase, ...], alike: Alike | None) -> Lines:
    """The lines of a place in their order: those that are there among those that are alike."""
    if alike is None:
        return lines
    parts: list[Lines] = []
    done, waiting = 0, list[ListedCase]()
    for line in lines:
        place = bisect_right(alike.places, _order(line), done, key=alike.key)
        if place > done:
            parts += [tuple(waiting), alike[done:place]]
            done, waiting = place, []
        waiting.append(line)
    parts += [tuple(waiting), alike[done:]]
    return LongLines(part for part in parts if part)


def against(
    cases: Iterable[CaseState],
    case_id: UUID,
    contact: ContactPoint,
    now: datetime,
    interviewer: UUID,
    settings: Settings,
) -> tuple[str, ...]:
    """Why nobody should ring this contact point of a case now: each rule in its words."""
    roll = Roll.of(cases)
    here = moment(roll, now, interviewer, settings)
    case = replace(roll.find(case_id), contact=contact)
    return tuple(_objection(rule, case, here) for rule in against_ringing(case, here))


def lies(
    cases: Iterable[CaseState], case_id: UUID, now: datetime, interviewer: UUID, settings: Settings
) -> str:
    """Where a case lies now, in a sentence; where it waits, until when."""
    roll = Roll.of(cases)
    line = _line(replace(roll.find(case_id), holder=None), moment(roll, now, interviewer, settings))
    if line.until is None:
        return _LIES[line.rule.place]
    return ended(f"Saken venter til {from_when(line.until, now)}")


_LIES: Final = {
    ListPlace.callable: "Saken kan ringes nå.",
    ListPlace.waiting: "Saken venter.",
    ListPlace.with_coordinator: "Saken er hos koordinatoren.",
    ListPlace.needs_number: "Saken mangler et nummer.",
    ListPlace.in_review: "Saken ligger til gjennomsyn.",
    ListPlace.finished: "Saken er ferdig.",
    ListPlace.held: "Saken er hos en annen.",
}


def _objection(rule: RankingRule, case: CaseState, here: RankingMoment) -> str:
    """The rule's words; where the case does not just wait, with where it is."""
    words = rule.words(case, here)
    return words if rule.place is ListPlace.waiting else f"{rule.place.label}: {words}"


def _line(case: CaseState, here: RankingMoment) -> ListedCase:
    rule = deciding(case, here)
    return ListedCase(case, rule, here, rule.until(case, here) if rule.until else None)


_NTH = {rule.name: nth for nth, rule in enumerate(RULES)}


def _order(line: ListedCase) -> tuple[object, ...]:
    """By the rule and its key; what waits, by until when. The unit decides between equals."""
    case, rule = line.case, line.rule
    if line.until:
        return line.until, case.unit.id, case.case_id
    return _NTH[rule.name], *rule.order(case, line.moment), case.unit.id, case.case_id
