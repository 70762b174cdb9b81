"""A statement as the driver takes it: what is carried out again and again is made ready once.

SQLAlchemy looks for a statement among those it has compiled, and makes a context and a result for
each: that takes longer than a server needs to carry it out.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias
from uuid import UUID
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Dialect, Engine
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.exc import DBAPIError, StatementError
from sqlalchemy.pool import PoolProxiedConnection
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.dml import UpdateBase

if TYPE_CHECKING:
    from db.statements import Finds, Values

Touched: TypeAlias = list[tuple[Any, ...]]
"""What a statement tells of each row that it has touched; of some it tells nothing."""

Spelt: TypeAlias = Callable[[Any], Any] | None

FIXED: Final = frozenset({UUID, datetime})
"""What is made of text in a file and never changes: the same few are read again and again."""

OFTEN: Final = 256
"""How many of them are known of a column."""

TOGETHER: Final = 500
"""Rows that a server sends at once."""


class ReadyStatement:
    """A statement whose values are given by name, as for SQLAlchemy."""

    def __init__(
        self, statement: Finds | UpdateBase, dialect: Dialect, columns: Sequence[str] | None = None
    ) -> None:
        compiled = statement.compile(dialect=dialect, column_keys=columns)
        assert isinstance(compiled, SQLCompiler), "of something that is carried out"
        self.text = str(compiled)
        self.is_whole = not (
            compiled.post_compile_params or compiled.insert_prefetch or compiled.update_prefetch
        )
        """Whether nothing of it is worked out when it is carried out."""
        self._dialect, self._types = dialect, [one.type for one in compiled._result_columns]
        self.names = tuple(one.keyname for one in compiled._result_columns)
        self._row = _row_of(self.names)
        self._read: list[tuple[int, Callable[[Any], Any]]] | None = None
        self._order = compiled.positiontup
        self._spelt: dict[str, Spelt] = {
            name: bind.type.dialect_impl(dialect).bind_processor(dialect)
            for name, bind in compiled.binds.items()
        }
        fixed = {name: one.value for name, one in compiled.binds.items() if not one.required}
        self._fixed = {name: self._as_sent(name, value) for name, value in fixed.items()}

    def on(self, line: PoolProxiedConnection, values: Values) -> DBAPICursor:
        """Carry it out; what it tells is there to be fetched."""
        return _carried_out(line, self.text, self._sent(values))

    def within(self, connection: Connection, values: Values) -> Touched:
        """Carry it out as a part of a transaction; what it tells of each row it touched."""
        with told_as_ever(connection.dialect, connection.connection):
            return touched(self.on(connection.connection, values))

    def found(self, connection: Connection, values: Values) -> list[Any]:
        """The rows that it finds, by the names of their columns and in their order."""
        with told_as_ever(connection.dialect, connection.connection):
            cursor = self.on(connection.connection, values)
            described = cursor.description
            rows = touched(cursor)
        if self._read is None:
            self._read = self._readers(described)
        make, read = self._row, self._read
        return [make(_as_read(row, read)) for row in rows]

    def _readers(self, described: Any) -> list[tuple[int, Callable[[Any], Any]]]:
        """What makes something else of what the driver gives: in which columns, and how."""
        made = (
            (one, one.dialect_impl(self._dialect).result_processor(self._dialect, column[1]))
            for one, column in zip(self._types, described, strict=True)
        )
        return [
            (place, lru_cache(OFTEN)(reads) if one.python_type in FIXED else reads)
            for place, (one, reads) in enumerate(made)
            if reads is not None
        ]

    def _sent(self, values: Values) -> Any:
        spelt = self._spelt
        try:
            named = {
                name: value if (spells := spelt[name]) is None else spells(value)
                for name, value in values.items()
            }
        except Exception as error:  # what no database takes, as SQLAlchemy tells of it
            raise StatementError(str(error), None, None, error, hide_parameters=True) from error
        named |= self._fixed
        return named if self._order is None else [named[name] for name in self._order]

    def _as_sent(self, name: str, value: Any) -> Any:
        spelt = self._spelt[name]
        return value if spelt is None else spelt(value)


def _row_of(names: Sequence[str]) -> Callable[[Sequence[Any]], Any]:
    """What makes a row of its cells, with a name for each as SQLAlchemy's rows have."""
    named: Any = namedtuple  # which wants to be told the names where they are written
    make: Callable[[Sequence[Any]], Any] = named("Found", names, rename=True)._make
    return make


