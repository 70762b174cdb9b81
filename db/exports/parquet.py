"""Parquet: every table in a file of its own, typed, its labels in the columns' metadata.

Codes are text, as in CSV, and so are their missing codes; numbers keep theirs as numbers.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import repeat
from pathlib import Path
from typing import Any, Final, TextIO

from db.exports.python_values import PythonValues, Value
from db.exports.sheets import Sheets
from db.exports.snapshot import Snapshot
from db.exports.writing import USUAL, Exported, Options, absolute, counted, export, needed
from db.plain_sql import Looked
from db.versions import of_all_versions
from schemas.codebook.variables import Variable
from schemas.language.text import Language
from schemas.questionnaire.types.spelling import ColumnType

EXTRA: Final = "parquet"

AT_ONCE: Final = 1000
"""Rows that are put into the file together."""


def write_parquet(
    db: Looked,
    folder: Path,
    *,
    labels: bool = False,
    language: Language = "nb",
    options: Options = USUAL,
) -> list[Exported]:
    """Write one file for each table, or none.

    Raises ExportProblem, and among them NotInstalled where pyarrow is missing.
    """
    needed("pyarrow.parquet", EXTRA)
    survey = of_all_versions(db)
    sheets: Sheets[Value] = Sheets(
        survey, db.frame, PythonValues(language if labels else None), contacts=options.contacts
    )
    described = {one.name: one.variables for one in sheets.described}
    paths = [absolute(folder) / f"{name}.parquet" for name in described]
    with export(db, paths, options) as (files, taken):
        by_name = dict(zip(described, files, strict=True))
        with ExitStack() as open_files:
            writers = {
                name: open_files.enter_context(_writing(by_name[name], described[name], language))
                for name in described
            }
            rows = _write(sheets, taken, writers, options)
    return [Exported(path, rows[path.stem]) for path in paths]


def _write(
    sheets: Sheets[Value], taken: Snapshot, writers: dict[str, _ParquetFile], options: Options
) -> Counter[str]:
    rows: Counter[str] = Counter()
    for name, some in counted(sheets.portions(taken), taken, options.progress):
        for cells in some:
            writers[name].row(cells)
        rows[name] += len(some)
    return rows


class _ParquetFile:
    """One file, filled some rows at a time."""

    def __init__(self, file: Any, schema: Any, described: Sequence[Variable]) -> None:
        self._arrow = needed("pyarrow", EXTRA)
        self._file, self._schema, self._described = file, schema, described
        self._rows: list[Sequence[Value]] = []

    def row(self, cells: Sequence[Value]) -> None:
        self._rows.append(cells)
        if len(self._rows) == AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Put what has gathered into the file."""
        columns = zip(*self._rows, strict=True) if self._rows else repeat(())
        described = zip(columns, self._described, self._schema, strict=bool(self._rows))
        arrays = [
            self._arrow.array(_column(cells, variable), field.type)
            for cells, variable, field in described
        ]
        self._file.write_table(self._arrow.Table.from_arrays(arrays, schema=self._schema))
        self._rows.clear()


@contextmanager
def _writing(
    file: TextIO, described: Sequence[Variable], language: Language
) -> Iterator[_ParquetFile]:
    schema = _schema(described, language)
    with needed("pyarrow.parquet", EXTRA).ParquetWriter(file.buffer, schema) as open_file:
        writer = _ParquetFile(open_file, schema, described)
        yield writer
        writer.flush()


def _schema(described: Sequence[Variable], language: Language) -> Any:
    arrow = needed("pyarrow", EXTRA)
    types = {
        ColumnType.whole: arrow.int64(),
        ColumnType.yes_no: arrow.int8(),
        ColumnType.decimal: arrow.float64(),
        ColumnType.moment: arrow.timestamp("us", tz="UTC"),
        ColumnType.day: arrow.date32(),
    }
    return arrow.schema(
        [
            arrow.field(
                one.name, types.get(one.type, arrow.string()), metadata=_metadata(one, language)
            )
            for one in described
        ]
    )


def _metadata(variable: Variable, language: Language) -> dict[str, str]:
    places = {code.number: code.name for code in variable.codes}
    kept = {
        places.get(number, str(number)): label.in_(language)
        for number, label in variable.values.items()
    }
    values = json.dumps(kept, ensure_ascii=False)
    return {"label": variable.label.in_(language), "values": values}


def _column(cells: Sequence[Value], variable: Variable) -> Sequence[Value]:
    if variable.type in {ColumnType.text, ColumnType.code}:
        return ["" if cell is None else str(cell) for cell in cells]
    return cells
