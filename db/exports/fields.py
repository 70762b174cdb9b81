"""A column that is no question's, declared once: its name, what it is, and what a row has there.

Every format, the codebook and the page about the tables are made of these declarations.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache, partial
from itertools import islice
from operator import itemgetter
from types import MappingProxyType
from typing import Any, Final, Generic, TypeAlias, TypeVar

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


Told: TypeAlias = Callable[[R], Any] | int
"""What a row has somewhere; of a row that is a tuple, at which place."""


@dataclass(frozen=True, slots=True)
class Field(Generic[R]):
    """A column: what it is called, and what a row has there, which is None where it has nothing.

    One with `codes` has the slug of one of them.  A `personal` one is there only with contacts.
    What is an id, or a `stored` moment, a row has as it lies in the database; an answer may be any
    question's.  Where rows have something in `common`, it is what that has there.
    """

    name: str
    label: Text
    of: Told[R]
    type: ColumnType = ColumnType.text
    codes: tuple[CodeOfData, ...] = ()
    personal: bool = False
    is_phone: bool = False
    is_answer: bool = False
    is_id: bool = False
    is_stored: bool = False
    common: Told[R] | None = None

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
        if self.is_stored:
            return say.stored_moment
        write = self._spelt(say)

        def written(value: Any) -> Cell:
            return nothing if value is None else write(value)

        if self.type is ColumnType.moment:  # is hardly ever written twice
            return written
        if self.is_answer:  # two of them may differ in their type alone
            return lru_cache(OFTEN, typed=True)(written)
        return Kept(write, {None: nothing}).__getitem__

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
            ColumnType.moment: say.moment,
            ColumnType.day: say.day,
        }
        return write[self.type]


OFTEN: Final = 256
"""Values whose form is kept for a column: ids of units, names and answers come again and again, and
in the order of the units, soon."""


class Kept(dict[Any, Cell]):
    """How values are written, kept until they are too many; it is asked faster than a cache."""

    def __init__(
        self, write: Callable[[Any], Cell], known: Mapping[Any, Cell] = MappingProxyType({})
    ) -> None:
        super().__init__(known)
        self._write, self._known = write, known

    def __missing__(self, value: Any) -> Cell:
        if len(self) >= OFTEN:
            self.clear()
            self.update(self._known)
        self[value] = written = self._write(value)
        return written


class Figure(str):
    """An answer that is a number with decimals, or the code of a missing one."""


STORED_PHONE: Final = re.compile(r"\+\d{6,15}")


def _answer(say: Spelling[Cell], told: str) -> Cell:
    if isinstance(told, Figure):
        return say.figure(told)
    return say.phone(told) if STORED_PHONE.fullmatch(told) else say.words(told)


def coded(
    name: str, label: Text, of: Callable[[R], str | None] | int, codes: Iterable[CodeOfData]
) -> Field[R]:
    """A column with one of a list of codes."""
    return Field(name, label, of, ColumnType.code, tuple(codes))


def alike(common: Told[R], *fields: Field[R]) -> Iterator[Field[R]]:
    """Columns of what many rows have in `common`: they are written once for them."""
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
    group = capital(design.group.one)
    return (
        Field("unit_id", UNIT_ID, of),
        Field("name", name, lambda row: frame[of(row)].name),
        Field(design.group_column, group, lambda row: frame[of(row)].group.name),
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


Columns: TypeAlias = Callable[[Sequence[R]], Iterable[Iterable[Cell]]]
"""What some rows have in some columns, column by column."""

Portion: TypeAlias = tuple[str, Sequence[Sequence[Cell]]]
"""The name of a table, and some rows of it: never none."""

TOGETHER: Final = 500
"""Rows that are written together, so that a table is never held as a whole."""


@dataclass(frozen=True, slots=True)
class ExportTable(Generic[R, Cell]):
    """A table in one spelling: what it is, and how a row of it is made."""

    described: DataTable
    row: Callable[[R], list[Cell]]
    columns: Columns[R, Cell] | None = None

    def portions(self, all: Iterable[R]) -> Iterator[Portion[Cell]]:
        """The rows of them all; where its columns are independent, they are written by column."""
        left = iter(all)
        while some := list(islice(left, TOGETHER)):
            if self.columns:
                yield self.name, list(zip(*self.columns(some), strict=True))
            else:
                yield self.name, list(map(self.row, some))

    @property
    def name(self) -> str:
        """What it is called in every format."""
        return self.described.name

    @property
    def header(self) -> tuple[str, ...]:
        """The names of its columns."""
        return self.described.header


def plain(
    name: str,
    each: Text,
    fields: Sequence[Field[R]],
    say: Spelling[Cell],
    *,
    contacts: bool,
) -> ExportTable[R, Cell]:
    """A table without questions; personal fields only with `contacts`."""
    shown = [field for field in fields if contacts or not field.personal]
    written = [(field, field.write(say)) for field in shown]
    described = DataTable(name, each, tuple(field.variable for field in shown))
    one_by_one = [(_of_a_row(field), write) for field, write in written]

    def cells(row: R) -> list[Cell]:
        return [write(of(row)) for of, write in one_by_one]

    return ExportTable(described, cells, partial(_by_column, written))


def _getter(of: Told[R]) -> Callable[[Any], Any]:
    return itemgetter(of) if isinstance(of, int) else of


def _of_a_row(field: Field[R]) -> Callable[[R], Any]:
    of, common = _getter(field.of), field.common
    return of if common is None else lambda row: of(_getter(common)(row))


Written: TypeAlias = Sequence[tuple[Field[R], Callable[[Any], Cell]]]
"""Some columns, and how what a row has there is written."""


def _by_column(written: Written[R, Cell], rows: Sequence[R]) -> Iterable[Iterable[Cell]]:
    """What the rows have in each column; where they have something in common, written once."""
    told = _ByColumn(rows)
    common = dict.fromkeys(field.common for field, _ in written if field.common is not None)
    shared = {one: told.once(one, written) for one in common}
    return [
        [*map(write, told.of(field.of))] if field.common is None else next(shared[field.common])
        for field, write in written
    ]


class _ByColumn(Generic[R]):
    """Some rows, and what they have in a column: of tuples, every column is there at once."""

    def __init__(self, rows: Sequence[R]) -> None:
        self._rows = rows

    def of(self, told: Told[R]) -> Iterable[Any]:
        return self._at_place[told] if isinstance(told, int) else map(told, self._rows)

    @cached_property
    def _at_place(self) -> Sequence[Sequence[Any]]:
        return tuple(zip(*self._rows, strict=True))

    def once(self, common: Told[R], written: Written[R, Cell]) -> Iterator[Iterable[Cell]]:
        """The columns of what the rows have in common, in order: what there is, written once."""
        by_row = [*self.of(common)]
        ways = [(_getter(field.of), write) for field, write in written if field.common == common]
        cells = {one: [write(of(one)) for of, write in ways] for one in dict.fromkeys(by_row)}
        return zip(*map(cells.__getitem__, by_row), strict=True)
