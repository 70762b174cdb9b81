"""What the keys lead to on this page: up, down and back."""

from typing import Final

from interviewer.controls.actions import FIND, QUIT, READING, Action, KeyTable
from interviewer.controls.keys import Keycap, Press
from interviewer.controls.reading import closed, read
from interviewer.controls.screen import Reaction
from interviewer.screens.claim_matrix.state import ClaimMatrixView
from interviewer.words import WORDS


def pressed(page: ClaimMatrixView, press: Press) -> Reaction:
    """What a key leads to."""
    return read(KEYS, page, press)


KEYS: Final[KeyTable[ClaimMatrixView]] = KeyTable(
    WORDS.claim_matrix_title,
    (
        *READING,
        Action(Keycap.ESCAPE, WORDS.help_to_shelf, closed, word=WORDS.publish_title),
        FIND,
        QUIT,
    ),
)
