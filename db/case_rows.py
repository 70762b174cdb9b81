"""The cases as the call list reads them: one row a case, made into one when somebody looks at it.

A row is what the SELECT below finds, in plain SQL that both engines take, so that the first list
can be read before the libraries are loaded that everything else goes through.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import chain
from typing import Final, NamedTuple, Self, TypeAlias
from uuid import UUID

from db.kept_rows import (
    GIVEN_TO,
    HELD_BY,
    HOLDER,
    ID,
    OWNER,
    STATE,
    UNTIL,
    CaseRow,
    KeptRows,
)
from db.lying import Lying, part_of
from db.plain_sql import Reads, id_in, moment
from db.stored_json import made_of
from db.unit_rows import GROUP, UNIT, UNIT_COLUMNS, by_number, known_code, unit_of
from schemas.calls.departments import Department
from schemas.calls.ranking.cases import CaseState, GivenTo, Holder
from schemas.calls.ranking.lanes import LIVE, NEW, SETTLED, Lane, Parts, nth_of
from schemas.calls.ranking.roll import Roll
from schemas.calls.ranking.summary_data import found_from, state_from
from schemas.calls.settings import Settings
from schemas.calls.whereabouts import FoundAt
from schemas.frame.design import FrameDesign
from schemas.frame.units import Unit

ANYBODY: Final = UUID(int=0)
"""Whose id is behind this one.  That a case is not held by nobody would tell the same, but of all
cases: what is between two values an index finds."""

_STATE: Final = "case_summary.state"

_HELD: Final = f"""
  SELECT c.id, c.held_by, p.name, c.lease_expires_at
    FROM survey_case AS c JOIN interviewer AS p ON p.id = c.held_by
   WHERE c.held_by > '{ANYBODY.hex}'
"""
"""Few cases are held: to look for the holder of each would take as long as all the rest."""


def select_case_rows(dialect: str) -> str:
    """The rows of all cases."""
    key = "{}" if dialect == "sqlite" else "replace(CAST({} AS text), '-', '')"
    id, held_by, given_to = map(key.format, ("s.case_id", "h.held_by", "s.given_to"))
    return (
        f"SELECT {UNIT_COLUMNS}, s.lane, s.attempts, s.state,"
        f" {held_by}, h.name, h.lease_expires_at, {given_to}, g.name, {id}"
        " FROM unit AS u JOIN case_summary AS s ON s.unit_id = u.id"
        f" LEFT JOIN ({_HELD}) AS h ON h.id = s.case_id"
        " LEFT JOIN interviewer AS g ON g.id = s.given_to"
    )


class Readers(NamedTuple):
    """What a row is read by: the survey's units and departments, and the settings."""

    design: FrameDesign
    departments: type[Department]
    settings: Settings

    def unit(self, row: CaseRow) -> Unit:
        """The unit that a row is about."""
        return unit_of(self.design, row)

    def state(self, row: CaseRow) -> CaseState:
        """What the place of a case depends on; raises SpoiltContent."""
        unit, holder, owner = self.unit(row), _holder(row), _owner(row)
        with made_of(_STATE):
            return state_from(
                row[STATE],
                UUID(int=row[ID]),
                unit,
                holder,
                owner,
                self.department,
                self.settings,
            )

    def department(self, slug: str) -> Department:
        """A department of the survey; raises UnknownCode where it has none such."""
        department: Department = known_code(self.departments.__members__, slug)
        return department


Asked: TypeAlias = dict[tuple[tuple[Lane, ...], str], frozenset[int]]
"""Where the cases are, in some lanes, whose state has a text in it: what was once asked for."""


