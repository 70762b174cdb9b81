"""Where it usually sits: from finished cases, in which departments the right person was found.

Plain counts, of similar units when there are enough of them to tell anything.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, Protocol

from schemas.calls.departments import Department
from schemas.frame.register import Unit
from schemas.language.text import Text

ENOUGH: Final = 10
"""Fewer finished cases than this say little about where to look next."""

SIZES: Final = (5_000, 20_000)
"""Inhabitants: small, middle and large municipalities are organised differently."""


class FoundIn(Protocol):
    """A finished case: the unit, where the right person sat, who sent us on and who did so well."""

    @property
    def county_no(self) -> str: ...
    @property
    def population(self) -> int: ...
    @property
    def department(self) -> Department: ...
    @property
    def asked(self) -> tuple[Department, ...]: ...
    @property
    def sent_right(self) -> tuple[Department, ...]: ...


@dataclass(frozen=True, slots=True)
class Usual:
    """How many of `cases` were found in each department, most first, and among whom we counted.

    `sent_right` is how often a department that sent us on did so towards the right person, and
    how often it was asked.
    """

    cases: int
    among: Text
    departments: tuple[tuple[Department, int], ...]
    sent_right: dict[Department, tuple[int, int]]

    def of(self, department: Department) -> int:
        """How many were found there."""
        return dict(self.departments).get(department, 0)


def usual(found: Iterable[FoundIn], unit: Unit) -> Usual:
    """Where the right person was found, in units like this one if there are enough of them."""
    everything = tuple(found)
    for among, is_like in _LIKENESSES:
        alike = [one for one in everything if is_like(one, unit)]
        if len(alike) >= ENOUGH:
            return _counted(alike, among)
    return _counted(everything, _ALL)


def _counted(cases: Iterable[FoundIn], among: Text) -> Usual:
    counted = tuple(cases)
    found = Counter(one.department for one in counted)
    asked = Counter(department for one in counted for department in set(one.asked))
    right = Counter(department for one in counted for department in set(one.sent_right))
    sent = {department: (right[department], times) for department, times in asked.items()}
    return Usual(len(counted), among, tuple(found.most_common()), sent)


def _size(population: int) -> int:
    return sum(population >= size for size in SIZES)


def _same_size(one: FoundIn, unit: Unit) -> bool:
    return _size(one.population) == _size(unit.population)


def _same_county(one: FoundIn, unit: Unit) -> bool:
    return one.county_no == unit.county_no


_ALL = Text("saker", nn="saker", en="cases")
_LIKENESSES: Final[tuple[tuple[Text, Callable[[FoundIn, Unit], bool]], ...]] = (
    (
        Text("saker i fylket med samme størrelse", en="cases of the same size in the county"),
        lambda one, unit: _same_county(one, unit) and _same_size(one, unit),
    ),
    (Text("saker i fylket", en="cases in the county"), _same_county),
    (Text("saker av samme størrelse", en="cases of the same size"), _same_size),
)
