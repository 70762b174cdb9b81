"""Everything that was typed, talk by talk: in which interview, with whom, by whom, how worded.

Of most entries that is what it is of the one before, so it is looked up for all of them at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, groupby
from operator import itemgetter
from typing import NamedTuple

from db.exports.record_sources import OWN, SHARED, UNKNOWN, following, interviewers, typed
from db.exports.sources import literal
from db.plain_sql import Cells, Reads
from schemas.questionnaire.questionnaire import Questionnaire


@dataclass(frozen=True, slots=True, eq=False)
class Situation:
    """In which interview something happened, by whom, in which call, and who was on the line.

    There is one for many events, so it is looked for by what it is, and not by what is in it.
    """

    unit_id: str
    interview_id: str
    interviewer: int | None
    interviewer_name: str | None
    call_no: int | None = None
    informant_id: str | None = None
    department: str | None = None
    person: str | None = None
    language: str | None = None


class Talk(NamedTuple):
    """What was typed in one situation, in order.

    Of each entry there is what it has of its `OWN`, as it is stored.
    """

    situation: Situation
    entries: Sequence[Cells]


def talks(reads: Reads, questionnaire: type[Questionnaire], *, contacts: bool) -> Iterator[Talk]:
    """Everything that was answered and remarked on, by unit, in the order in which it was.

    Who somebody is is read only for an export with `contacts`.
    """
    own, shared = itemgetter(OWN), itemgetter(SHARED)
    entries = chain.from_iterable(reads.portions(typed(questionnaire, contacts=contacts)))
    known, people = _Known(reads, ()), interviewers(reads)
    for (id, informant, call, by, language), run in groupby(entries, shared):
        if id not in known.units:
            known = _Known(reads, reads.rows(following(questionnaire, id)))
        who = people.get(by, UNKNOWN)
        there = *known.calls[call], informant, *known.persons[informant], language
        yield Talk(Situation(known.units[id], id, *who, *there), list(map(own, run)))


class _Known:
    """Of some interviews the units, and by id the calls and whoever is on the line."""

    def __init__(self, reads: Reads, interviews: Sequence[Cells]) -> None:
        self._reads, self.units = reads, {id: unit for unit, id in interviews}

    @cached_property
    def calls(self) -> _Found:
        return _Found(self._reads, "call_attempt", ("number",), self.units)

    @cached_property
    def persons(self) -> _Found:
        return _Found(self._reads, "contact_point", ("department", "person"), self.units)


class _Found(dict[str | None, Cells]):
    """Columns of a table by id: read for whole cases, and one by one where it is another's."""

    def __init__(
        self, reads: Reads, table: str, columns: Sequence[str], interviews: Iterable[str]
    ) -> None:
        super().__init__({None: [None for _ in columns]})
        self._rows = reads.rows
        self._found = f"SELECT CAST(id AS text), {', '.join(columns)} FROM {table}"
        ids = ", ".join(map(literal, interviews))
        self._read(f"case_id IN (SELECT case_id FROM interview WHERE id IN ({ids}))")

    def __missing__(self, id: str) -> Cells:
        self._read(f"id = {literal(id)}")
        return self.setdefault(id, self[None])

    def _read(self, which: str) -> None:
        self.update((id, found) for id, *found in self._rows(f"{self._found} WHERE {which}"))
