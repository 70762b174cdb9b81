"""A whole table column by column, as programs for statistics want it, with what each column is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from itertools import repeat
from typing import Any

from db.exports.export_tables import INTERVIEWS
from db.exports.problems import NoSuchTable
from db.exports.python_values import TYPED, Value
from db.exports.sheets import SheetLine, Sheets
from db.exports.snapshot import Snapshot
from db.exports.wide import WideItems, most_items
from db.exports.writing import Progress, counted
from schemas.codebook.variables import DataTable, Variable
from schemas.language.text import Language
from schemas.questionnaire.answers import Unreadable
from schemas.questionnaire.types.spelling import ColumnType
from schemas.surveys.survey import Survey

Number = float | None


@dataclass(frozen=True)
class ColumnOfData:
    """A column: what it is, and its numbers, its texts, its moments or its days: one of them."""

    variable: Variable
    numbers: list[Number] | None = None
    texts: list[str] | None = None
    times: list[datetime | None] | None = None
    days: list[date | None] | None = None

    @cached_property
    def bytes(self) -> int:
        """The longest text as UTF-8."""
        return max((len(text.encode()) for text in self.texts or ()), default=0)

    @property
    def rows(self) -> int:
        """How many there are in it."""
        return len(self.numbers or self.texts or self.times or self.days or ())

    @property
    def has_only_times(self) -> bool:
        """Whether it is one of moments; days of which there is none are told by nothing else."""
        return self.times is not None or (self.days is not None and not any(self.days))


def frame(
    taken: Snapshot,
    survey: Survey,
    which: str = INTERVIEWS,
    *,
    contacts: bool = False,
    progress: Progress | None = None,
) -> list[ColumnOfData]:
    """A table with the codes as numbers; interviews have their items beside them.

    Raises NoSuchTable.
    """
    questionnaire = survey.questionnaire
    sheets = Sheets(survey, taken.frame, TYPED, contacts=contacts)
    described = list(_described(sheets, which).variables)
    lines = sheets.lines(taken, {which})
    if which == INTERVIEWS:
        most = most_items(taken, sheets, questionnaire.rosters)
        wide = WideItems(survey, questionnaire.rosters, TYPED, most, contacts)
        described += wide.variables
        lines = _with_items(sheets, wide, taken)
    return list(_columns(described, [cells for _, cells in counted(lines, taken, progress)]))


def _with_items(
    sheets: Sheets[Value], wide: WideItems[Value], taken: Snapshot
) -> Iterator[SheetLine[Value]]:
    for one, _ in sheets.interviews(taken):
        yield INTERVIEWS, sheets.interview(one) + wide.cells(one)


def _described(sheets: Sheets[Value], which: str) -> DataTable:
    tables = {one.name: one for one in sheets.described}
    if which not in tables:
        raise NoSuchTable(which, tuple(tables))
    return tables[which]


def _columns(
    described: Sequence[Variable], rows: Sequence[Sequence[Value]]
) -> Iterator[ColumnOfData]:
    by_column = zip(*rows, strict=True) if rows else repeat(())
    for variable, column in zip(described, by_column, strict=bool(rows)):
        cells: list[Any] = list(column)
        if variable.type.is_number:
            number = _number_of(variable)
            known = {cell: number(cell) for cell in set(cells)}  # the same ones again and again
            yield ColumnOfData(variable, numbers=[known[cell] for cell in cells])
        elif variable.type is ColumnType.moment:
            # Without their zone: these programs know none, and the label says that it is UTC.
            yield ColumnOfData(
                variable, times=[cell and cell.replace(tzinfo=None) for cell in cells]
            )
        elif variable.type is ColumnType.day:
            yield ColumnOfData(variable, days=cells)
        else:
            yield ColumnOfData(variable, texts=["" if c is None else str(c) for c in cells])


def _number_of(variable: Variable) -> Callable[[Value], Number]:
    """How a cell becomes a number: a code by its place in the list."""
    places = {code.name: float(code.number) for code in variable.codes}

    def number(cell: Value) -> Number:
        if isinstance(cell, str):
            return places.get(cell)  # a code of another version has no number here
        if cell is None or cell == Unreadable.CODE:  # to such programs it is missing, as in a blank
            return None
        assert isinstance(cell, int | float), "no number is a moment"
        return float(cell)

    return number


def label_of(variable: Variable, language: Language, *, characters: int, bytes: int) -> str:
    """The label, cut where the program would not take more."""
    return cut(variable.label.in_(language), characters=characters, bytes=bytes)


def cut(words: str, *, characters: int, bytes: int) -> str:
    """At most so many characters, and so many bytes of UTF-8, with no letter cut in two."""
    if len(words) <= characters and len(words.encode()) <= bytes:
        return words
    room = words[: characters - 1].encode()[: bytes - len("…".encode())]
    return room.decode(errors="ignore").rstrip() + "…"


def decimals(variable: Variable) -> int:
    """How many decimals to show."""
    return 2 if variable.type is ColumnType.decimal else 0
