"""Norway as tiles: the 19 counties on a grid of five columns and nine rows, each with a share.

The same tiles are drawn as lines of text here and as a picture elsewhere.  A share is told by its
number and by how densely the tile is filled, never by colour.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from schemas.frame.register import County, counties
from schemas.review.phase_one import percent

COLUMNS: Final = 5
ROWS: Final = 9

WIDTH: Final = 15
"""Columns of a tile in text: five of them, and what is between them, fit into 80."""

SHADES: Final = "·░▒▓█"
LEGEND: Final = "· ingen  ░ under en tredel  ▒ under to tredeler  ▓ ikke alle  █ alle"


@dataclass(frozen=True, slots=True)
class Tile:
    """A county, and its share; None where there is nothing to divide by."""

    county: County
    value: Fraction | None

    @property
    def level(self) -> int:
        """How densely it is filled: 0 for nothing, 4 for everything, thirds between them."""
        if not self.value:
            return 0
        return 4 if self.value >= 1 else 1 + int(3 * self.value)

    @property
    def number(self) -> str:
        """The share in whole per cent, rounded half up."""
        if self.value is None:
            return "–"
        return f"{percent(self.value.numerator, self.value.denominator)} %"


def tiles(values: Mapping[str, Fraction | None]) -> tuple[Tile, ...]:
    """A tile for every county, by its number."""
    return tuple(Tile(county, values.get(county.no)) for county in counties())


def draw(map_: Iterable[Tile]) -> tuple[str, ...]:
    """The map in lines of text: two for each row of tiles, a name and a share below it."""
    at = {(tile.county.tile_row, tile.county.tile_col): tile for tile in map_}
    rows = ([at.get((row, column)) for column in range(COLUMNS)] for row in range(ROWS))
    return tuple(line for row in rows for line in (_line(row, _name), _line(row, _share)))


def _line(row: Iterable[Tile | None], words: Callable[[Tile], str]) -> str:
    cells = (words(tile) if tile else "" for tile in row)
    return " ".join(f"{cell:<{WIDTH}}" for cell in cells).rstrip()


def _name(tile: Tile) -> str:
    name = tile.county.name
    return name if len(name) <= WIDTH else f"{name[: WIDTH - 1]}."


def _share(tile: Tile) -> str:
    return f"{SHADES[tile.level] * 8} {tile.number:>5}"
