"""What the coordinator's long pages have in common: they are read from top to bottom."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final, TypeVar

from rich.console import Console, RenderableType
from rich.text import Text as Styled

from interviewer.controls.scrolling import Scroll
from interviewer.draw.lines import MORE_ABOVE, shown
from interviewer.draw.page import Page

T = TypeVar("T")

LAST: Final = 10
"""So many lines stay on the screen, however far down one reads."""


def near(lines: Sequence[T], marked: int, rows: int) -> list[tuple[int, T]]:
    """The lines of a list that may be in sight, with their places: the others are not drawn."""
    first = max(marked - rows, 0)
    return list(enumerate(lines[first : marked + rows], start=first))


def print_parts(body: Page, parts: Iterable[RenderableType], columns: int) -> None:
    """What a command prints, on the screen."""
    console = Console(
        width=columns - 2, color_system=None, force_terminal=False, legacy_windows=False
    )
    for part in parts:
        for line in console.render_lines(part, pad=False):
            text = "".join(segment.text for segment in line)
            body.lines.append(Styled(" " + shown(text.rstrip())))
        body.blank()


def read_from(
    body: Page, scroll: Scroll, begins: Mapping[Hashable, int] = MappingProxyType({})
) -> None:
    """The page from where one has read to, or from what is sought: on which line that `begins`."""
    scroll.end.last = max(len(body.lines) - LAST, 0)
    scroll.end.top = min(begins.get(scroll.sought, scroll.top), scroll.end.last)
    body.lines = body.lines[scroll.end.top :]


def read_on(body: Page, scroll: Scroll, room: int) -> None:
    """The same, of a page that is a screen and a little more: a sign says that one has read on."""
    scroll.end.last = max(len(body.lines) - room, 0)
    if top := min(scroll.top, scroll.end.last):
        body.lines, body.focus = [MORE_ABOVE, *body.lines[top + 1 :]], 0
