"""What was made for one test serves the next: compiled SQL and modules, and the newest tables."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Dialect, Engine, inspect
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.event import listen
from sqlalchemy.util import LRUCache

from db import upgrade

ROOM = 10_000
"""Statements; all of ours in all their shapes."""

ENGINES = (SQLiteDialect_pysqlite, PGDialect_psycopg)
"""Those of our databases; all servers of a run are of one version."""


def compile_modules_once() -> None:
    """From now on, in this process and those that it starts, where Python may write nothing.

    Else every program that a test starts would compile all that it imports, and so would every run.
    """
    if not sys.dont_write_bytecode:
        return
    folder = Path(__file__).parents[2] / ".pytest_cache" / "compiled"
    sys.dont_write_bytecode, sys.pycache_prefix = False, str(folder)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix


def migrate_once() -> None:
    """From now on, in this process, new SQLite databases are made as the first one had become.

    All migrations take seven tenths of a second.
    """
    migrate, made = upgrade.upgrade, list[tuple[str, tuple[Any, ...]]]()

    def migrated(connection: Connection, version: str | None, where: str) -> None:
        if version is not None or not isinstance(connection.dialect, SQLiteDialect_pysqlite):
            migrate(connection, version, where)
        elif not made:
            migrate(connection, version, where)
            made.extend(_statements(connection))
        else:
            for statement in made:
                connection.exec_driver_sql(*statement)

    upgrade.upgrade = migrated


def _statements(connection: Connection) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """What makes a database like this one: tables with their rows, indexes and triggers."""
    run = connection.exec_driver_sql
    for pragma in ("application_id", "user_version"):
        yield f"PRAGMA {pragma} = {run(f'PRAGMA {pragma}').scalar_one()}", ()
    schema = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND {} ORDER BY rowid"
    yield from ((sql, ()) for sql in run(schema.format("type = 'table'")).scalars())
    for table in inspect(connection).get_table_names():
        for row in run(f'SELECT * FROM "{table}"'):
            yield f'INSERT INTO "{table}" VALUES ({", ".join("?" * len(row))})', tuple(row)
    yield from ((sql, ()) for sql in run(schema.format("type <> 'table'")).scalars())


def compile_sql_once() -> None:
    """From now on, in this process, for every database: a fifth of a screen test's time.

    SQLAlchemy keeps what it has compiled with the engine, and every test opens a database of its
    own.
    """
    compiled: LRUCache[Any, Any] = LRUCache(ROOM)

    def share(connection: Connection) -> None:
        if isinstance(connection.dialect, ENGINES):
            connection.execution_options(compiled_cache=compiled)

    listen(Engine, "engine_connect", share)
    # What is compiled is looked up by the dialect, of which each engine has one.
    for dialect in ENGINES:
        dialect.__eq__ = _alike  # type: ignore[method-assign,assignment]
        dialect.__hash__ = _by_kind  # type: ignore[method-assign,assignment]


def _alike(self: Dialect, other: object) -> bool:
    return type(self) is type(other)


def _by_kind(self: Dialect) -> int:
    return hash(type(self))
