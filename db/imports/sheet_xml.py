"""What the library does not tell of a sheet: formulas, what is hidden, and which cells are one."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias
from xml.etree import ElementTree

SPACES: Final = (
    "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}",
    "{http://purl.oclc.org/ooxml/spreadsheetml/main}",
)
ANYTHING: Final = re.compile(rb"<(?:\w+:)?(?:f[\s>/]|mergeCell\s)|\shidden=")
RANGE: Final = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7}):\$?([A-Z]{1,3})\$?([0-9]{1,7})")

Formulas: TypeAlias = Mapping[str, tuple[str, bool]]
"""By the name of the cell: the formula, and whether its value was saved."""


@dataclass(slots=True)
class SheetXml:
    """Of one sheet: its formulas, hidden rows by number and columns from 0, and merged cells.

    `merged` are the first row, the last and the column of cells that are one from above to below.
    """

    formulas: dict[str, tuple[str, bool]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[tuple[int, int, int]] = field(default_factory=list)


def sheet_xml(plain: io.BytesIO, part: str) -> SheetXml:
    """Read beside the library, in one pass, and only where there is anything of it."""
    found = SheetXml()
    with zipfile.ZipFile(plain) as packed:
        sheet = packed.read(part)
    if not ANYTHING.search(sheet):
        return found
    row = 0
    for _, element in ElementTree.iterparse(io.BytesIO(sheet)):
        name = next((element.tag[len(one) :] for one in SPACES if element.tag.startswith(one)), "")
        if name == "c":
            _formula(found, element)
            element.clear()
        elif name == "row":
            row = int(element.get("r", row + 1))
            _hidden_row(found, element, row)
            element.clear()
        elif name == "col" and element.get("hidden") in {"1", "true"}:
            found.hidden_columns |= set(range(int(element.get("min", 1)) - 1, _last(element)))
        elif name == "mergeCell":
            _merged(found, element.get("ref", ""))
    return found


def _formula(found: SheetXml, cell: ElementTree.Element) -> None:
    space = cell.tag[: -len("c")]
    formula = cell.find(f"{space}f")
    if formula is not None:
        value = cell.find(f"{space}v")
        # An empty text is a value, too; programs that save none may leave the tag all the same.
        saved = value is not None and bool(value.text or cell.get("t") == "str")
        found.formulas[cell.get("r", "")] = (f"={formula.text or ''}", saved)


def _hidden_row(found: SheetXml, row: ElementTree.Element, number: int) -> None:
    if row.get("hidden") in {"1", "true"}:
        found.hidden_rows.add(number)


def _last(column: ElementTree.Element) -> int:
    return min(int(column.get("max", 1)), 16_384)


def _merged(found: SheetXml, ref: str) -> None:
    if (cells := RANGE.fullmatch(ref)) and cells[2] != cells[4]:
        found.merged.append((int(cells[2]), int(cells[4]), column_of(cells[1])))


def column_of(letters: str) -> int:
    """A column by its name, counted from 0.

    >>> column_of("A"), column_of("AA")
    (0, 26)
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def letters_of(at: int) -> str:
    """The name of a column, counted from 0."""
    name = ""
    at += 1
    while at:
        at, letter = divmod(at - 1, 26)
        name = chr(65 + letter) + name
    return name
