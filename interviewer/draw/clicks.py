"""What on a picture stands for a key: a click there is that key, pressed.

It is said where the line is drawn, in the line itself, and goes wherever the line goes.  A row of a
list says its place: a click marks it with the arrow keys, from the row that is marked now.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Final, NamedTuple, TypeAlias

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text as Styled

from interviewer.controls.keys import AnyKey, Keycap, name_of
from interviewer.draw import theme

_SPOT: Final = "spot"


class KeySpot(NamedTuple):
    """A key, and what is chosen with it, where it stands in front of something."""

    key: AnyKey
    label: str = ""


class ListRow(NamedTuple):
    """A row of a list, and the keys that move the mark; `then` is what a click on it goes on to."""

    place: int
    lit: bool
    then: tuple[AnyKey, ...] = ()
    back: Keycap = Keycap.UP
    on: Keycap = Keycap.DOWN


@dataclass(frozen=True, slots=True)
class TextSpot:
    """A text that is being typed: a click moves the cursor there, within its line."""


Spot: TypeAlias = KeySpot | ListRow | TextSpot

OPENS: Final = (Keycap.ENTER,)
"""Where a row that is clicked is also opened."""


@lru_cache(maxsize=4096)
def _meaning(spot: Spot) -> Style:
    return Style(meta={_SPOT: spot})


def clickable(line: Styled, spot: Spot, begins: int = 0) -> Styled:
    """The line; a click on it means that, from the character on where it `begins`."""
    marked = line.copy()
    marked.stylize(_meaning(spot), begins)
    return marked


def keys_at(lines: Sequence[Styled], line: int, column: int) -> tuple[str, ...]:
    """Which keys a click on a picture stands for, by their names; none beside everything."""
    spot = next(_spots(lines[line], column), None) if line < len(lines) else None
    if isinstance(spot, TextSpot):
        return tuple(map(name_of, _to_character(lines[line], column)))
    if isinstance(spot, ListRow):
        return tuple(map(name_of, _to_row(spot, _marked(lines))))
    return (name_of(spot.key),) if spot else ()


def labelled(lines: Iterable[Styled]) -> dict[AnyKey, str]:
    """What stands on a picture to be chosen: what each is called, by its key."""
    said = (spot for line in lines for span in line.spans for spot in _said(span.style))
    return {spot.key: spot.label for spot in said if isinstance(spot, KeySpot) and spot.label}


def broken(lines: Iterable[Styled]) -> int:
    """How many lines of a picture go on with what is chosen by a key on the line above."""
    named = [{spot for span in line.spans for spot in _said(span.style)} for line in lines]
    keys = [{spot for spot in one if isinstance(spot, KeySpot) and spot.label} for one in named]
    return sum(len(one & other) for one, other in pairwise(keys))


def _spots(line: Styled, column: int) -> Iterator[Spot]:
    """What stands for something at this place, the innermost first."""
    at = _character(line, column)
    there = (span for span in line.spans if span.start <= at < span.end)
    for span in sorted(there, key=lambda one: one.end - one.start):
        yield from _said(span.style)


def _character(line: Styled, column: int) -> int:
    """Which character of a line stands in a column: some are two columns wide."""
    ends = accumulate(map(cell_len, line.plain))
    return next((at for at, end in enumerate(ends) if column < end), len(line.plain))


def _said(style: str | Style) -> Iterator[Spot]:
    if isinstance(style, Style) and _SPOT in style.meta:
        yield style.meta[_SPOT]


def _marked(lines: Sequence[Styled]) -> int:
    """The place of the marked row; where none is, the arrow keys begin before the first."""
    said = (spot for line in lines for span in line.spans for spot in _said(span.style))
    return next((spot.place for spot in said if isinstance(spot, ListRow) and spot.lit), -1)


def _to_character(line: Styled, column: int) -> tuple[AnyKey, ...]:
    """The arrows from the cursor; none where it stands on another line of the text."""
    cursor = next((span.start for span in line.spans if span.style == theme.CURSOR), None)
    if cursor is None:
        return ()
    steps = _character(line, column) - cursor
    return (Keycap.RIGHT if steps > 0 else Keycap.LEFT,) * abs(steps)


def _to_row(row: ListRow, marked: int) -> tuple[AnyKey, ...]:
    steps = row.place - marked
    return ((row.on if steps > 0 else row.back),) * abs(steps) + row.then
