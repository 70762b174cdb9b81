"""The frame around every screen: the bar above, the message and the keys below."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

from rich.text import Text as Styled

from interviewer.controls.keys import Keycap
from interviewer.controls.screen import Notice, Tone
from interviewer.draw import theme
from interviewer.draw.clicks import KeySpot, clickable
from interviewer.draw.ink import inked
from interviewer.draw.lines import Look, line_of, look, shown
from interviewer.draw.page import Page
from interviewer.words import WORDS, say
from schemas.language.dates import running_clock
from schemas.language.text import Text

if TYPE_CHECKING:
    from interviewer.draw.prompter import Prompt

LEAST_COLUMNS: Final = 80
LEAST_ROWS: Final = 24
A_MOMENT: Final = 0.1
"""Seconds that clocks may be late: nobody sees it."""
WIDE: Final = 112
"""From this width on there is room for a column at the side."""

_TONES: Final = {
    Tone.error: theme.ERROR,
    Tone.warning: theme.WARNING,
    Tone.good: theme.GOOD,
    Tone.quiet: theme.QUIET,
}
_SIGNS: Final = {Tone.error: "✗ ", Tone.warning: "! ", Tone.good: "✓ ", Tone.quiet: " "}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a picture needs besides the state: the room there is, the time, what is being stored.

    `failing` is why the last thing could not be stored (it is being tried again), `waiting` how
    many keys have been typed meanwhile.  `making` are the data to practise on: not there yet.
    `ran` are the seconds of a clock that only goes forward.  The `prompt` stands beside the screen
    where somebody practises.  `in_ascii` is for a font without frames and signs.
    """

    columns: int
    rows: int
    now: datetime
    saving: bool = False
    failing: Notice | None = None
    waiting: int = 0
    practice: bool = False
    making: bool = False
    ran: float = 0.0
    prompt: "Prompt | None" = None
    in_ascii: bool = False

    def is_like(self, other: "Surroundings") -> bool:
        """Whether it is the same to look at, but for clocks that have gone on for a moment."""
        as_then = replace(self, now=other.now, ran=other.ran)
        return as_then == other and abs(self.ran - other.ran) < A_MOMENT

    @property
    def is_wide(self) -> bool:
        """Whether there is room for a column at the side."""
        return self.columns >= WIDE


def clock_and(around: Surroundings, name: str) -> str:
    """The clock that runs, and who sits here: what most bars end with."""
    return f"{running_clock(around.now)} · {name}"


LEAST_TAIL: Final = 18
"""So much of the right side always fits: when the last answer was saved."""


def bar(around: Surroundings, left: str, right: str) -> Styled:
    """The line at the top: where we are, and who and when; long names give way to the clocks.

    That one practises gives way to nothing.
    """
    between = " · " if right else " "
    mark = inked(f"{between}{WORDS.practice} " if around.practice else " ", theme.BAR)
    head = inked(shown(f" {left}"), theme.BAR)
    tail = inked(shown(f" {right}"), theme.BAR)
    room = around.columns - mark.cell_len
    head.truncate(room - min(tail.cell_len, LEAST_TAIL), overflow="ellipsis")
    tail.truncate(room - head.cell_len, overflow="ellipsis")
    gap = inked(" " * max(room - head.cell_len - tail.cell_len, 0), theme.BAR)
    return head + gap + tail + mark


def strip(around: Surroundings, text: str | Styled) -> Styled:
    """The line below it, across the whole screen."""
    words = text if isinstance(text, Styled) else Styled(shown(text))
    line = inked(" ", theme.WAY) + words
    line.truncate(around.columns, overflow="ellipsis")
    line.append(" " * max(around.columns - line.cell_len, 0))
    line.stylize_before(theme.WAY)
    return line


Keys: TypeAlias = Sequence[tuple[Keycap, Text]]
"""What the footer tells: keys, each with its word."""


def framed(
    around: Surroundings,
    top: Sequence[Styled],
    body: Page,
    notice: Notice | None,
    actions: Keys,
    side: Page | None = None,
) -> list[Styled]:
    """A whole screen, exactly as many lines as there are rows."""
    keys = _footer(around.columns, tuple(actions))
    free = around.rows - len(top) - len(keys) - len(body.lines)
    bottom = [*_message(around, notice, max(free, LEAST_MESSAGE)), *keys]
    height = around.rows - len(top) - len(bottom)
    middle = body.window(height)
    if side is not None:
        pairs = zip(middle, side.window(height), strict=True)
        middle = [_beside(main, right, body.width) for main, right in pairs]
    return [*top, *middle, *bottom]


def _beside(main: Styled, side: Styled, width: int) -> Styled:
    return _side_by_side(look(main), look(side), width)


@lru_cache(maxsize=1024)
def _side_by_side(main: Look, side: Look, width: int) -> Styled:
    line = line_of(main)
    line.truncate(width, overflow="ellipsis")
    line.append(" " * max(width - line.cell_len, 0))
    line.append("│", theme.QUIET)
    return line + line_of(side)


LEAST_MESSAGE: Final = 4
"""So many lines may always be told; more where there is nothing else to see in their place."""


def _message(around: Surroundings, notice: Notice | None, most: int) -> list[Styled]:
    """What must be told, in so many lines; a failure to store comes before anything else."""
    told = around.failing or notice
    if told is None:
        return [Styled("")]
    code = f" ({told.code})" if told.code else ""
    words = f"{_SIGNS[told.tone]}{told.text}{code}"
    if around.failing:
        more = say(WORDS.not_saved_more, waiting=around.waiting)
        words = f"{WORDS.not_saved}: {words} {more}"
    ink = _TONES[told.tone]
    every = Page(around.columns).say(words, ink, indent=0).lines
    lines = every[:most]
    if every[most:]:
        last = lines[-1].copy()  # others are shown it, too
        last.truncate(around.columns - 2)
        lines[-1] = last + inked(" …", ink)
    return [line + inked(" " * max(around.columns - line.cell_len, 0), ink) for line in lines]


@lru_cache(maxsize=64)
def _footer(columns: int, actions: Keys) -> tuple[Styled, ...]:
    """The keys, on as many lines as they need: none is ever cut off."""
    lines = [Styled("")]
    for keycap, word in actions:
        label = _key(keycap, word)
        if lines[-1].cell_len + label.cell_len - 1 > columns:  # its last cell is air
            lines.append(Styled(""))
        lines[-1] = lines[-1] + label
    for line in lines:
        line.truncate(columns)
        line.append(" " * max(columns - line.cell_len, 0))
        line.stylize_before(theme.FOOT)
    return tuple(lines)


def _key(keycap: Keycap, word: Text) -> Styled:
    label = inked(f" {keycap.shown} ", theme.FOOT_KEY) + inked(f"{word} ", theme.FOOT)
    return clickable(label, KeySpot(keycap))


def too_small(around: Surroundings) -> list[Styled]:
    """What stands on a screen that is too small: no key does anything until it is larger."""
    words = say(WORDS.too_small, columns=around.columns, rows=around.rows)
    page = Page(around.columns).say(words, theme.STRONG)
    if around.practice:
        page.say(str(WORDS.practice))
    return [line[: around.columns] for line in page.window(around.rows)]