class CaseRows(Roll):
    """All cases as rows: those that the rules must look at are made, others when they are seen."""

    def __init__(self, rows: KeptRows, readers: Readers, lying: Lying) -> None:
        self.rows = rows
        self.readers = readers
        self._lying = lying
        self._asked: Asked = {}
        self._made = dict[int, tuple[CaseRow, CaseState]]()
        """Cases that are looked at whenever the list is ranked, each with what its row said."""
        self._found = dict[int, tuple[str, FoundAt | None]]()
        """Where the right person sat in those that one has looked at for it, likewise."""

    @classmethod
    def found(cls, rows: Iterable[CaseRow], readers: Readers) -> Self:
        """Rows as they were found."""
        kept = KeptRows.found(rows)
        return cls(kept, readers, Lying.found(kept))._with_live_ones()

    def by(self, readers: Readers) -> CaseRows:
        """The same cases, by these settings."""
        if readers == self.readers:
            return self
        return CaseRows(self.rows, readers, self._lying)._with_live_ones()

    def after(self, changed: Iterable[CaseRow]) -> CaseRows:
        """The same with some rows as they are now; KeyError where one is of a case not here."""
        told = {self._place(row[UNIT]): row for row in changed}
        anew = {place: row for place, row in told.items() if not self.rows.says(place, row)}
        if not anew:
            return self
        rows = self.rows.after(anew)
        now = CaseRows(rows, self.readers, self._lying.after(self.rows, rows, anew))
        now._asked = dict(self._asked_after(rows, anew))
        # The same ones, and no copies: what was made of a row is told apart by what the row said.
        now._made, now._found = self._made, self._found
        now.worked_out = self.worked_out.after(anew.keys())
        for place in anew:
            now._made.pop(place, None)
            if nth_of(place, now.live) is not None:
                now._kept(place)
        return now

    def _asked_after(
        self, rows: KeptRows, anew: Collection[int]
    ) -> Iterator[tuple[tuple[tuple[Lane, ...], str], frozenset[int]]]:
        lying = {place: part_of(rows, place).lane for place in anew}
        for (lanes, text), found in tuple(self._asked.items()):
            here = [place for place, lane in lying.items() if lane in lanes]
            yield (lanes, text), found.difference(anew).union(rows.saying(text, here))

    def _with_live_ones(self) -> Self:
        """With each made that the rules must look at."""
        for place in self.live:
            self._kept(place)
        return self

    def _place(self, unit_id: str) -> int:
        if (place := self.rows.place_of_unit(unit_id)) is None:
            raise KeyError(unit_id)
        return place

    def found_at(self) -> Iterator[FoundAt]:
        """Of every finished case, where the right person sat and who sent us there."""
        for place in sorted(self._in((Lane.live, *SETTLED))):
            says: str = self.rows.cell(place, STATE)
            known = self._found.get(place)
            if known is None or known[0] != says:
                with made_of(_STATE):
                    found = found_from(says, partial(self.unit, place), self.readers.department)
                known = self._found[place] = says, found
            if known[1]:
                yield known[1]

    # ── As the ranking asks for them ─────────────────────────────────────────────────────────────

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def live(self) -> Sequence[int]:
        """Where the cases are that the rules must look at, in order."""
        return self._lying.parts.get(LIVE, ())

    @property
    def parts(self) -> Parts:
        """Where all others are."""
        return {part: places for part, places in self._lying.parts.items() if part != LIVE}

    @property
    def uncalled(self) -> Mapping[str, Sequence[int]]:
        """By group, where there has been no call."""
        return self._lying.uncalled

    @property
    def sizes(self) -> Mapping[str, int]:
        """How many units each group has."""
        return self._lying.sizes

    def case(self, place: int) -> CaseState:
        """The case at a place."""
        return self._kept(place) if place in self._made else self.readers.state(self.rows[place])

    def _kept(self, place: int) -> CaseState:
        """The same, made once for all times that the list is ranked."""
        says, made = self.rows.alike(place), self._made.get(place)
        if made is None or made[0] != says:
            made = self._made[place] = says, self.readers.state(self.rows[place])
        return made[1]

    def place_of(self, case_id: UUID) -> int | None:
        """Where a case is, if it is here."""
        return self.rows.place_of(case_id.int)

    def case_id(self, place: int) -> UUID:
        """Which case is at a place."""
        return UUID(int=self.rows.id(place))

    def unit(self, place: int) -> Unit:
        """The unit of the case at a place."""
        return self.readers.unit(self.rows[place])

    def unit_id(self, place: int) -> str:
        """The number of that unit."""
        return self.rows.unit_id(place)

    def group_id(self, place: int) -> str:
        """The group that the unit lies in."""
        group_id: str = self.rows.cell(place, GROUP)
        return group_id

    def with_phone(self, phones: Collection[str]) -> Collection[int]:
        """Where others are that nobody has called, and whose contact to dial has such a number."""
        told = {phone: json.dumps(phone, ensure_ascii=False) for phone in phones}
        return [
            place
            for phone, text in told.items()
            for place in self._all_saying(text, NEW)
            if (contact := self._kept(place).contact) and contact.phone == phone
        ]

    def called_on(self, day: date) -> Iterable[int]:
        """Where at least the cases are whose last call was that day."""
        return chain(self.live, self._all_saying(json.dumps(day.isoformat()), SETTLED))

    def _all_saying(self, text: str, lanes: tuple[Lane, ...]) -> Iterable[int]:
        """Where the cases in some lanes are whose state has a text in it: looked for once."""
        if (found := self._asked.get((lanes, text))) is None:
            found = frozenset(self.rows.saying(text, self._in(lanes)))
            self._asked[lanes, text] = found
        return found

    def _in(self, lanes: Collection[Lane]) -> Iterator[int]:
        parts = self._lying.parts.items()
        return chain.from_iterable(places for part, places in parts if part.lane in lanes)


def read_case_rows(reads: Reads, settings: Settings) -> CaseRows:
    """All cases as they are, by unit number."""
    readers = Readers(reads.survey.frame, reads.survey.departments, settings)
    rows = reads.rows(select_case_rows(reads.dialect) + by_number(reads.dialect))
    return CaseRows.found(map(tuple, rows), readers)


def _holder(row: CaseRow) -> Holder | None:
    if row[HELD_BY] is None:
        return None
    return Holder(id_in(row[HELD_BY]), row[HOLDER], moment(row[UNTIL]))


def _owner(row: CaseRow) -> GivenTo | None:
    return None if row[GIVEN_TO] is None else GivenTo(id_in(row[GIVEN_TO]), row[OWNER])
