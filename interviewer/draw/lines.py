"""Lines of a picture: what may be shown on one, what it looks like, and how a paragraph is broken.

Everything shown goes through `shown`, so that no text anybody typed or imported can send commands
to the terminal; and nothing is ever read as markup.
"""

import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final, TypeAlias

from rich.cells import cell_len
from rich.console import Console
from rich.containers import Lines
from rich.style import Style
from rich.text import Span
from rich.text import Text as Styled

from interviewer.draw import theme
from interviewer.draw.ink import inked

LIT_SIGN: Final = "▸"
"""Stands at the marked line of a list, for those who cannot see its colour."""

MORE_ABOVE: Final = inked(" ↑ …", theme.QUIET)
"""Stands where lines lie hidden above."""

MORE_BELOW: Final = inked(" ↓ …", theme.QUIET)
"""Stands where lines lie hidden below."""

AIR: Final = Styled("")
"""A line with nothing on it."""

_CONSOLE: Final = Console(width=200, color_system=None, force_terminal=False, legacy_windows=False)
_UNSAFE: Final = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_HARMLESS: Final = "\u200c\u200d\xad"


def _shown(text: str) -> str:
    return "".join(char if _is_harmless(char) else "\ufffd" for char in text)


shown: Final[Callable[[str], str]] = lru_cache(maxsize=4096)(_shown)
"""A text as it may be sent to a terminal: what would command it is shown as �.

Declared by hand, as whatever is kept would else be taken from anybody: also what is no text.
"""


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
        if (stands := cursor(line)) is not None:
            return cell_len(line.plain[:stands]), row
    return None


def line_of(look: Look) -> Styled:
    """A line that looks like this."""
    plain, style, spans = look
    return Styled(plain, style, spans=list(spans))


def lit_row(line: Styled, begins: int, edge: int) -> Styled:
    """A marked line: lit from where it `begins` to the edge, whatever is in it."""
    row = inked(line.plain, theme.LIT)
    row.append(" " * (edge - row.cell_len), theme.LIT)
    clicks = [span for span in line.spans if isinstance(span.style, Style) and span.style.meta]
    words = row[begins:] if begins else row
    lit = Styled(" " * begins) + words
    lit.spans += clicks
    return lit


def cursor(line: Styled) -> int | None:
    """At which character the cursor of a text stands."""
    return next((span.start for span in line.spans if span.style == theme.CURSOR), None)


def _strip(line: Styled) -> None:
    """Take the blanks off its end, but not those that the cursor stands on or behind."""
    stands = cursor(line)
    line.rstrip()
    if stands is not None and stands >= len(line):
        line.append(" " * (stands - len(line)), theme.TYPED)
        line.append(" ", theme.CURSOR)


NO_BREAK: Final = "\u00a0"
"""A space that a line is not broken at."""

_TIED: Final = "\ue000"
"""Stands for it while lines are broken: Rich would break them there, too."""


def _exchanged(line: Styled, one: str, other: str) -> Styled:
    """A line with one character in place of another."""
    if one not in line.plain:
        return line
    line = line.copy()
    line.plain = line.plain.replace(one, other)
    return line


def wrapped(words: Styled, width: int, indent: int, hang: int) -> tuple[Styled, ...]:
    """A paragraph as it stands on a page so wide."""
    words = _exchanged(words, NO_BREAK, _TIED)
    lines = words[hang:].wrap(_CONSOLE, max(width - indent - hang - 1, 10), tab_size=4)
    lines = Lines(_exchanged(line, _TIED, NO_BREAK) for line in lines)
    heads = [words[:hang] if hang else Styled(""), Styled(" " * hang)]
    for line in lines:
        _strip(line)
    if cursor(words) is not None and all(cursor(line) is None for line in lines):
        lines[-1].append(" ", theme.CURSOR)  # behind a line that is full
    return tuple(
        Styled(" " * indent) + heads[min(place, 1)] + line
        for place, line in enumerate(lines or [Styled("")])
    )
