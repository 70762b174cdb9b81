"""A whole number."""

from typing import Annotated

from schemas.language.numerals import read_whole
from schemas.questionnaire.types.descriptions import Reading, Statistic
from schemas.questionnaire.types.dice import Dice, Practice
from schemas.questionnaire.types.whole_types import WholeNumbersType


class IntegerType(WholeNumbersType):
    """How many there are of something."""

    name = "integer"
    statistic = Statistic.total
    wanted = "et helt tall"

    def read(self, words: str, reading: Reading) -> int:
        """The number that digits mean."""
        return read_whole(words)

    def practise(self, dice: Dice, knows: Practice) -> int:
        """A small number between the limits."""
        low = self.low or 0
        return dice.between(low, low + 12 if self.high is None else min(self.high, low + 12))


Whole = Annotated[int, IntegerType()]
