"""What a report consists of: chapters with headings, sentences, figures, tables and quotations.

Whoever draws a page knows how each of them looks; what is in them is decided in the chapters.
"""

from dataclasses import dataclass, field
from typing import TypeAlias

from schemas.frame.design import TileMap
from schemas.language.numerals import show_number
from schemas.review.tilemap import MapScale, Tile


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a chapter."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; `note` is one that explains numbers."""

    words: str
    note: bool = False


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """A few numbers, large, each with what it is."""

    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its label, its number, and the per cent that is printed beside it.

    `first` is how many belong to the bar's first part, where it has two.
    """

    label: str
    count: int
    percent: int | None = None
    first: int | None = None

    @property
    def numbers(self) -> str:
        """The number, and the per cent if there is any."""
        if self.percent is None:
            return show_number(self.count)
        return f"{show_number(self.count)} ({self.percent} %)"

    def says(self, parts: tuple[str, ...]) -> str:
        """The bar in words."""
        split = ""
        if parts and self.first is not None:
            split = f", {parts[0]} {self.first}, {parts[1]} {self.count - self.first}"
        return f"{self.label}: {self.numbers}{split}."


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars with a title, and a note on whom they count.

    `parts` name the two parts of each, where they have two.
    """

    id: str
    title: str
    bars: tuple[Bar, ...]
    note: str = ""
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TileChart:
    """The survey's map: a tile for each group, with its share and the numbers it was made of.

    It has a `scale` of its own.
    """

    id: str
    title: str
    map: TileMap
    scale: MapScale
    tiles: tuple[tuple[Tile, str], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the first cell of a row is what it is about.

    `apart` are rows that are not part of what the others are counted among, `sums` those below.
    The first columns, as many as `words` says, are words; the others are numbers.
    """

    id: str
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    apart: tuple[tuple[str, ...], ...] = ()
    sums: tuple[tuple[str, ...], ...] = ()
    about: str = ""
    words: int = 1


@dataclass(frozen=True, slots=True)
class Quotes:
    """What people said, in their own words and without their names."""

    quotes: tuple[str, ...]


Block: TypeAlias = Heading | Words | KeyFigures | BarChart | TileChart | Table | Quotes


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the report."""

    id: str
    title: str
    blocks: tuple[Block, ...] = field(default=())
