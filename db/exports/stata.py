"""Stata: a `.dta` with labels, and the missing codes as Stata has them: .a, .b and .c.

Stata has no user-missing numbers, only its own extended missing values, so -7, -8 and -9 become
.a, .b and .c, with labels that say both. In text, where Stata has none, they stand as they are.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from db.exports.frames import ColumnOfData, Number, cut, decimals, label_of
from db.exports.statistics import EXTRA, Cells, data_frame, write_table, written_by_package
from db.exports.writing import needed
from db.stamp import MONTHS, NEVER, DataStamp
from schemas.codebook.variables import Variable
from schemas.language.text import Language
from schemas.questionnaire.answers import DONT_KNOW, NOT_ASKED, REFUSED
from schemas.questionnaire.types.spelling import ColumnType

LABEL: Final = 80
"""Characters in the label of a variable, and in that of the file."""

TIMES: Final = MappingProxyType({ColumnType.moment: "%tc", ColumnType.day: "%td"})

LETTERS: Final[Mapping[Number, str]] = MappingProxyType(
    {NOT_ASKED.code: "a", DONT_KNOW.code: "b", REFUSED.code: "c"}
)


def save_dta(
    columns: Sequence[ColumnOfData], path: Path, title: str, language: Language, stamp: DataStamp
) -> None:
    """Write the columns to a file by name. Raises NoRoom, NotInstalled and NotWritten."""
    numbers = [one for one in columns if one.numbers is not None]
    with written_by_package(path):
        needed("pyreadstat", EXTRA).write_dta(
            data_frame(columns, _cells),
            str(path),
            file_label=cut(title, characters=LABEL, bytes=4 * LABEL),
            column_labels={
                one.variable.name: label_of(
                    one.variable, language, characters=LABEL, bytes=4 * LABEL
                )
                for one in columns
            },
            variable_value_labels={
                one.variable.name: _labels(one, language) for one in numbers if one.variable.values
            },
            missing_user_values={
                one.variable.name: list(LETTERS.values())
                for one in numbers
                if one.variable.may_miss
            },
            variable_format={
                one.variable.name: _format(one.variable) for one in columns if one.texts is None
            },
        )
    _date(path, stamp)
    _note(path, stamp.line)


def _date(path: Path, stamp: DataStamp) -> None:
    """The time of the data in place of the clock's: the same data are the same file."""
    made = stamp.as_of or NEVER
    words = f"{made.day:02d} {MONTHS[made.month - 1]} {made:%Y %H:%M}".encode("ascii")
    with path.open("r+b") as file:
        start = file.read(HEADER)
        file.seek(start.index(TIMESTAMP) + len(TIMESTAMP) + 1)  # after its length
        file.write(words)


def _note(path: Path, words: str) -> None:
    """A note on the file, as Stata's own `notes` shows it; the package writes none.

    What comes behind it lies further on from then, so the file's map of itself is made anew.
    """
    written, notes = path.read_bytes(), _characteristic("note0", "1")
    notes += _characteristic("note1", words)
    places = written.index(MAP) + len(MAP)
    at = struct.unpack_from(PLACES, written, places)
    here = at[MOVED - 1] + len(CHARACTERISTICS)
    moved = (*at[:MOVED], *(place + len(notes) for place in at[MOVED:]))
    described = written[places + struct.calcsize(PLACES) : here]
    new_map = struct.pack(PLACES, *moved)
    path.write_bytes(written[:places] + new_map + described + notes + written[here:])


def _characteristic(name: str, words: str) -> bytes:
    """Something that is said of the whole file, as format 118 has it."""
    named = (one.encode().ljust(NAMED, b"\0") for one in ("_dta", name))
    content = b"".join(named) + words.encode() + b"\0"
    return b"<ch>" + struct.pack("<I", len(content)) + content + b"</ch>"


CHARACTERISTICS: Final = b"<characteristics>"
NAMED: Final = 129
"""Bytes for each of the names of a characteristic."""

MAP: Final = b"<map>"
PLACES: Final = "<14Q"
"""Where each of the parts of a file begins; it is always written from the lowest byte on."""

MOVED: Final = 9
"""The first of the parts that lie behind the characteristics: the data."""

TIMESTAMP: Final = b"<timestamp>"
HEADER: Final = 1024
"""Bytes in which the time at which a file was made stands."""


write_dta: Final = partial(write_table, save_dta)
"""Write a table, or nothing; raises `NotInstalled` where pyreadstat or pandas is missing."""


def _format(variable: Variable) -> str:
    return TIMES.get(variable.type) or f"%9.{decimals(variable)}f"


def _cells(one: ColumnOfData) -> Cells:
    if one.numbers is None:
        return "object", (one.texts if one.times is None else one.times) or ()
    if one.variable.may_miss and not LETTERS.keys().isdisjoint(one.numbers):
        return "object", [LETTERS.get(number, number) for number in one.numbers]
    return "float64", one.numbers


def _labels(one: ColumnOfData, language: Language) -> dict[Any, str]:
    return {
        LETTERS.get(number, number): f"{label.in_(language)} ({number})"
        if number in LETTERS
        else label.in_(language)
        for number, label in one.variable.values.items()
    }
