"""Rows of several things that come in the order of those: none is kept until its turn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from db.plain_sql import Cells


class InTurn:
    """Hands out the rows of one thing after the other; each row begins with what it is of."""

    def __init__(self, rows: Iterable[Cells]) -> None:
        self._left = iter(rows)
        self._next = next(self._left, None)

    def of(self, thing: str) -> Sequence[Cells]:
        """The rows of one; whoever has asked for it asks only for those behind it from then on."""
        found = list[Cells]()
        while (row := self._next) and row[0] <= thing:
            if row[0] == thing:
                found.append(row)
            self._next = next(self._left, None)
        return found
