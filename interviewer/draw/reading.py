"""What the coordinator's long pages have in common: they are read from top to bottom."""

from collections.abc import Iterable, Sequence
from typing import Final, TypeVar

from rich.console import Console, RenderableType
from rich.text import Text as Styled

from interviewer.controls.keys import Action
from interviewer.controls.scrolling import Scroll
from interviewer.draw.help import MOVES, QUITS, Meaning
from interviewer.draw.page import Page, shown
from interviewer.words import WORDS
from schemas.language.text import Text

READING: Final = (Action.HELP, Action.UP, Action.DOWN, (Action.FORWARD, WORDS.key_page))
READING_KEYS: Final = (*READING, (Action.CLOSE, WORDS.key_queue), Action.QUIT)
CASES_KEYS: Final = (*READING, (Action.CLOSE, WORDS.key_cases), Action.QUIT)
PANEL_KEYS: Final = (Action.HELP, Action.ENTER, Action.CLOSE)
SAVING_KEYS: Final = (Action.HELP, (Action.ENTER, WORDS.key_save), Action.CLOSE)
SENDING_KEYS: Final = (Action.HELP, (Action.ENTER, WORDS.key_send), Action.CLOSE)
ERASING_KEYS: Final = (Action.HELP, (Action.ENTER, WORDS.key_erase), Action.CLOSE)

T = TypeVar("T")

LAST: Final = 10
"""So many lines stay on the screen, however far down one reads."""


def near(lines: Sequence[T], marked: int, rows: int) -> list[tuple[int, T]]:
    """The lines of a list that may be in sight, with their places: the others are not drawn."""
    first = max(marked - rows, 0)
    return list(enumerate(lines[first : marked + rows], start=first))


def reading_help(back: Text, *closes: Action) -> tuple[Meaning, ...]:
    """What F1 says on a page that is only read."""
    keys = " ".join(key.shown for key in (Action.CLOSE, *closes))
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
