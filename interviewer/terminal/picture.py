"""The picture on the screen: drawn from the state, and only what has changed is sent, at once.

Textual paints at 60 Hz, and only when its queues are empty: up to two frames after the database has
said that an answer is stored.  So the lines that differ go to the terminal here, when they differ.
Textual still paints whole pictures (the first one, one of another size, what Ctrl+Z left behind),
from the same lines.

The terminal's own cursor stands where one types, for screen magnifiers and for input methods; where
nothing is typed there is none.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import NamedTuple, TypeAlias

from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from rich.text import Text as Styled
from rich.theme import Theme
from textual.geometry import Offset, Region
from textual.strip import Strip
from textual.widget import Widget

from interviewer.controls.screen import Screen
from interviewer.draw import theme
from interviewer.draw.bars import Surroundings
from interviewer.draw.lines import Look, caret, line_of, look
from interviewer.draw.palettes import COLOURLESS, DARK, PALETTES, Palette
from interviewer.screens.picture import draw
from interviewer.terminal.pointer import Selection
from interviewer.terminal.textual_parts import caret_at, send_frame


class Scene(NamedTuple):
    """All that a picture is made of."""

    screen: Screen
    around: Surroundings

    def looks_like(self, other: "Scene") -> bool:
        """Whether both make the same picture, as far as anybody could tell."""
        return self.screen is other.screen and self.around.is_like(other.around)


Drawn: TypeAlias = tuple[list[Strip], Offset | None]
"""The lines, and where the terminal's cursor stands."""


class Picture(Widget, can_focus=True, inherit_bindings=False):
    """The whole screen.  It alone has the focus, so that no key can reach anything else."""

    DEFAULT_CSS = "Picture { width: 100%; height: 100%; }"

    def __init__(self, sees: Callable[[int, int], Scene]) -> None:
        super().__init__()
        self._sees = sees
        self._ahead: tuple[Scene, Drawn] | None = None
        self._strips: list[Strip] = []
        self._palette = DARK
        self._selection: Selection | None = None
        self._caret: Offset | None = None

    @property
    def lines(self) -> Sequence[Strip]:
        """What is on the screen."""
        return self._strips

    def select(self, selection: Selection | None) -> bool:
        """What is marked, or that nothing is any more; whether that is to be painted."""
        was, self._selection = self._selection, selection
        if was != selection:
            self._ahead = None
        return was != selection

    def wear(self, palette: Palette) -> None:
        """Look like that from now on."""
        if self._palette is not palette:
            self._palette, self._strips, self._ahead = palette, [], None
            self.refresh()

    def paint(self) -> int:
        """Draw the state anew and send the lines that differ; how many they are."""
        if not self._is_drawn():
            self.refresh()  # the whole of it, which is Textual's to paint
            return self.size.height
        before, stood = self._strips, self._caret
        self._draw()
        changed = _differing(before, self._strips)
        if changed or self._caret != stood:
            self._send(changed)
        return len(changed)

    def draw_ahead(self, screen: Screen) -> None:
        """Draw what is going to be shown, so that then it need only be sent."""
        if self._is_drawn():
            seen = Scene(screen, replace(self._sees(*self.size).around, saving=False))
            self._ahead = seen, self._drawn(seen)
            for _, line in _differing(self._strips, self._ahead[1][0]):
                line.render(self.app.console)  # which it remembers

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines as Textual paints them; the same that are sent."""
        if not self._is_drawn():
            self._draw()
            self._send([])  # Textual moves the cursor, but does not show it
        lines = self._strips[crop.y : crop.bottom]
        return [line.crop(crop.x, crop.right) for line in lines]

    def _is_drawn(self) -> bool:
        """Whether there are lines, and of the size that the screen has now."""
        width, height = self.size
        return len(self._strips) == height > 0 and self._strips[0].cell_length == width

    def _draw(self) -> None:
        seen, ahead = self._sees(*self.size), self._ahead
        self._ahead = None
        is_ahead = ahead is not None and seen.looks_like(ahead[0])
        self._strips, self._caret = ahead[1] if ahead and is_ahead else self._drawn(seen)

    def _drawn(self, seen: Scene) -> Drawn:
        width, height = self.size
        lines = draw(seen.screen, seen.around)[:height]
        stands = caret(lines)
        lines += [Styled("")] * (height - len(lines))
        strips = [_strip(look(line), width, self._palette.name) for line in lines]
        if self._selection:
            strips = [self._marked(line, strip) for line, strip in enumerate(strips)]
        if self._palette is not COLOURLESS:
            behind = self.background_colors[1]
            for filter in self.app.get_line_filters():  # where a terminal has few colours
                strips = [strip.apply_filter(filter, behind) for strip in strips]
        return strips, Offset(*stands) if stands else None

    def _marked(self, line: int, strip: Strip) -> Strip:
        """A line with what is selected of it in the colours of a marked row."""
        assert self._selection is not None, "something is selected"
        begins, ends = self._selection.columns(line, strip.cell_length)
        if begins >= ends:
            return strip
        marked = Strip([Segment(strip.crop(begins, ends).text, self._palette.styles[theme.LIT])])
        parts = strip.crop(0, begins), marked, strip.crop(ends)
        return Strip.join(parts)

    def _send(self, changed: list[tuple[int, Strip]]) -> None:
        lines = [f"\x1b[{y + 1};1H{line.render(self.app.console)}" for y, line in changed]
        send_frame(self, "".join(lines) + caret_at(self.app, self._caret))


def _differing(before: Sequence[Strip], now: Sequence[Strip]) -> list[tuple[int, Strip]]:
    """The lines that are others than before, and where they are."""
    pairs = enumerate(zip(before, now, strict=True))
    return [(y, new) for y, (old, new) in pairs if old is not new and old != new]


@lru_cache(maxsize=1024)
def _strip(look: Look, width: int, palette: str) -> Strip:
    """One line as Textual has it: most of them are the same from picture to picture."""
    console, paper = _console(palette)
    return Strip(Segment.apply_style(line_of(look).render(console), paper)).adjust_cell_length(
        width, paper
    )


@cache
def _console(palette: str) -> tuple[Console, Style]:
    """What knows how each part looks, and the paper that all of them are on."""
    styles = (PALETTES | {COLOURLESS.name: COLOURLESS})[palette].styles
    console = Console(
        width=400,
        color_system=None,
        force_terminal=False,
        legacy_windows=False,
        theme=Theme({str(role): style for role, style in styles.items()}, inherit=False),
    )
    return console, styles[theme.PAPER]
