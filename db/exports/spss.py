"""SPSS: a `.sav` with labels, levels of measurement, and missing codes that SPSS leaves out.

In text longer than 8 bytes the missing codes have labels, but are no user-missing values: the
writer we use stores those in a way that other readers call damaged, and a file that cannot be
opened is worse than a filter that somebody has to add.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from textwrap import wrap
from types import MappingProxyType
from typing import Any, Final

from db.exports.frames import ColumnOfData, cut, decimals, label_of
from db.exports.problems import CellTooLong
from db.exports.statistics import EXTRA, Cells, data_frame, write_table, written_by_package
from db.exports.writing import needed
from db.stamp import MONTHS, NEVER, DataStamp
from schemas.codebook.variables import MISSING, Variable
from schemas.language.text import Language
from schemas.questionnaire.types.spelling import ColumnType

LABEL: Final = 255
"""Bytes in the label of a variable."""

VALUE_LABEL: Final = 120
"""Bytes in the label of a value."""

SHORT_TEXT: Final = 8
"""Bytes of text that SPSS takes user-missing values in."""

TIMES: Final = MappingProxyType({ColumnType.moment: "DATETIME", ColumnType.day: "DATE"})

TEXT: Final = 32_767
"""Bytes of text in a cell: of longer ones SPSS opens the beginning, or nothing at all."""


def save_sav(
    columns: Sequence[ColumnOfData], path: Path, title: str, language: Language, stamp: DataStamp
) -> None:
    """Write the columns to a file by name.

    Raises CellTooLong, NoRoom, NotInstalled and NotWritten.
    """
    for one in columns:
        _refuse_too_long(one)
    with written_by_package(path):
        needed("pyreadstat", EXTRA).write_sav(
            data_frame(columns, _cells),
            str(path),
            file_label=cut(title, characters=60, bytes=60),
            column_labels={
                one.variable.name: label_of(one.variable, language, characters=LABEL, bytes=LABEL)
                for one in columns
            },
            variable_value_labels={
                one.variable.name: _labels(one, language) for one in columns if one.variable.values
            },
            missing_ranges={
                one.variable.name: missing for one in columns if (missing := _missing(one))
            },
            variable_measure={one.variable.name: one.variable.measure for one in columns},
            variable_format={
                one.variable.name: _format(one.variable) for one in columns if one.texts is None
            },
            note=wrap(stamp.line, NOTE),
            row_compress=True,
        )
    _date(path, stamp)


NOTE: Final = 70
"""Characters in a line of a note: of UTF-8 a line takes 80 bytes."""

CREATED: Final = 92
"""Where in the header the day and the time stand at which a file was made."""


def _date(path: Path, stamp: DataStamp) -> None:
    """The time of the data in place of the clock's: the same data are the same file."""
    made = stamp.as_of or NEVER
    words = f"{made.day:02d} {MONTHS[made.month - 1]} {made:%y%H:%M:%S}"
    with path.open("r+b") as file:
        file.seek(CREATED)
        file.write(words.encode("ascii"))


write_sav: Final = partial(write_table, save_sav)
"""Write a table, or nothing; raises `NotInstalled` where pyreadstat or pandas is missing."""


def _refuse_too_long(one: ColumnOfData) -> None:
    if one.bytes > TEXT:
        row = next(n for n, text in enumerate(one.texts or (), 1) if len(text.encode()) > TEXT)
        raise CellTooLong(
            "SPSS",
            table="data",
            column=one.variable.name,
            unit=f"rad {row}",
            count=one.bytes,
            most=TEXT,
        )


def _cells(one: ColumnOfData) -> Cells:
    """An empty cell among numbers is the program's own missing."""
    if one.numbers is not None:
        return "float64", one.numbers
    return "object", (one.texts if one.times is None else one.times) or ()


def _format(variable: Variable) -> str:
    return TIMES.get(variable.type) or f"F8.{decimals(variable)}"


def _labels(one: ColumnOfData, language: Language) -> dict[Any, str]:
    kind: Any = str if one.numbers is None else float
    return {
        kind(number): cut(label.in_(language), characters=VALUE_LABEL, bytes=VALUE_LABEL)
        for number, label in one.variable.values.items()
    }


def _missing(one: ColumnOfData) -> list[Any]:
    if not one.variable.may_miss or one.bytes > SHORT_TEXT:
        return []
    kind: Any = str if one.numbers is None else float
    return [kind(number) for number in MISSING]
