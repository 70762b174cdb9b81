"""Which colours the program has on this machine: chosen with a key, and remembered."""

from contextlib import suppress
from typing import Final

from rich.color import Color
from textual.theme import Theme

from interviewer.draw import theme
from interviewer.draw.palettes import PALETTES, Palette
from interviewer.failures import Trouble
from interviewer.places import data_folder, made_folder

REMEMBERED: Final = "colours.txt"
"""In the program's folder: the name of the palette."""


def remembered() -> Palette | None:
    """What was chosen on this machine, if anything was."""
    try:
        return PALETTES.get((data_folder() / REMEMBERED).read_text(encoding="utf-8").strip())
    except (OSError, UnicodeDecodeError, Trouble):  # colours: nothing depends on them
        return None


def remember(palette: Palette) -> None:
    """For the next start; where it cannot be written, it lasts until the program ends."""
    with suppress(OSError, Trouble):
        (made_folder() / REMEMBERED).write_text(f"{palette.name}\n", encoding="utf-8")


def next_to(palette: Palette) -> Palette:
    """The one that comes after it, round and round."""
    names = list(PALETTES)
    return PALETTES[names[(names.index(palette.name) + 1) % len(names)]]


def textual_theme(palette: Palette) -> Theme:
    """The same for what Textual draws itself."""
    paper, bar = palette.styles[theme.PAPER], palette.styles[theme.BAR]
    return Theme(
        name=palette.name,
        primary=_name(bar.bgcolor),
        foreground=_name(paper.color),
        background=_name(paper.bgcolor),
        dark=palette.dark,
    )


def _name(colour: Color | None) -> str:
    return colour.name if colour else "ansi_default"
