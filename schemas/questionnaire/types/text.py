"""A few words on one line."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from schemas.questionnaire.types.descriptions import Reading
from schemas.questionnaire.types.dice import Dice, Practice
from schemas.questionnaire.types.word_types import WordsType, one_line


@dataclass(frozen=True)
class TextType(WordsType):
    """A short text on one line."""

    longest: int | None = 200

    name = "text"
    is_free_text = True
    wanted = "svaret med ord"

    @property
    def forms(self) -> tuple[Callable[[str], str], ...]:
        """What keeps the text on one line."""
        return (one_line,)

    def read(self, words: str, reading: Reading) -> str:
        """The words as they were typed."""
        return words

    def practise(self, dice: Dice, knows: Practice) -> str:
        """A short text from the survey's practice script."""
        return dice.one(knows.short)


ShortText = Annotated[str, TextType()]
