"""Where it usually sits: from finished cases, in which departments the right person was found.

Plain counts, of similar units when there are enough of them to tell anything.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias
from uuid import UUID

from schemas.calls.departments import Department
from schemas.frame.design import FrameDesign
from schemas.frame.units import Unit
from schemas.language.text import Text

ENOUGH: Final = 10
"""Fewer finished cases than this say little about where to look next."""


@dataclass(frozen=True, slots=True)
class FoundAt:
    """Where the right person of a finished case sat (`right_id`), and who sent us there.

    `asked` are the departments that sent us on at all, `sent_right` those of them on the way to the
    right person.
    """

    unit: Unit
    right_id: UUID
    department: Department
    asked: tuple[Department, ...]
    sent_right: tuple[Department, ...]


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


def usual(found: Iterable[FoundAt], unit: Unit, design: FrameDesign) -> Usual:
    """Where the right person was found, in units like this one if there are enough of them."""
    everything = tuple(found)
    for among, is_like in _likenesses(unit, design):
        alike = [one for one in everything if is_like(one.unit)]
        if len(alike) >= ENOUGH:
            return _counted(alike, design.put(among))
    return _counted(everything, _ONLY if len(everything) == 1 else _ALL)


def _counted(cases: Iterable[FoundAt], among: Text) -> Usual:
    counted = tuple(cases)
    found = Counter(one.department for one in counted)
    return Usual(len(counted), among, tuple(found.most_common()), who_sent_on(counted))


def who_sent_on(found: Iterable[FoundAt]) -> dict[Department, tuple[int, int]]:
    """In how many cases each department sent us on towards the right person, and at all.

    The most asked first, and of those the first: what a set has in it would come in any order.
    """
    cases = tuple(found)
    asked = Counter(department for one in cases for department in dict.fromkeys(one.asked))
    right = Counter(department for one in cases for department in dict.fromkeys(one.sent_right))
    return {department: (right[department], times) for department, times in asked.most_common()}


Likeness: TypeAlias = tuple[Text, Callable[[Unit], bool]]
"""Among whom is counted, and who is one of them."""

_ALL: Final = Text("saker")
_ONLY: Final = Text("sak")


def _likenesses(unit: Unit, design: FrameDesign) -> Iterator[Likeness]:
    """The closest first; of size only where the survey knows any."""

    def same_group(other: Unit) -> bool:
        return other.group == unit.group

    def same_size(other: Unit) -> bool:
        return design.step_of(other) == design.step_of(unit)

    if design.size:
        yield (
            Text("saker i {the_group} med samme størrelse"),
            lambda other: same_group(other) and same_size(other),
        )
    yield Text("saker i {the_group}"), same_group
    if design.size:
        yield Text("saker av samme størrelse"), same_size
