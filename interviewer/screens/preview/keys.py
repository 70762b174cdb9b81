"""What the keys lead to on this page: up, down and back."""

from typing import Final

from interviewer.controls.actions import FIND, QUIT, READING, Action, KeyTable
from interviewer.controls.keys import Keycap, Press
from interviewer.controls.reading import closed, read
from interviewer.controls.screen import Reaction
from interviewer.screens.preview.state import Preview
from interviewer.words import WORDS


def pressed(page: Preview, press: Press) -> Reaction:
    """What a key leads to."""
    return read(KEYS, page, press)


KEYS: Final[KeyTable[Preview]] = KeyTable(
    WORDS.preview_title,
    (
        *READING,
        Action(Keycap.ESCAPE, WORDS.help_to_order, closed, word=WORDS.key_order),
        FIND,
        QUIT,
    ),
)
