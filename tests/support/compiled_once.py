"""What was worked out for one test serves the next: SQL and codebooks."""

from functools import cache
from typing import Any

from sqlalchemy import Connection, Dialect, Engine
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.event import listen
from sqlalchemy.util import LRUCache

from db import codebooks
from schemas.surveys import versions

ROOM = 10_000
"""Statements; all of ours in all their shapes."""

ENGINES = (SQLiteDialect_pysqlite, PGDialect_psycopg)
"""Those of our databases; all servers of a run are of one version."""


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


def tell_codebooks_once() -> None:
    """From now on, in this process: every test's database keeps that of today beside its answers,
    and to write it out takes longer than most else that is done in a call.
    """
    codebooks.today = cache(versions.today)  # type: ignore[attr-defined]


def _alike(self: Dialect, other: object) -> bool:
    return type(self) is type(other)


def _by_kind(self: Dialect) -> int:
    return hash(type(self))
