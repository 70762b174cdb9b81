"""Words on several lines."""

from dataclasses import dataclass
from typing import Annotated

from schemas.questionnaire.types.descriptions import EntryForm, FormField, Reading
from schemas.questionnaire.types.dice import Dice, Practice
from schemas.questionnaire.types.word_types import WordsType


@dataclass(frozen=True)
class LongTextType(WordsType):
    """As much as there is to tell."""

    longest: int | None = 4000

    name = "longtext"
    is_free_text = True
    wanted = "svaret med ord"

    @property
    def entry(self) -> EntryForm:
        """A field of several lines."""
        return EntryForm.several_lines

    def read(self, words: str, reading: Reading) -> str:
        """The words as they were typed."""
        return words

    def form_field(self, codes: str) -> FormField:
        """The type `text` of XLSForm, on several lines."""
        return FormField("text", "multiline")

    def practise(self, dice: Dice, knows: Practice) -> str:
        """A longer text from the survey's practice script."""
        return dice.one(knows.long)


LongText = Annotated[str, LongTextType()]
