"""A column that is no question's, declared once: its name, what it is, and what a row has there.

Every format, the codebook and the page about the tables are made of these declarations.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import islice
from typing import Any, Final, Generic, TypeAlias, TypeVar, cast

from db.exports.stored_text import dashed
from db.survey_codes import KnownCodes
from schemas.codebook.variables import CodeOfData, DataTable, Variable
from schemas.frame.frame import Frame
from schemas.language.text import LANGUAGES, Text, capital
from schemas.questionnaire.types.spelling import ColumnType, Spelling

R = TypeVar("R")
Cell = TypeVar("Cell")

WHOLE: Final = ColumnType.whole
MOMENT: Final = ColumnType.moment
DAY: Final = ColumnType.day
YES_NO: Final = ColumnType.yes_no


@dataclass(frozen=True, slots=True)
class Field(Generic[R]):
    """A column: what it is called, and what a row has there, which is None where it has nothing.

    One with `codes` has the slug of one of them.  A `personal` one is there only with contacts.
    What is an id, or a `stored` moment, a row has as it lies in the database; an answer may be any
    question's.  Where many rows have something in `common`, it is the field of that.
    """

    name: str
    label: Text
    of: Callable[[R], Any]
    type: ColumnType = ColumnType.text
    codes: tuple[CodeOfData, ...] = ()
    personal: bool = False
    is_phone: bool = False
    is_answer: bool = False
    is_id: bool = False
    is_stored: bool = False
    common: Callable[[R], Sequence[Any]] | None = None

    @property
    def variable(self) -> Variable:
        """The column as the codebook describes it."""
        return Variable(self.name, self.label, self.type, self.codes)

    def write(self, say: Spelling[Cell]) -> Callable[[Any], Cell]:
        """How what a row has there is written; nothing, where it is None.

        What is written raises UnknownCode for a code that it may not have.
        """
        nothing = say.nothing()
        known = KnownCodes({None: nothing})
        if self.codes:
            known |= {one.name: say.code(one.name, one.label) for one in self.codes}
            return known.__getitem__
        if self.type is ColumnType.yes_no:
            known |= {one: say.number(int(one)) for one in (False, True)}
            return known.__getitem__
        write = self._spelt(say)

        def written(value: Any) -> Cell:
            return nothing if value is None else write(value)

        if self.type is ColumnType.moment:  # is hardly ever written twice
            return written
        if self.is_answer:  # two of them may differ in their type alone
            return lru_cache(OFTEN, typed=True)(written)
        return Kept(written).__getitem__

    def _spelt(self, say: Spelling[Cell]) -> Callable[[Any], Cell]:
        if self.is_phone:
            return say.phone
        if self.is_answer:
            return partial(_answer, say)
        if self.is_id:
            return lambda id: say.words(dashed(id))
        write: Mapping[ColumnType, Callable[[Any], Cell]] = {
            ColumnType.text: say.words,
            ColumnType.whole: say.number,
            ColumnType.decimal: say.decimal,
            ColumnType.moment: say.stored_moment if self.is_stored else say.moment,
            ColumnType.day: say.day,
        }
        return write[self.type]


OFTEN: Final = 256
"""Values whose form is kept for a column: ids of units, names and answers come again and again, and
in the order of the units, soon."""


class Kept(dict[Any, Cell]):
    """How values are written, kept until they are too many; it is asked faster than a cache."""

    def __init__(self, write: Callable[[Any], Cell]) -> None:
        super().__init__()
        self._write = write

    def __missing__(self, value: Any) -> Cell:
        if len(self) == OFTEN:
            self.clear()
        return self.setdefault(value, self._write(value))


class Figure(str):
    """An answer that is a number with decimals, or the code of a missing one."""


STORED_PHONE: Final = re.compile(r"\+\d{6,15}")


def _answer(say: Spelling[Cell], told: str) -> Cell:
    if isinstance(told, Figure):
        return say.figure(told)
    return say.phone(told) if STORED_PHONE.fullmatch(told) else say.words(told)


def coded(
    name: str, label: Text, of: Callable[[R], str | None], codes: Iterable[CodeOfData]
) -> Field[R]:
    """A column with one of a list of codes."""
    return Field(name, label, of, ColumnType.code, tuple(codes))


def in_each(field: Field[R]) -> Field[Sequence[R]]:
    """A column of many rows: what each of them has there."""
    return cast("Field[Sequence[R]]", replace(field, of=partial(map, field.of)))


def alike(common: Callable[[R], Sequence[Any]], *fields: Field[Any]) -> Iterator[Field[R]]:
    """Columns of what many rows have in `common`, of which the fields tell: it is written once."""
    for field in fields:
        yield replace(field, common=common)


def behind(first: Text, then: Text) -> Text:
    """A label in two parts."""
    return Text(*(f"{first.in_(one)}: {then.in_(one)}" for one in LANGUAGES))


UNIT_ID: Final = Text("Enhetens nummer", nn="Nummeret til eininga", en="Unit number")
ITEM: Final = Text(
    "Nøkkel for det som gjentas",
    nn="Nøkkel for det som blir gjenteke",
    en="Key of the roster item",
)
INTERVIEW_ID: Final = Text("Intervjuets id", nn="Id-en til intervjuet", en="Id of the interview")


def unit(frame: Frame, of: Callable[[R], str]) -> tuple[Field[R], ...]:
    """The unit that a row is about: its id, its name, its group."""
    design = frame.design
    name = Text("Enhetens navn", nn="Namnet på eininga", en="Name of the unit")
    return (
        Field("unit_id", UNIT_ID, of),
        Field("name", name, lambda row: frame[of(row)].name),
        Field(
            design.group_column, capital(design.group.one), lambda row: frame[of(row)].group.name
        ),
    )


def person(
    name: str, label: Text, number: Callable[[R], int | None], called: Callable[[R], str | None]
) -> tuple[Field[R], ...]:
    """One of ours, by number: the name beside it is there only with contacts."""
    by_name = behind(label, Text("navn", nn="namn", en="name"))
    return (
        Field(name, label, number, WHOLE),
        Field(f"{name}_name", by_name, called, personal=True),
    )


INTERVIEWER: Final = Text("Intervjuer, nummer", nn="Intervjuar, nummer", en="Interviewer number")


Portion: TypeAlias = tuple[str, Sequence[Sequence[Cell]]]
"""The name of a table, and some rows of it: never none."""

TOGETHER: Final = 500
"""Rows that are written together, so that a table is never held as a whole."""


@dataclass(frozen=True, slots=True)
class _Table:
    described: DataTable

    @property
    def name(self) -> str:
        """What it is called in every format."""
        return self.described.name

    @property
    def header(self) -> tuple[str, ...]:
        """The names of its columns."""
        return self.described.header


@dataclass(frozen=True, slots=True)
class ExportTable(_Table, Generic[R, Cell]):
    """A table in one spelling: what it is, and how a row of it is made."""

    row: Callable[[R], list[Cell]]

    def portions(self, all: Iterable[R]) -> Iterator[Portion[Cell]]:
        """The rows of them all."""
        for some in together(all):
            yield self.name, list(map(self.row, some))


@dataclass(frozen=True, slots=True)
class ColumnTable(_Table, Generic[R, Cell]):
    """A table in one spelling: what it is, and how the columns of many rows are made at a time."""

    columns: Callable[[R], Iterable[Iterable[Cell]]]

    def portions(self, all: Iterable[R]) -> Iterator[Portion[Cell]]:
        """The rows of them all."""
        for some in all:
            yield self.name, list(zip(*self.columns(some), strict=True))


def together(all: Iterable[R]) -> Iterator[Sequence[R]]:
    """Rows, many at a time."""
    left = iter(all)
    while some := list(islice(left, TOGETHER)):
        yield some


def plain(
    name: str, each: Text, fields: Sequence[Field[R]], say: Spelling[Cell], *, contacts: bool
) -> ExportTable[R, Cell]:
    """A table without questions; personal fields only with `contacts`."""
    shown = [field for field in fields if contacts or not field.personal]
    written = [(field.of, field.write(say)) for field in shown]

    def row(one: R) -> list[Cell]:
        return [write(of(one)) for of, write in written]

    return ExportTable(_described(name, each, shown), row)


def by_column(
    name: str, each: Text, fields: Sequence[Field[R]], say: Spelling[Cell], *, contacts: bool
) -> ColumnTable[R, Cell]:
    """The same of what has many rows: a field has all of its column there."""
    shown = [field for field in fields if contacts or not field.personal]
    written = [_written(field, say) for field in shown]

    def columns(some: R) -> Iterator[Iterable[Cell]]:
        return (map(write, of(some)) for of, write in written)

    return ColumnTable(_described(name, each, shown), columns)


def _written(
    field: Field[R], say: Spelling[Cell]
) -> tuple[Callable[[R], Any], Callable[[Any], Cell]]:
    of, write = field.of, field.write(say)
    if field.common is None:
        return of, write
    return field.common, Kept(lambda one: write(of(one))).__getitem__


def _described(name: str, each: Text, fields: Sequence[Field[R]]) -> DataTable:
    return DataTable(name, each, tuple(field.variable for field in fields))
