"""Opening it: what the keys of the screen beneath do, what stands on it, and what it knows of."""

from dataclasses import replace
from functools import partial
from typing import Final

from interviewer.controls.actions import ANYWHERE
from interviewer.controls.help import Helped
from interviewer.controls.keys import Press
from interviewer.controls.screen import Screen
from interviewer.draw.bars import Surroundings
from interviewer.screens.palette.offered import by_keys, on_picture
from interviewer.screens.palette.state import ActionPalette
from interviewer.screens.shown_screen import ShownScreen


def palette_over(screen: Screen, shown: ShownScreen, press: Press) -> ActionPalette:
    """Everything that can be done on a screen, by its name: what F1 explained is read no more."""
    before = replace(screen, help=None) if isinstance(screen, Helped) else screen
    who = getattr(before, "who", None)
    picture = shown.draw(before, Surroundings(*ROOM_FOR_ALL, press.at, ran=press.ran))
    known = (
        *by_keys((*shown.keys_here(before).pressable(before), *ANYWHERE), who and who.survey),
        *on_picture(picture),
        *shown.knows(before),
    )
    return ActionPalette(before=before, known=known, finds=partial(shown.finds, before))


ROOM_FOR_ALL: Final = (200, 60)
"""A screen so large that whatever can be chosen stands on it, each on a line."""
