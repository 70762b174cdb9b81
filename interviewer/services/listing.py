"""The call list as it is read: all cases, and what each can be found by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, TypeAlias
from uuid import UUID

from schemas.frame.search import Searchable, Shelf, rank, rank_first, searchable, shelved
from schemas.language.dialling import is_number, keys_of, stored
from schemas.language.phone import show_phone

if TYPE_CHECKING:
    from db.database import Database
    from db.remembered import Contacts, Reachable
    from schemas.calls.calls import CallAttempt
    from schemas.calls.ranking.roll import Roll
    from schemas.calls.settings import Settings
    from schemas.calls.whereabouts import FoundAt
    from schemas.frame.units import Unit
    from schemas.surveys.survey import Survey

_DONE: Final = object()

HITS: Final = 40
"""So many cases are found for what is typed; nobody reads further."""


@dataclass(frozen=True, slots=True)
class SearchHit:
    """What is found by typing: a case, or a contact point in it."""

    case_id: UUID
    contact_id: UUID | None = None


Sought: TypeAlias = int | SearchHit
"""A case by its place, as there are many, or a contact point."""

FoundBy: TypeAlias = tuple[tuple["Reachable", ...], tuple[Searchable[Sought], ...]]
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
    names: dict[int | None, Any] = field(default_factory=dict, repr=False, compare=False)
    """What every case is found by (`FoundBy`), by place, and what all are, as it was last worked
    out: by whatever list of these units."""

    @property
    def shelves(self) -> Sequence[Shelf[Sought]]:
        """Places first, then departments, persons and numbers within them; what is not there yet is
        made."""
        while self.get_ready():
            pass
        return self._made

    @property
    def is_ready(self) -> bool:
        """Whether all of that is there."""
        people, _ = self.names.get(None, (None, ()))
        return people is self.contacts

    def get_ready(self) -> bool:
        """Make a little of it, while nobody waits for it; whether anything was left to do."""
        return next(self._making, _DONE) is not _DONE

    @cached_property
    def _making(self) -> Iterator[None]:
        return self._make()

    @cached_property
    def _made(self) -> list[Shelf[Sought]]:
        return self.names[None][1] if self.is_ready else []

    def _make(self) -> Iterator[None]:
        """Make what is not there yet, and rest behind each shelf."""
        if self.is_ready and self._made:
            return
        within = list[Searchable[Sought]]()
        for shelf in shelved(self._places(within)):
            self._made.append(shelf)
            yield
        for shelf in shelved(within):
            self._made.append(shelf)
            yield
        self.names[None] = self.contacts, self._made

    def _places(self, within: list[Searchable[Sought]]) -> Iterator[Searchable[Sought]]:
        """What is found of each case, by place; and what `within` it."""
        for itself, *others in map(self._find, range(len(self.cases))):
            within.extend(others)
            yield itself

    def _find(self, place: int) -> tuple[Searchable[Sought], ...]:
        """What a case is found by, and those within it."""
        people = self.contacts.get(self.cases.case_id(place), ())
        known: FoundBy | None = self.names.get(place)
        if known is None or known[0] is not people:
            unit = self.cases.unit(place)
            itself: Searchable[Sought] = searchable(place, unit, self.survey.frame)
            known = people, (itself, *(self._person(one, unit) for one in people))
            self.names[place] = known
        return known[1]

    def _person(self, contact: Reachable, unit: Unit) -> Searchable[Sought]:
        number = show_phone(contact.phone) if contact.phone else ""
        digits = "".join(number.split())
        # One that nobody knows is told of where its case is opened: all others are found.
        known = self.survey.departments.__members__.get(contact.department)
        names = contact.person, contact.department_name, str(known.label) if known else ""
        hit = SearchHit(contact.case_id, contact.id)
        return Searchable.of(hit, (*names, number, digits), (unit.name, unit.group.name))

    def hits(self, typed: str) -> tuple[SearchHit, ...]:
        """What is found by what is typed, best first; where enough is found in what is ready, it is
        that."""
        return tuple(
            one if isinstance(one, SearchHit) else SearchHit(self.cases.case_id(one))
            for one in self._sought(_as_listed(typed), self.survey.frame.around_names)
        )

    def _sought(self, words: str, around: frozenset[str]) -> tuple[Sought, ...]:
        while not (first := rank_first(words, self._made, HITS, around)):
            if not self.get_ready():
                return rank(words, self._made, HITS, around)
        return first

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
