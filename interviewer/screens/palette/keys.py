"""What the keys lead to: what is chosen is pressed on the screen beneath, and nothing else."""

from dataclasses import replace
from typing import Final

from interviewer.controls.actions import HELP, MOVES, QUIT_UNTOLD, Action, KeyNote, KeyTable
from interviewer.controls.keys import Keycap, Press
from interviewer.controls.screen import Reaction
from interviewer.controls.scrolling import move_of, moved
from interviewer.controls.text_keys import typed
from interviewer.screens.palette.state import ActionPalette
from interviewer.words import WORDS


def pressed(palette: ActionPalette, press: Press) -> Reaction:
    """What a key leads to."""
    if move_of(press, palette.line):
        return Reaction(replace(palette, lit=moved(palette.lit, press, len(palette.found))))
    reaction = KEYS.led(palette, press)
    if reaction:
        return reaction
    line = typed(palette.line, press)
    return Reaction(palette.typing(line) if line else palette)


def pasted(palette: ActionPalette, text: str, press: Press) -> Reaction:
    """The line with pasted text."""
    return Reaction(palette.typing(palette.line.paste(text)))


def _chosen(palette: ActionPalette, press: Press) -> Reaction:
    if not palette.found:
        return Reaction(palette)
    return palette.found[palette.lit].chosen(palette.before, press)


KEYS: Final[KeyTable[ActionPalette]] = KeyTable(
    WORDS.find_title,
    (
        Action(Keycap.ENTER, WORDS.help_do, _chosen, word=WORDS.key_do),
        Action(
            Keycap.ESCAPE,
            WORDS.help_find_close,
            lambda palette, press: Reaction(palette.before),
            word=WORDS.key_close,
            also=(Keycap.CTRL_F,),
        ),
        KeyNote(WORDS.help_type, WORDS.help_find_type),
        MOVES,
        HELP,
        QUIT_UNTOLD,
    ),
)
