"""Lines of the call list: such as are there, and such as are made when somebody looks at them."""

import sys
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from heapq import merge
from itertools import accumulate, chain, islice
from typing import Any, NamedTuple, TypeAlias, overload
from uuid import UUID

from schemas.calls.calls import ContactPoint
from schemas.calls.ranking.cases import CaseState
from schemas.calls.ranking.lanes import Lane, LanePart, nth_of
from schemas.calls.ranking.moment import RankingMoment
from schemas.calls.ranking.roll import Roll
from schemas.calls.ranking.rules import RULES, RankingRule, deciding, in_turn


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


def line_of(case: CaseState, here: RankingMoment) -> ListedCase:
    """A case where the rules put it."""
    rule = deciding(case, here)
    return ListedCase(case, rule, here, rule.until(case, here) if rule.until else None)


Lines: TypeAlias = Sequence[ListedCase]


_NTH = {rule.name: nth for nth, rule in enumerate(RULES)}


Placed: TypeAlias = tuple[LanePart, Sequence[int]]
"""A part with its places, in order."""

Order: TypeAlias = tuple[Any, ...]
"""What lines stand by, their place on the roll last."""


class Ruling(NamedTuple):
    """What the rules say of a case: what it stands by, where, and until when it waits.

    They say the same at least `till` another moment, if ever they say something else.
    """

    order: Order
    case: CaseState
    rule: RankingRule
    until: datetime | None
    till: datetime | None


def order_of(line: ListedCase, place: int) -> Order:
    """By the rule and its key; what waits, by until when. The place on the roll decides between
    equals: that goes by the number of the unit."""
    if line.until:
        return line.until, place
    return _NTH[line.rule.name], *line.rule.order(line.case, line.moment), place


class Alike(Sequence[ListedCase]):
    """Lines of cases that the rules look upon as upon the `first` of them.

    Only their places on the roll are known, part by part: they are put in order as far as somebody
    looks, and a line is made when somebody looks at it.
    """

    def __init__(self, roll: Roll, first: ListedCase, parts: Iterable[Placed]) -> None:
        self._roll = roll
        self.first = first
        self._parts = tuple(parts)
        self._count = sum(len(places) for _, places in self._parts)
        self._seen = array("I")

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, nth: int) -> ListedCase: ...
    @overload
    def __getitem__(self, nth: slice) -> tuple[ListedCase, ...]: ...
    def __getitem__(self, nth: int | slice) -> ListedCase | tuple[ListedCase, ...]:
        """The nth line, or some of them."""
        if isinstance(nth, slice):
            return tuple(self[one] for one in range(len(self))[nth])
        return replace(self.first, case=self._roll.case(self._place(range(len(self))[nth])))

    def case_id(self, nth: int) -> UUID:
        """Which case the nth line is of."""
        return self._roll.case_id(self._place(nth))

    def nth(self, case_id: UUID) -> int | None:
        """Which line is of that case, if one is."""
        if (place := self._roll.place_of(case_id)) is None:
            return None
        group = self._roll.group_id(place)
        for part, places in self._parts:
            if part.group == group and nth_of(place, places) is not None:
                order = self._key(part)(place)
                return sum(self._before(order, *other) for other in self._parts)
        return None

    def in_group(self, group_id: str) -> "Alike":
        """Those whose units lie in a group."""
        return self._those(lambda part: part.group == group_id)

    def given_to(self, interviewer: UUID) -> "Alike":
        """Those that are given to somebody."""
        return self._those(lambda part: part.owner == interviewer)

    def _those(self, are_wanted: Callable[[LanePart], bool]) -> "Alike":
        return self._with([one for one in self._parts if are_wanted(one[0])])

    def _with(self, parts: Iterable[Placed]) -> "Alike":
        return Alike(self._roll, self.first, parts)

    def among(self, orders: Sequence[Order]) -> Iterable[tuple[int, "Alike"]]:
        """These in pieces, each behind how many lines of those orders: what comes behind their
        lead, which is the same."""
        if not orders:
            return [(0, self)]
        pieces: defaultdict[int, list[Placed]] = defaultdict(list)
        for part, places in self._parts:
            key, at = self._key(part), 0
            while at < len(places):
                behind = bisect_left(orders, key(places[at]))
                last = behind == len(orders)
                ends = len(places) if last else self._before(orders[behind], part, places)
                pieces[behind].append((part, memoryview(places)[at:ends]))  # type: ignore[arg-type]
                at = ends
        return ((behind, self._with(some)) for behind, some in sorted(pieces.items()))

    @cached_property
    def lead(self) -> Any:
        """What comes first in the order of each."""
        return self.first.until or _NTH[self.first.rule.name]

    # ── Put in order ─────────────────────────────────────────────────────────────────────────────

    def _place(self, nth: int) -> int:
        self._seen.extend(islice(self._coming, max(0, nth + 1 - len(self._seen))))
        return self._seen[nth]

    @cached_property
    def _coming(self) -> Iterator[int]:
        """Their places, in order."""
        if not self._take_turns:
            return merge(*(places for _, places in self._parts))
        turns = (map(self._key(part), places) for part, places in self._parts)
        return (place for *_, place in merge(*turns))

    @cached_property
    def _take_turns(self) -> bool:
        return self.first.rule.order is in_turn and not self.first.until

    def _key(self, part: LanePart) -> Callable[[int], Order]:
        """What the lines of a part stand by: whose turn it may be, by that; all others as on the
        roll."""
        if not self._take_turns:
            return lambda place: (place,)
        turn, unnamed = self.first.moment.turn, part.lane is not Lane.named
        return lambda place: (unnamed, turn.at(place, part.group), place)

    def _before(self, order: Order, part: LanePart, places: Sequence[int]) -> int:
        """How many of a part stand before that."""
        if not self._take_turns:  # which is said shorter, and many times as fast
            return bisect_left(places, order[-1])
        return bisect_left(places, order, key=self._key(part))


class Ruled(Sequence[ListedCase]):
    """Lines as the rules put them, one by one; each is made when somebody looks at it."""

    def __init__(self, rulings: Sequence[Ruling], here: RankingMoment) -> None:
        self._rulings = rulings
        self._here = here

    def __len__(self) -> int:
        return len(self._rulings)

    @overload
    def __getitem__(self, nth: int) -> ListedCase: ...
    @overload
    def __getitem__(self, nth: slice) -> tuple[ListedCase, ...]: ...
    def __getitem__(self, nth: int | slice) -> ListedCase | tuple[ListedCase, ...]:
        """The nth line, or some of them."""
        if isinstance(nth, slice):
            return tuple(map(self._line, self._rulings[nth]))
        return self._line(self._rulings[nth])

    def __iter__(self) -> Iterator[ListedCase]:
        """All of them, one after the other."""
        return map(self._line, self._rulings)

    def case_id(self, nth: int) -> UUID:
        """Which case the nth line is of."""
        return self._rulings[nth].case.case_id

    def nth(self, case_id: UUID) -> int | None:
        """Which line is of that case, if one is."""
        return next(
            (nth for nth, one in enumerate(self._rulings) if one.case.case_id == case_id), None
        )

    def _line(self, ruling: Ruling) -> ListedCase:
        return ListedCase(ruling.case, ruling.rule, self._here, ruling.until)


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
        if isinstance(part, Alike | Ruled):
            return part.case_id(inside)
        return part[inside].case.case_id

    def nth(self, case_id: UUID) -> int | None:
        """Which line is of that case, if one is."""
        before = 0
        for part in self.parts:
            if isinstance(part, Alike | Ruled):
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
