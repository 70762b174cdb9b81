"""The rows of all cases as they are kept: a row is put together when somebody looks at it.

There may be very many, and most say the same in most columns.  So what a row has alone lies in
columns, and the rest, `alike`, once for all that say the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, TypeAlias, overload

from db.unit_rows import FORM, GROUP, KIND, MORE, NAME, OTHERS, SIZE, UNIT

CaseRow: TypeAlias = tuple[Any, ...]

ID, LANE, ATTEMPTS, STATE, HELD_BY, HOLDER, UNTIL, GIVEN_TO, OWNER = range(8, 17)
"""Behind the columns of the unit; the case by the number of its id."""

_OF_CASE: Final = (LANE, ATTEMPTS, STATE, HELD_BY, HOLDER, UNTIL, GIVEN_TO, OWNER)
_ALIKE: Final = {
    column: nth for nth, column in enumerate((KIND, GROUP, FORM, OTHERS, MORE, *_OF_CASE))
}
"""The columns in which most rows say the same, and where each of them lies in what is alike."""

BYTES: Final = 16
"""Of an id."""


class KeptRows(Sequence[CaseRow]):
    """Rows in their order; `rows[place]` is one of them, with all its columns."""

    def __init__(self) -> None:
        self._units: list[str] = []
        self._names: list[str] = []
        self._sizes: list[int | None] = []
        self._ids = bytearray()
        self._alike: list[CaseRow] = []

    @classmethod
    def found(cls, rows: Iterable[CaseRow]) -> KeptRows:
        """Rows as the database gives them."""
        kept, once = cls(), dict[Any, Any]()
        for row in rows:
            kept._units.append(row[UNIT])
            kept._names.append(row[NAME])
            kept._sizes.append(once.setdefault(row[SIZE], row[SIZE]))
            kept._ids += bytes.fromhex(row[ID])
            alike = _alike(row)
            # What has happened in a case is hardly ever what has happened in another one.
            kept._alike.append(alike if row[ATTEMPTS] else once.setdefault(alike, alike))
        return kept

    def after(self, changed: Mapping[int, CaseRow]) -> KeptRows:
        """The same with other rows at some places, as the database gives them."""
        kept = KeptRows()
        kept._units, kept._names = self._units.copy(), self._names.copy()
        kept._sizes, kept._alike = self._sizes.copy(), self._alike.copy()
        kept._ids = self._ids
        for place, row in changed.items():
            kept._units[place], kept._names[place] = row[UNIT], row[NAME]
            kept._sizes[place], kept._alike[place] = row[SIZE], _alike(row)
        return kept

    def column(self, column: int) -> Iterator[Any]:
        """One of the columns in which most rows say the same, row by row."""
        nth = _ALIKE[column]
        return (alike[nth] for alike in self._alike)

    def cell(self, place: int, column: int) -> Any:
        """A cell of one of those."""
        return self._alike[place][_ALIKE[column]]

    def unit_id(self, place: int) -> str:
        """The number of the unit at a place."""
        return self._units[place]

    def id(self, place: int) -> int:
        """The number of the id of the case at a place."""
        return int.from_bytes(self._ids[place * BYTES : (place + 1) * BYTES], "big")

    def __len__(self) -> int:
        return len(self._units)

    @overload
    def __getitem__(self, place: int) -> CaseRow: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[CaseRow]: ...
    def __getitem__(self, place: int | slice) -> CaseRow | Sequence[CaseRow]:
        """The row at a place, or those at several."""
        if isinstance(place, slice):
            return [self[one] for one in range(len(self))[place]]
        return self._row(range(len(self))[place])

    def __iter__(self) -> Iterator[CaseRow]:
        """One after the other."""
        return map(self._row, range(len(self)))

    def _row(self, place: int) -> CaseRow:
        kind, group, form, others, more, *of_case = self._alike[place]
        unit = (self._units[place], self._names[place], kind, group, self._sizes[place])
        return (*unit, form, others, more, self.id(place), *of_case)


def _alike(row: CaseRow) -> CaseRow:
    return tuple(row[column] for column in _ALIKE)
