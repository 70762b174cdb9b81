"""Excel files: the first sheet with our columns, as it was last seen on somebody's screen.

The library reads hostile files like all others, so it gets only what `packed` has looked through,
and whatever it stumbles over means that the file is damaged.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path
from typing import Any, Final

from db.imports.lines import (
    MOST_ABOVE,
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_SIGNS,
    CellOddity,
    Column,
    FileLine,
    known_in,
    numbers,
)
from db.imports.packed import is_packed, repacked
from db.imports.problems import Finding, ImportProblem, sentence
from db.imports.sheet_xml import Formulas, SheetXml, letters_of, sheet_xml

__all__ = ["is_packed", "read_xlsx"]

MOST_LINES: Final = 2 * MOST_ROWS
"""Blank ones too: a single cell at the very bottom must not give a million lines."""

SOME: Final = 10
"""So many places are named of what there is more of."""

ESCAPED: Final = re.compile("_x([0-9A-Fa-f]{4})_")
"""How the format writes what XML cannot hold, and an underscore that would look like that."""


def read_xlsx(
    path: Path, content: bytes, column: Column
) -> tuple[list[FileLine], tuple[Finding, ...]]:
    """The lines of the first sheet that is shown and has our columns; notices of what is not seen.

    Where none has them, it is the first that is shown.  Raises ImportProblem.
    """
    plain = repacked(path, content)
    try:
        with warnings.catch_warnings():  # about styles and drawings, which nobody asked for
            warnings.simplefilter("ignore")
            return _read(path, plain, column)
    except ImportProblem:
        raise
    except Exception:  # it raises anything at all, and its texts can hold what stands in cells
        raise ImportProblem("IMPORT-XLSX", path) from None


def _read(
    path: Path, plain: io.BytesIO, column: Column
) -> tuple[list[FileLine], tuple[Finding, ...]]:
    import openpyxl  # type: ignore[import-untyped]  # has no types; imported late, it is slow

    book = openpyxl.load_workbook(plain, read_only=True, data_only=True, keep_links=False)
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    if not sheets:
        raise ImportProblem("IMPORT-NO-SHEET", path)
    ours = (sheet for sheet in sheets if _has_columns(sheet, column))
    sheet = next(ours, sheets[0])
    xml = sheet_xml(plain, sheet._worksheet_path)
    lines = list(_merged(_lines(path, sheet, xml), xml))
    hidden = [one for one in book.worksheets if one not in sheets and _has_columns(one, column)]
    return lines, (*_others(sheet, sheets, hidden), *_unseen(lines, xml))


def _has_columns(sheet: Any, column: Column) -> bool:
    rows = sheet.iter_rows(max_row=MOST_ABOVE + 1, max_col=MOST_COLUMNS, values_only=True)
    return any(len(known_in([_text(cell) for cell in row], column)) > 1 for row in rows)


# ── What nobody sees ─────────────────────────────────────────────────────────────────────────────


def _others(sheet: Any, sheets: list[Any], hidden: list[Any]) -> Iterator[Finding]:
    """Sheets that are not read: those that can be seen, and hidden ones that have our columns."""
    if len(sheets) > 1:
        yield _told("IMPORT-OTHER-SHEETS", sheet=sheet.title)
    for one in hidden:
        yield _told("IMPORT-HIDDEN-SHEET", sheet=one.title)


def _unseen(lines: Sequence[FileLine], xml: SheetXml) -> Iterator[Finding]:
    """Rows and columns that are hidden, by hand or by a filter, and are read all the same."""
    rows = [line.number for line in lines if line.number in xml.hidden_rows and line.is_filled]
    if rows:
        yield _told("IMPORT-HIDDEN-ROWS", line=rows[0], lines=numbers(rows))
    columns = [at for at in sorted(xml.hidden_columns) if any(_has(line, at) for line in lines)]
    if columns:
        yield _told("IMPORT-HIDDEN-COLUMNS", columns=", ".join(map(letters_of, columns)))
    if xml.merged:
        areas = (f"{letters_of(at)}{first}–{last}" for first, last, at in xml.merged)
        yield _told("IMPORT-MERGED", line=xml.merged[0][0], areas=", ".join(islice(areas, SOME)))


def _has(line: FileLine, at: int) -> bool:
    return at < len(line.cells) and bool(line.cells[at].strip())


def _told(code: str, line: int = 0, **words: object) -> Finding:
    return Finding(code, line, "", sentence(code, **words))


def _merged(lines: Iterable[FileLine], xml: SheetXml) -> Iterator[FileLine]:
    """With what stands in the uppermost of merged cells in each of them, as everybody sees it."""
    areas = {at: [area for area in xml.merged if area[2] == at] for _, _, at in xml.merged}
    above: dict[int, str] = {}
    for line in lines:
        cells = list(line.cells)
        for at, its in areas.items():
            area = next((one for one in its if one[0] <= line.number <= one[1]), None)
            if area and area[0] == line.number:
                above[at] = cells[at] if at < len(cells) else ""
            elif area and line.is_filled and above.get(at):
                cells += [""] * (at + 1 - len(cells))
                cells[at] = above[at]
        yield line if tuple(cells) == line.cells else replace(line, cells=tuple(cells))


# ── Lines ────────────────────────────────────────────────────────────────────────────────────────


def _lines(path: Path, sheet: Any, xml: SheetXml) -> Iterator[FileLine]:
    # What the sheet says of its own size is not believed.
    rows = sheet.iter_rows(min_row=1, max_row=MOST_LINES + 1, max_col=MOST_COLUMNS + 1)
    before: tuple[Any, ...] = ()
    for number, row in enumerate(rows, start=1):
        # Rows that are missing are all the same one, and there may be very many of them.
        missing = row is before and not xml.formulas
        line = FileLine(number, ()) if missing else _line(number, row, xml.formulas)
        before = row
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
        formula = formulas.get(f"{letters_of(at)}{number}") if formulas else None
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


def _unescaped(text: str) -> str:
    """Text as somebody typed it: "_x000D_" is the end of a line, "_x005F_x000D_" is "_x000D_"."""
    if "_x" not in text:
        return text
    plain = ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    # What is beyond the first 65 536 letters is written as two of them.
    return plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


SHOWN: Final[Mapping[type, Callable[[Any], str]]] = {
    str: _unescaped,
    bool: lambda value: "TRUE" if value else "FALSE",
    float: _float,
    datetime: lambda value: str(value.date().isoformat()),
    date: lambda value: str(value.isoformat()),
    time: lambda value: str(value.isoformat("minutes")),
}
"""Before their bases: True is a whole number, too, and a moment is a date."""
