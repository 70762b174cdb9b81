"""Backups of a database file: made while it is in use, opened and checked before they count.

A copy of the bytes can be of two moments at once; SQLite itself copies page by page of one moment.
Fourteen are kept in a folder beside the database: one of each day, and one before each migration.
"""

from __future__ import annotations

import os
import re
import sqlite3
import sys
from contextlib import closing, suppress
from datetime import UTC, date, datetime
from glob import escape
from pathlib import Path
from typing import Final

from db import permissions
from db.backup_places import are_closed, draft_of, folder_of, place_of, remove_half_made
from db.exports.placing import keep_names
from db.marks import APPLICATION_ID
from db.problems import BackupExists, FileInUse, NotABackup, NotBackedUp
from db.sqlite import BUSY_SECONDS, remove
from db.trail.chain import Head, Verb

KEPT: Final = 14
"""So many backups are kept: two weeks of days in which somebody calls."""

LONGEST: Final = 3600
"""Seconds that a copy may take: what is older was left by a program that was killed over it."""

JOURNAL: Final = "-journal"


def back_up(source: Path, target: Path) -> None:
    """A whole copy of the database, as it is at one moment, where nothing lies yet.

    Raises BackupExists and NotBackedUp.
    """
    if os.path.lexists(target):
        raise BackupExists(str(target))
    _put(_copied(source, target), target)


def check_backup(file: Path) -> None:
    """Open it, and look at every page of it. Raises NotABackup."""
    if not _is_whole(file):
        raise NotABackup(str(file))


def back_up_daily(database: Path, today: date) -> None:
    """The backup of a day, unless there is one. Raises NotBackedUp."""
    _keep(database, f"{today}")


def back_up_before(database: Path, version: str, today: date) -> None:
    """The backup before a migration to a version. Raises NotBackedUp."""
    _keep(database, f"{today}-before-{version}")


def backups(database: Path) -> tuple[Path, ...]:
    """Those that are kept, the newest first; none where we may not look."""
    if are_closed(database):
        return ()
    found = folder_of(database).glob(_named_after(database))
    return tuple(sorted(found, key=lambda file: file.stat().st_mtime, reverse=True))


def _named_after(database: Path) -> str:
    return f"{escape(database.stem)}-*{escape(database.suffix)}"


def last_good(database: Path) -> tuple[Path, datetime] | None:
    """The newest backup that is whole, and when it was made."""
    for file in filter(_is_whole, backups(database)):
        return file, datetime.fromtimestamp(file.stat().st_mtime, UTC)
    return None


def last_head(database: Path) -> Head | None:
    """The end of the trail in the newest whole backup; none where there is no such trail.

    Of one that was rewritten since, it is the end that it had as a backup.
    """
    found = last_good(database)
    return head_in(found[0]) if found else None


def head_in(file: Path) -> Head | None:
    """The same, of one file."""
    rewritten = "SELECT detail FROM trail WHERE verb = ? ORDER BY number LIMIT 1"
    ends = "SELECT number, hash FROM trail ORDER BY number DESC LIMIT 1"
    with closing(connect(file, "ro")) as opened, suppress(sqlite3.Error, ValueError):
        if row := opened.execute(rewritten, (Verb.rewritten,)).fetchone():
            return Head.read(row[0])
        row = opened.execute(ends).fetchone()
        return Head(*row) if row else None
    return None


def copies(database: Path) -> tuple[Path, ...]:
    """Every copy that we have made: the backups, and what was set aside for one of them.

    Where we may not look, the folder stands for what lies in it: nobody can read that copy either.
    """
    beside = database.parent.glob(_named_after(database))
    aside = (file for file in beside if _ASIDE.fullmatch(file.stem.removeprefix(database.stem)))
    closed = (folder_of(database),) if are_closed(database) else ()
    return (*backups(database), *sorted(aside, reverse=True), *closed)


