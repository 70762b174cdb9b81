"""One or several units of the sample."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Annotated, Any, ClassVar, Final, Self

from pydantic import AfterValidator, Field

from schemas.frame.frame import Frame
from schemas.frame.names import units_named
from schemas.frame.search import find_units
from schemas.frame.units import Unit
from schemas.language.clean import clean
from schemas.language.messages import MEANT, AnswerProblem, Message
from schemas.language.text import Language, Text
from schemas.questionnaire.preloads import Preloads
from schemas.questionnaire.types.base import answered_only, separated
from schemas.questionnaire.types.chosen_types import ChosenType
from schemas.questionnaire.types.descriptions import Between, EntryForm, FormField, Limits, Reading
from schemas.questionnaire.types.dice import Dice, Practice
from schemas.questionnaire.types.spelling import (
    Blanks,
    Cell,
    Cells,
    ColumnType,
    QuestionColumn,
    Row,
    Spelling,
    cells_of_list,
)


def _different(units: tuple[str, ...]) -> tuple[str, ...]:
    """Each once; an empty text is no unit."""
    return tuple(dict.fromkeys(filter(None, units)))


@dataclass(frozen=True)
class UnitsType(ChosenType):
    """Units by their ids, up to so many.

    Which units there are is not known here: what people type is held against the sample.
    """

    at_most: int | None = None

    name = "units"
    python: ClassVar[Any] = tuple[str, ...]
    on_paper = "_" * 40
    rules = (AfterValidator(_different), Field(min_length=1))
    how = "Skriv litt av navnet"

    def asked_with(self, between: Between | None, at_most: int | None) -> Self | None:
        """With the number that the question takes."""
        limited = self if at_most is None else replace(self, at_most=at_most)
        return limited if between is None else None

    @property
    def stated(self) -> Limits:
        """How many units there may be."""
        return Limits(units=self.at_most)

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Self:
        """With how many there may be."""
        return cls((data["limits"] or {}).get("units"))

    @property
    def entry(self) -> EntryForm:
        """One is done when it is found."""
        return EntryForm.one_unit if self.at_most == 1 else EntryForm.some_units

    def read(self, words: str, reading: Reading) -> tuple[str, ...]:
        """By number or name, with commas or semicolons between them."""
        return tuple(_unit_named(part, reading.frame).id for part in separated(words))

    def accept(self, value: Any, facts: Preloads) -> Any:
        """No more than the question takes."""
        units = super().accept(value, facts)
        if self.at_most and len(units) > self.at_most:
            raise AnswerProblem(UNITS_MANY, most=self.at_most, count=len(units))
        return units

    def unknown(self, value: Any, frame: Frame) -> AnswerProblem | None:
        """A unit that is not in the sample."""
        strange = (clean(one, one_line=True) for one in value if one not in frame)
        return next((AnswerProblem(NO_UNIT, unit=one) for one in strange), None)

    def show(self, value: tuple[str, ...], language: Language, frame: Frame) -> str:
        """Their names; the id of one that is in no sample."""
        return ", ".join(map(frame.label, value))

    @property
    def columns(self) -> tuple[QuestionColumn, ...]:
        """One column, with the ids."""
        return (QuestionColumn(ColumnType.text),)

    def cells(self, spelling: Spelling[Cell], blanks: Blanks) -> Cells[Cell]:
        """The ids with spaces between them."""

        @lru_cache(4096)
        def written(units: tuple[str, ...]) -> Row[Cell]:
            return (spelling.words(" ".join(units)),)

        return cells_of_list(written, blanks)

    @property
    def json_schema(self) -> dict[str, Any]:
        """Ids; how they look, the sample decides."""
        ids = {"type": "string", "minLength": 1}
        most = {"maxItems": self.at_most} if self.at_most else {}
        return {"type": "array", "items": ids, "minItems": 1, "uniqueItems": True} | most

    def form_field(self, codes: str) -> FormField:
        """Out of the list of units."""
        several = "one" if self.at_most == 1 else "multiple"
        return FormField(f"select_{several} units", "autocomplete")

    def tabulated(self, values: Sequence[Any]) -> Iterable[tuple[str, Text, int]]:
        """Nobody counts which; only that there are any."""
        return answered_only(values)

    def practise(self, dice: Dice, knows: Practice) -> tuple[str, ...]:
        """One or several units near the invented person's own."""
        return tuple(dice.some(knows.near, dice.between(1, self.at_most or 3)))


Units = Annotated[tuple[str, ...], UnitsType()]


def _unit_named(words: str, frame: Frame) -> Unit:
    meant = units_named(words, frame)
    if len(meant) == 1:
        return meant[0]
    if meant:
        alike = " / ".join(f"{unit.id} {unit.label}" for unit in meant)
        raise AnswerProblem(UNITS_ALIKE, typed=words, guess=alike)
    near = find_units(words, frame, 1)
    if near:
        raise AnswerProblem(MEANT, guess=f"{near[0].id} {near[0].label}")
    raise AnswerProblem(NO_UNIT, unit=words)


NO_UNIT: Final = Message("A-UNIT", "Enheten {unit} finnes ikke i registeret. Søk på navnet.")
UNITS_ALIKE: Final = Message("A-UNITS-ALIKE", "«{typed}» kan være {guess}. Skriv nummeret.")
UNITS_MANY: Final = Message("A-UNITS-MANY", "Velg høyst {most}. Nå er det {count}.")
