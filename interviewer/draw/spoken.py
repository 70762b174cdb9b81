"""A state for the ear: what it says, line by line, and what may be typed at it.

The same functions that draw a page write on a `SpokenPage`: nothing stands beside anything else on
it, nothing is wrapped, and signs that only make sense to the eye are said in words.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final, TypeVar

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text as Styled

from interviewer.controls.actions import Footer, KeyTable, Meaning
from interviewer.controls.keys import OPTION_KEYS, Keycap
from interviewer.draw import theme
from interviewer.draw.clicks import ListRow, Spot
from interviewer.draw.columns import Option
from interviewer.draw.help import in_words_of
from interviewer.draw.lines import LIT_SIGN, shown
from interviewer.draw.page import Page
from interviewer.draw.the_way import ON
from interviewer.draw.theme import Role
from interviewer.engine.text_field import TextField
from interviewer.words import say
from interviewer.words.speaking import SPOKEN
from schemas.language.text import Text
from schemas.surveys.survey import Survey

S = TypeVar("S")

UNBROKEN: Final = 1_000_000
"""Wider than anything that anybody says."""


class Typing(Enum):
    """What a line that is typed is taken for."""

    picks = auto()
    """One character: the key in front of an option."""
    marks = auto()
    """Characters in front of options, and then that they were all."""
    writes = auto()
    """Text, in the place of what stood there, and that it is done."""
    lines = auto()
    """The same, of several lines."""
    seeks = auto()
    """Text to look for; an empty line takes what is marked."""
    moves = auto()
    """Nothing but a key by its name; an empty line takes what is marked."""
    reads = auto()
    """Nothing but that one goes on."""
    listens = auto()
    """Nothing: it is heard, and one goes back."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a state says.

    `place` is where one is: somewhere else, all `lines` are said, and what may be typed there that
    is not plain (`asks`); else only what is new among them.  `around` is what one wants to be told
    when it is new, wherever one is: what it is, and the words for it; `whole` is only said to
    whoever asks.  `footer` and `help` are the keys, as they stand at the foot and in F1.
    """

    place: Hashable
    lines: tuple[str, ...]
    typing: Typing
    asks: tuple[str, ...] = ()
    around: tuple[tuple[Hashable, str], ...] = ()
    whole: tuple[str, ...] = ()
    footer: Footer = ()
    help: tuple[Meaning, ...] = ()


def spoken(
    screen: S,
    keys: KeyTable[S],
    lines: Sequence[str],
    typing: Typing,
    *,
    place: Hashable = None,
    around: str = "",
    survey: Survey | None = None,
) -> Spoken:
    """What a state says that has these keys; it is another place for each `place` on it.

    Keys that speak of what a survey looks for are said in the words of the `survey`.
    """
    footer, help = keys.footer(screen), keys.help(screen)
    if survey is not None:
        footer, help = in_words_of(survey, footer), in_words_of(survey, help)
    where = for_the_ear(around)
    return Spoken(
        (type(screen), place),
        tuple(lines),
        typing,
        around=((where, where),) if where else (),
        footer=footer,
        help=help,
    )


class SpokenPage(Page):
    """A page that is read out: one line for each thing."""

    def __init__(self) -> None:
        super().__init__(UNBROKEN)

    @property
    def said(self) -> tuple[str, ...]:
        """The lines, without what only the eye needs."""
        words = (for_the_ear(line.plain) for line in self.lines)
        return tuple(line for paragraph in words for line in paragraph.split("\n") if line)

    def say(
        self, text: str | Styled, style: Role = theme.PAPER, indent: int = 1, hang: int = 0
    ) -> "SpokenPage":
        """A paragraph, on one line."""
        self.lines.append(text if isinstance(text, Styled) else Styled(shown(text)))
        return self

    def rule(self, title: str = "") -> "SpokenPage":
        """The heading that stands in it."""
        return self.say(title)

    def pair(self, left: Styled, right: Styled) -> "SpokenPage":
        """The one after the other."""
        return self.say(left).say(right)

    def options(
        self,
        options: Sequence[Option],
        room: int | None = None,
        keys: Sequence[str] = OPTION_KEYS,
        indent: int = 1,
    ) -> "SpokenPage":
        """One below the other; whether it is chosen is said last."""
        for key, option in zip(keys, options, strict=False):
            sign = LIT_SIGN if option.lit else ""
            chosen = f", {SPOKEN.chosen}" if option.chosen else ""
            self.say(f"{sign}{key} {option.label}{chosen}")
        return self

    def stands_for(self, spot: Spot, first: int, indent: int = 1) -> "SpokenPage":
        """Nobody clicks on what is said; a row is one line, and that it is marked is said first."""
        if isinstance(spot, ListRow) and len(self.lines) > first:
            parts = (line.plain.strip().removeprefix(LIT_SIGN) for line in self.lines[first:])
            sign = LIT_SIGN if spot.lit else ""
            self.lines[first:] = [Styled(f"{sign}{'  '.join(filter(None, parts))}")]
        return self

    def option(self, key: Keycap, label: Text) -> "SpokenPage":
        """The key, and what it is for."""
        return self.say(f"{key.shown} {label}")

    def typing(
        self, line: TextField, label: str = "", indent: int = 1, hint: str = ""
    ) -> "SpokenPage":
        """What is to be typed, and what stands there already."""
        empty = f"{SPOKEN.empty} {hint}".rstrip()
        words = say(SPOKEN.stands, text=line.text) if line.text else empty
        name = label.strip(" ›▸")
        return self.say(f"{name}: {words}" if name else words if line.text else "")


def tables_read_out(page: Page, parts: Iterable[RenderableType]) -> None:
    """What a command prints: a table row by row, each number behind what it counts."""
    for part in parts:
        if isinstance(part, Table):
            page.say(str(part.title or ""))
            heads = [str(one.header) if one.justify == "right" else "" for one in part.columns]
            for row in zip(*(column.cells for column in part.columns), strict=True):
                page.say(_row_read_out(heads, [str(cell) for cell in row]))
        elif isinstance(part, Group):
            tables_read_out(page, part.renderables)
        else:
            page.say(str(part))


def _row_read_out(heads: Sequence[str], cells: Sequence[str]) -> str:
    first, *rest = (" ".join(cell.split()) for cell in cells)
    named = (f"{head} {cell}".strip() for head, cell in zip(heads[1:], rest, strict=True) if cell)
    return "  ".join(filter(None, (first, *named)))


_SIGNS: Final = (
    (ON, SPOKEN.way),
    (" → ", SPOKEN.way),
    (f"{LIT_SIGN} ", SPOKEN.lit),
    (LIT_SIGN, SPOKEN.lit),
    ("› ", ""),
    ("● ", ""),
    ("★ ", ""),
    ("★\u00a0", ""),
    ("✗ ", ""),
    ("┃", ""),
    ("╷", ""),
    ("⏰ ", ""),
    (" · ", ", "),
    ("· ", ""),
)
"""What is only a sign for the eye, and how it is said."""


def for_the_ear(line: str) -> str:
    """A line of a picture, as it is said."""
    return ", ".join(filter(None, map(_said, line.split("  "))))


def _said(part: str) -> str:
    for sign, words in _SIGNS:
        part = part.replace(sign, str(words))
    return part.strip()


def lit_before(line: str) -> str:
    """How a line that is not marked would be said if it were."""
    return f"{SPOKEN.lit}{line}"
