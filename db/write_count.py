"""How often a file has been written to: a copy that is older than what was acknowledged shows it.

Somebody, or a folder that is synchronised, can write an older copy over the file while we use it:
it is the same file to the system, and SQLite takes it for what it had written itself.  So the count
is looked at in the transaction of every write.  A server is nobody's file, and has no count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final, TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    Insert,
    Update,
    bindparam,
    column,
    select,
    table,
)
from sqlalchemy.sql.dml import UpdateBase
from sqlmodel import Session

from db.problems import FileOlder
from db.ready_statements import Touched, told
from db.statements import Finds, Values

Limited = TypeVar("Limited", Finds, Update)

TABLE: Final = "write_count"

_COUNTED_BY_ITSELF: Final = (
    ("answer_entry", "INSERT"),
    ("place", "INSERT"),
    ("survey_case", "UPDATE OF lease_token"),
)
"""What is done by a statement that is a transaction: the database counts it."""

_HERE = table(TABLE, column("value"))
_NOW = select(_HERE.c.value).scalar_subquery()
_ACKNOWLEDGED = "acknowledged"
_ONE_MORE: Final = f"UPDATE {TABLE} SET value = value + 1 RETURNING value"


def count_by_itself(connection: Connection) -> None:
    """Let the database count what is stored at every key.

    A migration that makes one of those tables anew takes this from it; so it is done after each.
    """
    if connection.dialect.name != "sqlite":
        return
    connection.exec_driver_sql(f"CREATE TABLE IF NOT EXISTS {TABLE} (value INTEGER NOT NULL)")
    connection.exec_driver_sql(
        f"INSERT INTO {TABLE} SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM {TABLE})"
    )
    for name, event in _COUNTED_BY_ITSELF:
        connection.exec_driver_sql(
            f"CREATE TRIGGER IF NOT EXISTS count_{name} BEFORE {event} ON {name} "
            f"BEGIN UPDATE {TABLE} SET value = value + 1; END"
        )


def unless_older(dialect: str, row: Limited) -> Limited:
    """The row of an INSERT … SELECT or an UPDATE, and none where the file is older than what we
    acknowledged."""
    return row.where(bindparam(_ACKNOWLEDGED) <= _NOW) if dialect == "sqlite" else row


def telling(dialect: str, change: Insert | Update, *tells: ColumnElement[Any]) -> UpdateBase:
    """The statement, telling of what it has touched, and last the count, where there is one."""
    told = (*tells, _NOW) if dialect == "sqlite" else tells
    return change.returning(*told) if told else change


class WriteCount:
    """What was acknowledged of one file."""

    def __init__(self, where: str) -> None:
        self._where = where
        self._acknowledged = 0

    @contextmanager
    def counting(self, session: Session, before_disk: Callable[[], None]) -> Iterator[None]:
        """Commit what the block writes, with one more on the count; where it writes nothing, do
        nothing.  Raises FileOlder.
        """
        connection = session.connection()
        before = _changes(connection)
        count = told(connection, _ONE_MORE)[0][0]
        if count <= self._acknowledged:
            raise FileOlder(self._where)
        yield
        if _changes(connection) == before + 1:  # the count alone is not worth a word to the disk
            session.rollback()
            return
        before_disk()
        session.commit()
        self._is_stored(count)

    def known(self, values: Values) -> Values:
        """The values of a statement that is `telling`, and has a row `unless_older`."""
        return {**values, _ACKNOWLEDGED: self._acknowledged}

    def told(self, rows: Touched, *, stored: bool) -> Touched:
        """What such a statement tells, without the count.

        Where it is `stored`, it is acknowledged; else it is so with the transaction it is part of.
        """
        for *_, count in rows if stored else ():
            self._is_stored(count)
        return [row[:-1] for row in rows]

    def _is_stored(self, count: int) -> None:
        self._acknowledged = max(self._acknowledged, count)


def _changes(connection: Connection) -> int:
    """How many rows were changed on this connection so far."""
    driver: Any = connection.connection.driver_connection
    changes: int = driver.total_changes
    return changes
