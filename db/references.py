"""Whether all that rows refer to is there: looked at when a database is brought up to date.

SQLite does not look while tables are made anew, and a server must not before the units and
codebooks of an older database are there.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, ForeignKey, inspect, select

from db.problems import Orphaned
from db.statements import Finds
from db.tables import Row


def require_references(connection: Connection, where: str) -> None:
    """Raise Orphaned where a row refers to something that is not there."""
    for key in _foreign_keys():
        orphan = connection.execute(_orphans(key)).scalar()
        if orphan is not None:
            raise Orphaned(where, str(key.parent), str(orphan), key.column.table.name)


def enforce_references(connection: Connection) -> None:
    """Have a server look from here on at the references that no migration could give it."""
    if connection.dialect.name != "postgresql":
        return
    ask = inspect(connection)
    known = {one["name"] for keys in ask.get_multi_foreign_keys().values() for one in keys}
    for key in _foreign_keys():
        table, column, other = key.parent.table.name, key.parent.name, key.column.table.name
        name = f"fk_{table}_{column}_{other}"
        if name not in known:
            connection.exec_driver_sql(
                f"ALTER TABLE {table} ADD CONSTRAINT {name}"
                f" FOREIGN KEY ({column}) REFERENCES {other} ({key.column.name})"
            )


def _foreign_keys() -> Iterator[ForeignKey]:
    for table in Row.metadata.sorted_tables:
        yield from sorted(table.foreign_keys, key=lambda one: one.parent.name)


def _orphans(key: ForeignKey) -> Finds:
    other = key.column.table.alias("other")
    there = select(other).where(other.c[key.column.name] == key.parent).exists()
    return select(key.parent).where(key.parent.is_not(None), ~there).limit(1)
