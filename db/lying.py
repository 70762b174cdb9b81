"""Where the cases of the list lie, told by the columns in which most rows say the same."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Final, NamedTuple, Self

from db.kept_rows import ATTEMPTS, GIVEN_TO, HELD_BY, LANE, KeptRows
from db.plain_sql import id_in
from db.problems import UnknownCode
from db.unit_rows import GROUP
from schemas.calls.ranking.lanes import LIVE, Key, Lane, LanePart, moved


class Lying(NamedTuple):
    """Where the cases are: by part, and by group such as nobody has called; and how many each group
    has."""

    parts: Mapping[LanePart, array[int]]
    uncalled: Mapping[str, array[int]]
    sizes: Mapping[str, int]

    @classmethod
    def found(cls, rows: KeptRows) -> Self:
        """Where all of them are."""
        parts: defaultdict[LanePart, list[array[int]]] = defaultdict(list)
        uncalled: defaultdict[str, list[array[int]]] = defaultdict(list)
        sizes = Counter[str]()
        for cells, places in rows.grouped(*_TELLING).items():
            told = _Told(*cells)
            parts[told.part].append(places)
            sizes[told.group] += len(places)
            if told.uncalled is not None:
                uncalled[told.uncalled].append(places)
        return cls(_joined(parts), _joined(uncalled), sizes)

    def after(self, before: KeptRows, now: KeptRows, changed: Iterable[int]) -> Self:
        """Where they are when something has happened at some places."""
        told = [(place, _told(before, place), _told(now, place)) for place in changed]
        parts = moved(self.parts, [(at, then.part, now.part) for at, then, now in told])
        uncalled = moved(self.uncalled, [(at, a.uncalled, b.uncalled) for at, a, b in told])
        return self._replace(parts=parts, uncalled=uncalled)


class _Told(NamedTuple):
    """The cells that tell where a case lies."""

    lane: str
    group: str
    attempts: int
    held_by: str | None
    given_to: str | None

    @property
    def part(self) -> LanePart:
        """The part that it lies in: the rules look at whatever is held."""
        if self.held_by is not None or self.lane == Lane.live.value:
            return LIVE
        owner = id_in(self.given_to) if self.given_to else None
        return LanePart(_lane(self.lane), self.group, owner)

    @property
    def uncalled(self) -> str | None:
        """The group of its unit, as long as there has been no call."""
        return None if self.attempts else self.group


def _lane(slug: str) -> Lane:
    """Raises UnknownCode."""
    try:
        return Lane(slug)
    except ValueError:
        raise UnknownCode(slug) from None


def part_of(rows: KeptRows, place: int) -> LanePart:
    """The part that the case at a place lies in."""
    return _told(rows, place).part


_TELLING: Final = (LANE, GROUP, ATTEMPTS, HELD_BY, GIVEN_TO)


def _told(rows: KeptRows, place: int) -> _Told:
    return _Told(*(rows.cell(place, column) for column in _TELLING))


def _joined(found: Mapping[Key, Sequence[array[int]]]) -> Mapping[Key, array[int]]:
    return {
        key: array("I", sorted(chain(*some))) if len(some) > 1 else some[0]
        for key, some in found.items()
    }
