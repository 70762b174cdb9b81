"""Exports beyond the start: the work itself, beside the library that writes the same alone."""

import gc
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any, Final

import pyreadstat
from openpyxl import load_workbook  # type: ignore[import-untyped]  # has no types
from xlsxwriter import Workbook  # type: ignore[import-untyped]  # has no types

from db.database import Database
from db.exports.csv import write_csv
from db.exports.spss import write_sav
from db.exports.writing import Options
from db.exports.xlsx import write_xlsx
from db.open_database import open_database
from interviewer.__main__ import GARBAGE
from schemas.codebook.columns import columns as columns_of
from tests.benchmarks.floors.plain_csv import write_plain
from tests.benchmarks.grown import grown
from tests.benchmarks.row import Row, Sample

INTERVIEWS: Final = 300
MANY: Final = 3_000
MOST: Final = 100_000
AGAIN: Final = Options(force=True)

Floor = Callable[[Database, Path, Path], Callable[[], object]]
"""What is to be measured beside an export, made ready from what the export has written."""


def export(
    write: Callable[..., object], name: str, floor: Floor, interviews: int = INTERVIEWS
) -> Iterator[Sample]:
    """The export into `name`, and its floor."""
    with TemporaryDirectory(prefix=".benchmark-", dir=Path.cwd()) as folder:
        path, out = grown(interviews), Path(folder) / name
        with closing(open_database(path, create=False)) as database:
            write(database, out, options=AGAIN)
            alone = floor(database, path, out)
            while True:
                yield _timed(lambda: write(database, out, options=AGAIN)), _timed(alone)


def growth() -> Iterator[Sample]:
    """CPU for each interview in a file of CSV, where there are many and where there are few."""
    with TemporaryDirectory(prefix=".benchmark-", dir=Path.cwd()) as folder:
        while True:
            yield _each(MANY, Path(folder)), _each(INTERVIEWS, Path(folder))


def _each(interviews: int, folder: Path) -> float:
    with closing(open_database(grown(interviews), create=False)) as database:
        return _timed(lambda: write_csv(database, folder / "csv", options=AGAIN)) / interviews


def _timed(work: Callable[[], object]) -> float:
    """CPU, with as much garbage coming together as where a command runs."""
    gc.set_threshold(*GARBAGE)
    began = process_time()
    work()
    return process_time() - began


def _plain_csv(database: Database, path: Path, out: Path) -> Callable[[], object]:
    asked = database.survey.questionnaire
    columns = {
        name: [
            (one.id, [column.holds.code.name for column in held if column.holds.code])
            for one in section.questions
            if (held := columns_of(one)) and not one.personal
        ]
        for name, section in asked.sections.items()
    }
    rosters = {name: columns.pop(name) for name in asked.rosters}
    return partial(write_plain, path, out.with_name("plain"), columns, rosters)


def _workbook(database: Database, path: Path, out: Path) -> Callable[[], object]:
    """XlsxWriter alone, with the cells that the export has written."""
    with closing(load_workbook(out, read_only=True)) as book:
        sheets = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}

    def write() -> None:
        with Workbook(out.with_name("alone.xlsx"), {"constant_memory": True}) as alone:
            for title, rows in sheets.items():
                sheet = alone.add_worksheet(title)
                for number, row in enumerate(rows):
                    _cells(sheet, number, row)

    return write


def _cells(sheet: Any, number: int, row: tuple[Any, ...]) -> None:
    for column, cell in enumerate(row):
        if isinstance(cell, str):
            sheet.write_string(number, column, cell)
        elif isinstance(cell, datetime):
            sheet.write_datetime(number, column, cell)
        elif cell is not None:
            sheet.write_number(number, column, cell)


def _spss(database: Database, path: Path, out: Path) -> Callable[[], object]:
    """The table read from the file and written again, with its documents read from the database."""
    table, meta = pyreadstat.read_sav(out, user_missing=True)

    def write() -> None:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("SELECT document FROM revision").fetchall()
        pyreadstat.write_sav(
            table,
            str(out.with_name("alone.sav")),
            column_labels=meta.column_names_to_labels,
            variable_value_labels=meta.variable_value_labels,
            row_compress=True,
        )

    return write


ROWS: Final = (
    *(
        Row(
            f"CSV of {count:,} interviews, CPU beyond the start",
            "plain sqlite3 → csv",
            goal=1.5,
            samples=partial(export, write_csv, "csv", _plain_csv, count),
            repeats=repeats,
            why="every cell is spelt by its type and guarded against formulas, names in text are "
            "masked, pauses and what came of every case worked out",
            unit=unit,
            is_large=count == MOST,
        )
        for count, repeats, unit in ((INTERVIEWS, 20, "ms"), (MOST, 1, "s"))
    ),
    Row(
        f"CSV, CPU for each of {MANY:,} interviews",
        f"for each of {INTERVIEWS}, with what is done once in either",
        goal=1.1,
        samples=growth,
        repeats=3,
        why="what lies on a disk that has no room left in memory is fetched again",
    ),
    Row(
        f"XLSX of {INTERVIEWS} interviews, CPU beyond the start",
        "XlsxWriter alone, with the same cells",
        goal=1.3,
        samples=partial(export, write_xlsx, "export.xlsx", _workbook),
        repeats=5,
        why="the documents are read and laid out besides",
    ),
    Row(
        f"SAV of {INTERVIEWS} interviews, CPU beyond the start",
        "pyreadstat alone, with the same table",
        goal=1.3,
        samples=partial(export, write_sav, "export.sav", _spss),
        repeats=5,
        why="the documents are read and laid out besides",
    ),
)
