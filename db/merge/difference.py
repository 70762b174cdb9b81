"""Bringing a database to what was joined: only rows that are otherwise are touched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Table, and_, delete, insert, update
from sqlmodel import Session

from db.merge.interview_versions import keys_of
from db.merge.joining import Joined
from db.merge.sides import Key, Rows, Side, from_data, last_changes, merged_tables
from db.statements import dialect_of, execute, once, table_of
from db.tables import MergedRow

MERGED: Final = table_of(MergedRow)

NUMBERS: Final = ("number", "seq")
"""Columns in which no two rows that belong together may have the same."""


@dataclass(frozen=True, slots=True)
class RowDifference:
    """The rows that are new, otherwise, and gone, by their table."""

    new: Rows
    changed: Rows
    gone: Rows

    @classmethod
    def between(cls, before: Rows, after: Rows) -> RowDifference:
        """What leads from the one to the other."""
        new: Rows = {}
        changed: Rows = {}
        gone: Rows = {}
        for table, was in before.items():
            now = after[table]
            new[table] = {key: row for key, row in now.items() if key not in was}
            changed[table] = {key: row for key, row in now.items() if was.get(key, row) != row}
            gone[table] = {key: row for key, row in was.items() if key not in now}
        return cls(new, changed, gone)

    @property
    def keys(self) -> Iterator[Key]:
        """Every row that is touched."""
        for some in (self.new, self.changed, self.gone):
            yield from keys_of(some)

    @property
    def anything(self) -> bool:
        """Whether the databases differ at all."""
        return any(self.keys)


def bring_to(session: Session, mine: Side, joined: Joined, difference: RowDifference) -> None:
    """Store what is different, and when each row of it was changed where it comes from."""
    tables = list(merged_tables())
    connection = session.connection()
    for table in reversed(tables):
        for row in difference.gone[table.name].values():
            connection.execute(delete(table).where(_is(table, from_data(table, row))))
    for table in tables:
        _make_room(session, table, mine, difference)
    for table in tables:
        rows = [from_data(table, row) for row in difference.new[table.name].values()]
        if rows:
            connection.execute(insert(table), rows)
    for table in tables:
        for row in difference.changed[table.name].values():
            now = from_data(table, row)
            connection.execute(update(table).where(_is(table, now)).values(now))
    _note_moments(session, mine, joined, difference)


def _make_room(session: Session, table: Table, mine: Side, difference: RowDifference) -> None:
    """What of a row must be alone is taken from it, before another one gets it."""
    for key, row in difference.changed[table.name].items():
        was = mine.rows[table.name][key]
        here = _is(table, from_data(table, row))
        for name in NUMBERS:
            if name in row and row[name] != was[name]:
                execute(session, update(table).where(here).values({name: -row[name]}))
        if table.name == "appointment" and row["closed_at"] is not None and not was["closed_at"]:
            closed = from_data(table, row)
            now = {name: closed[name] for name in ("closed_at", "closed_how")}
            execute(session, update(table).where(here).values(now))


def _is(table: Table, row: dict[str, Any]) -> ColumnElement[bool]:
    return and_(*(column == row[column.name] for column in table.primary_key))


def _note_moments(session: Session, mine: Side, joined: Joined, difference: RowDifference) -> None:
    """What was touched here alone, as numbers and what is erased, has not been changed by anybody
    since: in the next file it is as old as it was.
    """
    touched = frozenset(difference.keys)
    others = [
        key
        for key, moment in joined.moments.items()
        if key in touched or moment != _known(mine, key)
    ]
    if not others:
        return
    if dialect_of(session) == "postgresql":  # the trail is written there when all is done
        session.connection().exec_driver_sql("SET CONSTRAINTS ALL IMMEDIATE")
        session.connection().exec_driver_sql("SET CONSTRAINTS ALL DEFERRED")
    last = last_changes(session)
    rows = list(_moments(joined, last, others))
    for row in rows:
        named = (MERGED.c.table_name == row["table_name"]) & (MERGED.c.row == row["row"])
        execute(session, delete(MERGED).where(named))
    session.connection().execute(once(dialect_of(session), MergedRow), rows)


def _known(mine: Side, key: Key) -> str:
    return mine.gone.get(key) or mine.moment(key)


def _moments(joined: Joined, last: Any, keys: list[Key]) -> Iterator[dict[str, object]]:
    for key in keys:
        number, *_ = last.get(key, (0,))
        moment = {"at": joined.moments[key], "number": number}
        yield {"table_name": key[0], "row": key[1], **moment}
