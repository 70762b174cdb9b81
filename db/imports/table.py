"""A file as a table: which columns it has, and its rows, whatever kind of file it was."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Final, Generic, TypeVar

from db.imports.csv import read_csv
from db.imports.file_columns import LONGEST_NAME, FileColumns, plainly
from db.imports.files import read_bytes
from db.imports.headings import parted
from db.imports.lines import MOST_ROWS, CellOddity, FileLine
from db.imports.problems import BadHeading, BadRows, Finding, ImportProblem, sentence, short
from db.imports.xlsx import is_packed, read_xlsx
from schemas.language.clean import one_line

R = TypeVar("R")

Progress = Callable[[int, int], None]
"""Told how many rows are done, and of how many."""


@dataclass(frozen=True, slots=True)
class FileRow:
    """A row with cells under the names of their columns, and what is odd about some of them."""

    line: int
    cells: Mapping[str, str]
    odd: Mapping[str, CellOddity]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a file, and notices about its columns."""

    file: Path
    rows: tuple[FileRow, ...]
    bad: tuple[Finding, ...]
    notices: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class FileReading(Generic[R]):
    """What a file says: the good rows, what is wrong with the others, what to know about both."""

    file: Path
    total: int
    rows: tuple[R, ...]
    bad: tuple[Finding, ...]
    notices: tuple[Finding, ...]

    def accepted(self, *, skip_bad: bool) -> tuple[R, ...]:
        """The rows to be written: all of them or none, unless the bad ones are to be skipped.

        Raises BadRows.
        """
        if self.bad and not skip_bad:
            raise BadRows(self.file, self.bad)
        return self.rows


def read_sheet(path: Path, columns: FileColumns) -> Sheet:
    """The table in a CSV or Excel file, by what is in it and not by its name.

    Raises BadHeading and ImportProblem.
    """
    content = read_bytes(path)
    read, notices = (
        read_xlsx(path, content, columns.called)
        if is_packed(content)
        else (read_csv(path, content, columns.called), ())
    )
    lines = _not_too_many(path, read)
    if not lines:
        raise ImportProblem("IMPORT-EMPTY", path)
    heading, rows, around = parted(lines, columns.called)
    places, told = _places(path, heading, rows, columns)
    if not rows:
        raise ImportProblem("IMPORT-NO-ROWS", path)
    bad = [_too_wide(line, len(heading.cells)) for line in rows]
    return Sheet(
        path,
        tuple(_row(line, places) for line in rows),
        tuple(found for found in bad if found),
        (*notices, *around, *told),
    )


def _not_too_many(path: Path, lines: Iterable[FileLine]) -> list[FileLine]:
    """The lines with something in them."""
    filled = (line for line in lines if line.is_filled)
    found = list(islice(filled, MOST_ROWS + 2))  # the heading, and one too many
    if len(found) > MOST_ROWS + 1:
        raise ImportProblem("IMPORT-MANY-ROWS", path, most=MOST_ROWS)
    return found


# ── The heading ──────────────────────────────────────────────────────────────────────────────────


def _places(
    path: Path, heading: FileLine, lines: Sequence[FileLine], columns: FileColumns
) -> tuple[Mapping[str, int], list[Finding]]:
    """Where each column stands, and notices about what is read for it, and what is not read."""
    names = [one_line(cell) for cell in heading.cells]
    meant = [columns.match(name) for name in names]
    if not any(meant):
        raise ImportProblem(
            "IMPORT-HEADING", path, line=heading.number, names=", ".join(columns.required)
        )
    places, beside, twice = _best(meant)
    _fill_in(places, columns)
    unknown = [name for name, found in zip(names, meant, strict=True) if name and not found]
    wrong = [_finding("IMPORT-COLUMN-TWICE", heading.number, column) for column in twice]
    wrong += _not_there(heading.number, names, columns)
    wrong += [
        _absent(heading.number, column, unknown)
        for column in columns.required
        if column not in places and column not in twice
    ]
    if wrong:
        raise BadHeading(path, wrong)
    told = _recognised(heading.number, names, places)
    told += [
        _finding("IMPORT-COLUMN-BESIDE", heading.number, names[at], ours=column)
        for at, column in beside
    ]
    told += [_finding("IMPORT-COLUMN-UNKNOWN", heading.number, name) for name in unknown]
    told += _nameless(heading.number, names, lines)
    return places, told


