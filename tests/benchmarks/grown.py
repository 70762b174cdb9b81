"""A practice database, and larger ones made of it: every finished case, copied with other ids.

They are made once in a run.  What is copied is what the program itself has stored, so that each
copy is as long, as odd and as full of remarks as the one that it was made of.
"""

import atexit
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from db.open_database import open_database
from interviewer.practice.season import play

STORIES: Final = 12
"""Finished interviews that are played; larger databases are copies of these."""

ROOM: Final = 1_000_000
"""Kilobytes of a database that are kept while it grows: every id has its place somewhere else."""

TABLES: Final = (
    ("unit", "id"),
    ("survey_case", "unit_id"),
    ("contact_point", "case_id"),
    ("call_attempt", "case_id"),
    ("redirect", "case_id"),
    ("interview", "case_id"),
    ("answer_entry", "interview_id"),
    ("person_answer", "interview_id"),
    ("check_confirmation", "interview_id"),
    ("revision", "interview_id"),
    ("person_revision", "interview_id"),
)
"""What a finished case lies in, and the column that says whose a row is; parents first."""

FINISHED: Final = """
SELECT unit_id FROM survey_case
  JOIN interview ON case_id = survey_case.id WHERE NOT interview.open ORDER BY unit_id
"""

Rows = list[tuple[Any, ...]]


@cache
def grown(interviews: int) -> Path:
    """A database with so many finished interviews: a multiple of the played ones."""
    path = _folder() / f"interviews-{interviews}.sqlite"
    shutil.copy(_played(), path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA cache_size = -{ROOM}")
        cases = list(_cases(connection))
        for copy in range(1, interviews // STORIES):
            for case in cases:
                _copy(connection, case, copy)
        connection.commit()
    open_database(path, create=False, durable=False).close()  # which sums up the copies
    return path


@cache
def _played() -> Path:
    path = _folder() / "played.sqlite"
    with closing(open_database(path, create=True, durable=False)) as database:
        play(database, STORIES, seed=2015)
    return path


@cache
def _folder() -> Path:
    """Beside the checkout's files, and gone when the run ends."""
    made = TemporaryDirectory(prefix=".benchmark-", dir=Path.cwd())
    atexit.register(made.cleanup)
    return Path(made.name)


def _cases(connection: sqlite3.Connection) -> Iterator[list[tuple[str, Rows]]]:
    """Every finished case: of each table the rows that are its own."""
    for (unit,) in connection.execute(FINISHED).fetchall():
        known, case = [unit], []
        for table, whose in TABLES:
            marks = ", ".join("?" * len(known))
            found = f"SELECT * FROM {table} WHERE {whose} IN ({marks})"
            rows = connection.execute(found, known).fetchall()
            case.append((table, rows))
            if table in ("survey_case", "interview"):
                known += [row[0] for row in rows]
        yield case


def _copy(connection: sqlite3.Connection, case: Sequence[tuple[str, Rows]], copy: int) -> None:
    ids = {row[0]: _other(row[0], copy) for table, rows in case[1:] for row in rows}
    (unit,) = case[0][1]
    ids[unit[0]] = f"{copy:06d}{unit[0]}"
    for table, rows in case:
        for row in rows[:1]:
            marks = ", ".join("?" * len(row))
            copies = ([ids.get(value, value) for value in row] for row in rows)
            connection.executemany(f"INSERT INTO {table} VALUES ({marks})", copies)


def _other(id: str, copy: int) -> str:
    """Another id for each copy, and never the one of the row itself."""
    return f"{int(id[:4], 16) ^ copy:04x}{id[4:]}"
