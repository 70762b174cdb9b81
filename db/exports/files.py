"""Several new files in one folder: all of them whole, or none of them there.

Each is written under another name beside its place and flushed to the disk; when the last one is
whole, they are put in their places, as `db.exports.placing` does. For the owner's eyes only.
"""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, NamedTuple, TextIO

from db.exports.placing import finish_placing, put_in_place
from db.exports.problems import (
    FileExists,
    FileIsDatabase,
    FileIsLink,
    NotAFile,
    NotAFolder,
    problem_of,
)

BESIDE_DATABASE = ("", "-journal", "-wal", "-shm")
"""SQLite's own files; to write over its journal is to destroy the database, too."""

SQLITE: Final = b"SQLite format 3\0"
"""What every database of that kind begins with: ours, and other people's."""


class Draft(NamedTuple):
    """A file on its way to `target`."""

    target: Path
    path: Path
    file: TextIO


@contextmanager
def new_files(
    targets: Sequence[Path], *, force: bool, database: Path | None
) -> Iterator[list[TextIO]]:
    """Files of one folder to write, and in their places when the block is left without an error.

    They are UTF-8. `force` replaces files that are there. Nothing replaces a link, or the database.
    Raises ExportProblem.
    """
    folder = targets[0].parent
    made: list[Path] = []
    drafts: list[Draft] = []
    try:
        _make(folder, made)
        finish_placing(folder)
        _refuse(targets, force, database)
        for target in targets:
            drafts.append(_begin(target))
        yield [draft.file for draft in drafts]
        _finish(drafts)
        _refuse(targets, force, database)  # it may have taken minutes
        put_in_place({draft.path: draft.target for draft in drafts})
    except BaseException as error:
        _clean_up(drafts, made)
        if isinstance(error, OSError):
            raise problem_of(error, folder) from None
        raise


# ── What may be written ──────────────────────────────────────────────────────────────────────────


def _make(folder: Path, made: list[Path]) -> None:
    """The folder, with those above it; the new ones are noted in `made`, the outermost first."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    for place in reversed(missing):
        place.mkdir(mode=0o700)
        made.append(place)
    if not folder.is_dir():
        raise NotAFolder(folder)


def _refuse(targets: Sequence[Path], force: bool, database: Path | None) -> None:
    beside = (
        [database.with_name(database.name + end) for end in BESIDE_DATABASE] if database else []
    )
    files = [Path(os.path.realpath(file)) for file in beside]
    for target in targets:
        _refuse_one(target, force, files)


def _refuse_one(target: Path, force: bool, files: Sequence[Path]) -> None:
    if _is_database(target, files):
        raise FileIsDatabase(target)
    try:
        mode = target.lstat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISLNK(mode):
        raise FileIsLink(target)
    if not stat.S_ISREG(mode):
        raise NotAFile(target)
    if not force:
        raise FileExists(target)


def _is_database(target: Path, files: Sequence[Path]) -> bool:
    """Whether it is one of our database's `files`, by whatever name, or any other database."""
    if Path(os.path.realpath(target)) in files:
        return True
    if target.exists() and any(file.exists() and file.samefile(target) for file in files):
        return True
    return any(_is_sqlite(database) for database in _whose(target))


def _whose(target: Path) -> Iterator[Path]:
    """The databases that a file of this name may belong to."""
    for ending in BESIDE_DATABASE:
        if target.name.endswith(ending) and target.name != ending:
            yield target.with_name(target.name.removesuffix(ending))


def _is_sqlite(file: Path) -> bool:
    if not file.is_file():  # a pipe would never be read to its end
        return False
    try:
        with file.open("rb") as opened:
            return opened.read(len(SQLITE)) == SQLITE
    except OSError:
        return False


# ── Writing ──────────────────────────────────────────────────────────────────────────────────────


def _begin(target: Path) -> Draft:
    handle, path = tempfile.mkstemp(".tmp", f".{target.stem}-", target.parent)
    return Draft(target, Path(path), os.fdopen(handle, "w", encoding="utf-8", newline=""))


def _finish(drafts: Sequence[Draft]) -> None:
    """On the disk, not only on its way there."""
    for draft in drafts:
        draft.file.flush()
        os.fsync(draft.file.fileno())
        draft.file.close()


def _clean_up(drafts: Sequence[Draft], made: Sequence[Path]) -> None:
    """Nothing of ours stays: no half file, no empty folder."""
    for draft in drafts:
        with suppress(OSError):  # closing flushes, and the disk may be full
            draft.file.close()
        with suppress(OSError):
            draft.path.unlink(missing_ok=True)
    for folder in reversed(made):
        with suppress(OSError):
            folder.rmdir()
