"""A survey's groups as tiles on its map, each with a share.

The same tiles are drawn as lines of text here and as a picture elsewhere.  A share is told by its
number and by how densely the tile is filled, never by colour.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import Final

from schemas.frame.design import TileMap
from schemas.frame.units import Group
from schemas.review.shares import percent

WIDTH: Final = 15
"""Columns of a tile in text: five of them, and what is between them, fit into 80."""

SHADES: Final = "·░▒▓█"
LEGEND: Final = "· ingen  ░ under en tredel  ▒ under to tredeler  ▓ ikke alle  █ alle"


@dataclass(frozen=True, slots=True)
class MapScale:
    """What the shades of one map stand for: nothing, and four equal steps up to `top` per cent."""

    top: int

    def level(self, value: Fraction | None) -> int:
        """How densely a tile with this share is filled: 0 for nothing, up to 4."""
        return ceil(400 * value / self.top) if value else 0

    @property
    def words(self) -> tuple[str, ...]:
        """The steps in words, from nothing."""
        step = self.top // 4
        return ("ingen", *(f"til {step * number} %" for number in range(1, 5)))


TOPS: Final = (4, 8, 20, 40, 60, 80, 100)
"""Where a scale may end: its steps are whole per cent."""


def scale_of(values: Iterable[Fraction | None]) -> MapScale:
    """The shortest scale that has room for all shares: so that a map shows how they differ."""
    highest = max((value for value in values if value), default=Fraction(1))
    return MapScale(next(top for top in TOPS if 100 * highest <= top))


@dataclass(frozen=True, slots=True)
class Tile:
    """A group, its column and row, and its share; None where there is nothing to divide by.

    Without a `scale` of its map, it is filled by thirds.
    """

    group: Group
    at: tuple[int, int]
    value: Fraction | None
    scale: MapScale | None = None

    @property
    def level(self) -> int:
        """How densely it is filled: 0 for nothing, 4 for everything."""
        if self.scale:
            return self.scale.level(self.value)
        if not self.value:
            return 0
        return 4 if self.value >= 1 else 1 + int(3 * self.value)

    @property
    def number(self) -> str:
        """The share in whole per cent, rounded half up."""
        if self.value is None:
            return "–"
        return f"{percent(self.value.numerator, self.value.denominator)} %"


def tiles(
    map_: TileMap,
    groups: Iterable[Group],
    values: Mapping[str, Fraction | None],
    scale: MapScale | None = None,
) -> tuple[Tile, ...]:
    """A tile for every group, with its value by the group's id."""
    return tuple(Tile(one, map_.tiles[one.id], values.get(one.id), scale) for one in groups)


def draw(map_: TileMap, shown: Iterable[Tile]) -> tuple[str, ...]:
    """The map in lines of text: two for each row of tiles, a name and a share below it."""
    at = {tile.at: tile for tile in shown}
    rows = ([at.get((column, row)) for column in range(map_.columns)] for row in range(map_.rows))
    return tuple(line for row in rows for line in (_line(row, _name), _line(row, _share)))


def _line(row: Iterable[Tile | None], words: Callable[[Tile], str]) -> str:
    cells = (words(tile) if tile else "" for tile in row)
    return " ".join(f"{cell:<{WIDTH}}" for cell in cells).rstrip()


def _name(tile: Tile) -> str:
    name = tile.group.name
    return name if len(name) <= WIDTH else f"{name[: WIDTH - 1]}."


def _share(tile: Tile) -> str:
    return f"{SHADES[tile.level] * 8} {tile.number:>5}"
