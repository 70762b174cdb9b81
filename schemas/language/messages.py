"""Why something that was typed cannot be taken, and what to write instead.

A code is stable: people look it up, help pages and tests refer to it.  The words may be polished.
Most sentences fit on one line of a small terminal, even with what was typed put in.  They stand
with whatever reads: numbers in `numerals`, telephone numbers in `phone`, what belongs to one type
of question in `schemas.questionnaire.types`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from schemas.language.text import LANGUAGES, Language, Text


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence in three languages under its code; words in braces are put in when it is said."""

    code: str
    nb: str
    nn: str
    en: str

    @property
    def text(self) -> Text:
        """The sentence as it stands."""
        return Text(self.nb, self.nn, self.en)

    def filled(self, **context: object) -> Text:
        """The sentence with everything put in.

        Braces in what people typed are safe: only the message itself is read as a template.
        """
        return Text(*(self._in(language, context) for language in LANGUAGES))

    def _in(self, language: Language, context: Mapping[str, object]) -> str:
        words = {name: _words(name, value, language) for name, value in context.items()}
        return self.text.in_(language).format(**words)


class AnswerProblem(ValueError):
    """An answer that cannot be taken: a stable `code` and a sentence in each language.

    `str()` is the code alone, because what people typed must not end up in logs.  It is a
    ValueError so that pydantic takes it for one, where a type of value raises it.
    """

    def __init__(self, message: Message, **context: object) -> None:
        super().__init__(message.code)
        self.code = message.code
        self.text = message.filled(**context)

    def sentence(self, language: Language = "nb") -> str:
        """What is wrong, and what to write instead."""
        return self.text.in_(language)


def _words(name: str, value: object, language: Language) -> str:
    words = value.in_(language) if isinstance(value, Text) else str(value)
    room = ROOM.get(name, 24)
    return words if len(words) <= room else words[: room - 1] + "…"


ROOM: Final[Mapping[str, int]] = {"guess": 56, "or_else": 56, "what": 56, "how": 56}
"""So much is put in: what was typed is only to be known again, but a guess is to be copied."""

# ── Said of more than one thing ──────────────────────────────────────────────────────────────────

MEANT: Final = Message(
    "A-MEANT",
    "Mente du {guess}? Skriv det slik.",
    "Meinte du {guess}? Skriv det slik.",
    "Did you mean {guess}? Write it like that.",
)
FOREIGN_DIGITS: Final = Message(
    "A-DIGITS",
    "Skriv tallet med sifrene 0–9.",
    "Skriv talet med siffera 0–9.",
    "Write the number with the digits 0–9.",
)
