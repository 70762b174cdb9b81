"""Excel files: the first sheet, as it was last seen on somebody's screen.

The library reads hostile files like all others, so it gets only what `packed` has looked through,
and whatever it stumbles over means that the file is damaged.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Final, TypeAlias
from xml.etree import ElementTree

from db.imports.lines import MOST_COLUMNS, MOST_ROWS, MOST_SIGNS, CellOddity, FileLine
from db.imports.packed import is_packed, repacked
from db.imports.problems import Finding, ImportProblem, sentence

__all__ = ["is_packed", "read_xlsx"]

MOST_LINES: Final = 2 * MOST_ROWS
"""Blank ones too: a single cell at the very bottom must not give a million lines."""

MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
STRICT: Final = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"

Formulas: TypeAlias = Mapping[str, tuple[str, bool]]
"""By the name of the cell: the formula, and whether its value was saved."""


def read_xlsx(path: Path, content: bytes) -> tuple[list[FileLine], tuple[Finding, ...]]:
    """The lines of the first sheet that is shown, and a notice when there are more.

    Raises ImportProblem.
    """
    plain = repacked(path, content)
    try:
        with warnings.catch_warnings():  # about styles and drawings, which nobody asked for
            warnings.simplefilter("ignore")
            return _read(path, plain)
    except ImportProblem:
        raise
    except Exception:  # it raises anything at all, and its texts can hold what stands in cells
        raise ImportProblem("IMPORT-XLSX", path) from None


def _read(path: Path, plain: io.BytesIO) -> tuple[list[FileLine], tuple[Finding, ...]]:
    import openpyxl  # type: ignore[import-untyped]  # has no types; imported late, it is slow

    book = openpyxl.load_workbook(plain, read_only=True, data_only=True, keep_links=False)
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    if not sheets:
        raise ImportProblem("IMPORT-NO-SHEET", path)
    formulas = _formulas(plain, sheets[0]._worksheet_path)
    lines = list(_lines(path, sheets[0], formulas))
    return lines, _others(sheets) if len(sheets) > 1 else ()


def _others(sheets: list[Any]) -> tuple[Finding, ...]:
    told = sentence("IMPORT-OTHER-SHEETS", sheet=sheets[0].title)
    return (Finding("IMPORT-OTHER-SHEETS", 0, "", told),)


def _lines(path: Path, sheet: Any, formulas: Formulas) -> Iterator[FileLine]:
    # What the sheet says of its own size is not believed.
    rows = sheet.iter_rows(min_row=1, max_row=MOST_LINES + 1, max_col=MOST_COLUMNS + 1)
    for number, row in enumerate(rows, start=1):
        line = _line(number, row, formulas)
        if number > MOST_LINES and line.is_filled:
            raise ImportProblem("IMPORT-MANY-ROWS", path, most=MOST_ROWS)
        if len(line.cells) > MOST_COLUMNS:
            raise ImportProblem("IMPORT-MANY-COLUMNS", path, line=number, most=MOST_COLUMNS)
        if any(len(cell) > MOST_SIGNS for cell in line.cells):
            raise ImportProblem("IMPORT-CELL-HUGE", path, line=number, most=MOST_SIGNS)
        yield line


def _line(number: int, row: tuple[Any, ...], formulas: Formulas) -> FileLine:
    cells: list[str] = []
    odd: dict[int, CellOddity] = {}
    filled = max((at + 1 for at, cell in enumerate(row) if cell.value is not None), default=0)
    for at, cell in enumerate(row):
        formula = formulas.get(f"{_letters(at)}{number}") if formulas else None
        if at >= filled and formula is None:
            continue
        text = _text(cell.value)
        cells += [""] * (at - len(cells))
        cells.append(text)
        if oddity := _oddity(cell, text, formula):
            odd[at] = oddity
    return FileLine(number, tuple(cells), odd)


def _oddity(cell: Any, text: str, formula: tuple[str, bool] | None) -> CellOddity | None:
    if cell.data_type == "e":
        return CellOddity("IMPORT-ERROR-VALUE", text, stops=True)
    if formula is None:
        return None
    words, saved = formula
    return CellOddity(
        "IMPORT-FORMULA-VALUE" if saved else "IMPORT-FORMULA", text if saved else words, not saved
    )


# ── Values ───────────────────────────────────────────────────────────────────────────────────────


def _text(value: object) -> str:
    """A value as somebody would have typed it in a text file."""
    for kind, shown in SHOWN.items():
        if isinstance(value, kind):
            return shown(value)
    return "" if value is None else str(value)


def _float(value: Any) -> str:
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


SHOWN: Final[Mapping[type, Callable[[Any], str]]] = {
    str: str,
    bool: lambda value: "TRUE" if value else "FALSE",
    float: _float,
    datetime: lambda value: str(value.date().isoformat()),
    date: lambda value: str(value.isoformat()),
    time: lambda value: str(value.isoformat("minutes")),
}
"""Before their bases: True is a whole number, too, and a moment is a date."""


# ── Formulas ─────────────────────────────────────────────────────────────────────────────────────


def _formulas(plain: io.BytesIO, part: str) -> Formulas:
    """Read beside the library, which gives either the formulas or their values."""
    found: dict[str, tuple[str, bool]] = {}
    with zipfile.ZipFile(plain) as packed:
        sheet = packed.read(part)
    if not re.search(rb"<(?:\w+:)?f[\s>/]", sheet):
        return found
    for _, element in ElementTree.iterparse(io.BytesIO(sheet)):
        if element.tag in {f"{MAIN}c", f"{STRICT}c"}:
            _note(found, element)
            element.clear()
    return found


def _note(found: dict[str, tuple[str, bool]], cell: ElementTree.Element) -> None:
    space = cell.tag[: -len("c")]
    formula = cell.find(f"{space}f")
    if formula is not None:
        value = cell.find(f"{space}v")
        # An empty text is a value, too; programs that save none may leave the tag all the same.
        saved = value is not None and bool(value.text or cell.get("t") == "str")
        found[cell.get("r", "")] = (f"={formula.text or ''}", saved)


def _letters(at: int) -> str:
    """The name of a column, counted from 0."""
    name = ""
    at += 1
    while at:
        at, letter = divmod(at - 1, 26)
        name = chr(65 + letter) + name
    return name
