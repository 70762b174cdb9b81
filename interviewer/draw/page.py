"""A page of lines, wrapped to a width: what the drawing functions write on.

Lines that were on the picture before are taken as they are: nothing is wrapped anew for every key.
So a line that stands on a page is never changed; another takes its place.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from rich.text import Span
from rich.text import Text as Styled

from interviewer.controls.keys import OPTION_KEYS, Keycap
from interviewer.draw import theme
from interviewer.draw.clicks import KeySpot, ListRow, Spot, TextSpot, clickable
from interviewer.draw.columns import Option, laid_out, line_of_option, side_by_side
from interviewer.draw.ink import inked
from interviewer.draw.lines import (
    LIT_SIGN,
    MORE_ABOVE,
    MORE_BELOW,
    Look,
    cursor,
    line_of,
    lit_row,
    look,
    shown,
    wrapped,
)
from interviewer.draw.theme import Role
from interviewer.engine.text_field import TextField
from interviewer.words import cut
from schemas.language.text import Text

_BANNERS: Final = frozenset({theme.ERROR, theme.WARNING, theme.GOOD})
"""What wants something now: it stands on a band across the page."""

RULED: Final = 6
"""Columns for the line before and behind a title in it, and for the edges."""

LEAST_BELOW: Final = 4
"""Lines below a head that stays in sight; a longer head goes out of sight as any other line."""


class Page:
    """Lines from the top; `focus` is the line that must stay in sight, as the `head` does."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.lines: list[Styled] = []
        self.focus = 0
        self.head = 0

    def blank(self, count: int = 1) -> "Page":
        """Empty lines."""
        self.lines += [Styled("")] * count
        return self

    def stays(self) -> "Page":
        """What stands here so far stays in sight, wherever below it one looks."""
        self.head = len(self.lines)
        return self

    def say(
        self, text: str | Styled, style: Role = theme.PAPER, indent: int = 1, hang: int = 0
    ) -> "Page":
        """A paragraph, wrapped; its first `hang` characters stand out to the left of the rest."""
        if isinstance(text, Styled):
            self.lines += wrapped(text, self.width, indent, hang)
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
        first = len(self.lines)
        self.say(inked("  ", style) + words, indent=indent, hang=hang + 2)
        return self.stands_for(row, first, indent)

    def stands_for(self, spot: Spot, first: int, indent: int = 1) -> "Page":
        """The lines from the `first` on can be clicked.

        A marked row is lit from its sign to the edge, whatever stands on it, and kept in sight.
        """
        lines = self.lines[first:]
        if isinstance(spot, ListRow) and spot.lit:
            if all(cursor(line) is None for line in lines):  # a text has a paper of its own
                edge = self.width - min(indent, 1)
                lines = [_lit(look(line), indent, edge, at) for at, line in enumerate(lines)]
            self.focus = len(self.lines) - 1
        self.lines[first:] = [_clickable(look(line), spot) for line in lines]
        return self

    def option(self, key: Keycap, label: Text) -> "Page":
        """Something to choose that stands apart from the list, with a key of its own."""
        line = inked(f"  {key.shown} {label}", theme.KEY)
        self.lines.append(_clickable(look(line), KeySpot(key, str(label))))
        return self

    def set_in(self, page: "Page", columns: int) -> "Page":
        """The lines of another page, so far in from the edge."""
        self.focus = len(self.lines) + page.focus
        self.head = len(self.lines) + page.head if page.head else self.head
        self.lines += [_set_in(look(line), columns) for line in page.lines]
        return self

    def rule(self, title: str = "") -> "Page":
        """A line across, with as much of a title in it as there is room for."""
        head = f"── {cut(shown(title), self.width - RULED)} " if title else ""
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
        pairs = tuple(zip(keys, options, strict=False))
        columns = laid_out(pairs, self.width, room, indent)
        lit = next((place for place, one in enumerate(options) if one.lit), None)
        if lit is not None:
            self.focus = len(self.lines) + line_of_option(columns, lit)
        self.lines += side_by_side(columns, self.width, indent)
        return self

    def typing(self, line: TextField, label: str = "", indent: int = 1, hint: str = "") -> "Page":
        """A line being typed, with its cursor; long text wraps and stays whole.

        The `hint` says what may be typed, while nothing is.
        """
        text, ink = line.text, theme.LIT if line.fresh else theme.TYPED
        here, after = text[line.cursor : line.cursor + 1], text[line.cursor + 1 :]
        words = inked(label or "› ", theme.QUIET)
        words.append(shown(text[: line.cursor]), ink)
        words.append(shown(here) if here and here != "\n" else " ", theme.CURSOR)
        words.append(shown(("\n" if here == "\n" else "") + after), ink)
        if hint and not text:
            words.append(f" {shown(hint)}", theme.QUIET)
        begins, first = len(label or "› "), len(self.lines)
        self.say(clickable(words, TextSpot(), begins), indent=indent)
        fields = [begins + indent, *[indent] * (len(self.lines) - first - 1)]
        self.lines[first:] = [
            _field(look(one), begins, self.width - 1)
            for begins, one in zip(fields, self.lines[first:], strict=True)
        ]
        self.focus = len(self.lines) - 1
        return self

    def window(self, height: int) -> list[Styled]:
        """The lines that fit, with the focus in sight, and signs where more lies hidden.

        What stands first is what is asked: it goes only where the focus could not be seen else.
        """
        if len(self.lines) <= height:
            return self.lines + [Styled("")] * (height - len(self.lines))
        if 0 < self.head <= height - LEAST_BELOW:  # a page may have been pasted into it
            below = Page(self.width)
            below.lines, below.focus = self.lines[self.head :], max(self.focus - self.head, 0)
            return [*self.lines[: self.head], *below.window(height - self.head)]
        top = max(0, min(self.focus - height * 2 // 3, len(self.lines) - height))
        if self.focus < height - 1:  # above the sign that there is more
            top = 0
        seen = self.lines[top : top + height]
        if top > 0:
            seen[0] = MORE_ABOVE
        if top + height < len(self.lines):
            seen[-1] = MORE_BELOW
        return seen


@lru_cache(maxsize=1024)
def _clickable(line: Look, spot: Spot) -> Styled:
    return clickable(line_of(line), spot)


@lru_cache(maxsize=128)
def _lit(line: Look, begins: int, edge: int, at: int) -> Styled:
    """A line of the marked row as it looks then, with the sign in front of the first of them."""
    row = lit_row(line_of(line), begins, edge)
    if at == 0 and row.plain[begins : begins + 1] == " ":
        row.plain = f"{row.plain[:begins]}{LIT_SIGN}{row.plain[begins + 1 :]}"
    return row


@lru_cache(maxsize=256)
def _field(line: Look, begins: int, edge: int) -> Styled:
    """A line of what is typed, on the paper of a field that goes on to the edge."""
    row = line_of(line)
    row.append(" " * (edge - row.cell_len))
    row.spans.insert(0, Span(begins, len(row), theme.TYPED))
    return row


@lru_cache(maxsize=512)
def _set_in(line: Look, columns: int) -> Styled:
    return Styled(" " * columns) + line_of(line)


@lru_cache(maxsize=512)
def _pair(one: Look, other: Look, width: int) -> Styled:
    left, right = line_of(one), line_of(other)
    room = width - right.cell_len - 2
    left.truncate(max(room - 1, 0), overflow="ellipsis")
    gap = Styled(" " * max(room - left.cell_len, 0))
    return Styled(" ") + left + gap + right


@lru_cache(maxsize=512)
def _paragraph(text: str, style: Role, width: int, indent: int, hang: int) -> tuple[Styled, ...]:
    lines = wrapped(inked(shown(text), style), width, indent, hang)
    if style not in _BANNERS:
        return lines
    return tuple(_banner(line, style, max(indent - 2, 0), width - min(indent, 1)) for line in lines)


def _banner(line: Styled, style: Role, begins: int, edge: int) -> Styled:
    """A line on a band across the page."""
    row = inked(f"{line.plain:<{begins}}", style)
    row.append(" " * (edge - row.cell_len), style)
    return Styled(" " * begins) + row[begins:]
