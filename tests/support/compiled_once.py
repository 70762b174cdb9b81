"""What was compiled for one test serves the next: SQL, and Python's modules."""

import os
import sys
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.event import listen
from sqlalchemy.util import LRUCache

ROOM = 5_000
"""Statements; all of ours in all their shapes."""


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


def compile_sql_once() -> None:
    """From now on, in this process, for every SQLite database: a fifth of a screen test's time.

    SQLAlchemy keeps what it has compiled with the engine, and every test opens a database of its
    own.
    """
    compiled: LRUCache[Any, Any] = LRUCache(ROOM)

    def share(connection: Connection) -> None:
        if isinstance(connection.dialect, SQLiteDialect_pysqlite):
            connection.execution_options(compiled_cache=compiled)

    listen(Engine, "engine_connect", share)
    # What is compiled is looked up by the dialect, of which each engine has one.
    SQLiteDialect_pysqlite.__eq__ = _alike  # type: ignore[method-assign,assignment]
    SQLiteDialect_pysqlite.__hash__ = _by_kind  # type: ignore[method-assign,assignment]


def _alike(self: SQLiteDialect_pysqlite, other: object) -> bool:
    return type(self) is type(other)


def _by_kind(self: SQLiteDialect_pysqlite) -> int:
    return hash(type(self))
