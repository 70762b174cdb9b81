"""Everything that was typed, talk by talk: in which interview, with whom, by whom, how worded.

Of most entries that is what it is of the one before, so it is looked up for all of them at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, groupby
from operator import itemgetter
from typing import Final, NamedTuple

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


class TypedTalk(NamedTuple):
    """What was typed in one situation, in order.

    Of each entry there is what it has of its `OWN`, as it is stored.
    """

    situation: Situation
    entries: Sequence[Cells]


def talks(
    reads: Reads, questionnaire: type[Questionnaire], *, contacts: bool
) -> Iterator[TypedTalk]:
    """Everything that was answered and remarked on, by unit, in the order in which it was.

    Answers that tell who somebody is are read only for an export with `contacts`.
    """
    own, shared = itemgetter(OWN), itemgetter(SHARED)
    entries = chain.from_iterable(reads.portions(typed(questionnaire, contacts=contacts)))
    units: dict[str, str] = {}
    people, persons, calls = interviewers(reads), _persons(reads), _calls(reads)
    for (id, informant, call, by, language), run in groupby(entries, shared):
        if id not in units:
            units = {one: unit for unit, one in reads.rows(following(questionnaire, id))}
            persons, calls = _persons(reads, units), _calls(reads, units)
        (number, name), (department, person) = people.get(by, UNKNOWN), persons[informant]
        there = *calls[call], informant, department, person, language
        yield TypedTalk(Situation(units[id], id, number, name, *there), list(map(own, run)))


class _InCases(dict[str | None, Cells]):
    """What a `table` has in its `columns` for the cases of some interviews, by id.

    It is read for all of those together; of another case, one by one.
    """

    def __init__(
        self, table: str, columns: Sequence[str], reads: Reads, interviews: Iterable[str] = ()
    ) -> None:
        self._unknown = (None,) * len(columns)
        super().__init__({None: self._unknown})
        self._reads = reads
        self._sql = f"SELECT CAST(id AS text), {', '.join(columns)} FROM {table}"
        if ids := ", ".join(map(literal, interviews)):
            self._read(f"case_id IN (SELECT case_id FROM interview WHERE id IN ({ids}))")

    def __missing__(self, id: str) -> Cells:
        self._read(f"id = {literal(id)}")
        return self.setdefault(id, self._unknown)

    def _read(self, which: str) -> None:
        self.update((id, told) for id, *told in self._reads.rows(f"{self._sql} WHERE {which}"))


_persons: Final = partial(_InCases, "contact_point", ("department", "person"))
"""The department and the name of whoever was on the line."""

_calls: Final = partial(_InCases, "call_attempt", ("number",))
"""The number of the call."""
