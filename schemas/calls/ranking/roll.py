"""All cases by unit number, to be ranked: those that one rule decides about alike, unseen.

Of a large survey most cases lie in a lane of their own, and a case is made of what is known of it
when somebody looks at its line.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import Final, overload
from uuid import UUID

from schemas.calls.ranking.cases import CaseState
from schemas.calls.ranking.lanes import Lane
from schemas.calls.whereabouts import FoundAt
from schemas.frame.units import Unit


class Roll(Sequence[CaseState]):
    """The cases; `places` in it are counted from the first unit."""

    @staticmethod
    def of(cases: Iterable[CaseState]) -> Roll:
        """Cases that are there already; the rules look at each."""
        return cases if isinstance(cases, Roll) else PlainRoll(cases)

    @property
    @abstractmethod
    def live(self) -> Sequence[CaseState]:
        """The cases that the rules must look at."""

    @property
    @abstractmethod
    def lanes(self) -> Mapping[Lane, Sequence[int]]:
        """The places of all others, in order, by the lane that they lie in."""

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
    def attempts(self, place: int) -> int:
        """How many calls there have been in the case at a place."""

    @abstractmethod
    def given_to(self, places: Iterable[int], interviewer: UUID) -> list[int]:
        """Those of the places whose case is given to somebody."""

    @abstractmethod
    def given_to_others(self, places: Iterable[int], interviewer: UUID) -> list[int]:
        """Those of the places whose case is given to somebody else."""

    @abstractmethod
    def with_phone(self, places: Iterable[int], phones: Iterable[str]) -> list[int]:
        """Those of the places whose contact to dial has one of these numbers."""

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


_NONE: Final[Mapping[Lane, Sequence[int]]] = MappingProxyType({})


class PlainRoll(Roll):
    """Cases that are there already."""

    def __init__(self, cases: Iterable[CaseState]) -> None:
        self._cases = tuple(sorted(cases, key=lambda case: (case.unit.id, case.case_id)))

    @property
    def live(self) -> Sequence[CaseState]:
        """All of them."""
        return self._cases

    @property
    def lanes(self) -> Mapping[Lane, Sequence[int]]:
        """None."""
        return _NONE

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

    def attempts(self, place: int) -> int:
        """How many calls there have been in the case at a place."""
        return self._cases[place].attempts

    def given_to(self, places: Iterable[int], interviewer: UUID) -> list[int]:
        """None: no case is in a lane."""
        return []

    def given_to_others(self, places: Iterable[int], interviewer: UUID) -> list[int]:
        """None: no case is in a lane."""
        return []

    def with_phone(self, places: Iterable[int], phones: Iterable[str]) -> list[int]:
        """None: no case is in a lane."""
        return []
