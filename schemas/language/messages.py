"""Why something that was typed cannot be taken, and what to write instead.

A code is stable: people look it up, help pages and tests refer to it.  The words may be polished.
Most sentences fit on one line of a small terminal, even with what was typed put in.  They stand
with whatever reads: numbers in `numerals`, telephone numbers in `phone`, what belongs to one type
of question in `schemas.questionnaire.types`.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from schemas.language import Explained
from schemas.language.text import filled


class Message(NamedTuple):
    """A sentence under its code; words in braces are put in when it is said.

    Whoever types reads it, so it is in the language of the screens alone.
    """

    code: str
    words: str

    def filled(self, **context: object) -> str:
        """The sentence with everything put in.

        Braces in what people typed are safe: only the message itself is read as a template.
        """
        return filled(self.words, **{name: _short(name, str(of)) for name, of in context.items()})


class AnswerProblem(Explained, ValueError):
    """An answer that cannot be taken: a stable `code`, and what is wrong and to write instead.

    `str()` is the code alone, because what people typed must not end up in logs.  It is a
    ValueError so that pydantic takes it for one, where a type of value raises it.
    """

    def __init__(self, message: Message, **context: object) -> None:
        super().__init__(message.code)
        self.code = message.code
        self.sentence = message.filled(**context)


def _short(name: str, words: str) -> str:
    room = ROOM.get(name, 24)
    return words if len(words) <= room else words[: room - 1] + "…"


ROOM: Final[Mapping[str, int]] = {"guess": 56, "or_else": 56, "what": 56, "how": 56}
"""So much is put in: what was typed is only to be known again, but a guess is to be copied."""

# ── Said of more than one thing ──────────────────────────────────────────────────────────────────

MEANT: Final = Message("A-MEANT", "Mente du {guess}? Skriv det slik.")
FOREIGN_DIGITS: Final = Message("A-DIGITS", "Skriv tallet med sifrene 0–9.")
