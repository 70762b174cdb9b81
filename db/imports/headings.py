"""Where the table begins and ends in a file: titles above it, two heading rows, sums below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from db.imports.lines import MOST_ABOVE, Column, FileLine, known_in, numbers
from db.imports.problems import Finding, sentence
from schemas.frame.fold import fold
from schemas.language.clean import clean

TOTALS: Final = re.compile(
    "(?:sum|total|totalt|totalsum|i alt|til ?sammen|antall(?: (?:svar|rader|enheter))?|talet pa .*"
    "|gjennomsnitt|snitt|average|count|grand total|n)(?: [0-9]+)?"
)
NOTES: Final = re.compile("(?:kilde|kjelde|source|merknad|merk|note|sist oppdatert|uttrekk)( .*)?")
"""What stands alone below a table, and is about it."""

WORDS: Final = re.compile("[a-z]")
"""A row with words beside the first cell is one of the table: a health trust may be called N."""


def parted(
    lines: Sequence[FileLine], column: Column
) -> tuple[FileLine, list[FileLine], list[Finding]]:
    """The heading, the rows below it, and what was found around them that is no row."""
    at = _heading(lines, column)
    heading, rows = lines[at], list(lines[at + 1 :])
    told = [_told("IMPORT-ABOVE-HEADING", lines[:at])] if at else []
    second = _second(rows, column)
    if second:
        told.append(_told("IMPORT-SECOND-HEADING", rows[:second]))
    below = _totals(rows[second:])
    if below:
        told.append(_told("IMPORT-TOTALS", rows[len(rows) - below :]))
    return heading, rows[second : len(rows) - below], told


def _told(code: str, lines: Sequence[FileLine]) -> Finding:
    found = numbers([line.number for line in lines])
    return Finding(code, lines[0].number, "", sentence(code, lines=found))


def _heading(lines: Sequence[FileLine], column: Column) -> int:
    """The one of the first lines that names most of the columns, the uppermost of several."""
    counts = [_count(line, column) for line in lines[: MOST_ABOVE + 1]]
    return counts.index(max(counts)) if counts else 0


def _count(line: FileLine, column: Column) -> int:
    return len(known_in((clean(cell, one_line=True) for cell in line.cells), column))


def _second(rows: Sequence[FileLine], column: Column) -> int:
    """Headings once more, in other words: tools put the questions below their codes."""
    return int(bool(rows) and _count(rows[0], column) > 1)


def _totals(rows: Sequence[FileLine]) -> int:
    """How many of the last lines are sums, or remarks on the table."""
    rest = takewhile(_is_below, reversed(rows))
    return sum(1 for _ in rest)


def _is_below(row: FileLine) -> bool:
    first, *others = [fold(cell) for cell in row.cells if cell.strip()] or [""]
    if any(map(WORDS.search, others)):
        return False
    return bool(TOTALS.fullmatch(first) or (not others and NOTES.fullmatch(first)))
