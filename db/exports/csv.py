"""Comma-separated files: for Norwegian Excel by default, plain ones for other programs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final, TextIO

from db.exports.files import new_files
from db.exports.sheets import Sheets
from db.exports.snapshot import Snapshot
from db.exports.writing import USUAL, Exported, Options, Progress, absolute, counted, export
from db.plain_sql import Looked
from db.versions import of_all_versions
from schemas.frame.frame import Frame
from schemas.language.phone import show_phone
from schemas.language.text import Language, Text
from schemas.surveys.survey import Survey


@dataclass(frozen=True, slots=True)
class Profile:
    """What the program that reads the files expects; they are all UTF-8.

    A `guarded` one is for a program that runs text as a formula.
    """

    mark: str
    separator: str
    decimal_sign: str
    line_end: str
    guarded: bool


EXCEL = Profile("\ufeff", ";", ",", "\r\n", guarded=True)
"""Norwegian Excel, on a double click; without the mark at the start it takes æøå for Latin-1."""

PLAIN = Profile("", ",", ".", "\n", guarded=False)
"""R, Python, and whoever else reads CSV as the rest of the world writes it.

Text stands as it was typed: somebody's own "-8" looks like the code there, and not in JSON.
"""

FORMULA = re.compile(r"'* *(?:[\t\r\n]|\s*[=+\-@＝＋－＠])")
"""Text that a spreadsheet would run, perhaps guarded already: another guard keeps the two apart."""

UNSAFE = re.compile(rf"{FORMULA.pattern}|[^;,\"\r\n]*+[;,\"\r\n]")
"""Text that cannot stand in a file as it is: what comes before such a sign is looked at once."""

SPECIAL = re.compile('[;,"\r\n]')
"""Quoted in every profile: the csv module before Python 3.13 leaves a lone CR bare."""


def safe(text: str) -> str:
    """`text` as a cell that no spreadsheet takes for a formula: an apostrophe goes before it."""
    return f"'{text}" if FORMULA.match(text) else text


def quoted(cell: str) -> str:
    """A cell as it stands in the file."""
    if SPECIAL.search(cell):
        return '"' + cell.replace('"', '""') + '"'
    return cell


def for_excel(phone: str) -> str:
    """A telephone number in groups, with 00 in front of a foreign one.

    >>> for_excel("+4769289123"), for_excel("+46850829000"), for_excel("02580")
    ('69 28 91 23', '0046 8 508 290 00', '025 80')
    """
    shown = show_phone(phone) if phone else ""
    in_groups = f"{shown[:3]} {shown[3:]}" if 4 < len(shown) < 7 else shown
    return re.sub(r"^\+", "00", in_groups)


SECONDS: Final = len("2015-03-04T12:03:04")
"""Characters of a moment without what says that it is in UTC."""


@dataclass(frozen=True, slots=True)
class CsvSpelling:
    """How values are written in a file; `language` matters only for labels."""

    profile: Profile
    labels: bool
    language: Language

    def words(self, text: str) -> str:
        """The text; for a spreadsheet so that it is taken for no formula."""
        if not self.profile.guarded:
            return quoted(text)
        return quoted(safe(text)) if UNSAFE.match(text) else text

    def phone(self, stored: str) -> str:
        """As it is stored; for Excel as it is read aloud: no formula, and no number that loses its
        zero."""
        return for_excel(stored) if self.profile.guarded else stored

    def number(self, number: int) -> str:
        """Bare, also where it is below zero: that is a missing code, and no formula."""
        return str(number)

    def decimal(self, number: str) -> str:
        """With the sign of those who read it; it is never the separator."""
        return number.replace(".", self.profile.decimal_sign)

    def figure(self, number: str) -> str:
        """As where only numbers stand."""
        return self.decimal(number)

    def code(self, slug: str, label: Text) -> str:
        """The slug, or what people call it."""
        return self.words(label.in_(self.language)) if self.labels else slug

    def moment(self, at: datetime) -> str:
        """ISO 8601, in UTC."""
        return at.isoformat("T", "seconds")[:SECONDS] + "Z"  # what is cut off is +00:00

    def stored_moment(self, at: str | None) -> str:
        """The same."""
        return at[:SECONDS].replace(" ", "T") + "Z" if at else ""

    def day(self, on: date) -> str:
        """ISO 8601."""
        return on.isoformat()

    def nothing(self) -> str:
        """An empty cell."""
        return ""


class CsvSheets(Sheets[str]):
    """The tables as text, for the program that reads them."""

    def __init__(
        self, survey: Survey, frame: Frame, spelling: CsvSpelling, *, contacts: bool
    ) -> None:
        super().__init__(survey, frame, spelling, contacts=contacts)
        self._profile = spelling.profile

    def paths(self, folder: Path) -> list[Path]:
        """Where the tables go: a file for each, named after it."""
        return [folder / f"{table.name}.csv" for table in self.all]

    def fill(
        self, files: Mapping[Path, TextIO], taken: Snapshot, progress: Progress | None
    ) -> list[Exported]:
        """Headings and rows into those files; how many rows each has."""
        write = {path.stem: file.write for path, file in files.items()}
        joined, end = self._profile.separator.join, self._profile.line_end
        for table in self.all:
            write[table.name](self._profile.mark + joined(table.header) + end)
        rows = dict.fromkeys(write, 0)
        for name, some in counted(self.portions(taken), taken, progress):
            write[name](end.join(map(joined, some)) + end)
            rows[name] += len(some)
        return [Exported(path, rows[path.stem]) for path in files]


def fill_rows(file: TextIO, rows: Iterable[Sequence[str]]) -> int:
    """A heading and rows of text, as Norwegian Excel expects them; how many below the heading."""
    file.write(EXCEL.mark)
    written = -1
    for row in rows:
        file.write(EXCEL.separator.join(quoted(safe(cell)) for cell in row) + EXCEL.line_end)
        written += 1
    return written


def write_rows(
    db: Looked, path: Path, rows: Iterable[Sequence[str]], *, force: bool = False
) -> Exported:
    """One file with a heading and rows of text; whole, or not at all. Raises ExportProblem."""
    path = absolute(path)
    with new_files([path], force=force, database=db.file) as (file,):
        written = fill_rows(file, rows)
    return Exported(path, written)


def write_csv(
    db: Looked,
    folder: Path,
    *,
    labels: bool = False,
    plain: bool = False,
    language: Language = "nb",
    options: Options = USUAL,
) -> list[Exported]:
    """Write one file for each table into `folder`: all of them, or none.

    Raises `ExportProblem` for the files, `DatabaseProblem` for the database.
    """
    folder = absolute(folder)
    spelling = CsvSpelling(PLAIN if plain else EXCEL, labels, language)
    sheets = CsvSheets(of_all_versions(db), db.frame, spelling, contacts=options.contacts)
    paths = sheets.paths(folder)
    with export(db, paths, options) as (files, taken):
        return sheets.fill(dict(zip(paths, files, strict=True)), taken, options.progress)
