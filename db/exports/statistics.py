"""What SPSS and Stata have in common: one table, column by column, written by a package by name."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Literal

from db.exports.export_tables import INTERVIEWS
from db.exports.frames import ColumnOfData, frame
from db.exports.problems import NoRoom, NotInstalled, NotWritten
from db.exports.writing import (
    USUAL,
    Exported,
    Options,
    absolute,
    copy_into,
    export,
    lacking,
    needed,
    workplace,
)
from db.plain_sql import Looked
from db.stamp import DataStamp
from db.versions import all_versions_in
from schemas.language.text import Language

EXTRA: Final = "spss"

NEXT_TO_NOTHING: Final = 2**16
"""So few free bytes on a disk, and it was full."""

Save = Callable[[Sequence[ColumnOfData], Path, str, Language, DataStamp], None]
"""Writes columns to a file by name, with the title of the whole."""


def write_table(
    save: Save,
    db: Looked,
    path: Path,
    *,
    language: Language = "nb",
    table: str = INTERVIEWS,
    options: Options = USUAL,
) -> list[Exported]:
    """Write a table, or nothing.

    Raises ExportProblem: among them NotInstalled, where pyreadstat or pandas is missing, and
    NoSuchTable.
    """
    ready()
    path = absolute(path)
    with export(db, [path], options) as ((file,), taken):
        survey = all_versions_in(taken.reads)
        columns = frame(taken, survey, table, contacts=options.contacts, progress=options.progress)
        with workplace(path.parent) as place:
            title = db.survey.questionnaire.title.in_(language)
            save(columns, place / "data", title, language, taken.stamp)
            copy_into(file, place / "data")
    return [Exported(path, columns[0].rows)]


Cells = tuple[Literal["float64", "object"], Sequence[Any]]
"""What a column has in it, and of which kind pandas takes that to be."""


def data_frame(columns: Sequence[ColumnOfData], cells: Callable[[ColumnOfData], Cells]) -> Any:
    """The columns as pandas has them: to make one of each kind at a time takes three times as long.

    Their names are objects: in an index of its own texts it takes seven times as long to find one.
    Raises NotInstalled.
    """
    pandas = needed("pandas", EXTRA)
    found = list(map(cells, columns))
    by_kind = (
        _of_one_kind(kind, {place: some for place, (of, some) in enumerate(found) if of == kind})
        for kind in sorted({kind for kind, _ in found})
    )
    made = pandas.concat(by_kind, axis=1)[list(range(len(columns)))]
    made.columns = pandas.Index([one.variable.name for one in columns], dtype=object)
    return made


def _of_one_kind(kind: str, columns: Mapping[int, Sequence[Any]]) -> Any:
    numpy, pandas = needed("numpy", EXTRA), needed("pandas", EXTRA)
    rows = len(next(iter(columns.values())))
    block = numpy.empty((len(columns), rows), dtype=kind)
    for place, some in zip(block, columns.values(), strict=True):
        place[:] = some
    return pandas.DataFrame(block.T, columns=list(columns), dtype=kind)


@contextmanager
def written_by_package(path: Path) -> Iterator[None]:
    """The package says only that it could not write, not why: we look at the disk.

    Raises NoRoom, NotInstalled and NotWritten.
    """
    try:
        yield
        _let_grow(path)
    except (needed("pyreadstat", EXTRA).ReadstatError, OSError):
        full = shutil.disk_usage(path.parent).free < NEXT_TO_NOTHING
        raise (NoRoom if full else NotWritten)(path.parents[1]) from None


def _let_grow(file: Path) -> None:
    """Raises OSError where nothing more would fit: the package does not hear of it where there was
    no room at all for something, and says that it has written.
    """
    size = file.stat().st_size
    with file.open("ab") as at_its_end:
        at_its_end.write(b"\0")
    os.truncate(file, size)


def ready() -> None:
    """The packages are there, or somebody is told before anything is begun. Raises NotInstalled."""
    if package := lacking(EXTRA):
        raise NotInstalled(package, EXTRA)
