"""An Excel workbook: every table on a sheet of its own, and the codebook beside them.

Numbers are numbers; ids, telephone numbers and what people said are text, whatever they begin with.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, Final

from xlsxwriter import Workbook  # type: ignore[import-untyped]  # has no types
from xlsxwriter.exceptions import FileCreateError  # type: ignore[import-untyped]

from db.exports.excel_cells import (
    ExcelCell,
    ExcelCells,
    SheetRows,
    Style,
    cells_of,
    let_go,
    styles_of,
    text_of,
)
from db.exports.export_tables import INTERVIEWS, Interview
from db.exports.fields import Portion
from db.exports.interview_rows import Interviews
from db.exports.problems import CellTooLong, TooManyRows
from db.exports.sheets import Sheets
from db.exports.snapshot import Snapshot
from db.exports.stored_text import dashed
from db.exports.wide import WideItems, most_items
from db.exports.writing import USUAL, Exported, Options, absolute, counted, export, workplace
from db.plain_sql import Looked
from db.stamp import NEVER, DataStamp
from db.versions import of_all_versions
from schemas.codebook.variables import DataTable
from schemas.codebook.variables_table import HEADING, variable_rows
from schemas.language.text import Language
from schemas.surveys.survey import Survey

ORDER: Final = (
    "cases", "calls", "redirects", "undone", "openings", "remarks", "checks", "codings",
    "codes", "decisions", "claims", "assignments", "notes",
)  # fmt: skip
"""What stands behind the interviews and their rosters, as people look for it; those that are not
named come after, the codebook last."""

WIDE: Final = "{roster}_wide"
"""What the sheet is called on which all items of an interview stand beside each other."""

WIDEST: Final = 40
"""Characters a column is shown with; longer text is cut on screen, not in the cell."""


MOST: Final = 32_767
"""UTF-16 units in a cell: the library, and Excel, would cut off what is longer."""


MOST_ROWS: Final = 1_048_576
"""On a sheet, the heading among them: the library would leave out what comes after."""


class Book:
    """A workbook that is written row by row and never held in memory."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook, self._styles = workbook, styles_of(workbook)
        self._sheets: dict[str, SheetRows] = {}
        self._headers: dict[str, tuple[str, ...]] = {}
        self.rows: Counter[str] = Counter()

    @property
    def names(self) -> tuple[str, ...]:
        """The sheets, in order."""
        return tuple(self._sheets)

    def sheet(self, name: str, header: Sequence[str]) -> None:
        """A new sheet with its heading, which stays in view."""
        sheet = self._workbook.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        for column, words in enumerate(header):
            sheet.set_column(column, column, min(max(len(words) + 2, 8), WIDEST))
            sheet.write_string(0, column, words, self._styles[Style.heading])
        self._sheets[name] = SheetRows(sheet, len(header))
        self._headers[name] = tuple(header)

    def row(self, name: str, cells: Sequence[ExcelCell]) -> None:
        """One more row of a sheet. Raises CellTooLong and TooManyRows."""
        row = self.rows[name] = self.rows[name] + 1
        if row >= MOST_ROWS:
            raise TooManyRows("Excel", table=name, most=MOST_ROWS)
        if max(map(len, cells), default=0) > MOST // 2:
            self._refuse_too_long(name, cells)
        self._sheets[name].write(row + 1, cells)

    def _refuse_too_long(self, name: str, cells: Sequence[ExcelCell]) -> None:
        header, told = self._headers[name], [text_of(cell) for cell in cells]
        for column, text in zip(header, told, strict=False):
            if (count := _units(text)) > MOST:
                unit = dict(zip(header, told, strict=False)).get("unit_id", self.rows[name] + 1)
                raise CellTooLong(
                    "Excel", table=name, column=column, unit=str(unit), count=count, most=MOST
                )


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", errors="surrogatepass")) // 2


