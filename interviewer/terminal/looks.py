"""Which colours the program has on this machine: chosen with a key, and remembered."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Final, TypeAlias

from rich.color import Color
from textual.app import App
from textual.theme import Theme

from interviewer.controls.keys import Keycap
from interviewer.draw import theme
from interviewer.draw.palettes import COLOURLESS, DARK, PALETTES, Palette
from interviewer.failures import Trouble
from interviewer.places import data_folder, made_folder

if TYPE_CHECKING:
    from interviewer.controls.screen import Screen
    from interviewer.draw.prompter import Prompt, Shown
    from interviewer.terminal.app import Ringerunde

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


Prompter: TypeAlias = "Callable[[Screen], Prompt | None]"
"""What stands beside a screen while somebody practises."""


class Looks:
    """What the program wears just now, and how much of the prompt stands beside it."""

    def __init__(self, app: "Ringerunde", prompter: "Prompter | None") -> None:
        self._app = app
        self._prompter = prompter
        self._shown: Shown | None = None
        self._chosen = remembered()
        self.palette = self._chosen or DARK
        for palette in PALETTES.values():
            app.register_theme(textual_theme(palette))
        if self.palette.dark:  # as Textual is when it begins: nothing is to be worked out anew
            app.set_reactive(App.theme, self.palette.name)
        else:
            app.theme = self.palette.name

    def wear(self, palette: Palette) -> None:
        """These colours, or none where the terminal is to have none."""
        self.palette = palette
        self._app.theme = palette.name
        self._app.picture.wear(COLOURLESS if self._app.no_color else palette)

    def wear_what_is_set(self) -> None:
        """Where nobody has chosen colours here, the settings may have: from any thread."""
        from interviewer.own_settings import read_settings

        if self._chosen is None and (name := read_settings().theme) != self.palette.name:
            self._app.soon(partial(self.wear, PALETTES[name]))

    def change(self, key: Keycap) -> bool:
        """The next palette, which is remembered; or more or less of what stands beside it all."""
        if key is Keycap.CTRL_G:
            self.wear(next_to(self.palette))
            remember(self.palette)
            return True
        prompt = self.prompt
        if prompt is not None:
            self._shown = prompt.shown.next
            self._app.painting.paint()
        return prompt is not None

    @property
    def prompt(self) -> "Prompt | None":
        """What stands beside the screen, as much of it as is wanted."""
        prompt = self._prompter(self._app.loop.screen) if self._prompter else None
        return prompt.as_chosen(self._shown) if prompt else None
