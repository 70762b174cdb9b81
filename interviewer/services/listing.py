"""The call list as it is read: all cases, and what each can be found by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, TypeAlias
from uuid import UUID

from schemas.frame.search import Searchable, rank, searchable
from schemas.language.dialling import is_number, keys_of, stored
from schemas.language.phone import show_phone

if TYPE_CHECKING:
    from db.engine import Database
    from db.remembered import Contacts, Reachable
    from schemas.calls.calls import CallAttempt
    from schemas.calls.ranking.roll import Roll
    from schemas.calls.settings import Settings
    from schemas.calls.whereabouts import FoundAt
    from schemas.frame.units import Unit
    from schemas.surveys.survey import Survey

HITS: Final = 40
"""So many cases are found for what is typed; nobody reads further."""


@dataclass(frozen=True, slots=True)
class SearchHit:
    """What is found by typing: a case, or a contact point in it."""

    case_id: UUID
    contact_id: UUID | None = None


FoundBy: TypeAlias = tuple[tuple["Reachable", ...], tuple[Searchable[SearchHit], ...]]
"""Whom one can reach in a case, and what it and they are found by."""


@dataclass(frozen=True)
class Listing:
    """All cases as they are now, whom one can reach in them; and the calls of today.

    There may be earlier calls among these, unless there have never been any.
    """

    survey: Survey
    cases: Roll
    contacts: Contacts
    calls: tuple[CallAttempt, ...] = ()
    names: dict[UUID | None, Any] = field(default_factory=dict, repr=False, compare=False)
    """What every case is found by (`FoundBy`), by place, and what all are, as it was last worked
    out: by whatever list of these units."""

    @cached_property
    def searchable(self) -> tuple[Searchable[SearchHit], ...]:
        """Places first, then departments, persons and numbers within them."""
        every: tuple[Searchable[SearchHit], ...]
        people, every = self.names.get(None, (None, ()))
        if people is not self.contacts:
            for place in self._otherwise_than(people):
                self._find(place)
            found = [names for case_id, (_, names) in self.names.items() if case_id]
            every = (*(one for one, *_ in found), *(one for _, *within in found for one in within))
            self.names[None] = self.contacts, every
        return every

    def _otherwise_than(self, people: Contacts | None) -> Iterable[int]:
        """Where the cases are in which one could not reach the same; all, the first time."""
        if people is None:
            return range(len(self.cases))
        places = map(self.cases.place_of, self.contacts.otherwise_than(people))
        return (place for place in places if place is not None)

    def _find(self, place: int) -> None:
        """Note what a case is found by, and those within it."""
        case_id = self.cases.case_id(place)
        people = self.contacts.get(case_id, ())
        known: FoundBy | None = self.names.get(case_id)
        if known is None or known[0] is not people:
            unit = self.cases.unit(place)
            itself = searchable(SearchHit(case_id), unit, self.survey.frame)
            self.names[case_id] = people, (itself, *(self._person(one, unit) for one in people))

    def _person(self, contact: Reachable, unit: Unit) -> Searchable[SearchHit]:
        number = show_phone(contact.phone) if contact.phone else ""
        digits = "".join(number.split())
        department = self.survey.departments[contact.department]
        names = (contact.person, contact.department_name, str(department.label))
        hit = SearchHit(contact.case_id, contact.id)
        return Searchable.of(hit, (*names, number, digits), (unit.name, unit.group.name))

    def hits(self, typed: str) -> tuple[SearchHit, ...]:
        """What is found by what is typed, best first."""
        return rank(_as_listed(typed), self.searchable, HITS, self.survey.frame.around_names)

    def find(self, typed: str) -> tuple[UUID, ...]:
        """The cases that are found by it, best first."""
        return tuple(dict.fromkeys(hit.case_id for hit in self.hits(typed)))

    @cached_property
    def found(self) -> tuple[FoundAt, ...]:
        """Of every finished case, where the right person sat."""
        return tuple(self.cases.found_at())


def _as_listed(typed: str) -> str:
    """A whole number as it stands in the list: a telephone shows it with its country in front."""
    keys = keys_of(typed)
    return "".join(show_phone(stored(keys)).split()) if is_number(keys) else typed


def listing(db: Database, settings: Settings) -> Listing:
    """The call list, read anew; and the units, which no picture may have to wait for."""
    from db.call_list import read_list_and_calls

    now = read_list_and_calls(db, settings)
    len(db.frame)
    return Listing(db.survey, now.cases, now.contacts, now.calls or (), now.names)
