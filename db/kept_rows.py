"""The rows of all cases as they are kept: a row is put together when somebody looks at it.

There may be very many, and most say the same in most columns.  So what a row has alone lies in
columns without gaps, and the rest, `alike`, once for all that say the same.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, compress, count, islice
from operator import itemgetter
from typing import Any, Final, TypeAlias, TypeVar, overload

from db.unit_rows import KIND, NAME, SIZE, UNIT

CaseRow: TypeAlias = tuple[Any, ...]
Key = TypeVar("Key", str, bool)

LANE, ATTEMPTS, STATE, HELD_BY, HOLDER, UNTIL, GIVEN_TO, OWNER, ID = range(8, 17)
"""Behind the columns of the unit; the case by the number of its id, as found in hexadecimal."""

_ALIKE: Final = slice(KIND, ID)
"""The columns in which most rows say the same."""

BYTES: Final = 16
"""Of an id."""

TOGETHER: Final = 1_000
"""So many rows are put away at once."""

_NO_SIZE: Final = -1


class KeptRows(Sequence[CaseRow]):
    """Rows in their order; `rows[place]` is one of them, with all its columns."""

    def __init__(self) -> None:
        self._units = PackedTexts()
        self._names = PackedTexts()
        self._sizes = array("q")
        self._ids = bytearray()
        self._alike: list[CaseRow] = []
        self._which = array("I")

    @classmethod
    def found(cls, rows: Iterable[CaseRow]) -> KeptRows:
        """Rows as the database gives them."""
        kept, once = cls(), dict[CaseRow, int]()
        coming = iter(rows)
        while some := list(islice(coming, TOGETHER)):
            kept._units.extend([row[UNIT] for row in some])
            kept._names.extend([row[NAME] for row in some])
            kept._sizes.extend([row[SIZE] if type(row[SIZE]) is int else _NO_SIZE for row in some])
            kept._ids += bytes.fromhex("".join([row[ID] for row in some]))
            kept._which.extend([once.setdefault(row[_ALIKE], len(once)) for row in some])
        kept._alike = list(once)
        return kept

    def after(self, changed: Mapping[int, CaseRow]) -> KeptRows:
        """The same with what has become of the cases at some places; units stay what they are."""
        kept = KeptRows()
        kept._units, kept._names = self._units, self._names
        kept._sizes, kept._ids = self._sizes, self._ids
        kept._alike, kept._which = self._alike.copy(), self._which[:]
        for place, row in changed.items():
            kept._which[place] = len(kept._alike)
            kept._alike.append(row[_ALIKE])
        return kept._without_gone() if len(kept._alike) > len(kept) + TOGETHER else kept

    def _without_gone(self) -> KeptRows:
        """What no row says any more is let go."""
        used = {nth: place for place, nth in enumerate(sorted(set(self._which)))}
        self._alike = [self._alike[nth] for nth in used]
        self._which = array("I", map(used.__getitem__, self._which))
        return self

    def grouped(self, key: Callable[[CaseRow], Key]) -> Mapping[Key, array[int]]:
        """Where the rows are, by a `key` that is told by the columns in which most say the same."""
        blank = (None,) * KIND
        keys = [key(blank + alike) for alike in self._alike]
        return {one: array("I", self._places(keys, one)) for one in set(keys)}

    def _places(self, keys: Sequence[Key], one: Key) -> Iterator[int]:
        are_wanted = [key == one for key in keys]
        return compress(count(), map(are_wanted.__getitem__, self._which))

    def said(self, column: int) -> set[Any]:
        """All that any row says in one of those columns."""
        return set(map(itemgetter(column - KIND), self._alike))

    def cell(self, place: int, column: int) -> Any:
        """A cell of one of those columns."""
        return self._alike[self._which[place]][column - KIND]

    def unit_id(self, place: int) -> str:
        """The number of the unit at a place."""
        return self._units[place]

    def id(self, place: int) -> int:
        """The number of the id of the case at a place."""
        return int.from_bytes(self._ids[place * BYTES : (place + 1) * BYTES], "big")

    def place_of(self, id: int) -> int | None:
        """Where the case with that id is; None where it is not here."""
        wanted = id.to_bytes(BYTES, "big")
        at = self._ids.find(wanted)
        while at > 0 and at % BYTES:  # the end of one id and the beginning of the next
            at = self._ids.find(wanted, at + 1)
        return None if at < 0 else at // BYTES

    def __len__(self) -> int:
        return len(self._which)

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
        size = self._sizes[place]
        unit = self._units[place], self._names[place], None if size == _NO_SIZE else size
        return (*unit, *self._alike[self._which[place]], self.id(place))


class PackedTexts:
    """Texts, one behind the other in a few: each alone takes five times the room."""

    def __init__(self) -> None:
        self._packs: list[str] = []
        self._ends = array("I")

    def extend(self, texts: Sequence[str]) -> None:
        """So many more: `TOGETHER`, but for the last."""
        self._packs.append("".join(texts))
        self._ends.extend(accumulate(map(len, texts)))

    def __getitem__(self, place: int) -> str:
        begins = self._ends[place - 1] if place % TOGETHER else 0
        return self._packs[place // TOGETHER][begins : self._ends[place]]
