"""The cases as an open database remembers them until something changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from db.case_rows import CaseRows
from db.trail.chain import Head


class Reachable(NamedTuple):
    """A contact point by what it can be found by; `department` is the slug."""

    id: UUID
    case_id: UUID
    department: str
    department_name: str
    person: str
    phone: str


@dataclass(frozen=True, slots=True)
class Remembered:
    """All cases as they were at an `end` of the trail, and whom one can reach in each."""

    end: Head
    cases: CaseRows
    contacts: Mapping[UUID, tuple[Reachable, ...]]
    names: dict[UUID, Any] = field(default_factory=dict, repr=False, compare=False)
    """What whoever searches has made of a case, handed on as long as the units are the same."""

    def is_held_otherwise(self, case_id: UUID, until: datetime) -> bool:
        """Whether a case is remembered as held until another time, or by nobody."""
        place = self.cases.place_of(case_id)
        holder = None if place is None else self.cases.case(place).holder
        return holder is None or holder.until != until
