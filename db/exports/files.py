"""Several new files in one folder: all of them whole, or none of them there.

Each is written under another name beside its place, flushed to the disk, and renamed; the renaming
waits until the last file is whole. They are for the owner's eyes only.
"""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO
from uuid import uuid4

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


@dataclass(frozen=True, slots=True)
class Draft:
    """A file on its way to `target`."""

    target: Path
    path: Path
    file: TextIO


@contextmanager
def new_files(
    targets: Sequence[Path], *, encoding: str, force: bool, database: Path
) -> Iterator[list[TextIO]]:
    """Files of one folder to write, and in their places when the block is left without an error.

    `force` replaces files that are there. Nothing replaces a link, or the database.
    Raises ExportProblem.
    """
    folder = targets[0].parent
    made: list[Path] = []
    drafts: list[Draft] = []
    try:
        _make(folder, made)
        _refuse(targets, force, database)
        for target in targets:
            drafts.append(_begin(target, encoding))
        yield [draft.file for draft in drafts]
        _finish(drafts)
        _refuse(targets, force, database)  # it may have taken minutes
        _put_in_place(drafts)
        _keep(folder)
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


def _refuse(targets: Sequence[Path], force: bool, database: Path) -> None:
    for target in targets:
        _refuse_one(target, force, database)


def _refuse_one(target: Path, force: bool, database: Path) -> None:
    if _is_database(target, database):
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


def _is_database(target: Path, database: Path) -> bool:
    """Whether it is a file of the database: by name, or by another name for the same file."""
    files = [database.with_name(database.name + ending) for ending in BESIDE_DATABASE]
    if target.resolve() in [file.resolve() for file in files]:
        return True
    return target.exists() and any(file.exists() and file.samefile(target) for file in files)


# ── Writing ──────────────────────────────────────────────────────────────────────────────────────


def _begin(target: Path, encoding: str) -> Draft:
    handle, path = tempfile.mkstemp(".tmp", f".{target.stem}-", target.parent)
    return Draft(target, Path(path), os.fdopen(handle, "w", encoding=encoding, newline=""))


def _finish(drafts: Sequence[Draft]) -> None:
    """On the disk, not only on its way there."""
    for draft in drafts:
        draft.file.flush()
        os.fsync(draft.file.fileno())
        draft.file.close()


def _put_in_place(drafts: Sequence[Draft]) -> None:
    """Rename them all; when one cannot be, everything is as it was."""
    placed: list[tuple[Path, Path | None]] = []
    try:
        for draft in drafts:
            placed.append((draft.target, _set_aside(draft.target)))
            draft.path.replace(draft.target)
    except BaseException:
        _take_back(placed)
        raise
    for _, earlier in placed:
        if earlier:
            with suppress(OSError):  # the new files are in their places: that is what counts
                earlier.unlink()


def _set_aside(target: Path) -> Path | None:
    """What lay there before, under another name until all is well."""
    if not target.exists():
        return None
    earlier = target.with_name(f".{target.stem}-{uuid4().hex}.old")
    target.rename(earlier)
    return earlier


def _take_back(placed: Sequence[tuple[Path, Path | None]]) -> None:
    for target, earlier in placed:
        if earlier:
            earlier.replace(target)
        else:
            target.unlink(missing_ok=True)


def _keep(folder: Path) -> None:
    """The new names, too, survive a power cut, where the system can promise that of a folder."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


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
