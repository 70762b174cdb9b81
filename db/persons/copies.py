"""The copies that we have made of a database, in which whoever was erased still stands: which they
are, and how they are deleted or written anew without her.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from sqlmodel import Session

from db.backup import back_up, check_backup, connect, copies, head_in
from db.backup_places import DRAFT
from db.database import Database
from db.open_database import open_database
from db.people import NOWHERE
from db.persons.worded import NOBODY
from db.problems import NotABackup, NotBackedUp, NotErasedThere, NotSaved, told_of
from db.records import Interviewer
from db.rows import row_of
from db.statements import insert_once, table_of
from db.tables import InterviewerRow
from db.trail.chain import Verb
from db.trail.trail import done, holds, note
from schemas.review.sought import Sought, leaves


def copies_of(db: Database) -> tuple[Path, ...]:
    """Every copy that we have made of a file: beside it, and where somebody asked for one."""
    return (*copies(db.file), *_put(db)[0]) if db.file else ()


def put_elsewhere(db: Database) -> list[Path]:
    """Copies that somebody asked for, and that do not lie where they were put any more."""
    return _put(db)[1]


def _put(db: Database) -> tuple[list[Path], list[Path]]:
    """Copies that somebody asked for, by whether they are there: what lies there may be another."""
    there: list[Path] = []
    gone: list[Path] = []
    with db.read() as session:
        for file in dict.fromkeys(Path(one.detail) for one in done(session, Verb.backup)):
            (there if file != db.file and _is_of(session, file) else gone).append(file)
    return there, gone


def _is_of(session: Session, file: Path) -> bool:
    """Whether a file is a copy of this database: its log is a part of ours."""
    with suppress(OSError, sqlite3.Error):
        head = head_in(file)
        return head is not None and holds(session, head)
    return False


def naming(db: Database, sought: Sought) -> tuple[Path, ...]:
    """The copies in which somebody is named, the newest first; and those that nobody can read."""
    return tuple(file for file in copies_of(db) if _names(file, sought))


def before_withdrawal(db: Database, case: UUID) -> tuple[Path, ...]:
    """The copies in which a respondent who has withdrawn stands as before, the newest first."""
    return tuple(file for file in copies_of(db) if _holds(file, case))


def delete(files: tuple[Path, ...]) -> None:
    """Delete copies. Raises NotErasedThere where one of them cannot be."""
    for file in files:
        with _told_as_left(file):
            file.unlink(missing_ok=True)


@contextmanager
def _told_as_left(file: Path) -> Iterator[None]:
    """Whatever hinders us, the database is without her by now, and this copy is not."""
    try:
        yield
    except (OSError, NotABackup, NotBackedUp, NotSaved):
        raise NotErasedThere(str(file)) from None


def rewrite(file: Path, like: Database, who: Interviewer, at: datetime, work: Work) -> None:
    """Write a copy anew after some work in it, which `who` signs: brought up to date, and whole.

    It is that or it stays as it was.  Raises NotErasedThere (also for NotABackup and NotBackedUp),
    BackupExists, CannotOpen, and what the work does.
    """
    draft = f".{file.name}."
    with _told_as_left(file), TemporaryDirectory(DRAFT, draft, file.parent) as folder:
        _rewritten(file, Path(folder) / file.name, like, who, at, work)


def _rewritten(
    file: Path, draft: Path, like: Database, who: Interviewer, at: datetime, work: Work
) -> None:
    made = file.stat()
    back_up(file, draft)
    head = head_in(draft)
    with told_of(file):
        copy = open_database(draft, create=False, survey=like.survey)
    with closing(copy):
        person = row_of(
            like.survey, InterviewerRow, id=who.id, name=who.name, seat=NOWHERE,
            seated_at=at, created_at=at,
        )  # fmt: skip
        with copy.write() as session:
            insert_once(session, person)
            note(session, Verb.rewritten, str(head or ""))
        work(copy)
        copy.rewrite_file()
    check_backup(draft)
    os.utime(draft, ns=(made.st_atime_ns, made.st_mtime_ns))
    draft.replace(file)


Work = Callable[[Database], Any]
"""What is done in a copy."""


def _names(file: Path, sought: Sought) -> bool:
    """Whether somebody is named there; of a file that cannot be read nobody knows."""
    try:
        with closing(connect(file, "ro")) as opened:
            return any(map(sought.is_in, _texts(opened)))
    except (OSError, sqlite3.Error):
        return True


def _texts(opened: sqlite3.Connection) -> Iterator[str]:
    """Every text in a file, whatever tables it has: it may be of an older program."""
    nobody = {table_of(one).name for one in NOBODY}
    tables = opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    for (name,) in tables:
        if name not in nobody:
            for row in opened.execute(f'SELECT * FROM "{name}"'):
                for cell in row:
                    if isinstance(cell, str):
                        yield from leaves(_read(cell))


def _read(cell: str) -> Any:
    """What is stored in a cell: JSON, or a text."""
    if cell[:1] in '{["':
        try:
            return json.loads(cell)
        except ValueError:
            return cell
    return cell


def _holds(file: Path, case: UUID) -> bool:
    """Whether the withdrawal is not in it; of a file that cannot be read nobody knows."""
    withdrew = "SELECT 1 FROM decision WHERE case_id = ? AND kind = 'withdrawn'"
    try:
        with closing(connect(file, "ro")) as opened:
            return opened.execute(withdrew, (case.hex,)).fetchone() is None
    except (OSError, sqlite3.Error):
        return True
