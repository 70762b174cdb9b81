"""The call list as it is read: all cases, and what each can be found by."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final
from uuid import UUID

from schemas.calls.calls import CallAttempt
from schemas.calls.ranking.roll import Roll
from schemas.calls.settings import Settings
from schemas.calls.whereabouts import FoundAt
from schemas.frame.search import Searchable, rank, searchable
from schemas.frame.units import Unit
from schemas.language.phone import show_phone
from schemas.surveys.survey import Survey

if TYPE_CHECKING:
    from db.engine import Database
    from db.remembered import Reachable

HITS: Final = 40
"""So many cases are found for what is typed; nobody reads further."""


@dataclass(frozen=True, slots=True)
class SearchHit:
    """What is found by typing: a case, or a contact point in it."""

    case_id: UUID
    contact_id: UUID | None = None


@dataclass(frozen=True)
class Listing:
    """All cases as they are now, whom one can reach in them; and the calls of today.

    There may be earlier calls among these, unless there have never been any.
    """

    survey: Survey
    cases: Roll
    contacts: tuple[Reachable, ...]
    calls: tuple[CallAttempt, ...] = ()

    @cached_property
    def searchable(self) -> tuple[Searchable[SearchHit], ...]:
        """Places first, then departments, persons and numbers within them."""
        design = self.survey.frame
        cases = self.cases
        units = {cases.case_id(place): cases.unit(place) for place in range(len(cases))}
        places = (searchable(SearchHit(id), unit, design) for id, unit in units.items())
        people = (self._person(one, units[one.case_id]) for one in self.contacts)
        return (*places, *people)

    def _person(self, contact: Reachable, unit: Unit) -> Searchable[SearchHit]:
        number = show_phone(contact.phone) if contact.phone else ""
        digits = "".join(number.split())
        department = self.survey.departments[contact.department]
        names = (contact.person, contact.department_name, str(department.label))
        hit = SearchHit(contact.case_id, contact.id)
        return Searchable.of(hit, (*names, number, digits), (unit.name, unit.group.name))

    def hits(self, typed: str) -> tuple[SearchHit, ...]:
        """What is found by what is typed, best first."""
        return rank(typed, self.searchable, HITS, self.survey.frame.around_names)

    def find(self, typed: str) -> tuple[UUID, ...]:
        """The cases that are found by it, best first."""
        return tuple(dict.fromkeys(hit.case_id for hit in self.hits(typed)))

    @cached_property
    def found(self) -> tuple[FoundAt, ...]:
        """Of every finished case, where the right person sat."""
        return tuple(self.cases.found_at())


def listing(db: Database, settings: Settings) -> Listing:
    """The call list, read anew."""
    from db.call_list import latest_calls, read_list

    now = read_list(db, settings)
    return Listing(db.survey, now.cases, tuple(now.in_order()), tuple(latest_calls(db)))