_ASIDE: Final = re.compile(r"-\d{8}T\d{6}")
"""What is put behind the name of a database that is set aside."""


def restore(database: Path, backup: Path, now: datetime) -> Path | None:
    """Put a backup in the place of the database; where that lies now, if there was one.

    Nothing is thrown away.  Raises NotABackup, NotBackedUp, and FileInUse where Windows moves none
    that somebody has open.
    """
    check_backup(backup)
    draft = _copied(backup, database)
    try:
        aside = _set_aside(database, now)
    except OSError as error:
        draft.unlink(missing_ok=True)
        held = sys.platform == "win32" and isinstance(error, PermissionError)
        raise (FileInUse if held else NotBackedUp)(str(database)) from None
    try:
        _put(draft, database)
    except NotBackedUp:
        if aside is not None:
            _put_back(aside, database)
        raise
    return aside


# ── The files ────────────────────────────────────────────────────────────────────────────────────


def _keep(database: Path, name: str) -> None:
    folder, target = folder_of(database), place_of(database, name)
    if os.access(target, os.F_OK):
        return
    try:
        folder.mkdir(mode=permissions.FOLDER, exist_ok=True)
    except OSError:
        raise NotBackedUp(str(folder)) from None
    draft = _copied(database, target)
    try:
        _put(draft, target)
    except NotBackedUp:  # Windows puts nothing where another window has just put its own
        if not os.access(target, os.F_OK):
            raise
    remove_half_made(database, target.stat().st_mtime - LONGEST)
    for old in backups(database)[KEPT:]:
        with suppress(OSError):
            old.unlink()


def _copied(source: Path, target: Path) -> Path:
    """A whole copy beside the target, on the disk, for the owner's eyes only.

    Raises NotBackedUp; nothing is left then.
    """
    draft = draft_of(target)
    try:
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, permissions.FILE))
        with closing(connect(source, "rw")) as here, closing(connect(draft, "rw")) as there:
            here.backup(there)
        with draft.open("rb+") as copied:
            os.fsync(copied.fileno())
        if _is_whole(draft):
            return draft
    except (OSError, sqlite3.Error):
        pass
    with suppress(OSError):
        remove(draft)
    raise NotBackedUp(str(target))


def _put(draft: Path, target: Path) -> None:
    """The finished copy in its place."""
    try:
        draft.replace(target)
    except OSError:
        with suppress(OSError):
            draft.unlink()
        raise NotBackedUp(str(target)) from None
    keep_names(target.parent)


def _is_whole(file: Path) -> bool:
    """Whether it is one of our databases, and SQLite finds nothing wrong with any page."""
    try:
        with closing(connect(file, "ro")) as opened:
            mark = opened.execute("PRAGMA application_id").fetchone()
            found = opened.execute("PRAGMA integrity_check").fetchall()
    except (OSError, sqlite3.Error):
        return False
    return bool(mark == (APPLICATION_ID,) and found == [("ok",)])


def _set_aside(database: Path, now: datetime) -> Path | None:
    """What lies there, with the journal of a write that was cut short, which belongs to it."""
    if not database.exists():
        return None
    aside = database.with_name(f"{database.stem}-{now:%Y%m%dT%H%M%S}{database.suffix}")
    try:
        _move(database, aside, (JOURNAL, ""))
    except OSError:
        _put_back(aside, database)
        raise
    return aside


def _put_back(aside: Path, database: Path) -> None:
    """Where nothing else comes in its place, it lies there as before."""
    with suppress(OSError):
        _move(aside, database, ("", JOURNAL))


def _move(here: Path, there: Path, endings: tuple[str, str]) -> None:
    for ending in endings:
        file = here.with_name(here.name + ending)
        if file.exists():
            file.replace(there.with_name(there.name + ending))


def connect(file: Path, mode: str) -> sqlite3.Connection:
    """SQLite's own look at a file, which opens as no database of ours."""
    address = f"{file.absolute().as_uri()}?mode={mode}"
    return sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS)
