"""The cases as an open database remembers them until something changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from types import MappingProxyType
from typing import Any, Final, NamedTuple
from uuid import UUID

from db.case_rows import CaseRows
from db.kept_rows import TOGETHER
from db.trail.chain import Head
from schemas.calls.calls import CallAttempt

LATELY: Final = timedelta(days=2)
"""The calls of a day are among those since so long before the last one."""


class Reachable(NamedTuple):
    """A contact point by what it can be found by; `department` is the slug."""

    id: UUID
    case_id: UUID
    department: str
    department_name: str
    person: str
    phone: str


class Contacts(Mapping[UUID, tuple[Reachable, ...]]):
    """Whom one can reach in each case in which there is anybody: as was read, and as it is now in
    the few in which something has changed since.
    """

    def __init__(
        self,
        read: Mapping[UUID, tuple[Reachable, ...]],
        now: Mapping[UUID, tuple[Reachable, ...]] = MappingProxyType({}),
    ) -> None:
        self._read = read
        self._now = now

    def after(self, changed: Mapping[UUID, tuple[Reachable, ...]]) -> Contacts:
        """The same with those in some cases as they are now."""
        now = {**self._now, **changed}
        return Contacts({**self._read, **now}) if len(now) > TOGETHER else Contacts(self._read, now)

    def __getitem__(self, case_id: UUID) -> tuple[Reachable, ...]:
        """Those in a case."""
        return self._now[case_id] if case_id in self._now else self._read[case_id]

    def __iter__(self) -> Iterator[UUID]:
        """The cases."""
        return iter({**self._read, **self._now})

    def __len__(self) -> int:
        return len({**self._read, **self._now})


@dataclass(frozen=True, slots=True)
class Remembered:
    """All cases as they were at an `end` of the trail, and whom one can reach in each.

    The last `calls` are here once they were asked for: at least all of the day of the last one, as
    they were read, but for those in the cases that were `rung` in since.
    """

    end: Head
    cases: CaseRows
    contacts: Contacts
    calls: tuple[CallAttempt, ...] | None = None
    rung: frozenset[UUID] = frozenset()
    names: dict[int | None, Any] = field(default_factory=dict, repr=False, compare=False)
    """What whoever searches has made of each case, by its place, and (under None) of whom one can
    reach in all; handed on as long as the units are the same."""
