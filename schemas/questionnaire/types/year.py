"""A year."""

from dataclasses import dataclass, replace
from typing import Annotated, Any, Final, Self

from pydantic import Field

from schemas.language.messages import AnswerProblem, Message
from schemas.language.numerals import read_year
from schemas.language.text import Text
from schemas.questionnaire.conditions import YearOfInterview
from schemas.questionnaire.preloads import Preloads
from schemas.questionnaire.types.base import Strictly
from schemas.questionnaire.types.descriptions import Between, Reading, Statistic
from schemas.questionnaire.types.dice import Dice, Practice
from schemas.questionnaire.types.whole_types import WholeNumbersType


@dataclass(frozen=True)
class YearType(WholeNumbersType):
    """A year of four digits; its limits may move with the calendar."""

    low: Any = 1900
    high: Any = 2100

    name = "year"
    statistic = Statistic.spread
    wanted = "et årstall"

    @property
    def rules(self) -> tuple[Any, ...]:
        """The limits that hold in every year, and no others."""
        return (Strictly, Field(ge=1900, le=2100))

    def asked_with(self, between: Between | None, at_most: int | None) -> Self | None:
        """With the limits of the question."""
        limited = replace(self, low=between[0], high=between[1]) if between else self
        return limited if at_most is None else None

    def limits(self, facts: Preloads) -> tuple[int, int]:
        """The first and the last year, by the year of the interview."""
        low, high = (
            facts.year + end.plus if isinstance(end, YearOfInterview) else end
            for end in (self.low, self.high)
        )
        return low, high

    @classmethod
    def limit(cls, stated: Any) -> Any:
        """A year, or so many from that of the interview."""
        return int(stated) if isinstance(stated, str) else YearOfInterview(stated["plus"])

    def read(self, words: str, reading: Reading) -> int:
        """The year that four digits mean."""
        return read_year(words, reading.facts.year)

    def accept(self, value: Any, facts: Preloads) -> Any:
        """Within the limits that hold this year; the message must name those."""
        low, high = self.limits(facts)
        if isinstance(value, int) and not low <= value <= high:
            raise self.outside(low, high)
        return super().accept(value, facts)

    def outside(self, low: Any, high: Any) -> AnswerProblem:
        """What is said of a year outside the limits."""
        return AnswerProblem(YEAR_RANGE, low=low, high=high)

    def outside_in_form(self, low: Any, high: Any) -> Text:
        """A form names the limits that move in words."""
        return _YEAR_RANGE_IN_FORM

    def written(self, value: Any) -> str:
        """The year without the spaces that long numbers have."""
        return str(value)

    def practise(self, dice: Dice, knows: Practice) -> int:
        """One of the last years, or of the next few where the limits lie ahead."""
        low, high = self.limits(knows.facts)
        if low >= knows.facts.year:
            return dice.between(low, min(high, low + 3))
        high = min(high, knows.facts.year)
        return dice.between(max(low, min(2003, high)), high)


Year = Annotated[int, YearType()]

# ── What is said ─────────────────────────────────────────────────────────────────────────────────

YEAR_RANGE: Final = Message("A-YEAR-RANGE", "Skriv et årstall fra {low} til {high}.")
_YEAR_RANGE_IN_FORM: Final = Text(
    YEAR_RANGE.words,
    nn="Skriv eit årstal frå {low} til {high}.",
    en="Write a year from {low} to {high}.",
)
