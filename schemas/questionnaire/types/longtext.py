"""Words on several lines."""

from dataclasses import dataclass
from typing import Annotated

from schemas.language.text import Text
from schemas.questionnaire.types.descriptions import EntryForm, FormField, Reading
from schemas.questionnaire.types.dice import Dice, Practice
from schemas.questionnaire.types.word_types import WordsType


@dataclass(frozen=True)
class LongTextType(WordsType):
    """As much as there is to tell."""

    longest: int | None = 4000

    name = "longtext"
    is_free_text = True
    wanted = Text("svaret med ord", "svaret med ord", "the answer in words")

    @property
    def entry(self) -> EntryForm:
        """Several lines."""
        return EntryForm.several_lines

    def read(self, words: str, reading: Reading) -> str:
        """As it is."""
        return words

    def form_field(self, codes: str) -> FormField:
        """Text on several lines."""
        return FormField("text", "multiline")

    def practise(self, dice: Dice, knows: Practice) -> str:
        """What people tell at the end."""
        return dice.one(knows.long)


LongText = Annotated[str, LongTextType()]
