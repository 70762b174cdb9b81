"""What the coordinator's long pages have in common: they are read from top to bottom."""

from collections.abc import Iterable, Sequence
from typing import Final, TypeVar

from rich.console import Console, RenderableType
from rich.text import Text as Styled

from interviewer.controls.keys import Keycap
from interviewer.controls.scrolling import Scroll
from interviewer.draw.help import MOVES, QUITS, Meaning
from interviewer.draw.page import Page, shown
from interviewer.words import WORDS
from schemas.language.text import Text

READING: Final = (Keycap.F1, Keycap.UP, Keycap.DOWN, (Keycap.PAGE_DOWN, WORDS.key_page))
READING_KEYS: Final = (*READING, (Keycap.ESCAPE, WORDS.key_queue), Keycap.CTRL_Q)
CASES_KEYS: Final = (*READING, (Keycap.ESCAPE, WORDS.key_cases), Keycap.CTRL_Q)
PANEL_KEYS: Final = (Keycap.F1, Keycap.ENTER, Keycap.ESCAPE)
SAVING_KEYS: Final = (Keycap.F1, (Keycap.ENTER, WORDS.key_save), Keycap.ESCAPE)
SENDING_KEYS: Final = (Keycap.F1, (Keycap.ENTER, WORDS.key_send), Keycap.ESCAPE)
ERASING_KEYS: Final = (Keycap.F1, (Keycap.ENTER, WORDS.key_erase), Keycap.ESCAPE)

T = TypeVar("T")

LAST: Final = 10
"""So many lines stay on the screen, however far down one reads."""


def near(lines: Sequence[T], marked: int, rows: int) -> list[tuple[int, T]]:
    """The lines of a list that may be in sight, with their places: the others are not drawn."""
    first = max(marked - rows, 0)
    return list(enumerate(lines[first : marked + rows], start=first))


def reading_help(back: Text, *closes: Keycap) -> tuple[Meaning, ...]:
    """What F1 says on a page that is only read."""
    keys = " ".join(key.shown for key in (Keycap.ESCAPE, *closes))
    return (MOVES, (keys, back), QUITS)


def print_parts(body: Page, parts: Iterable[RenderableType], columns: int) -> None:
    """What a command prints, on the screen."""
    console = Console(width=columns - 2, color_system=None, force_terminal=False)
    for part in parts:
        for line in console.render_lines(part, pad=False):
            text = "".join(segment.text for segment in line)
            body.lines.append(Styled(" " + shown(text.rstrip())))
        body.blank()


def read_from(body: Page, scroll: Scroll) -> None:
    """The page from where one has read to."""
    scroll.end.last = max(len(body.lines) - LAST, 0)
    body.lines = body.lines[min(scroll.top, scroll.end.last) :]
