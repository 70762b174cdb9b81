"""What a report consists of: chapters with headings, sentences, figures, tables and quotations.

Whoever draws a page knows how each of them looks; what is in them is decided in the chapters.
"""

from dataclasses import dataclass, field
from fractions import Fraction
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

    @property
    def halves(self) -> tuple[int, ...]:
        """The numbers of its parts; the whole, where it has none."""
        return (self.count,) if self.first is None else (self.first, self.count - self.first)


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars: what they are about, what they show in words, and a note on whom they count.

    `question` is what was asked, where there was a question; else `answers` is the one that the
    figure answers.  `parts` name the two parts of each bar, where they have two.  Bars that are
    `parts_of_a_whole` are one bar, cut into as many.
    """

    id: str
    title: str
    bars: tuple[Bar, ...]
    note: str = ""
    parts: tuple[str, ...] = ()
    finding: str = ""
    question: str = ""
    answers: str = ""
    parts_of_a_whole: bool = False

    def table(self) -> tuple[tuple[str, ...], ...]:
        """The same in rows, the heading first."""
        head = ("Svar" if self.question else self.title, *self.parts, "Antall", "Prosent")
        rows = ((bar.label, *self._parts(bar), *_counted(bar)) for bar in self.bars)
        return (head, *rows)

    def _parts(self, bar: Bar) -> tuple[str, ...]:
        return tuple(map(show_number, bar.halves)) if self.parts else ()


def _counted(bar: Bar) -> tuple[str, str]:
    return show_number(bar.count), "–" if bar.percent is None else f"{bar.percent}\xa0%"


@dataclass(frozen=True, slots=True)
class TileChart:
    """The survey's map: a tile for each group, with its share and the numbers it was made of.

    It has a `scale` of its own.  `group` is what a group is called.
    """

    id: str
    title: str
    map: TileMap
    scale: MapScale
    tiles: tuple[tuple[Tile, str], ...]
    group: str
    note: str = ""
    finding: str = ""
    question: str = ""
    answers: str = ""

    def table(self) -> tuple[tuple[str, ...], ...]:
        """The same in rows, the heading first."""
        rows = ((tile.group.name, numbers, tile.number) for tile, numbers in self.tiles)
        return (self.group, "Enheter", "Andel"), *rows

    def rows(self) -> tuple[tuple[tuple[Tile, str] | None, ...], ...]:
        """The map from the north; None where there is no group."""
        at = {one[0].at: one for one in self.tiles}
        columns = range(self.map.columns)
        return tuple(tuple(at.get((x, y)) for x in columns) for y in range(self.map.rows))


@dataclass(frozen=True, slots=True)
class GroupBars:
    """The bars of one group, of all that are counted in it."""

    label: str
    of: int
    bars: tuple[Bar, ...]

    @property
    def heading(self) -> str:
        """The group, and how many the per cent are of."""
        return f"{self.label} ({show_number(self.of)})"


@dataclass(frozen=True, slots=True)
class PanelChart:
    """The same bars for every group, side by side, as shares on one scale."""

    id: str
    title: str
    panels: tuple[GroupBars, ...]
    note: str = ""
    finding: str = ""
    question: str = ""
    answers: str = ""

    def table(self) -> tuple[tuple[str, ...], ...]:
        """The same in rows, the heading first: a column for each group."""
        columns = ([bar.numbers for bar in panel.bars] for panel in self.panels)
        labels = [bar.label for bar in self.panels[0].bars] if self.panels else []
        head = ("Svar" if self.question else "Hva", *(panel.heading for panel in self.panels))
        return (head, *zip(labels, *columns, strict=True))


@dataclass(frozen=True, slots=True)
class Dot:
    """A dot: where it is, in per cent of the scale, and what it stands for in words."""

    at: Fraction
    number: str


@dataclass(frozen=True, slots=True)
class DotRow:
    """What is compared, with a dot for each of the chart's series; None where it has none.

    `group` is the group that it belongs to, where there is one.
    """

    label: str
    dots: tuple[Dot | None, ...]
    group: str = ""

    @property
    def shown(self) -> tuple[tuple[int, Dot], ...]:
        """The dots that there are, each behind the number of its series."""
        return tuple((nth, dot) for nth, dot in enumerate(self.dots) if dot)


@dataclass(frozen=True, slots=True)
class DotChart:
    """Dots for a comparison: all rows on one scale, that begins with nothing and ends with `top`.

    `series` are what the dots of a row are called, and `rows_are` what the rows are.
    """

    id: str
    title: str
    rows_are: str
    series: tuple[str, ...]
    rows: tuple[DotRow, ...]
    top: str
    note: str = ""
    finding: str = ""
    question: str = ""
    answers: str = ""

    def table(self) -> tuple[tuple[str, ...], ...]:
        """The same in rows, the heading first."""
        told = ([one.number if one else "–" for one in row.dots] for row in self.rows)
        labels = (row.label for row in self.rows)
        rows = ((label, *numbers) for label, numbers in zip(labels, told, strict=True))
        return ((self.rows_are, *self.series), *rows)


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


Figure: TypeAlias = BarChart | TileChart | PanelChart | DotChart
"""What is drawn: numbered, with a finding above it and its numbers as a table behind a fold."""

Block: TypeAlias = Heading | Words | KeyFigures | Figure | Table | Quotes


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the report."""

    id: str
    title: str
    blocks: tuple[Block, ...] = field(default=())
