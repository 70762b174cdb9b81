"""A whole number."""

from dataclasses import dataclass
from typing import Annotated

from schemas.language.numerals import read_whole
from schemas.language.text import Text
from schemas.questionnaire.types.base import Figures, Reading
from schemas.questionnaire.types.practice import Dice, Practice
from schemas.questionnaire.types.whole import WholeNumbers


@dataclass(frozen=True)
class IntegerType(WholeNumbers):
    """How many there are of something."""

    name = "integer"
    figures = Figures.total
    wanted = Text("et helt tall", "eit heilt tal", "a whole number")

    def read(self, words: str, reading: Reading) -> int:
        """With digits."""
        return read_whole(words)

    def practise(self, dice: Dice, knows: Practice) -> int:
        """A small one."""
        low = self.low or 0
        return dice.between(low, low + 12 if self.high is None else min(self.high, low + 12))


Whole = Annotated[int, IntegerType()]
