"""Units that may not be named: their figures are not told, nor can be taken out of the sums.

Pure.  As statistics offices do it: nothing is told of a unit that is withheld, and neither of so
many others beside it that what is left of every sum is of at least `TOGETHER`.  Groups in which
that cannot be had are told together.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256
from itertools import groupby
from operator import attrgetter
from typing import Final

TOGETHER: Final = 3
"""Of fewer units no sum is told: of two, each would know what the other has."""


@dataclass(frozen=True, slots=True)
class UnitNumbers:
    """What a unit of a group has: its numbers, each None where nobody knows it."""

    unit_id: str
    group: str
    may_be_named: bool
    numbers: tuple[Fraction | None, ...]


@dataclass(frozen=True, slots=True)
class SummedGroups:
    """Groups of which one sum is told: the units that are told one by one, and the rest of them."""

    groups: tuple[str, ...]
    alone: tuple[UnitNumbers, ...]
    rest: tuple[UnitNumbers, ...]

    @property
    def unit_ids(self) -> frozenset[str]:
        """All that the sum is of."""
        return frozenset(one.unit_id for one in (*self.alone, *self.rest))

    @property
    def is_safe(self) -> bool:
        """Whether of every number the rest has none, or as much as hides whose it is."""
        return all(map(_hides, zip(*(one.numbers for one in self.rest), strict=True)))


def summed(units: Iterable[UnitNumbers]) -> tuple[SummedGroups, ...]:
    """The units by group, in the order given; groups that are told together come last.

    Of fewer than `TOGETHER` units with any number, all are told together: there is nobody left to
    hide them among, and the whole report is about them.
    """
    by_group = groupby(sorted(units, key=attrgetter("group")), attrgetter("group"))
    apart = [_summed((group,), tuple(some)) for group, some in by_group]
    few = [one for one in apart if not one.is_safe]
    apart = sorted((one for one in apart if one.is_safe), key=lambda one: len(one.unit_ids))
    if not few:
        return tuple(apart)
    together = _joined(few)
    while apart and not together.is_safe:
        together = _joined((together, apart.pop(0)))
    return *apart, together


def _joined(some: Sequence[SummedGroups]) -> SummedGroups:
    units = (unit for one in some for unit in (*one.alone, *one.rest))
    return _summed(tuple(group for one in some for group in one.groups), tuple(units))


def _summed(groups: tuple[str, ...], units: Sequence[UnitNumbers]) -> SummedGroups:
    """With as many of the units alone as is safe."""
    alone = sorted((one for one in units if one.may_be_named), key=_lot)
    rest = [one for one in units if not one.may_be_named]
    while rest and alone and not SummedGroups(groups, (), tuple(rest)).is_safe:
        rest.append(alone.pop())
    return SummedGroups(groups, tuple(alone), tuple(rest))


def _hides(numbers: Sequence[Fraction | None]) -> bool:
    return not any(one is not None for one in numbers) or sum(map(bool, numbers)) >= TOGETHER


def _lot(unit: UnitNumbers) -> str:
    """Drawn by lot, the same every time: whoever is left out tells nothing of what it has."""
    return sha256(unit.unit_id.encode()).hexdigest()
