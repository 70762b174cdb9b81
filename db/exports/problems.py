"""Everything that can go wrong with writing an export, each with a code and one sentence to show.

    ExportProblem
    ├── FileExists        EXPORT-EXISTS      there is a file, and nobody said to replace it
    ├── FileIsLink        EXPORT-LINK        the file's name is a link to somewhere else
    ├── FileIsDatabase    EXPORT-DATABASE    the file is a database, ours or another
    ├── NotAFile          EXPORT-NOT-FILE    something that is no file has the name
    ├── NotAFolder        EXPORT-FOLDER      the place is no folder, and cannot become one
    ├── NameTooLong       EXPORT-NAME        a longer name than the disk takes
    ├── NotAllowed        EXPORT-PERMISSION  we may not write there
    ├── NoRoom            EXPORT-FULL        the disk is full
    ├── CellTooLong       EXPORT-LONG        a text is longer than the format has room for
    ├── TooManyRows       EXPORT-ROWS        a table has more rows than the format has room for
    ├── NoSuchTable       EXPORT-TABLE       the survey has no table of that name
    ├── NotInstalled      EXPORT-EXTRA       the package that writes this kind of file is missing
    └── NotWritten        EXPORT-DISK        anything else the disk says

None of the files is left behind when one of these is raised.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from schemas.language import Explained


class ExportProblem(Explained):
    """Nothing was exported; `str()` is a whole Norwegian sentence, `code` is stable."""

    code = "EXPORT"
    sentence: ClassVar[str] = "Ingenting er eksportert."

    def __init__(self, where: Path) -> None:
        self.where = where
        super().__init__(self.sentence.format(where=where))


class FileExists(ExportProblem):
    """There is a file already."""

    code = "EXPORT-EXISTS"
    sentence = (
        "{where} finnes fra før, og ingenting er eksportert. Velg en annen mappe, eller bruk "
        "--force for å skrive over."
    )


class FileIsLink(ExportProblem):
    """The target is a link, which is not followed, not even with force."""

    code = "EXPORT-LINK"
    sentence = (
        "{where} er en lenke til et annet sted, og ingenting er eksportert. Fjern lenken, eller "
        "velg en annen mappe."
    )


class FileIsDatabase(ExportProblem):
    """The target is a database, which an export never replaces."""

    code = "EXPORT-DATABASE"
    sentence = (
        "{where} er en database, så ingenting er eksportert. Velg en annen mappe å eksportere til."
    )


class NotAFile(ExportProblem):
    """The target is a folder, a device or a pipe."""

    code = "EXPORT-NOT-FILE"
    sentence = "{where} er ikke en vanlig fil, og ingenting er eksportert. Velg en annen mappe."


class NotAFolder(ExportProblem):
    """A part of the target's path is no folder."""

    code = "EXPORT-FOLDER"
    sentence = "{where} er ikke en mappe, og ingenting er eksportert. Oppgi en mappe."


class NameTooLong(ExportProblem):
    """A part of the target's path, or all of it, is longer than the system takes."""

    code = "EXPORT-NAME"
    sentence = (
        "Navnet {where} er for langt, og ingenting er eksportert. Oppgi en mappe og en fil med "
        "kortere navn."
    )


class NotAllowed(ExportProblem):
    """No permission, or the file is open in a program that locks it."""

    code = "EXPORT-PERMISSION"
    sentence = (
        "Fikk ikke skrive i {where}, og ingenting er eksportert. Lukk filene hvis de er åpne i et "
        "annet program, eller velg en annen mappe."
    )


class NoRoom(ExportProblem):
    """The disk is full."""

    code = "EXPORT-FULL"
    sentence = (
        "Det er ikke plass til eksporten i {where}, og ingenting er eksportert. Frigjør plass, "
        "eller velg en annen mappe."
    )


class NotWritten(ExportProblem):
    """The disk failed while it was written to: a loose cable, a network drive that went away."""

    code = "EXPORT-DISK"
    sentence = (
        "Disken svarte ikke som den skal da det ble skrevet i {where}, og ingenting er eksportert. "
        "Prøv igjen, eller velg en annen mappe."
    )


class CellTooLong(ExportProblem):
    """A cell that the format would have cut: told instead, with where it is and how long."""

    code = "EXPORT-LONG"
    sentence = (
        "{where} har plass til {most} tegn i en celle, men {column} i {unit} ({table}) er "
        "{count}, så ingenting er eksportert. Kort teksten ned, eller eksporter til CSV eller JSON."
    )

    def __init__(
        self, where: str, *, table: str, column: str, unit: str, count: int, most: int
    ) -> None:
        self.where = Path(where)
        told = {"table": table, "column": column, "unit": unit, "count": count, "most": most}
        Exception.__init__(self, self.sentence.format(where=where, **told))


class TooManyRows(ExportProblem):
    """Rows that the format would have left out."""

    code = "EXPORT-ROWS"
    sentence = (
        "{where} har plass til {most} rader i et ark, og {table} har flere, så ingenting er "
        "eksportert. Eksporter til CSV eller JSON."
    )

    def __init__(self, where: str, *, table: str, most: int) -> None:
        self.where = Path(where)
        Exception.__init__(self, self.sentence.format(where=where, table=table, most=most))


class NotInstalled(ExportProblem):
    """The format needs a package that not everybody wants to install."""

    code = "EXPORT-EXTRA"
    sentence = (
        "Dette formatet trenger {package}, som ikke er installert, og ingenting er eksportert. "
        "Installer med «pip install 'ringerunde[{extra}]'»."
    )

    def __init__(self, package: str, extra: str) -> None:
        self.package = package
        Exception.__init__(self, self.sentence.format(package=package, extra=extra))


PROBLEMS: dict[int | None, type[ExportProblem]] = {
    errno.EACCES: NotAllowed,
    errno.EPERM: NotAllowed,
    errno.EROFS: NotAllowed,
    errno.ENOSPC: NoRoom,
    errno.EDQUOT: NoRoom,
    errno.EFBIG: NoRoom,
    errno.ENOTDIR: NotAFolder,
    errno.ENOENT: NotAFolder,  # what Windows says where a file stands further up
    errno.EEXIST: NotAFolder,
    errno.ENAMETOOLONG: NameTooLong,
}


def problem_of(error: OSError, where: Path) -> ExportProblem:
    """What the operating system said, in our words."""
    return PROBLEMS.get(error.errno, NotWritten)(where)


class NoSuchTable(ExportProblem):
    """Only interviews and the rosters of the questionnaire are written as one table."""

    code = "EXPORT-TABLE"
    sentence = (
        "Det finnes ingen tabell som heter «{where}», og ingenting er eksportert. Velg {tables}."
    )

    def __init__(self, name: str, tables: Iterable[str]) -> None:
        self.where = Path(name)
        Exception.__init__(self, self.sentence.format(where=name, tables=", ".join(tables)))
