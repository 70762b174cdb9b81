"""A statement as the driver takes it: what is carried out at every key is made ready once.

SQLAlchemy looks for a statement among those it has compiled, and makes a context and a result for
each: that takes longer than a server needs to carry it out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias

from sqlalchemy import Connection, Dialect, Engine
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.exc import DBAPIError, StatementError
from sqlalchemy.pool import PoolProxiedConnection
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.dml import UpdateBase

from db.statements import Values

Touched: TypeAlias = list[tuple[Any, ...]]
"""What a statement tells of each row that it has touched; of some it tells nothing."""

Spelt: TypeAlias = Callable[[Any], Any] | None


class ReadyStatement:
    """A statement whose values are given by name, as for SQLAlchemy."""

    def __init__(self, statement: UpdateBase, dialect: Dialect) -> None:
        compiled = statement.compile(dialect=dialect)
        assert isinstance(compiled, SQLCompiler), "of something that is carried out"
        self.text = str(compiled)
        self._order = compiled.positiontup
        self._spelt: dict[str, Spelt] = {
            name: bind.type.dialect_impl(dialect).bind_processor(dialect)
            for name, bind in compiled.binds.items()
        }
        fixed = {name: one.value for name, one in compiled.binds.items() if not one.required}
        self._fixed = {name: self._as_sent(name, value) for name, value in fixed.items()}

    def on(self, line: PoolProxiedConnection, values: Values) -> DBAPICursor:
        """Carry it out; what it tells is there to be fetched."""
        cursor = line.cursor()
        try:
            cursor.execute(self.text, self._sent(values))
        except BaseException:
            cursor.close()
            raise
        return cursor

    def within(self, connection: Connection, values: Values) -> Touched:
        """Carry it out as a part of a transaction; what it tells of each row it touched."""
        with told_as_ever(connection.dialect, connection.connection):
            return touched(self.on(connection.connection, values))

    def _sent(self, values: Values) -> Any:
        try:
            named = {name: self._as_sent(name, value) for name, value in values.items()}
        except Exception as error:  # what no database takes, as SQLAlchemy tells of it
            raise StatementError(str(error), None, None, error, hide_parameters=True) from error
        named |= self._fixed
        return named if self._order is None else [named[name] for name in self._order]

    def _as_sent(self, name: str, value: Any) -> Any:
        spelt = self._spelt[name]
        return value if spelt is None else spelt(value)


def touched(cursor: DBAPICursor) -> Touched:
    """What it tells of each row; then it is over, for an open one would hold on to the file."""
    try:
        rows = cursor.fetchall() if cursor.description else [()] * cursor.rowcount
    finally:
        cursor.close()
    return [tuple(row) for row in rows]


@contextmanager
def line_of(engine: Engine) -> Iterator[PoolProxiedConnection]:
    """A connection for what is a transaction by itself; after an error nobody uses it again."""
    with told_as_ever(engine.dialect, None):
        line = engine.raw_connection()
    try:
        with told_as_ever(engine.dialect, line):
            yield line
    except BaseException as error:
        line.invalidate(error)
        raise
    finally:
        line.close()


@contextmanager
def told_as_ever(dialect: Dialect, line: PoolProxiedConnection | None) -> Iterator[None]:
    """What goes wrong in the driver, in SQLAlchemy's words; without a line, while there is none."""
    try:
        yield
    except dialect.loaded_dbapi.Error as error:
        lost = dialect.is_disconnect(error, line, None)
        raise DBAPIError(
            None, None, error, hide_parameters=True, connection_invalidated=lost
        ) from error
