"""A number with decimals."""

import re
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field

from schemas.language.messages import AnswerProblem
from schemas.language.numerals import MOST_DECIMALS, read_decimal
from schemas.questionnaire.types.answer_messages import INVALID
from schemas.questionnaire.types.descriptions import FormField, Reading, Statistic
from schemas.questionnaire.types.dice import Dice, Practice
from schemas.questionnaire.types.number_types import NumbersType
from schemas.questionnaire.types.spelling import (
    Blanks,
    Cell,
    Cells,
    ColumnType,
    QuestionColumn,
    Spelling,
    cells_of_value,
)


def _plain_number(value: Any) -> Any:
    # Decimals are stored as text, and Decimal("1_000") and Decimal("١٢") are numbers to Python.
    if isinstance(value, str) and not re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]+)?", value):
        raise AnswerProblem(INVALID)
    return value


class DecimalType(NumbersType):
    """How much there is of something."""

    name = "decimal"
    python: ClassVar[Any] = Decimal
    statistic = Statistic.total
    wanted = "et tall"
    form = (
        BeforeValidator(_plain_number),
        Field(allow_inf_nan=False, decimal_places=MOST_DECIMALS),
    )

    @classmethod
    def limit(cls, stated: Any) -> Any:
        """A limit with decimals, from the words of the codebook."""
        return Decimal(stated)

    def read(self, words: str, reading: Reading) -> Decimal:
        """With a comma or a point."""
        return read_decimal(words)

    @property
    def columns(self) -> tuple[QuestionColumn, ...]:
        """One column, with the number."""
        return (QuestionColumn(ColumnType.decimal),)

    def cells(self, spelling: Spelling[Cell], blanks: Blanks) -> Cells[Cell]:
        """The number, as the format writes decimals."""
        return cells_of_value(spelling.decimal, blanks)

    @property
    def json_schema(self) -> dict[str, Any]:
        """Text, so that no program rounds it."""
        return {"type": "string", "pattern": r"^[0-9]+(\.[0-9]+)?$"}

    def form_field(self, codes: str) -> FormField:
        """The type `decimal` of XLSForm."""
        return FormField("decimal")

    def practise(self, dice: Dice, knows: Practice) -> Decimal:
        """A number of quarters between the limits."""
        low = self.low or Decimal(0)
        high = low + 3 if self.high is None else min(self.high, low + 3)
        return low + Decimal(dice.between(0, int((high - low) * 4))) / 4


Number = Annotated[Decimal, DecimalType()]
