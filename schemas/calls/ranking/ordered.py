"""Entries in order of which another such sequence is made where a few change.

Whoever has the one before still sees what was: the two share what is the same.  So it may be handed
to whoever asks, on whichever thread, and takes no longer the more entries there are.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, Final, Generic, TypeVar

Entry = TypeVar("Entry", bound=tuple[Any, ...])

Pack = Sequence[Entry]

TOGETHER: Final = 256
"""So many entries lie in a pack at first; one of twice as many becomes two."""


class Ordered(Generic[Entry]):
    """Tuples that differ in what they begin with, and stand by that; in `packs`, none empty."""

    def __init__(self, packs: Iterable[Pack[Entry]] = ()) -> None:
        self.packs = tuple(packs)

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Ordered[Entry]:
        """Entries as they come, put in order."""
        return cls(_packed(tuple(sorted(entries))))

    def after(self, gone: Iterable[Entry], come: Iterable[Entry]) -> Ordered[Entry]:
        """The same without some that are here, and with others."""
        if not self.packs:
            return Ordered.of(come)
        packs = list(self.packs)
        for entry in gone:
            nth, at = _place(packs, entry)
            pack = packs[nth]
            left = *pack[:at], *pack[at + 1 :]
            packs[nth : nth + 1] = [left] if left else []
        for entry in come:
            nth, at = _place(packs, entry)
            pack = packs[nth] if packs else ()
            more = *pack[:at], entry, *pack[at:]
            packs[nth : nth + 1] = _packed(more) if len(more) > 2 * TOGETHER else [more]
        return Ordered(packs)

    def find(self, *begins: Any) -> Entry | None:
        """The entry that begins so, if there is one."""
        if not self.packs:
            return None
        nth, at = _place(self.packs, begins)
        found = self.packs[nth][at : at + 1]
        return found[0] if found and found[0][: len(begins)] == begins else None

    def until(self, last: Any) -> Iterator[Entry]:
        """Those that begin with no more than that."""
        for pack in self.packs:
            if pack[0][0] > last:
                return
            yield from (entry for entry in pack if entry[0] <= last)

    def around(
        self, lead: Any, lead_of: Callable[[Entry], Any]
    ) -> tuple[Sequence[Pack[Entry]], Pack[Entry], Sequence[Pack[Entry]]]:
        """The packs before those with that lead, which goes with the order; these; those behind."""
        begins = bisect_left(self.packs, lead, key=lambda pack: lead_of(pack[-1]))
        ends = bisect_right(self.packs, lead, key=lambda pack: lead_of(pack[0]))
        some = tuple(chain(*self.packs[begins:ends]))
        first, last = (side(some, lead, key=lead_of) for side in (bisect_left, bisect_right))
        before, behind = (*self.packs[:begins], some[:first]), (some[last:], *self.packs[ends:])
        return before, some[first:last], behind

    def __iter__(self) -> Iterator[Entry]:
        return chain.from_iterable(self.packs)

    def __len__(self) -> int:
        return sum(map(len, self.packs))


def _packed(entries: Sequence[Entry]) -> list[Pack[Entry]]:
    return [entries[nth : nth + TOGETHER] for nth in range(0, len(entries), TOGETHER)]


def _place(packs: Sequence[Pack[Any]], entry: tuple[Any, ...]) -> tuple[int, int]:
    """The pack in which an entry is, or would be, and where in it."""
    nth = min(bisect_left(packs, entry, key=_last), max(len(packs) - 1, 0))
    return nth, bisect_left(packs[nth], entry) if packs else 0


def _last(pack: Pack[Any]) -> Any:
    return pack[-1]
