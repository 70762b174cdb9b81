"""The rows of all cases as they are kept: a row is put together when somebody looks at it.

There may be very many, and most say the same in most columns.  So what a row has alone lies in
columns without gaps, and the rest, `alike`, once for all that say the same.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from itertools import accumulate, chain, islice
from operator import itemgetter
from typing import Any, Final, TypeAlias, overload

from db.problems import SpoiltId
from db.unit_rows import KIND, NAME, SIZE, UNIT

CaseRow: TypeAlias = tuple[Any, ...]

LANE, ATTEMPTS, STATE, HELD_BY, HOLDER, UNTIL, GIVEN_TO, OWNER, ID = range(8, 17)
"""Behind the columns of the unit; the case by the number of its id, as found in hexadecimal."""

_ALIKE: Final = slice(KIND, ID)
"""The columns in which most rows say the same."""

BYTES: Final = 16
"""Of an id."""

TOGETHER: Final = 1_000
"""So many rows are put away at once."""

_NO_SIZE: Final = -1


def _ids(found: list[Any]) -> bytes:
    """Ids one behind the other, as long as each other; raises SpoiltId."""
    try:
        if all(len(one) == 2 * BYTES for one in found):
            return bytes.fromhex("".join(found))
    except (TypeError, ValueError):
        pass
    raise SpoiltId()


class KeptRows(Sequence[CaseRow]):
    """Rows by unit number; `rows[place]` is one of them, with all its columns."""

    def __init__(self) -> None:
        self._units = PackedTexts()
        self._names = PackedTexts()
        self._sizes = array("q")
        self._ids = bytearray()
        self._alike: list[CaseRow] = []
        self._which = array("I")
        self._now: Mapping[int, CaseRow] = {}
        """What has changed since, of so few that it takes no time to copy."""
        self._found = dict[int, int]()
        """Where the cases are that were looked for, by the number of the id."""

    @classmethod
    def found(cls, rows: Iterable[CaseRow]) -> KeptRows:
        """Rows as the database gives them."""
        kept, once = cls(), dict[CaseRow, int]()
        coming = iter(rows)
        while some := list(islice(coming, TOGETHER)):
            kept._units.extend([row[UNIT] for row in some])
            kept._names.extend([row[NAME] for row in some])
            kept._sizes.extend([row[SIZE] if type(row[SIZE]) is int else _NO_SIZE for row in some])
            kept._ids += _ids([row[ID] for row in some])
            kept._which.extend([once.setdefault(row[_ALIKE], len(once)) for row in some])
        kept._alike = list(once)
        return kept

    def after(self, changed: Mapping[int, CaseRow]) -> KeptRows:
        """The same with what has become of the cases at some places; units stay what they are."""
        kept = copy(self)
        kept._now = {**self._now, **{place: row[_ALIKE] for place, row in changed.items()}}
        return kept._put_away() if len(kept._now) > TOGETHER else kept

    def _put_away(self) -> KeptRows:
        """What has changed, among the rest; what no row says any more is let go."""
        once = dict[CaseRow, int]()
        alike = map(self.alike, range(len(self)))
        self._which = array("I", (once.setdefault(one, len(once)) for one in alike))
        self._alike, self._now = list(once), {}
        return self

    def alike(self, place: int) -> CaseRow:
        """What the row at a place says in the columns in which most say the same."""
        return self._now.get(place) or self._alike[self._which[place]]

    def says(self, place: int, row: CaseRow) -> bool:
        """Whether what has become of the case at a place is what a row of it tells."""
        return self.alike(place) == row[_ALIKE]

    def grouped(self, *columns: int) -> Mapping[CaseRow, array[int]]:
        """Where the rows are, by what they say in two or more of those columns."""
        found: defaultdict[CaseRow, array[int]] = defaultdict(lambda: array("I"))
        key = itemgetter(*(column - KIND for column in columns))
        put = [found[key(one)].append for one in self._alike]
        for place, nth in enumerate(self._which):
            put[nth](place)
        return found

    def saying(self, text: str, places: Iterable[int]) -> Iterator[int]:
        """Those of the places at which the state has a text in it."""
        state = STATE - KIND
        return (place for place in places if text in self.alike(place)[state])

    def said(self, column: int) -> set[Any]:
        """All that any row says in one of those columns."""
        return set(map(itemgetter(column - KIND), chain(self._alike, self._now.values())))

    def cell(self, place: int, column: int) -> Any:
        """A cell of one of those columns."""
        return self.alike(place)[column - KIND]

    def unit_id(self, place: int) -> str:
        """The number of the unit at a place."""
        return self._units[place]

    def id(self, place: int) -> int:
        """The number of the id of the case at a place."""
        return int.from_bytes(self._ids[place * BYTES : (place + 1) * BYTES], "big")

    def place_of_unit(self, unit_id: str) -> int | None:
        """Where the case of a unit is; None where it is not here."""
        place = bisect_left(range(len(self)), unit_id, key=self.unit_id)
        return place if place < len(self) and self.unit_id(place) == unit_id else None

    def place_of(self, id: int) -> int | None:
        """Where the case with that id is; None where it is not here."""
        if (found := self._found.get(id)) is None and (found := self._looked_for(id)) is not None:
            self._found[id] = found
        return found

    def _looked_for(self, id: int) -> int | None:
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
        return (*unit, *self.alike(place), self.id(place))


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
