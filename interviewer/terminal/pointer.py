"""The mouse: a click is the key that stands there, the wheel keys that move; a drag marks text.

Nothing in the program knows of it: the state gets presses, as from the keyboard, and what is marked
belongs to the terminal.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, Protocol

from textual import events
from textual.strip import Strip

from interviewer.controls.keys import Keycap

LEFT: Final = 1


class ScreenCell(NamedTuple):
    """A cell of the screen, counted from its upper left corner."""

    line: int
    column: int


class Selection(NamedTuple):
    """Text that is marked from one cell to another, both included, line after line."""

    one: ScreenCell
    other: ScreenCell

    def columns(self, line: int, width: int) -> tuple[int, int]:
        """From where to before where a line is marked; nothing is an empty range."""
        first, last = min(self.one, self.other), max(self.one, self.other)
        if not first.line <= line <= last.line:
            return 0, 0
        begins = first.column if line == first.line else 0
        ends = last.column + 1 if line == last.line else width
        return begins, min(ends, width)

    def text(self, strips: Sequence[Strip]) -> str:
        """What is marked, without the air at the end of lines."""
        return "\n".join(self._lines(strips)).strip()

    def _lines(self, strips: Sequence[Strip]) -> Iterator[str]:
        for line, strip in enumerate(strips):
            begins, ends = self.columns(line, strip.cell_length)
            if begins < ends:
                yield strip.crop(begins, ends).text.rstrip()


class MouseTarget(Protocol):
    """What the mouse acts on."""

    def clicked(self, line: int, column: int) -> None:
        """One place was clicked."""

    def turned(self, key: Keycap) -> None:
        """The wheel was turned, which is this key."""

    def selects(self, selection: Selection) -> None:
        """Text is being marked."""

    def selected(self, selection: Selection) -> None:
        """The button was let go."""


class Pointer:
    """Where the button went down, and what has been marked since."""

    def __init__(self, acts_on: MouseTarget) -> None:
        self._acts_on = acts_on
        self._down: ScreenCell | None = None
        self._selection: Selection | None = None

    def take(self, event: events.MouseEvent) -> None:
        """What the mouse did."""
        here = ScreenCell(event.y, event.x)
        match event:
            case events.MouseScrollUp():
                self._acts_on.turned(Keycap.UP)
            case events.MouseScrollDown():
                self._acts_on.turned(Keycap.DOWN)
            case events.MouseDown(button=button) if button == LEFT:
                self._down, self._selection = here, None
            case events.MouseMove() if self._down and (self._selection or here != self._down):
                self._selection = Selection(self._down, here)
                self._acts_on.selects(self._selection)
            case events.MouseUp() if self._down:
                self._let_go(here)

    def _let_go(self, here: ScreenCell) -> None:
        selection, self._down = self._selection, None
        if selection:
            self._acts_on.selected(selection)
        else:
            self._acts_on.clicked(here.line, here.column)
