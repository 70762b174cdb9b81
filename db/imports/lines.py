"""What both kinds of file are read into: numbered lines of cells that are text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

MOST_ROWS: Final = 100_000
"""A survey a hundred times as large as ours has 44 200 units."""

MOST_COLUMNS: Final = 200
"""A form tool exports some dozens."""

MOST_SIGNS: Final = 131_072
"""In a cell: where the csv module stops; Excel stops at a quarter of it."""


MOST_ABOVE: Final = 10
"""Titles and the like stand above a heading; what stands further down is no heading."""

Column = Callable[[str], str | None]
"""The column that a heading means."""


@dataclass(frozen=True, slots=True)
class CellOddity:
    """Something about a cell that its text does not show; `stops` makes the row a bad one."""

    code: str
    cell: str
    stops: bool


@dataclass(frozen=True, slots=True)
class FileLine:
    """A row as it stands in the file; `number` is where it begins, as an editor counts."""

    number: int
    cells: tuple[str, ...]
    odd: Mapping[int, CellOddity] = field(default_factory=dict)

    @property
    def is_filled(self) -> bool:
        """Whether there is anything in it."""
        return bool(self.odd) or any(cell.strip() for cell in self.cells)


def known_in(cells: Iterable[str], column: Column) -> set[str]:
    """The columns that are named in a line."""
    return {known for cell in cells if (known := column(cell.strip()))}


def numbers(lines: Sequence[int]) -> str:
    """Line numbers in words, with what follows each other put together: "3, 7–9"."""
    spans: list[list[int]] = []
    for line in lines:
        if spans and line == spans[-1][-1] + 1:
            spans[-1][1:] = [line]
        else:
            spans.append([line])
    shown = ["–".join(map(str, span)) for span in spans[:MOST_ABOVE]]
    return ", ".join([*shown, "…"] if len(spans) > MOST_ABOVE else shown)
