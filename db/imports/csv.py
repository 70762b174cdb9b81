"""Text files with separators: which letters they are in, what separates, and their lines."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Final

from db.imports.lines import MOST_ABOVE, MOST_COLUMNS, MOST_SIGNS, Column, FileLine, known_in
from db.imports.problems import ImportProblem

SEPARATORS: Final = (";", ",", "\t")
OTHER_SEPARATORS: Final = ("|", ":", "^", "~")

NOT_TEXT: Final = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"SQLite format 3\0")
OLD_EXCEL: Final = bytes.fromhex("d0cf11e0a1b11ae1")

SAYS: Final = re.compile(r'"?sep=([;,\t|])"?\1*\s*', re.IGNORECASE)
"""Excel's own way of naming the separator, on a line before the heading.

Programs that quote every cell quote it, too, and some fill the line up with empty cells.
"""

NOT_EMPTY: Final = re.compile(r"[^\r\n]+")

LINE_END: Final = re.compile("\r\n|\r|\n")

UTF8_LETTERS: Final = re.compile("[æøåÆØÅéáčđšŋ]")
"""Letters that are what they seem: by chance, Windows-1252 makes other ones of UTF-8."""


def read_csv(path: Path, content: bytes, column: Column) -> Iterator[FileLine]:
    """The lines of a CSV file, the heading first. Raises ImportProblem."""
    text = _text(path, content)
    first = _first_filled(text)
    if first is None:
        raise ImportProblem("IMPORT-EMPTY", path)
    before = len(LINE_END.findall(text, 0, first.start()))
    if said := SAYS.fullmatch(first[0]):
        return _lines(path, text[first.end() :], said[1], before)
    above = [line[0] for line in islice(NOT_EMPTY.finditer(text), MOST_ABOVE + 1)]
    separator = _separator(path, above, before + 1, column)
    return _lines(path, text, separator, 0)


def _first_filled(text: str) -> re.Match[str] | None:
    """The first line that has something in it; one pattern for it would take quadratic time."""
    return next((line for line in NOT_EMPTY.finditer(text) if line[0].strip("\t\v\f ;,")), None)


# ── Letters ──────────────────────────────────────────────────────────────────────────────────────


def _text(path: Path, content: bytes) -> str:
    if content.startswith(OLD_EXCEL):
        raise ImportProblem("IMPORT-XLS", path)
    if content.startswith(NOT_TEXT):
        raise ImportProblem("IMPORT-BINARY", path)
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _utf16(path, content)
    if _is_utf16(content):
        raise ImportProblem("IMPORT-UTF16", path)
    if _controls(content) > len(content) // 10:
        raise ImportProblem("IMPORT-BINARY", path)
    try:
        return content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        return _windows(path, content, error.start)


def _windows(path: Path, content: bytes, wrong: int) -> str:
    """Windows-1252, unless the file begins as UTF-8 and is broken or mixed further on."""
    if content.startswith(codecs.BOM_UTF8) or UTF8_LETTERS.search(content[:wrong].decode()):
        raise ImportProblem("IMPORT-ENCODING", path, line=_line_at(content, wrong))
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError as error:
        line = _line_at(content, error.start)
        raise ImportProblem("IMPORT-ENCODING", path, line=line) from None


def _line_at(content: bytes, at: int) -> int:
    return content.count(b"\n", 0, at) + 1


def _utf16(path: Path, content: bytes) -> str:
    """Excel's «Unicode-tekst», and what some survey tools export."""
    with suppress(UnicodeDecodeError):
        text = content.decode("utf-16")
        if "\0" not in text:  # which would be UTF-32
            return text
    raise ImportProblem("IMPORT-UTF16", path)


def _is_utf16(content: bytes) -> bool:
    """Every second byte of its beginning is empty, and no mark says which."""
    start = content[:400]
    half = len(start) // 2
    return half > 3 and max(start[::2].count(0), start[1::2].count(0)) > 0.8 * half


def _controls(content: bytes) -> int:
    return len(re.findall(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]", content))


# ── Separators ───────────────────────────────────────────────────────────────────────────────────


def _separator(path: Path, first: Sequence[str], line: int, column: Column) -> str:
    """The one that gives most of the columns, in one of the first lines."""
    best = max(SEPARATORS, key=lambda sign: _known(first, sign, column))
    if _known(first, best, column) < 2:
        for other in OTHER_SEPARATORS:
            if _known(first, other, column) > 1:
                raise ImportProblem("IMPORT-SEPARATOR", path, line=line, sign=other)
    return best


def _known(lines: Sequence[str], separator: str, column: Column) -> int:
    split = (line.split(separator, MOST_COLUMNS) for line in lines)
    named = ((name.strip().strip('"') for name in names) for names in split)
    return max(len(known_in(names, column)) for names in named)


# ── Lines ────────────────────────────────────────────────────────────────────────────────────────


def _lines(path: Path, body: str, separator: str, before: int) -> Iterator[FileLine]:
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=separator, strict=True)
    while True:
        number = before + reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise _of(error, path, number) from None
        if len(cells) > MOST_COLUMNS:
            raise ImportProblem("IMPORT-MANY-COLUMNS", path, line=number, most=MOST_COLUMNS)
        yield FileLine(number, tuple(cells))


def _of(error: csv.Error, path: Path, line: int) -> ImportProblem:
    if "limit" in str(error):
        return ImportProblem("IMPORT-CELL-HUGE", path, line=line, most=MOST_SIGNS)
    return ImportProblem("IMPORT-QUOTE", path, line=line)
