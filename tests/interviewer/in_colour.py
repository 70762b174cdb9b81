"""The pictures in every palette: `python -m tests.interviewer.in_colour FOLDER`, to look at.

A page for all of them is written beside them; any browser shows it.
"""

import io
import sys
from pathlib import Path

from rich.color import Color
from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment
from rich.terminal_theme import TerminalTheme
from rich.text import Text as Styled
from rich.theme import Theme

from interviewer.draw import theme
from interviewer.draw.palettes import PALETTES, Palette
from interviewer.screens.picture import draw
from tests.interviewer.scenes.pictures import SIZES, all_played, around


class _OnPaper:
    """Lines as the program paints them: each part in its colours, on the palette's paper."""

    def __init__(self, lines: list[Styled], columns: int, palette: Palette) -> None:
        self._lines, self._columns = lines, columns
        self._paper = palette.styles[theme.PAPER]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in self._lines:
            yield from Segment.apply_style(line.render(console), self._paper)
            yield Segment(" " * max(self._columns - line.cell_len, 0), self._paper)
            yield Segment.line()


def svg(lines: list[Styled], columns: int, palette: Palette, title: str) -> str:
    """A picture in colour."""
    styles = {str(role): style for role, style in palette.styles.items()}
    console = Console(
        width=columns,
        record=True,
        file=io.StringIO(),
        color_system="truecolor",
        force_terminal=True,
        theme=Theme(styles, inherit=False),
    )
    console.print(_OnPaper(lines, columns, palette), end="")
    return console.export_svg(title=title, theme=_terminal(palette))


def _terminal(palette: Palette) -> TerminalTheme:
    paper = palette.styles[theme.PAPER]
    return TerminalTheme(_parts(paper.bgcolor), _parts(paper.color), [(0, 0, 0)] * 8)


def _parts(colour: Color | None) -> tuple[int, int, int]:
    assert colour is not None, "paper has colours in every palette"
    red, green, blue = colour.get_truecolor()
    return red, green, blue


def main(folder: Path) -> None:
    """Every scene in both sizes and all palettes, and the page that shows them."""
    folder.mkdir(parents=True, exist_ok=True)
    names = []
    for scene, player in all_played():
        for columns, rows in SIZES:
            for palette in PALETTES.values():
                names.append(f"{scene.__name__}-{columns}x{rows}-{palette.name}.svg")
                lines = draw(player.screen, around(player, columns, rows))
                picture = svg(lines, columns, palette, scene.__name__)
                (folder / names[-1]).write_text(picture, encoding="utf-8")
    shown = "\n".join(f'<img src="{name}" width="640" alt="{name}">' for name in names)
    (folder / "index.html").write_text(shown, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