def _as_read(row: tuple[Any, ...], read: list[tuple[int, Callable[[Any], Any]]]) -> Sequence[Any]:
    if not read:
        return row
    cells = list(row)
    for place, reads in read:
        cells[place] = reads(cells[place])
    return cells


_READY: Final[WeakKeyDictionary[Any, dict[Any, ReadyStatement | None]]] = WeakKeyDictionary()
"""The statements that were carried out before, by dialect and by what is given to them."""


def ready(
    dialect: Dialect, statement: Finds | UpdateBase, values: Values | None
) -> ReadyStatement | None:
    """A statement that is carried out once more, made ready; None for what may never come again,
    and for what is worked out each time.
    """
    known = _READY.get(statement)
    if known is None:
        _READY[statement] = {}
        return None
    given = tuple(values or ()) if isinstance(statement, UpdateBase) else ()
    kind = dialect.name, given
    if kind not in known:
        made = ReadyStatement(statement, dialect, given or None)
        known[kind] = made if made.is_whole else None
    return known[kind]


def prepared(statement: UpdateBase, dialect: Dialect) -> ReadyStatement:
    """The same of what is sure to come again, as an interviewer waits for it."""
    known = _READY.setdefault(statement, {})
    kind = dialect.name, ()  # a dialect itself belongs to one database, and would outlive it
    made = known.get(kind)
    if made is None:
        made = known[kind] = ReadyStatement(statement, dialect)
    return made


class FoundRows(NamedTuple):
    """Rows, and what their columns are called."""

    names: tuple[str, ...]
    rows: Sequence[Any]


def found_by(connection: Connection, statement: Finds, values: Values | None = None) -> FoundRows:
    """All that a statement finds, at once: a reader in the middle of a SELECT blocks writers."""
    if prepared := ready(connection.dialect, statement, values):
        return FoundRows(prepared.names, prepared.found(connection, values or {}))
    found = connection.execute(statement, values)
    return FoundRows(tuple(found.keys()), found.all())


def told(connection: Connection, text: str, sent: Sequence[Any] = ()) -> Touched:
    """What plain SQL tells, which needs nothing made ready, with what is sent in its places."""
    with told_as_ever(connection.dialect, connection.connection):
        return told_by(connection.connection, text, sent)


def told_by(line: PoolProxiedConnection, text: str, sent: Sequence[Any] = ()) -> Touched:
    """The same; what goes wrong is told in the driver's words."""
    return touched(_carried_out(line, text, sent))


@contextmanager
def streamed(connection: Connection, text: str) -> Iterator[Iterator[tuple[Any, ...]]]:
    """The same row by row: of what may be very much, a server sends more while some is read, and
    all of it is never here at once.

    Whoever stops half-way leaves the line as it was: else it could not even be given back.
    """
    line: Any = connection.connection
    with (
        told_as_ever(connection.dialect, line),
        closing(line.cursor()) as cursor,
        closing(_in_turn(cursor, text, connection.dialect)) as rows,
    ):
        yield rows


def _in_turn(cursor: Any, text: str, dialect: Dialect) -> Generator[tuple[Any, ...], None, None]:
    if dialect.name == "sqlite":
        yield from cursor.execute(text)
    else:
        driver: Any = dialect.loaded_dbapi  # an older library of the server's has each sent alone
        together = TOGETHER if driver.capabilities.has_stream_chunked() else 1
        yield from cursor.stream(text, size=together)


def _carried_out(line: PoolProxiedConnection, text: str, sent: Any) -> DBAPICursor:
    cursor = line.cursor()
    try:
        cursor.execute(text, sent)
    except BaseException:
        cursor.close()
        raise
    return cursor


def touched(cursor: DBAPICursor) -> Touched:
    """What it tells of each row; then it is over, for an open one would hold on to the file."""
    try:
        return list(cursor.fetchall()) if cursor.description else [()] * cursor.rowcount
    finally:
        cursor.close()


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
