"""The call list as it is read: all cases, and what each can be found by."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final
from uuid import UUID

from schemas.calls.calls import CallAttempt, ContactPoint
from schemas.calls.ranking.cases import CaseState
from schemas.calls.settings import Settings
from schemas.calls.whereabouts import FoundAt
from schemas.frame.design import FrameDesign
from schemas.frame.search import Searchable, rank, searchable
from schemas.frame.units import Unit
from schemas.language.phone import show_phone

if TYPE_CHECKING:
    from db.engine import Database

HITS: Final = 40
"""So many cases are found for what is typed; nobody reads further."""


@dataclass(frozen=True, slots=True)
class SearchHit:
    """What is found by typing: a case, or a contact point in it."""

    case_id: UUID
    contact_id: UUID | None = None


@dataclass(frozen=True)
class Listing:
    """All cases as they are now, what finds them, where the right person sat; and all calls."""

    design: FrameDesign
    cases: tuple[CaseState, ...]
    contacts: tuple[ContactPoint, ...]
    found: tuple[FoundAt, ...]
    calls: tuple[CallAttempt, ...] = ()

    @cached_property
    def searchable(self) -> tuple[Searchable[SearchHit], ...]:
        """Places first, then departments, persons and numbers within them."""
        units = {case.case_id: case.unit for case in self.cases}
        places = (searchable(SearchHit(id), unit, self.design) for id, unit in units.items())
        people = (_person(one, units[one.case_id]) for one in self.contacts)
        return (*places, *people)

    def hits(self, typed: str) -> tuple[SearchHit, ...]:
        """What is found by what is typed, best first."""
        return rank(typed, self.searchable, HITS, self.design.around_names)

    def find(self, typed: str) -> tuple[UUID, ...]:
        """The cases that are found by it, best first."""
        return tuple(dict.fromkeys(hit.case_id for hit in self.hits(typed)))


def _person(contact: ContactPoint, unit: Unit) -> Searchable[SearchHit]:
    number = show_phone(contact.phone) if contact.phone else ""
    digits = "".join(number.split())
    names = (contact.person, contact.department_name, str(contact.department.label))
    hit = SearchHit(contact.case_id, contact.id)
    return Searchable.of(hit, (*names, number, digits), (unit.name, unit.group.name))


def listing(db: Database, settings: Settings) -> Listing:
    """The call list, read anew."""
    from db.histories import found_in, histories, states

    known = histories(db)
    return Listing(
        db.survey.frame,
        tuple(states(db, settings)),
        tuple(contact for one in known for contact in one.contacts),
        tuple(found_in(known)),
        tuple(call for one in known for call in one.attempts),
    )
