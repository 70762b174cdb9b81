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
from interviewer.screens.palette.to_a_case import Screens, cases, who_sits


def palette_over(screen: Screen, screens: Screens, press: Press) -> ActionPalette:
    """Everything that can be done on a screen, by its name: what F1 explained is read no more."""
    shown = screens[type(screen)]
    before = replace(screen, help=None) if isinstance(screen, Helped) else screen
    who = who_sits(before)
    survey = who.survey if who else None
    picture = shown.draw(before, Surroundings(*ROOM_FOR_ALL, press.at, ran=press.ran))
    known = (
        *by_keys((*shown.keys_here(before).pressable(before), *ANYWHERE), survey),
        *on_picture(picture),
        *shown.knows(before),
    )
    return ActionPalette(before=before, known=known, finds=partial(cases, before, screens=screens))


ROOM_FOR_ALL: Final = (200, 60)
"""A screen so large that whatever can be chosen stands on it, each on a line."""