@contextmanager
def workbook(file: BinaryIO, folder: Path, stamp: DataStamp | None = None) -> Iterator[Book]:
    """A workbook into an open file; what it needs meanwhile lies hidden in `folder`.

    Its properties tell the `stamp` of what it is made of, and never the clock.
    """
    container = _Container(file)
    with workplace(folder) as place:
        options: dict[str, Any] = {
            "constant_memory": True,
            "tmpdir": str(place),
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        made = Workbook(container, options)
        made.set_properties(
            {
                "created": ((stamp and stamp.as_of) or NEVER).replace(tzinfo=None),
                "comments": stamp.line if stamp else "",
            }
        )
        try:
            yield Book(made)
            made.close()
        except FileCreateError as error:  # xlsxwriter's own word for what the disk said
            raise error.args[0] from None
        finally:
            let_go(made)
    if container.failed:
        raise container.failed


class _Container:
    """The file, for the zip in it: what the disk says is kept for afterwards.

    A zip that cannot be finished tries again when it is thrown away, and Python tells of that on
    the screen, whatever has been said by then.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.failed: OSError | None = None

    def write(self, data: bytes) -> int:
        return self._unless_failed(self._file.write, data)

    def seek(self, to: int, whence: int = 0) -> int:
        return self._unless_failed(self._file.seek, to, whence)

    def tell(self) -> int:
        return self._unless_failed(self._file.tell)

    def flush(self) -> None:
        self._unless_failed(self._file.flush)

    def _unless_failed(self, do: Callable[..., int | None], *what: bytes | int) -> int:
        if self.failed is None and not self._file.closed:
            try:
                return do(*what) or 0
            except OSError as error:
                self.failed = error
        return 0


def write_xlsx(
    db: Looked,
    path: Path,
    *,
    labels: bool = False,
    language: Language = "nb",
    options: Options = USUAL,
) -> list[Exported]:
    """Write the whole workbook, or nothing; each sheet and how many rows it has.

    Raises `ExportProblem` for the file, `DatabaseProblem` for the database.
    """
    path, survey = absolute(path), of_all_versions(db)
    say = ExcelCells(language if labels else None)
    sheets = Sheets(survey, db.frame, say, contacts=options.contacts)
    with (
        export(db, [path], options) as ((file,), taken),
        workbook(file.buffer, path.parent, taken.stamp) as book,
    ):
        _fill(book, taken, survey, sheets, options)
        _codebook(book, sheets.described, language)
    return [Exported(path, book.rows[name], name) for name in book.names]


def _fill(
    book: Book,
    taken: Snapshot,
    survey: Survey,
    sheets: Sheets[ExcelCell],
    options: Options,
) -> None:
    questionnaire, say = survey.questionnaire, sheets.spelling
    partial_ones = Interviews(taken, survey, contacts=options.contacts).partial()
    most = most_items(taken, partial_ones, questionnaire.rosters)
    wide = {
        WIDE.format(roster=name): WideItems(survey, {name: roster}, say, contacts=options.contacts)
        for name, roster in questionnaire.rosters.items()
    }

    def in_a_row(items: WideItems[ExcelCell], one: Interview) -> list[ExcelCell]:
        keys = dashed(one.source.interview_id), one.source.unit_id
        return [*map(say.words, keys), *items.row(items.items(one), most)]

    def items_of(interviews: Sequence[Interview]) -> Iterator[Portion[ExcelCell]]:
        for name, items in wide.items():
            yield name, [in_a_row(items, one) for one in interviews]

    headers = {table.name: table.header for table in sheets.all}
    for name, items in wide.items():
        columns = items.variables(most)
        headers[name] = ("interview_id", "unit_id", *(one.name for one in columns))
    for name in sorted(headers, key=partial(_place, tuple(questionnaire.rosters))):
        book.sheet(name, headers[name])
    for name, some in counted(sheets.portions(taken, beside=items_of), taken, options.progress):
        for cells in some:
            book.row(name, cells)


def _place(rosters: tuple[str, ...], name: str) -> int:
    """Where a sheet stands: the interviews, each roster and what is wide of it, then the rest."""
    items = [sheet for one in rosters for sheet in (one, WIDE.format(roster=one))]
    order = (INTERVIEWS, *items, *ORDER)
    return order.index(name) if name in order else len(order)


def _codebook(book: Book, tables: Iterable[DataTable], language: Language) -> None:
    book.sheet("codebook", [words.in_(language) for words in HEADING])
    for table in tables:
        for row in variable_rows(table.name, table.variables, language):
            book.row("codebook", cells_of(row))
