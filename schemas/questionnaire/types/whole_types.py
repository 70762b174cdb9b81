"""What whole numbers have in common: amounts, years and months."""

from typing import Any, ClassVar

from schemas.questionnaire.types.base import Strictly
from schemas.questionnaire.types.descriptions import FormField
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


class WholeNumbersType(NumbersType):
    """Questions whose answers are whole numbers."""

    python: ClassVar[Any] = int
    form = (Strictly,)

    @classmethod
    def limit(cls, stated: Any) -> Any:
        """A limit as a whole number, from the words of the codebook."""
        return int(stated)

    @property
    def columns(self) -> tuple[QuestionColumn, ...]:
        """One column, with the number."""
        return (QuestionColumn(ColumnType.whole),)

    def cells(self, spelling: Spelling[Cell], blanks: Blanks) -> Cells[Cell]:
        """The number, as the format writes whole numbers."""
        return cells_of_value(spelling.number, blanks)

    @property
    def json_schema(self) -> dict[str, Any]:
        """With the limits that are the same every year."""
        ends = {"minimum": self.low, "maximum": self.high}
        return {"type": "integer"} | {
            word: end for word, end in ends.items() if isinstance(end, int)
        }

    def form_field(self, codes: str) -> FormField:
        """The type `integer` of XLSForm."""
        return FormField("integer")
