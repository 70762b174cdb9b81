"""What the keys lead to on this page: up, down and back."""

from typing import Final

from interviewer.controls.actions import FIND, QUIT, READING, Action, KeyTable
from interviewer.controls.keys import Keycap, Press
from interviewer.controls.reading import closed, read
from interviewer.controls.screen import Reaction
from interviewer.screens.progress.state import ProgressView
from interviewer.words import WORDS


def pressed(page: ProgressView, press: Press) -> Reaction:
    """What a key leads to."""
    return read(KEYS, page, press)


KEYS: Final[KeyTable[ProgressView]] = KeyTable(
    WORDS.review_progress,
    (
        *READING,
        Action(Keycap.ESCAPE, WORDS.help_to_queue, closed, word=WORDS.key_queue, also=(Keycap.F2,)),
        FIND,
        QUIT,
    ),
)