def _best(
    meant: Sequence[tuple[str, int] | None],
) -> tuple[dict[str, int], list[tuple[int, str]], list[str]]:
    """Where each column is meant most surely, what else may be it, and columns that stand twice."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for at, one in enumerate(meant):
        if one:
            found[one[0]].append((one[1], at))
    places = {column: min(several)[1] for column, several in found.items()}
    twice = [
        column
        for column, several in found.items()
        if sum(sure == min(several)[0] for sure, _ in several) > 1
    ]
    beside = [
        (at, column)
        for column, several in found.items()
        for _, at in several
        if at != places[column]
    ]
    return places, beside, twice


def _fill_in(places: dict[str, int], columns: FileColumns) -> None:
    """Where a file has only the names of units, they say which unit it is."""
    if columns.instead and columns.instead[0] not in places and columns.instead[1] in places:
        missing, there = columns.instead
        places[missing] = places.pop(there)


def _not_there(line: int, names: Sequence[str], columns: FileColumns) -> list[Finding]:
    known = set(map(plainly, names))
    return [
        _finding("IMPORT-COLUMN-THEIRS", line, ours, theirs=theirs)
        for theirs, ours in columns.named.items()
        if plainly(theirs) not in known
    ]


def _recognised(line: int, names: Sequence[str], places: Mapping[str, int]) -> list[Finding]:
    """What is read under another name than ours."""
    return [
        _finding("IMPORT-COLUMN-READ", line, names[at], ours=column)
        for column, at in places.items()
        if plainly(names[at]) != plainly(column)
    ]


def _absent(line: int, column: str, unknown: Sequence[str]) -> Finding:
    like = {plainly(name): name for name in unknown if len(name) <= LONGEST_NAME}
    guesses = get_close_matches(plainly(column), like, n=1, cutoff=0.7)
    if not guesses:
        return _finding("IMPORT-COLUMN-MISSING", line, column)
    return _finding("IMPORT-COLUMN-MEANT", line, column, guess=like[guesses[0]])


def _nameless(line: int, names: Sequence[str], lines: Sequence[FileLine]) -> list[Finding]:
    return [
        _finding("IMPORT-COLUMN-NAMELESS", line, f"kolonne {at + 1}")
        for at, name in enumerate(names)
        if not name and any(at < len(row.cells) and row.cells[at].strip() for row in lines)
    ]


def _finding(code: str, line: int, column: str, **words: object) -> Finding:
    return Finding(code, line, short(column), sentence(code, **words))


# ── The rows ─────────────────────────────────────────────────────────────────────────────────────

NOTHING_ODD: Final[Mapping[str, CellOddity]] = MappingProxyType({})


def _row(line: FileLine, places: Mapping[str, int]) -> FileRow:
    cells = {
        column: line.cells[at] if at < len(line.cells) else "" for column, at in places.items()
    }
    if not line.odd:
        return FileRow(line.number, cells, NOTHING_ODD)
    odd = {column: line.odd[at] for column, at in places.items() if at in line.odd}
    return FileRow(line.number, cells, odd)


def _too_wide(line: FileLine, columns: int) -> Finding | None:
    """More cells than columns: a separator within a text. Fewer is fine: Excel leaves them out."""
    filled = [at for at, cell in enumerate(line.cells) if cell.strip()]
    if not filled or filled[-1] < columns:
        return None
    return _finding("IMPORT-CELLS", line.number, "", count=filled[-1] + 1, columns=columns)
