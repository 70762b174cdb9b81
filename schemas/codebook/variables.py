"""What every column of the data is: name, label, type, codes.  For programs that keep such things.

Pure.  A name is the same in every format.
"""

from typing import Final, NamedTuple, Protocol

from schemas.codebook.columns import LONGEST, Column
from schemas.frame.design import FrameDesign
from schemas.language.text import LANGUAGES, Text
from schemas.questionnaire.answers import MISSING_LABELS, Choice, Scale
from schemas.questionnaire.questions import Question
from schemas.questionnaire.sections import Roster
from schemas.questionnaire.types.spelling import ColumnType


class CodeOfData(Protocol):
    """What a code is to whoever reads the data: a member of a list, by its name and its number."""

    @property
    def name(self) -> str:
        """Its slug."""

    @property
    def number(self) -> int:
        """Its number in SPSS and Stata."""

    @property
    def label(self) -> Text:
        """What people call it."""


class Variable(NamedTuple):
    """One column; `may_miss` when missing codes may stand in it."""

    name: str
    label: Text
    type: ColumnType
    codes: tuple[CodeOfData, ...] = ()
    may_miss: bool = False
    question: Question | None = None
    code: Choice | None = None
    """The one that the column is about, where every code has one of its own."""

    @property
    def measure(self) -> str:
        """The level of measurement, as SPSS calls it."""
        if self.type in {ColumnType.whole, ColumnType.decimal}:
            return "scale"
        return "ordinal" if isinstance(next(iter(self.codes), None), Scale) else "nominal"

    @property
    def values(self) -> dict[int, Text]:
        """Every number that has a meaning of its own, with what it means."""
        found = {code.number: code.label for code in self.codes}
        if self.type is ColumnType.yes_no:
            found = dict(NO_YES)
        return found | (dict(MISSING) if self.may_miss else {})


class DataTable(NamedTuple):
    """A table of the data: its name in every format, what a row of it is, and its columns."""

    name: str
    row: Text
    variables: tuple[Variable, ...]

    @property
    def header(self) -> tuple[str, ...]:
        """The names of its columns, in their order."""
        return tuple(one.name for one in self.variables)


NO_YES: Final = {0: Text("Nei", nn="Nei", en="No"), 1: Text("Ja", nn="Ja", en="Yes")}
MISSING: Final = {state.code: label for state, label in MISSING_LABELS.items()}

# ── Questions ────────────────────────────────────────────────────────────────────────────────────


def of_column(column: Column, design: FrameDesign) -> Variable:
    """A column of a question."""
    question = column.question
    return Variable(
        column.name,
        _label(column, design),
        column.holds.type,
        column.holds.codes,
        may_miss=True,
        question=question,
        code=column.holds.code,
    )


def of_item(column: Column, design: FrameDesign, number: int) -> Variable:
    """A column of a roster where every item has columns of its own: `offer_1_name`."""
    section = column.question.section
    prefix = section.item if issubclass(section, Roster) else ""
    rest = column.name.removeprefix(f"{prefix}_")
    highest = section.at_most if issubclass(section, Roster) else number
    # Named alike for every item, so that programs can go through them by number.
    too_long = len(f"{prefix}_{highest}_{rest}") > LONGEST
    name = f"{prefix}_{number}_{_numbered(column, rest) if too_long else rest}"
    of_any = of_column(column, design)
    return of_any._replace(name=name, label=_each(of_any.label, f"{number}: {{}}"))


def _numbered(column: Column, name: str) -> str:
    if column.holds.code is None:
        return name
    return f"{name.partition('__')[0]}__{column.holds.code.number}"


def _label(column: Column, design: FrameDesign) -> Text:
    words = design.in_general(column.question.text)
    if column.holds.code is None:
        return words
    # The code first: programs cut labels, and what comes first is what tells columns apart.
    pairs = [f"{column.holds.code.label.in_(lang)} – {words.in_(lang)}" for lang in LANGUAGES]
    return Text(*pairs)


def _each(words: Text, form: str) -> Text:
    """Put into a form, in every language."""
    return Text(*(form.format(words.in_(language)) for language in LANGUAGES))


def number_column(roster: type[Roster]) -> str:
    """The column with the number of an item: `offer_no`."""
    return f"{roster.item}_no"
