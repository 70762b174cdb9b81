"""All cases by unit number, to be ranked: those that one rule decides about alike, unseen.

Of a large survey most cases lie in a lane of their own, and a case is made of what is known of it
when somebody looks at its line.
"""

from __future__ import annotations

from abc import abstractmethod
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any, TypeVar, overload
from uuid import UUID

from schemas.calls.ranking.cases import CaseState
from schemas.calls.ranking.lanes import Parts, placed
from schemas.calls.whereabouts import FoundAt
from schemas.frame.units import Unit

Kind = TypeVar("Kind")


class WorkedOut:
    """What was worked out last, one of a kind, each with the places where something has happened
    since.

    All of it is such as nobody changes: two threads may work out the same, and keep either.
    """

    def __init__(self, known: Mapping[Any, tuple[Any, frozenset[int]]] = MappingProxyType({})):
        self._known = dict(known)

    def last(self, kind: type[Kind]) -> tuple[Kind | None, frozenset[int]]:
        """The last of a kind."""
        last: tuple[Kind | None, frozenset[int]] = self._known.get(kind, (None, frozenset()))
        return last

    def keep(self, what: Kind) -> Kind:
        """Hand on what was worked out of all that has happened."""
        self._known[type(what)] = what, frozenset()
        return what

    def after(self, changed: Collection[int]) -> WorkedOut:
        """The same for whoever knows what has happened at some places."""
        known = tuple(self._known.items())  # at once: somebody beside us may keep another
        return WorkedOut({kind: (last, since.union(changed)) for kind, (last, since) in known})


class Roll(Sequence[CaseState]):
    """The cases; `places` in it are counted from the first unit."""

    @staticmethod
    def of(cases: Iterable[CaseState]) -> Roll:
        """Cases that are there already; the rules look at each."""
        return cases if isinstance(cases, Roll) else PlainRoll(cases)

    @cached_property
    def worked_out(self) -> WorkedOut:
        """What was worked out of these, and may be handed on where something happens to some."""
        return WorkedOut()

    @property
    @abstractmethod
    def live(self) -> Sequence[int]:
        """Where the cases are that the rules must look at, in order."""

    @property
    def live_cases(self) -> Iterator[CaseState]:
        """These cases."""
        return map(self.case, self.live)

    @property
    @abstractmethod
    def parts(self) -> Parts:
        """Where all others are."""

    @property
    @abstractmethod
    def uncalled(self) -> Mapping[str, Sequence[int]]:
        """Where the cases of each group of units are in which there has been no call."""

    @property
    @abstractmethod
    def sizes(self) -> Mapping[str, int]:
        """How many units each group has."""

    @abstractmethod
    def case(self, place: int) -> CaseState:
        """The case at a place."""

    @abstractmethod
    def place_of(self, case_id: UUID) -> int | None:
        """Where a case is, if it is here."""

    def find(self, case_id: UUID) -> CaseState:
        """The case; LookupError where it is not here."""
        if (place := self.place_of(case_id)) is None:
            raise LookupError("no such case")
        return self.case(place)

    @abstractmethod
    def case_id(self, place: int) -> UUID:
        """Which case is at a place."""

    @abstractmethod
    def unit(self, place: int) -> Unit:
        """The unit of the case at a place: what is known of the case is not looked at."""

    @abstractmethod
    def unit_id(self, place: int) -> str:
        """The number of that unit."""

    @abstractmethod
    def group_id(self, place: int) -> str:
        """The group that the unit lies in."""

    @abstractmethod
    def with_phone(self, phones: Collection[str]) -> Collection[int]:
        """Where those others are that nobody has called, and whose contact to dial has one of these
        numbers."""

    @abstractmethod
    def called_on(self, day: date) -> Iterable[int]:
        """Where at least those are whose last call was that day."""

    def found_at(self) -> Iterable[FoundAt]:
        """Of every finished case, where the right person sat and who sent us there."""
        return ()

    @overload
    def __getitem__(self, place: int) -> CaseState: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[CaseState]: ...
    def __getitem__(self, place: int | slice) -> CaseState | Sequence[CaseState]:
        """The case at a place, or those at several."""
        if isinstance(place, slice):
            return [self.case(one) for one in range(len(self))[place]]
        return self.case(range(len(self))[place])

    def __iter__(self) -> Iterator[CaseState]:
        """One after the other, by unit number."""
        return map(self.case, range(len(self)))


class PlainRoll(Roll):
    """Cases that are there already."""

    def __init__(self, cases: Iterable[CaseState]) -> None:
        self._cases = tuple(sorted(cases, key=lambda case: (case.unit.id, case.case_id)))

    @property
    def live(self) -> Sequence[int]:
        """All of them."""
        return range(len(self._cases))

    @property
    def parts(self) -> Parts:
        """None."""
        return {}

    @cached_property
    def uncalled(self) -> Mapping[str, Sequence[int]]:
        """By group."""
        new = (place for place, case in enumerate(self._cases) if not case.attempts)
        return placed((place, self.group_id(place)) for place in new)

    @cached_property
    def sizes(self) -> Mapping[str, int]:
        """By group."""
        return Counter(map(self.group_id, self.live))

    def __len__(self) -> int:
        return len(self._cases)

    def case(self, place: int) -> CaseState:
        """It is there."""
        return self._cases[place]

    @cached_property
    def _places(self) -> Mapping[UUID, int]:
        return {case.case_id: place for place, case in enumerate(self._cases)}

    def place_of(self, case_id: UUID) -> int | None:
        """Where a case is, if it is here."""
        return self._places.get(case_id)

    def case_id(self, place: int) -> UUID:
        """Which case is at a place."""
        return self._cases[place].case_id

    def unit(self, place: int) -> Unit:
        """The unit of the case at a place."""
        return self._cases[place].unit

    def unit_id(self, place: int) -> str:
        """The number of that unit."""
        return self._cases[place].unit.id

    def group_id(self, place: int) -> str:
        """The group that the unit lies in."""
        return self._cases[place].unit.group.id

    def with_phone(self, phones: Collection[str]) -> Collection[int]:
        """None: the rules look at all."""
        return ()

    def called_on(self, day: date) -> Iterable[int]:
        """All of them."""
        return self.live
