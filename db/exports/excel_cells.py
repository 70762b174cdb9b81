"""The cells of a workbook, spelt as the XML that they are in the file, and rows of them.

XlsxWriter makes the workbook, its parts, styles and headings.  Of every single cell it makes some
objects before it writes it, which were two thirds of an export: so the rows below a heading are put
to where it collects them until they are packed, as it would have written them itself.

All that is not public of it is used here.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum
from types import MappingProxyType
from typing import Any, Final, NewType

from xlsxwriter import Workbook  # type: ignore[import-untyped]  # has no types
from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped]

from db.exports.csv import FORMULA
from db.plain_sql import moment
from schemas.language.text import Language, Text

ExcelCell = NewType("ExcelCell", str)
"""A cell from what stands behind its place in the opening tag on; empty where there is none."""

NO_CELL: Final = ExcelCell("")
"""What is empty: Excel would count an empty text."""


class Style(IntEnum):
    """How a cell is shown, by the number that styles have in the file."""

    heading = 1
    moment = 2
    quoted = 3
    day = 4


_FORMATS: Final[Mapping[Style, dict[str, str | int]]] = MappingProxyType(
    {
        Style.heading: {"bold": True, "bottom": 1},
        Style.moment: {"num_format": "yyyy-mm-dd hh:mm:ss"},
        Style.quoted: {"quote_prefix": True},
        Style.day: {"num_format": "yyyy-mm-dd"},
    }
)


def styles_of(workbook: Workbook) -> dict[Style, Any]:
    """A new workbook's styles; they are numbered as they are asked for."""
    formats = {style: workbook.add_format(how) for style, how in _FORMATS.items()}
    for made in formats.values():
        made._get_xf_index()
    return formats


# ── Rows ─────────────────────────────────────────────────────────────────────────────────────────


class SheetRows:
    """The rows of a sheet below its heading, which has been written."""

    def __init__(self, sheet: Any, width: int) -> None:
        self._sheet, self._file = sheet, sheet.row_data_fh
        self._columns = [xl_col_to_name(column) for column in range(width)]
        sheet._write_single_row(1)  # the heading, which waits for the next row

    def write(self, number: int, cells: Sequence[ExcelCell]) -> None:
        """The next row, by its number on the sheet from 1: a cell for each column, or fewer."""
        placed = [
            f'<c r="{column}{number}{cell}'
            for column, cell in zip(self._columns, cells, strict=False)
            if cell
        ]
        self._file.write(f'<row r="{number}">{"".join(placed)}</row>')
        self._sheet.dim_rowmax = number - 1  # which it counts from 0


def let_go(workbook: Workbook) -> None:
    """Close what a workbook left open when it could not be finished: it still takes up room."""
    for sheet in workbook.worksheets():
        with suppress(OSError):  # closing flushes, and the disk may be full
            sheet.row_data_fh.close()


# ── Cells ────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class ExcelCells:
    """Numbers are numbers, moments and days are dates, all else is text; labels with a language."""

    labels: Language | None = None

    def words(self, text: str) -> ExcelCell:
        """The text, whatever it begins with."""
        if not text:
            return NO_CELL
        # The quote keeps it text when somebody edits the cell, too.
        formula = not text[0].isalnum() and FORMULA.match(text)
        style = f' s="{Style.quoted}"' if formula else ""
        written = _escaped(text) if TO_ESCAPE.search(text) else text
        space = ' xml:space="preserve"' if written[0].isspace() or written[-1].isspace() else ""
        return ExcelCell(f'"{style} t="inlineStr"><is><t{space}>{written}</t></is></c>')

    def phone(self, stored: str) -> ExcelCell:
        """As it is stored: text."""
        return self.words(stored)

    def number(self, number: float) -> ExcelCell:
        """As many digits as a float has."""
        return ExcelCell(f'"><v>{number:.16G}</v></c>')

    def decimal(self, number: str) -> ExcelCell:
        """With two decimals at most, a float has all of it."""
        return self.number(float(number))

    def figure(self, number: str) -> ExcelCell:
        """As the text around it."""
        return self.words(number)

    def code(self, slug: str, label: Text) -> ExcelCell:
        """The slug, or what people call it."""
        return self.words(label.in_(self.labels) if self.labels else slug)

    def moment(self, at: datetime) -> ExcelCell:
        """To the second, in UTC; Excel knows no zones."""
        since = at.replace(microsecond=0, tzinfo=None) - EPOCH
        return _shown(Style.moment, _with_leap_day(since.days) + since.seconds / DAY)

    def stored_moment(self, at: str | None) -> ExcelCell:
        """The same."""
        return self.moment(moment(at)) if at else self.nothing()

    def day(self, on: date) -> ExcelCell:
        """The day itself."""
        return _shown(Style.day, _with_leap_day((on - EPOCH.date()).days))

    def nothing(self) -> ExcelCell:
        """No cell."""
        return NO_CELL


def cells_of(values: Iterable[str | int | None]) -> list[ExcelCell]:
    """Text and numbers of a row that is no table's."""
    say = ExcelCells()
    return [say.number(one) if isinstance(one, int) else say.words(one or "") for one in values]


EPOCH: Final = datetime(1899, 12, 31)  # noqa: DTZ001  Excel knows no zones
"""What Excel counts days from."""

DAY: Final = 24 * 60 * 60
"""Seconds."""


def _with_leap_day(days: int) -> int:
    """To Excel the year 1900 had a 29th of February, on the 60th day."""
    return days + 1 if days >= 60 else days


def _shown(style: Style, number: float) -> ExcelCell:
    return ExcelCell(f'" s="{style}"><v>{number:.16G}</v></c>')


# ── Text in XML ──────────────────────────────────────────────────────────────────────────────────

CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
"""What no XML may hold, and the line end that its readers would make another one of."""

CODE: Final = re.compile("_x([0-9A-Fa-f]{4})_")
"""How Excel writes such a one; of what was typed so, the first sign is written in this way."""

TYPED: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""That first sign: where two follow each other, they share one."""

TO_ESCAPE: Final = re.compile(f"[&<>]|{CONTROL.pattern}|{CODE.pattern}")


def _escaped(text: str) -> str:
    told = CONTROL.sub(lambda found: f"_x{ord(found[0]):04X}_", TYPED.sub("_x005F_", text))
    return html.escape(told, quote=False)


def text_of(cell: ExcelCell) -> str:
    """What was typed; empty where it is no text."""
    found = re.search("<t[^>]*>(.*)</t>", cell, re.DOTALL)
    told = html.unescape(found[1]) if found else ""
    return CODE.sub(lambda code: chr(int(code[1], 16)), told)
