"""One code of a list."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, ClassVar, Self

from schemas.frame.frame import Frame
from schemas.language.text import Language
from schemas.questionnaire.answers import Choice
from schemas.questionnaire.types.coded_types import CodedType, new_ones
from schemas.questionnaire.types.descriptions import EntryForm, FormField, Reading
from schemas.questionnaire.types.dice import Dice, Practice
from schemas.questionnaire.types.spelling import (
    Blanks,
    Cell,
    Cells,
    ColumnType,
    QuestionColumn,
    Row,
    Spelling,
    cells_of_slug,
)


class SingleType(CodedType):
    """One of a list of codes.  Its values are those of the list itself: `Answer[HasOffers]`."""

    name = "single"
    python: ClassVar[Any] = Choice
    on_paper = "( )"
    entry = EntryForm.one_of
    rules = ()
    how = "Trykk {keys}"

    @property
    def annotation(self) -> Any:
        """The list of codes, which checks its values itself."""
        return self.list_of

    @property
    def surely(self) -> frozenset[str]:
        """Its codes, which have no further rules."""
        return frozenset(code.name for code in self.codes)

    def narrowed(self, annotation: Any) -> Self:
        """With the list of codes."""
        return replace(self, list_of=annotation)

    def read(self, words: str, reading: Reading) -> Choice:
        """By name, label or number."""
        return self.meant(words)

    def show(self, value: Choice, language: Language, frame: Frame) -> str:
        """The label of the code."""
        return value.label.in_(language)

    @property
    def columns(self) -> tuple[QuestionColumn, ...]:
        """One column, with the code."""
        return (QuestionColumn(ColumnType.code, self.codes),)

    def cells(self, spelling: Spelling[Cell], blanks: Blanks) -> Cells[Cell]:
        """The code, as the format writes codes."""
        return cells_of_slug(_Written(self.codes, spelling), blanks)

    @property
    def json_schema(self) -> dict[str, Any]:
        """One of the slugs of the codes."""
        return {"enum": [code.name for code in self.codes]}

    def form_field(self, codes: str) -> FormField:
        """The type `select_one` of XLSForm."""
        return FormField(f"select_one {codes}")

    def slugs(self, stored: Any) -> Sequence[str]:
        """The one slug of a stored value."""
        return (stored,)

    def practise(self, dice: Dice, knows: Practice) -> Choice:
        """The first code is the usual one in most lists, and `other` is rare."""
        codes = new_ones(dice, knows) or self.codes
        return dice.one([codes[0], *(code for code in codes if code.name != "other")])


class _Written(dict[str, Row[Any]]):
    """The codes of a question, written once.  One from another version is written as it stands."""

    def __init__(self, codes: Iterable[Choice], spelling: Spelling[Any]) -> None:
        super().__init__({code.name: (spelling.code(code.name, code.label),) for code in codes})
        self._spelling = spelling

    def __missing__(self, slug: str) -> Row[Any]:
        return (self._spelling.words(slug),)
