"""A month of the year."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from schemas.frame.frame import Frame
from schemas.language.dates import MONTHS
from schemas.language.messages import AnswerProblem
from schemas.language.numerals import NO_MONTH, read_month
from schemas.language.text import Language, Text
from schemas.questionnaire.preloads import Preloads
from schemas.questionnaire.types.descriptions import Reading, Statistic
from schemas.questionnaire.types.dice import Dice, Practice
from schemas.questionnaire.types.whole_types import WholeNumbersType


@dataclass(frozen=True)
class MonthType(WholeNumbersType):
    """A month, by its number."""

    low: Any = 1
    high: Any = 12

    name = "month"
    statistic = Statistic.none
    wanted = "en måned"

    def hint(self, facts: Preloads) -> str:
        """The two ways to write a month: by number and by name."""
        return "1–12 eller navnet"

    def read(self, words: str, reading: Reading) -> int:
        """By number, or by its name."""
        return read_month(words)

    def outside(self, low: Any, high: Any) -> AnswerProblem:
        """What is said of a number that is no month: how months are written."""
        return AnswerProblem(NO_MONTH)

    def show(self, value: int, language: Language, frame: Frame) -> str:
        """The name of the month."""
        return MONTHS[value - 1]

    def tabulated(self, values: Sequence[Any]) -> Iterable[tuple[str, Text, int]]:
        """How many gave each month, also those that nobody gave."""
        count = Counter(values)
        return [(str(nth), Text(name), count[nth]) for nth, name in enumerate(MONTHS, start=1)]

    def practise(self, dice: Dice, knows: Practice) -> int:
        """Any month."""
        return dice.between(1, 12)


Month = Annotated[int, MonthType()]
