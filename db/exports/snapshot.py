"""All that an export needs, as it was at one moment, without keeping anybody waiting.

Rows are read where a table asks for them, as often as it does, and none is kept: how many there are
makes no difference to the memory.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from functools import cache, cached_property, partial
from typing import Any, Generic, NamedTuple, TypeVar, get_args, get_type_hints
from uuid import UUID

from db.claim_forms import claim_forms_in, claim_in
from db.compared import reasons_in
from db.exports import record_sources, sources
from db.exports.claim_table import Claimed
from db.exports.talks import TypedTalk, talks
from db.followed import Told, each_followed, each_result
from db.open_codes import codes_in, coding_of
from db.plain_sql import Cells, Looked, Reads, StoredMoment, day, id_in, moment, stored_moment
from db.stamp import DataStamp, stamp_in
from db.standings import standing_by_unit
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.review.coding.answers import Coding
from schemas.review.coding.open_codes import Codes
from schemas.review.decisions import Standing
from schemas.review.followed import Followed

Row = TypeVar("Row", bound=tuple[Any, ...])


class Found(Generic[Row]):
    """The rows of a query; whoever goes through them again reads them again."""

    def __init__(self, reads: Reads, kind: type[Row], sql: str) -> None:
        self._reads, self._sql, self._make = reads, sql, making(kind)

    def __iter__(self) -> Iterator[Row]:
        for rows in self._reads.portions(self._sql):
            yield from map(self._make, rows)

    @cached_property
    def count(self) -> int:
        """How many there are."""
        ((number,),) = self._reads.rows(f"SELECT count(*) FROM ({self._sql}) AS found")
        return int(number)


@cache
def making(kind: type[Row]) -> Callable[[Cells], Row]:
    """How a row of a kind is made of what a query has found: moments and days are read as such."""
    made: Callable[[Cells], Row] = partial(tuple.__new__, kind)
    places = tuple(_to_be_read(kind))
    if not places:
        return made

    def read(row: Cells) -> Row:
        cells = list(row)
        for place, of in places:
            if (stored := cells[place]) is not None:
                cells[place] = of(stored)
        return made(cells)

    return read


def _to_be_read(kind: type[Any]) -> Iterator[tuple[int, Callable[[Any], date | str]]]:
    """Which cells of a row are moments and days, and how they are read."""
    for place, held in enumerate(get_type_hints(kind).values()):
        kinds = get_args(held) or (held,)
        if StoredMoment in kinds:
            yield place, stored_moment
        elif datetime in kinds:
            yield place, moment
        elif date in kinds:
            yield place, day


class _Rows(Generic[Row]):
    """The rows of one kind that a snapshot has: told what they are, and read when asked for."""

    def __init__(self, kind: type[Row], sql: str | Callable[[Snapshot], str]) -> None:
        self._kind, self._sql = kind, sql

    def __set_name__(self, _: type, name: str) -> None:
        self._name = name

    def __get__(self, taken: Snapshot, _: object = None) -> Found[Row]:
        sql = self._sql if isinstance(self._sql, str) else self._sql(taken)
        found = Found(taken.reads, self._kind, sql)
        vars(taken)[self._name] = found
        return found


class CodingNoted(NamedTuple):
    """What was said last of the codes of an answer, and by whom."""

    coding: Coding
    coder: int
    coder_name: str


class Snapshot:
    """What the tables are made of, at one moment; who answered is read only with contacts.

    `typed_so_far` is what was answered in interviews that have only been `begun`.
    """

    reads: Reads
    asked: type[Questionnaire]
    with_contacts: bool

    finished = _Rows(
        sources.Finished,
        lambda taken: sources.finished(taken.asked, contacts=taken.with_contacts),
    )
    remarks = _Rows(sources.RemarkRow, lambda taken: sources.remarks(taken.asked))
    remarked = _Rows(sources.Remarked, lambda taken: sources.remarked(taken.asked))
    calls = _Rows(sources.CallRow, sources.CALLS)
    redirects = _Rows(sources.Referral, sources.REDIRECTS)
    contacts = _Rows(sources.Contact, sources.CONTACTS)
    called_departments = _Rows(sources.CalledDepartment, sources.CALLED_DEPARTMENTS)
    redirected_between = _Rows(sources.RedirectedBetween, sources.REDIRECTED_BETWEEN)
    decisions = _Rows(record_sources.DecisionMade, record_sources.DECISIONS)
    appointments = _Rows(record_sources.AppointmentMade, record_sources.APPOINTMENTS)
    undone = _Rows(record_sources.DeedUndone, record_sources.UNDONE)
    openings = _Rows(record_sources.OpeningTold, record_sources.OPENINGS)
    assignments = _Rows(record_sources.CaseGiven, record_sources.ASSIGNMENTS)
    notes = _Rows(record_sources.CaseNoted, record_sources.NOTES)
    begun = _Rows(record_sources.Begun, lambda taken: record_sources.begun(taken.asked))
    typed_so_far = _Rows(
        record_sources.TypedSoFar,
        lambda taken: record_sources.typed_so_far(taken.asked, contacts=taken.with_contacts),
    )
    confirmed = _Rows(record_sources.Noted, lambda taken: record_sources.confirmed(taken.asked))
    revealed = _Rows(record_sources.Noted, lambda taken: record_sources.revealed(taken.asked))
    completed = _Rows(record_sources.Noted, lambda taken: record_sources.completed(taken.asked))

    def __init__(self, reads: Reads, source: Looked, *, contacts: bool) -> None:
        self.frame = source.frame
        self.reads, self.asked = reads, reads.survey.questionnaire
        self.with_contacts = contacts

    def talks(self) -> Iterator[TypedTalk]:
        """All that was typed."""
        return talks(self.reads, self.asked, contacts=self.with_contacts)

    @cached_property
    def steps_back(self) -> Sequence[record_sources.SteppedBack]:
        """The steps back that no answer followed."""
        return record_sources.steps_back(self.reads, self.asked)

    def cases(self) -> Iterator[Followed]:
        """What every case has come to."""
        claims = {one.form.unit_id: one.claim for one in self.forms}
        told = Told(self.standings, claims, reasons_in(self.reads))
        return each_followed(self.reads, each_result(self.reads, self.frame), told)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Everybody in a case whose name we know, by unit; of the others, nothing."""
        names: defaultdict[str, str] = defaultdict(str)
        for unit, person in self.reads.rows(sources.NAMES):
            names[unit] += f" {person}"
        return names

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """What counts of all that was decided."""
        return standing_by_unit(self.reads)

    @cached_property
    def people(self) -> Mapping[UUID, tuple[int, str]]:
        """Everybody who has sat down, with number and name."""
        found = self.reads.rows(f"SELECT p.id, p.number, p.name FROM {sources.PEOPLE} AS p")
        return {id_in(id): (number, name) for id, number, name in found}

    @cached_property
    def forms(self) -> Sequence[Claimed]:
        """What the units said in an earlier phase."""
        forms = claim_forms_in(self.reads).values()
        return [Claimed(form, claim_in(self.reads.survey, form)) for form in forms]

    @cached_property
    def codes(self) -> Codes:
        """The codes that answers are put under."""
        return codes_in(self.reads)

    @cached_property
    def codings(self) -> Mapping[str, Mapping[tuple[str, int | None], CodingNoted]]:
        """The latest of every answer, by interview, then by question and item."""
        found: dict[str, dict[tuple[str, int | None], CodingNoted]] = {}
        for *told, interview, number, name in self.reads.rows(sources.CODINGS):
            coding = coding_of(told)
            noted = CodingNoted(coding, number, name)
            found.setdefault(interview, {})[coding.question, coding.item] = noted
        return found

    @cached_property
    def stamp(self) -> DataStamp:
        """Which database it was, and when."""
        return stamp_in(self.reads)


@contextmanager
def snapshot(source: Looked, *, contacts: bool = False) -> Iterator[Snapshot]:
    """What there is now; who answered only with `contacts`."""
    with source.moment() as reads:
        yield Snapshot(reads, source, contacts=contacts)
