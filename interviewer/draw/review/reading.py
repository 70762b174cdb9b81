"""What the coordinator's long pages have in common: they are read from top to bottom."""

from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias, TypeVar

from rich.console import Console, RenderableType
from rich.text import Text as Styled

from interviewer.draw import theme
from interviewer.draw.frame import Surroundings
from interviewer.draw.page import Option, Page, shown
from interviewer.keys import Action
from interviewer.moves import Scroll
from interviewer.words import WORDS
from schemas.text import Text

READING: Final = (Action.UP, Action.DOWN, (Action.FORWARD, WORDS.key_page))
READING_KEYS: Final = (*READING, (Action.CLOSE, WORDS.key_queue), Action.QUIT)
CASES_KEYS: Final = (*READING, (Action.CLOSE, WORDS.key_cases), Action.QUIT)
PANEL_KEYS: Final = (Action.ENTER, Action.CLOSE)

T = TypeVar("T")

LAST: Final = 10
"""So many lines stay on the screen, however far down one reads."""


def near(lines: Sequence[T], marked: int, rows: int) -> list[tuple[int, T]]:
    """The lines of a list that may be in sight, with their places: the others are not drawn."""
    first = max(marked - rows, 0)
    return list(enumerate(lines[first : marked + rows], start=first))


def print_parts(body: Page, parts: Iterable[RenderableType], columns: int) -> None:
    """What a command prints, on the screen."""
    console = Console(width=columns - 2, color_system=None, force_terminal=False)
    for part in parts:
        for line in console.render_lines(part, pad=False):
            text = "".join(segment.text for segment in line)
            body.lines.append(Styled(" " + shown(text.rstrip())))
        body.blank()


Meanings: TypeAlias = Sequence[tuple[Action, Text]]
"""What keys do in one of the coordinator's lists, in a sentence each."""


def keys_here(body: Page, meanings: Meanings) -> None:
    """What the keys do here, and that typing searches."""
    body.say(f"{WORDS.help_title}  ({WORDS.help_closes})", theme.STRONG)
    for action, meaning in (*meanings, *_EVERYWHERE):
        body.say(f"{action.shown:>7}  {meaning}", hang=9)
    body.say(f"{WORDS.help_type!s:>7}  {WORDS.help_typing}", hang=9)


_EVERYWHERE: Final = tuple((one, Text(one.help)) for one in (Action.UP, Action.DOWN, Action.QUIT))


def ways_on(around: Surroundings, labels: Iterable[Text]) -> list[Styled]:
    """What can be done, one key each: it stays in sight, however far down one reads."""
    page = Page(around.columns).options([Option(str(label)) for label in labels], room=0)
    return page.rule().lines


def read_from(body: Page, scroll: Scroll) -> None:
    """The page from where one has read to."""
    scroll.end.last = max(len(body.lines) - LAST, 0)
    body.lines = body.lines[min(scroll.top, scroll.end.last) :]
