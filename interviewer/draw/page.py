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

from rich.console import Console
from rich.style import Style
from rich.text import Span
from rich.text import Text as Styled

from interviewer.controls.keys import OPTION_KEYS
from interviewer.draw import theme
from interviewer.draw.theme import Role
from interviewer.engine.text_field import TextField

LIT_SIGN: Final = "▸"
"""Stands at the marked line of a list, for those who cannot see its colour."""

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


def line_of(look: Look) -> Styled:
    """A line that looks like this."""
    plain, style, spans = look
    return Styled(plain, style, spans=list(spans))


_Lines: TypeAlias = tuple[Styled, ...]


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

    def rule(self, title: str = "") -> "Page":
        """A line across, with a title in it."""
        head = f"── {shown(title)} " if title else ""
        filled = head + "─" * max(self.width - len(head) - 2, 0)
        self.lines.append(Styled(" " + filled, theme.QUIET))
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
        """A list with the key in front of each line; in two columns when the room is short.

        Where there is room for it, there is air between the lines.
        """
        pairs = tuple(zip(keys, options, strict=False))
        rows = [_option_lines(key, one, self.width, indent) for key, one in pairs]
        lit = next((place for place, one in enumerate(options) if one.lit), 0)
        if room is not None and _depth(rows) + len(rows) - 1 <= room:
            rows = [(*row, AIR) for row in rows[:-1]] + rows[-1:]
        half = (self.width - 2) // 2
        halves = [_option_lines(key, one, half, indent) for key, one in pairs]
        middle = _middle(halves)
        helps = room is not None and (
            _depth(halves[:middle]) <= room or _depth(halves) == len(rows)
        )
        if room is not None and _depth(rows) > room and helps:
            self._mark(halves[middle if lit >= middle else 0 : lit], lit, options)
            self._columns(halves[:middle], halves[middle:], half)
        else:
            self._mark(rows[:lit], lit, options)
            self.lines += [line for row in rows for line in row]
        return self

    def _mark(self, above: Sequence[_Lines], lit: int, options: Sequence[Option]) -> None:
        if options and options[lit].lit:
            self.focus = len(self.lines) + _depth(above)

    def _columns(self, left: Sequence[_Lines], right: Sequence[_Lines], half: int) -> None:
        beside = [line for row in right for line in row]
        for place, one in enumerate(line for row in left for line in row):
            line = one.copy()
            if place < len(beside):
                line.append(" " * (half - line.cell_len))
                line.append_text(beside[place])
            self.lines.append(line)

    def typing(self, line: TextField, label: str = "", indent: int = 1) -> "Page":
        """A line being typed, with its cursor; long text wraps and stays whole."""
        here = line.text[line.cursor : line.cursor + 1]
        after = line.text[line.cursor + 1 :]
        ink = theme.LIT if line.fresh and line.text else theme.TYPED
        words = Styled(label or "› ", theme.QUIET)
        words.append(shown(line.text[: line.cursor]), ink)
        words.append(shown(here) if here and here != "\n" else " ", theme.CURSOR)
        words.append(shown(("\n" if here == "\n" else "") + after), ink)
        self.say(words, indent=indent)
        self.focus = len(self.lines) - 1
        return self

    def window(self, height: int) -> list[Styled]:
        """The lines that fit, with the focus in sight, and signs where more lies hidden."""
        if len(self.lines) <= height:
            return self.lines + [Styled("")] * (height - len(self.lines))
        top = max(0, min(self.focus - height * 2 // 3, len(self.lines) - height))
        seen = self.lines[top : top + height]
        if top > 0:
            seen[0] = Styled(" ↑ …", theme.QUIET)
        if top + height < len(self.lines):
            seen[-1] = Styled(" ↓ …", theme.QUIET)
        return seen


def _depth(rows: Sequence[_Lines]) -> int:
    """How many lines these take."""
    return sum(map(len, rows))


def _middle(rows: Sequence[_Lines]) -> int:
    """How many of the rows go into the left of two columns, which is not the shorter one."""
    half = (_depth(rows) + 1) // 2
    return next((n for n in range(len(rows) + 1) if _depth(rows[:n]) >= half), len(rows))


@lru_cache(maxsize=512)
def _option_lines(key: str, option: Option, width: int, indent: int) -> _Lines:
    hang = 3 + (len(option.mark) + 1 if option.mark else 0)
    return _wrapped(_option(key, option), width, indent, hang)


@lru_cache(maxsize=512)
def _option(key: str, option: Option) -> Styled:
    ink = theme.LIT if option.lit else theme.CHOSEN if option.chosen else theme.PAPER
    row = Styled(f"{LIT_SIGN if option.lit else ' '}{key} ", theme.KEY)
    if option.mark:
        row.append(f"{option.mark} ", ink)
    row.append(shown(option.label), ink)
    return row


@lru_cache(maxsize=512)
def _pair(one: Look, other: Look, width: int) -> Styled:
    left, right = line_of(one), line_of(other)
    room = width - right.cell_len - 2
    left.truncate(max(room - 1, 0), overflow="ellipsis")
    gap = Styled(" " * max(room - left.cell_len, 0))
    return Styled(" ") + left + gap + right


@lru_cache(maxsize=512)
def _paragraph(text: str, style: Role, width: int, indent: int, hang: int) -> tuple[Styled, ...]:
    return _wrapped(Styled(shown(text), style), width, indent, hang)


def _wrapped(words: Styled, width: int, indent: int, hang: int) -> tuple[Styled, ...]:
    """A paragraph as it stands on a page so wide."""
    lines = words[hang:].wrap(_CONSOLE, max(width - indent - hang - 1, 10), tab_size=4)
    heads = [words[:hang] if hang else Styled(""), Styled(" " * hang)]
    for line in lines:
        line.rstrip()
    return tuple(
        Styled(" " * indent) + heads[min(place, 1)] + line
        for place, line in enumerate(lines or [Styled("")])
    )
