"""The cases as the call list reads them: one row a case, made into one when somebody looks at it.

A row is what the SELECT below finds, in plain SQL that both engines take, so that the first list
can be read before the libraries are loaded that everything else goes through.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final, NamedTuple, Self
from uuid import UUID

from db.kept_rows import (
    ATTEMPTS,
    GIVEN_TO,
    HELD_BY,
    HOLDER,
    ID,
    LANE,
    OWNER,
    STATE,
    UNTIL,
    CaseRow,
    KeptRows,
)
from db.plain_sql import moment
from db.records import Holder
from db.unit_rows import GROUP, known_code, unit_columns, unit_of
from schemas.calls.departments import Department
from schemas.calls.ranking.cases import CaseState, GivenTo
from schemas.calls.ranking.lanes import Lane
from schemas.calls.ranking.roll import Roll
from schemas.calls.ranking.summary_data import found_from, state_from
from schemas.calls.settings import Settings
from schemas.calls.whereabouts import FoundAt
from schemas.frame.design import FrameDesign
from schemas.frame.units import Unit

_HELD: Final = """
  SELECT c.id, c.held_by, p.name, c.lease_expires_at
    FROM survey_case AS c JOIN interviewer AS p ON p.id = c.held_by WHERE c.held_by IS NOT NULL
"""
"""Few cases are held: to look for the holder of each would take as long as all the rest."""


def select_case_rows(dialect: str) -> str:
    """The rows of all cases."""
    key = "{}" if dialect == "sqlite" else "replace(CAST({} AS text), '-', '')"
    id, held_by, given_to = map(key.format, ("s.case_id", "h.held_by", "s.given_to"))
    return (
        f"SELECT {unit_columns(dialect)}, s.lane, s.attempts, s.state,"
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
        """What the place of a case depends on."""
        return state_from(
            row[STATE],
            UUID(int=row[ID]),
            self.unit(row),
            _holder(row),
            _owner(row),
            self.department,
            self.settings,
        )

    def department(self, slug: str) -> Department:
        """A department of the survey; raises UnknownCode where it has none such."""
        department: Department = known_code(self.departments.__members__, slug)
        return department


class CaseRows(Roll):
    """All cases as rows: those that the rules must look at are made, others when they are seen."""

    def __init__(
        self, rows: KeptRows, readers: Readers, made: Mapping[int, CaseState] | None = None
    ) -> None:
        self.rows = rows
        self.readers = readers
        self._made = made if made is not None else self._make()

    @classmethod
    def found(cls, rows: Iterable[CaseRow], readers: Readers) -> Self:
        """Rows as they were found."""
        return cls(KeptRows.found(rows), readers)

    def _make(self) -> Mapping[int, CaseState]:
        live = self._by_lane.get(Lane.live.value, ())
        return {place: self.readers.state(self.rows[place]) for place in live}

    @cached_property
    def _by_lane(self) -> Mapping[str, Sequence[int]]:
        return self.rows.grouped(_lane)

    def by(self, readers: Readers) -> CaseRows:
        """The same cases, by these settings."""
        return self if readers == self.readers else CaseRows(self.rows, readers)

    def after(self, changed: Iterable[CaseRow]) -> CaseRows:
        """The same with some rows as they are now; KeyError where one is of a case not here."""
        anew = {self._place(int(row[ID], 16)): row for row in changed}
        rows, made = self.rows.after(anew), dict(self._made)
        for place in anew:
            made.pop(place, None)
            row = rows[place]
            if _lane(row) == Lane.live.value:
                made[place] = self.readers.state(row)
        return CaseRows(rows, self.readers, dict(sorted(made.items())))

    def found_at(self) -> Iterator[FoundAt]:
        """Of every finished case, where the right person sat and who sent us there."""
        for place in self.rows.grouped(_is_called).get(True, ()):
            row = self.rows[place]
            found = found_from(row[STATE], self.readers.unit(row), self.readers.department)
            if found:
                yield found

    # ── As the ranking asks for them ─────────────────────────────────────────────────────────────

    def __len__(self) -> int:
        return len(self.rows)

    @cached_property
    def live(self) -> Sequence[CaseState]:
        """The cases that the rules must look at."""
        return tuple(self._made.values())

    @cached_property
    def lanes(self) -> Mapping[Lane, Sequence[int]]:
        """The places of all others, in order, by the lane that they lie in."""
        others = self._by_lane.keys() - {Lane.live.value}
        return {Lane(name): self._by_lane[name] for name in sorted(others)}

    def case(self, place: int) -> CaseState:
        """The case at a place."""
        made = self._made.get(place)
        return self.readers.state(self.rows[place]) if made is None else made

    def place_of(self, case_id: UUID) -> int | None:
        """Where a case is, if it is here."""
        return self.rows.place_of(case_id.int)

    def _place(self, id: int) -> int:
        if (place := self.rows.place_of(id)) is None:
            raise KeyError(id)
        return place

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

    def attempts(self, place: int) -> int:
        """How many calls there have been in the case at a place."""
        attempts: int = self.rows.cell(place, ATTEMPTS)
        return attempts

    def given_to(self, places: Iterable[int], interviewer: UUID) -> list[int]:
        """Those of the places whose case is given to somebody."""
        return [place for place in places if self.rows.cell(place, GIVEN_TO) == interviewer.hex]

    def given_to_others(self, places: Iterable[int], interviewer: UUID) -> list[int]:
        """Those of the places whose case is given to somebody else."""
        nobody_else = {None, interviewer.hex}
        return [place for place in places if self.rows.cell(place, GIVEN_TO) not in nobody_else]

    def with_phone(self, places: Iterable[int], phones: Iterable[str]) -> list[int]:
        """Those of the places whose contact to dial has one of these numbers."""
        wanted = frozenset(phones)
        told = [json.dumps(phone, ensure_ascii=False) for phone in wanted]
        return [
            place
            for place in (places if told else ())
            if any(one in self.rows.cell(place, STATE) for one in told)
            and (contact := self.case(place).contact)
            and contact.phone in wanted
        ]


def _lane(row: CaseRow) -> str:
    """The lane that a case lies in: the rules look at whatever is held."""
    lane: str = row[LANE] if row[HELD_BY] is None else Lane.live.value
    return lane


def _is_called(row: CaseRow) -> bool:
    """Whether there has been a call in the case."""
    return bool(row[ATTEMPTS])


def _holder(row: CaseRow) -> Holder | None:
    if row[HELD_BY] is None:
        return None
    return Holder(UUID(row[HELD_BY]), row[HOLDER], moment(row[UNTIL]))


def _owner(row: CaseRow) -> GivenTo | None:
    return None if row[GIVEN_TO] is None else GivenTo(UUID(row[GIVEN_TO]), row[OWNER])
