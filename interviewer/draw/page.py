"""A page of lines, wrapped to a width: what the drawing functions write on.

Lines that were on the picture before are taken as they are: nothing is wrapped anew for every key.
So a line that stands on a page is never changed; another takes its place.

Everything shown goes through `shown`, so that no text anybody typed or imported can send commands
to the terminal; and nothing is ever read as markup.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeAlias

from rich.cells import cell_len
from rich.console import Console
from rich.style import Style
from rich.text import Span
from rich.text import Text as Styled

from interviewer.controls.keys import OPTION_KEYS, Keycap
from interviewer.draw import theme
from interviewer.draw.clicks import KeySpot, ListRow, Spot, TextSpot, clickable
from interviewer.draw.ink import inked
from interviewer.draw.theme import Role
from interviewer.engine.text_field import TextField
from schemas.language.text import Text

LIT_SIGN: Final = "▸"
"""Stands at the marked line of a list, for those who cannot see its colour."""

GAP: Final = 4
"""So much room there is between two columns."""

_UNBROKEN: Final = 1000
"""Wider than any label."""

MORE_ABOVE: Final = inked(" ↑ …", theme.QUIET)
"""Stands where lines lie hidden above."""

MORE_BELOW: Final = inked(" ↓ …", theme.QUIET)
"""Stands where lines lie hidden below."""

AIR: Final = Styled("")
"""A line with nothing on it."""

_CONSOLE: Final = Console(width=200, color_system=None, force_terminal=False)
_UNSAFE: Final = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_HARMLESS: Final = "\u200c\u200d\xad"


@lru_cache(maxsize=4096)
def shown(text: str) -> str:
    """`text` as it may be sent to a terminal: what would command it is shown as �."""
    return "".join(char if _is_harmless(char) else "\ufffd" for char in text)


def _is_harmless(char: str) -> bool:
    return unicodedata.category(char) not in _UNSAFE or char in _HARMLESS or char == "\n"


Look: TypeAlias = tuple[str, str | Style, tuple[Span, ...]]
"""All that there is to see of a line, to know it again."""


def look(line: Styled) -> Look:
    """What a line looks like."""
    return line.plain, line.style, tuple(line.spans)


def caret(lines: Sequence[Styled]) -> tuple[int, int] | None:
    """Where one types: the column and the line of the cursor that is drawn, if there is one."""
    for row, line in enumerate(lines):
        if (stands := _cursor(line)) is not None:
            return cell_len(line.plain[:stands]), row
    return None


def line_of(look: Look) -> Styled:
    """A line that looks like this."""
    plain, style, spans = look
    return Styled(plain, style, spans=list(spans))


_Lines: TypeAlias = tuple[Styled, ...]
_Columns: TypeAlias = list[list[_Lines]]


@dataclass(frozen=True, slots=True)
class Option:
    """One line of a list to choose from."""

    label: str
    mark: str = ""
    chosen: bool = False
    lit: bool = False


class Page:
    """Lines from the top; `focus` is the line that must stay in sight."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.lines: list[Styled] = []
        self.focus = 0

    def blank(self, count: int = 1) -> "Page":
        """Empty lines."""
        self.lines += [Styled("")] * count
        return self

    def say(
        self, text: str | Styled, style: Role = theme.PAPER, indent: int = 1, hang: int = 0
    ) -> "Page":
        """A paragraph, wrapped; its first `hang` characters stand out to the left of the rest."""
        if isinstance(text, Styled):
            self.lines += _wrapped(text, self.width, indent, hang)
        else:
            self.lines += _paragraph(text, style, self.width, indent, hang)
        return self

    def row(
        self,
        words: str | Styled,
        row: ListRow,
        style: Role = theme.PAPER,
        indent: int = 1,
        hang: int = 0,
    ) -> "Page":
        """A row of a list, with the sign of the marked one in front of it, if it is that."""
        words = words if isinstance(words, Styled) else inked(shown(words), style)
        sign = inked(f"{LIT_SIGN} " if row.lit else "  ", theme.KEY)
        first = len(self.lines)
        self.say(sign + _lit(words) if row.lit else sign + words, indent=indent, hang=hang + 2)
        return self.stands_for(row, first)

    def stands_for(self, spot: Spot, first: int) -> "Page":
        """The lines from the `first` on can be clicked; a marked row is kept in sight."""
        lit = isinstance(spot, ListRow) and spot.lit
        width = self.width - 1 if lit else 0
        self.lines[first:] = [_clickable(look(line), spot, width) for line in self.lines[first:]]
        if lit:
            self.focus = len(self.lines) - 1
        return self

    def option(self, key: Keycap, label: Text) -> "Page":
        """Something to choose that stands apart from the list, with a key of its own."""
        line = inked(f"  {key.shown} {label}", theme.KEY)
        self.lines.append(_clickable(look(line), KeySpot(key, str(label))))
        return self

    def set_in(self, page: "Page", columns: int) -> "Page":
        """The lines of another page, so far in from the edge."""
        self.focus = len(self.lines) + page.focus
        self.lines += [_set_in(look(line), columns) for line in page.lines]
        return self

    def rule(self, title: str = "") -> "Page":
        """A line across, with a title in it."""
        head = f"── {shown(title)} " if title else ""
        filled = head + "─" * max(self.width - len(head) - 2, 0)
        self.lines.append(inked(" " + filled, theme.QUIET))
        return self

    def pair(self, left: Styled, right: Styled) -> "Page":
        """Something at the left edge and something at the right, the left one cut if need be."""
        self.lines.append(_pair(look(left), look(right), self.width))
        return self

    def down_to(self, line: int) -> "Page":
        """Empty lines until the next one has that number: so that things stand where they stood."""
        return self.blank(max(line - len(self.lines), 0))

    def options(
        self,
        options: Sequence[Option],
        room: int | None = None,
        keys: Sequence[str] = OPTION_KEYS,
        indent: int = 1,
    ) -> "Page":
        """A list with the key in front of each line; in columns when the room is short.

        Where there is room for it, there is air between the lines.
        """
        columns = self._laid_out(tuple(zip(keys, options, strict=False)), room, indent)
        lit = next((place for place, one in enumerate(options) if one.lit), None)
        if lit is not None:
            self.focus = len(self.lines) + _line_of(columns, lit)
        self.lines += _side_by_side(columns)
        return self

    def _laid_out(
        self, pairs: Sequence[tuple[str, Option]], room: int | None, indent: int
    ) -> _Columns:
        """As few columns as the room allows; where it allows none, what takes the fewest lines."""
        one = [_option_lines(key, option, self.width, indent) for key, option in pairs]
        if room is None or not one:
            return [one]
        if _depth(one) + len(one) - 1 <= room:
            return [[*((*row, AIR) for row in one[:-1]), one[-1]]]
        ways = [[one], *(self._in_columns(pairs, count, indent) for count in (2, 3))]
        fitting = (columns for columns in ways if _height(columns) <= room)
        return next(fitting, None) or min(ways, key=_height)

    def _in_columns(self, pairs: Sequence[tuple[str, Option]], count: int, indent: int) -> _Columns:
        """As wide as their words, if so many fit side by side; else all equally wide."""
        whole = [_option_lines(key, option, _UNBROKEN, indent) for key, option in pairs]
        columns = _parted(whole, count)
        if sum(map(_width, columns)) + GAP * (len(columns) - 1) < self.width:
            return columns
        width = (self.width - 2) // count
        rows = [_option_lines(key, option, width, indent) for key, option in pairs]
        return _parted(rows, count)

    def typing(self, line: TextField, label: str = "", indent: int = 1, hint: str = "") -> "Page":
        """A line being typed, with its cursor; long text wraps and stays whole.

        The `hint` says what may be typed, while nothing is.
        """
        text, ink = line.text, theme.LIT if line.fresh else theme.TYPED
        if not text:
            text, ink = hint, theme.QUIET if hint else theme.TYPED
        here, after = text[line.cursor : line.cursor + 1], text[line.cursor + 1 :]
        words = inked(label or "› ", theme.QUIET)
        words.append(shown(text[: line.cursor]), ink)
        words.append(shown(here) if here and here != "\n" else " ", theme.CURSOR)
        words.append(shown(("\n" if here == "\n" else "") + after), ink)
        begins = len(label or "› ")
        self.say(clickable(words, TextSpot(), begins), indent=indent)
        self.focus = len(self.lines) - 1
        return self

    def window(self, height: int) -> list[Styled]:
        """The lines that fit, with the focus in sight, and signs where more lies hidden."""
        if len(self.lines) <= height:
            return self.lines + [Styled("")] * (height - len(self.lines))
        top = max(0, min(self.focus - height * 2 // 3, len(self.lines) - height))
        seen = self.lines[top : top + height]
        if top > 0:
            seen[0] = MORE_ABOVE
        if top + height < len(self.lines):
            seen[-1] = MORE_BELOW
        return seen


def _depth(rows: Sequence[_Lines]) -> int:
    """How many lines these take."""
    return sum(map(len, rows))


def _height(columns: _Columns) -> int:
    """How many lines the highest of them takes."""
    return max(map(_depth, columns))


def _line_of(columns: _Columns, place: int) -> int:
    """On which line an option begins, counted from the top of its column."""
    for column in columns:
        if place < len(column):
            return _depth(column[:place])
        place -= len(column)
    raise IndexError(place)


def _side_by_side(columns: _Columns) -> list[Styled]:
    """The lines of the columns, one beside the other, with room between them."""
    beside = [[line for row in column for line in row] for column in columns]
    if len(beside) == 1:
        return beside[0]
    widths = [_width(column) + GAP for column in columns]
    lines = []
    for place in range(_height(columns)):
        line, begins = Styled(""), 0
        for column, width in zip(beside, widths, strict=True):
            line.append(" " * (begins - line.cell_len))
            line.append_text(column[place] if place < len(column) else AIR)
            begins += width
        lines.append(line)
    return lines


def _width(column: Sequence[_Lines]) -> int:
    """How wide the longest of its lines is."""
    return max(line.cell_len for row in column for line in row)


def _parted(rows: Sequence[_Lines], count: int) -> _Columns:
    """In so many columns, of which the first is not the shorter one."""
    columns: _Columns = [[]]
    most = -(-_depth(rows) // count)
    for row in rows:
        if len(columns) < count and _depth(columns[-1]) >= most:
            columns.append([])
        columns[-1].append(row)
    return columns


@lru_cache(maxsize=512)
def _option_lines(key: str, option: Option, width: int, indent: int) -> _Lines:
    hang = 3 + (len(option.mark) + 1 if option.mark else 0)
    return _wrapped(_option(key, option), width, indent, hang)


@lru_cache(maxsize=512)
def _option(key: str, option: Option) -> Styled:
    ink = theme.LIT if option.lit else theme.CHOSEN if option.chosen else theme.PAPER
    row = inked(f"{LIT_SIGN if option.lit else ' '}{key} ", theme.KEY)
    if option.mark:
        row.append(f"{option.mark} ", ink)
    row.append(shown(option.label), ink)
    return clickable(row, KeySpot(key, option.label))


@lru_cache(maxsize=1024)
def _clickable(line: Look, spot: Spot, width: int = 0) -> Styled:
    """The line; where it is as wide as the marked row is, what is lit in it is lit to the edge."""
    row = line_of(line)
    if any(span.style == theme.LIT for span in row.spans):
        row.append(" " * (width - row.cell_len), theme.LIT)
    return clickable(row, spot)


@lru_cache(maxsize=512)
def _set_in(line: Look, columns: int) -> Styled:
    return Styled(" " * columns) + line_of(line)


def _lit(words: Styled) -> Styled:
    """As the marked row looks, whatever is in it."""
    return inked(words.plain, theme.LIT)


@lru_cache(maxsize=512)
def _pair(one: Look, other: Look, width: int) -> Styled:
    left, right = line_of(one), line_of(other)
    room = width - right.cell_len - 2
    left.truncate(max(room - 1, 0), overflow="ellipsis")
    gap = Styled(" " * max(room - left.cell_len, 0))
    return Styled(" ") + left + gap + right


@lru_cache(maxsize=512)
def _paragraph(text: str, style: Role, width: int, indent: int, hang: int) -> tuple[Styled, ...]:
    return _wrapped(inked(shown(text), style), width, indent, hang)


def _cursor(line: Styled) -> int | None:
    """At which character the cursor of a text stands."""
    return next((span.start for span in line.spans if span.style == theme.CURSOR), None)


def _strip(line: Styled) -> None:
    """Take the blanks off its end, but not those that the cursor stands on or behind."""
    stands = _cursor(line)
    line.rstrip()
    if stands is not None and stands >= len(line):
        line.append(" " * (stands - len(line)), theme.TYPED)
        line.append(" ", theme.CURSOR)


def _wrapped(words: Styled, width: int, indent: int, hang: int) -> tuple[Styled, ...]:
    """A paragraph as it stands on a page so wide."""
    lines = words[hang:].wrap(_CONSOLE, max(width - indent - hang - 1, 10), tab_size=4)
    heads = [words[:hang] if hang else Styled(""), Styled(" " * hang)]
    for line in lines:
        _strip(line)
    if _cursor(words) is not None and all(_cursor(line) is None for line in lines):
        lines[-1].append(" ", theme.CURSOR)  # behind a line that is full
    return tuple(
        Styled(" " * indent) + heads[min(place, 1)] + line
        for place, line in enumerate(lines or [Styled("")])
    )
