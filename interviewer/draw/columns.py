"""What can be chosen, one line each with its key, in as many columns as the room asks for."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

from rich.text import Text as Styled

from interviewer.draw import theme
from interviewer.draw.clicks import KeySpot, clickable
from interviewer.draw.ink import inked
from interviewer.draw.lines import AIR, LIT_SIGN, lit_row, shown, wrapped

GAP: Final = 4
"""So much room there is between two columns."""

_UNBROKEN: Final = 1000
"""Wider than any label."""

Lines: TypeAlias = tuple[Styled, ...]
Columns: TypeAlias = list[list[Lines]]


class Option(NamedTuple):
    """One line of a list to choose from."""

    label: str
    mark: str = ""
    chosen: bool = False
    lit: bool = False


def laid_out(
    pairs: Sequence[tuple[str, Option]], width: int, room: int | None, indent: int
) -> Columns:
    """As few columns as the room allows; where it allows none, what takes the fewest lines."""
    one = [_option_lines(key, option, width, indent) for key, option in pairs]
    if room is None or not one:
        return [one]
    if _depth(one) + len(one) - 1 <= room:
        return [[*((*row, AIR) for row in one[:-1]), one[-1]]]
    ways = [[one], *(_in_columns(pairs, width, count, indent) for count in (2, 3))]
    fitting = (columns for columns in ways if _height(columns) <= room)
    return next(fitting, None) or min(ways, key=_height)


def _in_columns(
    pairs: Sequence[tuple[str, Option]], across: int, count: int, indent: int
) -> Columns:
    """As wide as their words, if so many fit side by side; else all equally wide."""
    whole = [_option_lines(key, option, _UNBROKEN, indent) for key, option in pairs]
    columns = _parted(whole, count)
    if sum(map(_width, columns)) + GAP * (len(columns) - 1) < across:
        return columns
    width = (across - 2) // count
    rows = [_option_lines(key, option, width, indent) for key, option in pairs]
    return _parted(rows, count)


def _depth(rows: Sequence[Lines]) -> int:
    """How many lines these take."""
    return sum(map(len, rows))


def _height(columns: Columns) -> int:
    """How many lines the highest of them takes."""
    return max(map(_depth, columns))


def line_of_option(columns: Columns, place: int) -> int:
    """On which line an option begins, counted from the top of its column."""
    for column in columns:
        if place < len(column):
            return _depth(column[:place])
        place -= len(column)
    raise IndexError(place)


def side_by_side(columns: Columns, across: int, indent: int) -> list[Styled]:
    """The lines of the columns, one beside the other, with room between them.

    What is lit is lit to the edge of its column.
    """
    beside = [[line for row in column for line in row] for column in columns]
    if len(beside) == 1:
        return [_across(line, indent, across - 1) for line in beside[0]]
    widths = [_width(column) + GAP for column in columns]
    ends = [min(width - GAP + 1, across - sum(widths[:nth])) for nth, width in enumerate(widths)]
    beside = [
        [_across(line, indent, end) for line in column]
        for column, end in zip(beside, ends, strict=True)
    ]
    lines = []
    for place in range(_height(columns)):
        line, begins = Styled(""), 0
        for column, width in zip(beside, widths, strict=True):
            line.append(" " * (begins - line.cell_len))
            line.append_text(column[place] if place < len(column) else AIR)
            begins += width
        lines.append(line)
    return lines


def _across(line: Styled, begins: int, edge: int) -> Styled:
    """The line; where it is lit, from the sign in front of it to the edge."""
    is_lit = any(span.style == theme.LIT for span in line.spans)
    return lit_row(line, begins, edge) if is_lit else line


def _width(column: Sequence[Lines]) -> int:
    """How wide the longest of its lines is."""
    return max(line.cell_len for row in column for line in row)


def _parted(rows: Sequence[Lines], count: int) -> Columns:
    """In so many columns, of which the first is not the shorter one."""
    columns: Columns = [[]]
    most = -(-_depth(rows) // count)
    for row in rows:
        if len(columns) < count and _depth(columns[-1]) >= most:
            columns.append([])
        columns[-1].append(row)
    return columns


@lru_cache(maxsize=512)
def _option_lines(key: str, option: Option, width: int, indent: int) -> Lines:
    hang = 3 + (len(option.mark) + 1 if option.mark else 0)
    return wrapped(_option(key, option), width, indent, hang)


@lru_cache(maxsize=512)
def _option(key: str, option: Option) -> Styled:
    ink = theme.LIT if option.lit else theme.CHOSEN if option.chosen else theme.PAPER
    row = inked(f"{LIT_SIGN if option.lit else ' '}{key} ", theme.LIT if option.lit else theme.KEY)
    if option.mark:
        row.append(f"{option.mark} ", ink)
    row.append(shown(option.label), ink)
    return clickable(row, KeySpot(key, option.label))
