"""The units as rows: a frame of many is there at once, and a unit is made when it is asked for."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Any, Final, TypeAlias, TypeVar

from db.problems import SpoiltUnit, UnknownCode
from schemas.frame.design import FrameDesign
from schemas.frame.frame import Frame
from schemas.frame.units import Group, Unit

T = TypeVar("T")

UnitCells: TypeAlias = tuple[Any, ...]
"""A row that begins with the columns of a unit."""

UNIT, NAME, SIZE, KIND, GROUP, FORM, OTHERS, MORE = range(8)


UNIT_COLUMNS: Final = """\
u.id, u.name, u.size, u.kind, u.group_id, nullif(u.language_form, ''),
       nullif(CAST(u.other_names AS text), '[]'), nullif(CAST(u.more AS text), '{}')"""
"""What is selected of a unit, in plain SQL; what most have is NULL, and takes no room."""


def by_number(dialect: str, number: str = "u.id") -> str:
    """By unit number, sign by sign as Python has it; written behind a SELECT."""
    return f" ORDER BY {number}" if dialect == "sqlite" else f' ORDER BY {number} COLLATE "C"'


def unit_of(design: FrameDesign, row: UnitCells) -> Unit:
    """The unit that a row is about; raises SpoiltUnit, and UnknownCode where the survey has no such
    kind or group.

    Where it is follows from its further columns, and is not stored.
    """
    told = _stored(row, MORE, dict)
    return Unit(
        id=row[UNIT],
        name=row[NAME],
        kind=known_code(design.kinds_by_id, row[KIND]),
        group=known_code(design.groups_by_id, row[GROUP]),
        other_names=tuple(_stored(row, OTHERS, list)),
        around=design.around(told),
        size=row[SIZE],
        language_form=row[FORM] or "",
        more=MappingProxyType(told),
    )


def _stored(row: UnitCells, place: int, form: type[T]) -> T:
    """What is kept as JSON there; raises SpoiltUnit where it has not that form."""
    try:
        told = _said(row[place]) if row[place] else form()
    except (ValueError, TypeError, RecursionError):
        told = None
    if not isinstance(told, form):
        raise SpoiltUnit(row[UNIT])
    return told


@lru_cache(maxsize=256)
def _said(text: str) -> Any:
    """What units near each other say alike is read once, and is one; nobody changes it."""
    return json.loads(text)


def known_code(codes: Mapping[str, Any], slug: str) -> Any:
    """What a slug stands for; raises UnknownCode."""
    if slug not in codes:
        raise UnknownCode(slug)
    return codes[slug]


class FrameOfRows(Frame):
    """All units, as rows that are `read` when somebody first asks for one."""

    def __init__(self, design: FrameDesign, read: Callable[[], Sequence[UnitCells]]) -> None:
        super().__init__(design)
        self._read = read
        self._made: dict[str, Unit] = {}

    @cached_property
    def rows(self) -> Sequence[UnitCells]:
        """The rows, by unit number."""
        return self._read()

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """All of them, each made: for whoever goes through all names."""
        return tuple(self[row[UNIT]] for row in self.rows)

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {row[UNIT]: place for place, row in enumerate(self.rows)}

    def __len__(self) -> int:
        return len(self.rows)

    def __contains__(self, unit_id: object) -> bool:
        return unit_id in self._places

    def __getitem__(self, unit_id: str) -> Unit:
        """The unit with this id; a `KeyError` when there is none."""
        if (made := self._made.get(unit_id)) is None:
            made = self._made[unit_id] = unit_of(self.design, self.rows[self._places[unit_id]])
        return made

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The groups that any unit lies in, in the survey's order."""
        used = {row[GROUP] for row in self.rows}
        return tuple(group for group in self.design.groups if group.id in used)

    def same_name(self, unit: Unit) -> tuple[Unit, ...]:
        """The other units of the same name, which must not be mistaken for this one."""
        ids = (row[UNIT] for row in self.rows if row[NAME] == unit.name)
        return tuple(self[id] for id in ids if id != unit.id)
