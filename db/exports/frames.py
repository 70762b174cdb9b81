"""A whole table column by column, as programs for statistics want it, with what each column is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, lru_cache, partial
from itertools import repeat
from typing import Any

from db.exports.export_tables import INTERVIEWS, Interview
from db.exports.fields import Kept
from db.exports.interview_rows import Interviews
from db.exports.problems import NoSuchTable
from db.exports.python_values import TYPED, Value
from db.exports.sheets import Sheets
from db.exports.snapshot import Snapshot
from db.exports.wide import Items, WideItems
from db.exports.writing import Progress, counted
from schemas.codebook.variables import DataTable, Variable
from schemas.language.text import Language
from schemas.questionnaire.answers import Unreadable
from schemas.questionnaire.types.spelling import ColumnType
from schemas.surveys.survey import Survey

Number = float | None


@dataclass(frozen=True)
class ColumnOfData:
    """A column: what it is, and its numbers, its texts or its times: one of them.

    Moments and days of which there is none at all are numbers of which there is none: to the
    programs they are numbers, and only the format tells.
    """

    variable: Variable
    numbers: list[Number] | None = None
    texts: list[str] | None = None
    times: list[datetime | None] | list[date | None] | None = None

    @cached_property
    def bytes(self) -> int:
        """The longest text as UTF-8."""
        texts = self.texts or ()
        is_plain = "".join(texts).isascii()  # as most columns are
        return max(map(len, texts if is_plain else map(str.encode, texts)), default=0)

    @property
    def rows(self) -> int:
        """How many there are in it."""
        return len(self.numbers or self.texts or self.times or ())


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
    sheets = Sheets(survey, taken.frame, TYPED, contacts=contacts)
    described = _described(sheets, which).variables
    if which == INTERVIEWS:
        wide = WideItems(survey, survey.questionnaire.rosters, TYPED, contacts=contacts)
        lines = _with_items(sheets, wide, Interviews(taken, survey, contacts=contacts))
        told = [line for _, some in counted(lines, taken, progress) for line in some]
        most = {
            name: max((len(items[name]) for _, items in told), default=0)
            for name in survey.questionnaire.rosters
        }
        rows: list[Sequence[Value]] = [cells + wide.row(items, most) for cells, items in told]
        return list(_columns((*described, *wide.variables(most)), rows))
    found = counted(sheets.portions(taken, {which}), taken, progress)
    return list(_columns(described, [cells for _, some in found for cells in some]))


def _with_items(
    sheets: Sheets[Value], wide: WideItems[Value], interviews: Iterable[Interview]
) -> Iterator[tuple[str, Sequence[tuple[list[Value], Items[Value]]]]]:
    for one in interviews:
        yield INTERVIEWS, [(sheets.interview(one), wide.items(one))]


def _described(sheets: Sheets[Value], which: str) -> DataTable:
    for table in (*sheets.of_interviews, *(sheets.recorded if which != INTERVIEWS else ())):
        if table.name == which:
            return table.described
    raise NoSuchTable(which, sheets.names)


def _columns(
    described: Sequence[Variable], rows: Sequence[Sequence[Value]]
) -> Iterator[ColumnOfData]:
    by_column = zip(*rows, strict=True) if rows else repeat(())
    uncoded = Kept(partial(_number, {})).__getitem__  # the same ones again and again
    for variable, column in zip(described, by_column, strict=bool(rows)):
        if variable.type.is_number:
            number = Kept(_number_of(variable)).__getitem__ if variable.codes else uncoded
            yield ColumnOfData(variable, numbers=[*map(number, column)])
            continue
        cells: list[Any] = list(column)
        if variable.type is ColumnType.text:
            texts = [c if type(c) is str else "" if c is None else str(c) for c in cells]
            yield ColumnOfData(variable, texts=texts)
        elif not any(cells):
            yield ColumnOfData(variable, numbers=cells)
        elif variable.type is ColumnType.day:
            yield ColumnOfData(variable, times=cells)
        else:
            # Without their zone: these programs know none, and the label says that it is UTC.
            times = [cell and cell.replace(tzinfo=None) for cell in cells]
            yield ColumnOfData(variable, times=times)


def _number_of(variable: Variable) -> Callable[[Value], Number]:
    """How a cell becomes a number: a code by its place in the list."""
    return partial(_number, {code.name: float(code.number) for code in variable.codes})


def _number(places: Mapping[str, Number], cell: Value) -> Number:
    if isinstance(cell, str):
        return places.get(cell)  # a code of another version has no number here
    if cell is None or cell == Unreadable.CODE:  # to such programs it is missing, as in a blank
        return None
    assert isinstance(cell, int | float), "no number is a moment"
    return float(cell)


def label_of(variable: Variable, language: Language, *, characters: int, bytes: int) -> str:
    """The label, cut where the program would not take more."""
    return cut(variable.label.in_(language), characters=characters, bytes=bytes)


@lru_cache(1024)
def cut(words: str, *, characters: int, bytes: int) -> str:
    """At most so many characters, and so many bytes of UTF-8, with no letter cut in two."""
    if len(words) <= characters and len(words.encode()) <= bytes:
        return words
    room = words[: characters - 1].encode()[: bytes - len("…".encode())]
    return room.decode(errors="ignore").rstrip() + "…"


def decimals(variable: Variable) -> int:
    """How many decimals to show."""
    return 2 if variable.type is ColumnType.decimal else 0
