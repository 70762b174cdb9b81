"""Moving a whole database: from a file to a server, or back, with a count of every table.

The old one stays as it is.  The trail comes along, and its end says from where.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Table, func, insert, select
from sqlmodel import col

from db.addresses import is_address
from db.backup import JOURNAL
from db.database import Database
from db.exports.placing import keep_names
from db.open_database import open_database
from db.postgresql import drop_all
from db.problems import AlreadyThere, DatabaseProblem, InUse, NotTheSame, told_of
from db.sqlite import remove
from db.tables import CaseRow, HandedCaseRow, HandOutRow, Row, TrailRow
from db.trail.trail import Keys, examine, keep_trail, pause_trail

MOVED: Final = "flyttet fra"
"""How the trail begins to tell where a database lay before."""

AT_ONCE = 1000
"""Rows that are under way at a time."""


@dataclass(frozen=True, slots=True)
class MovedTable:
    """A table, how many rows it has, and what stands for all of them."""

    name: str
    rows: int
    checksum: str


def move(source: Database, place: str, now: datetime) -> tuple[MovedTable, ...]:
    """Make a database at another place with all that is in this one; every table of it.

    It is compared, row by row, before it counts: NotTheSame where anything differs.  Where that
    goes wrong, nothing is left there; on a server that went away meanwhile, an empty database, into
    which the next try moves.  Whoever may not read all of this one is told so before it begins.
    A file gets its name when all is in it: where this is killed, a draft is left beside it, which
    the next try makes anew.
    Raises InUse, and CannotOpen where the place will not do (AlreadyThere: nothing may lie there).
    """
    _require_idle(source, now)
    if is_address(place) or os.access(file := Path(place), os.F_OK):
        return _into(source, place)
    draft = file.with_name(f".{file.name}.tmp")
    with told_of(file):
        if os.access(draft, os.F_OK):
            remove(draft)
        moved = _into(source, str(draft))
    draft.with_name(f"{draft.name}{JOURNAL}").unlink(missing_ok=True)
    draft.replace(file)
    keep_names(file.parent)
    return moved


def _into(source: Database, place: str) -> tuple[MovedTable, ...]:
    with source.read() as session:
        here = session.connection()
        sent, doubted = _counted(here), examine(session).changed
        with closing(_made(source, place)) as target:
            try:
                return _moved(here, sent, doubted, target)
            except BaseException:
                _take_back(target)
                raise


def _made(source: Database, place: str) -> Database:
    """An empty database there."""
    try:
        return open_database(place, create=True, survey=source.survey, sample=source.frame)
    except AlreadyThere:
        if not is_address(place):
            raise
    left = open_database(place, create=False, survey=source.survey)
    with left.read() as session:
        if session.connection().execute(select(col(CaseRow.id)).limit(1)).first() is None:
            return left
    left.close()
    raise AlreadyThere(left.where)


def _take_back(target: Database) -> None:
    """Leave nothing where a database was to be."""
    if target.file is not None:
        target.close()
        remove(target.file)
        return
    with suppress(DatabaseProblem), target.fill() as there:
        drop_all(there)


def _require_idle(source: Database, now: datetime) -> None:
    """What was handed out is open in a file of its own, and comes back wherever this lies then."""
    away = select(col(HandOutRow.id)).where(col(HandOutRow.back_at).is_(None))
    out = select(col(HandedCaseRow.case_id)).where(col(HandedCaseRow.hand_out_id).in_(away))
    held = select(func.count()).where(
        col(CaseRow.held_by).is_not(None),
        col(CaseRow.lease_expires_at) > now,
        col(CaseRow.id).not_in(out),
    )
    with source.read() as session:
        if session.connection().execute(held).scalar_one():
            raise InUse(source.where)


def _moved(
    here: Connection,
    sent: tuple[MovedTable, ...],
    doubted: Keys,
    target: Database,
) -> tuple[MovedTable, ...]:
    with target.fill() as there:
        pause_trail(there)
        for table in reversed(_tables()):
            there.execute(table.delete())
        for table in _tables():
            for rows in _portions(here, table):
                there.execute(insert(table), rows)
        come = _counted(there)
        if sent != come:
            raise NotTheSame(target.where)
        keep_trail(there, f"{MOVED} {here.dialect.name} til {target.dialect}", doubted)
    return tuple(one for one in come if one.name != TrailRow.__tablename__)


def _tables() -> list[Table]:
    """In an order in which nothing refers to what is not there yet."""
    return list(Row.metadata.sorted_tables)


def _portions(connection: Connection, table: Table) -> Iterator[list[dict[str, Any]]]:
    found = connection.execute(_in_order(table), execution_options={"yield_per": AT_ONCE})
    for portion in found.mappings().partitions(AT_ONCE):
        yield [dict(row) for row in portion]


def _counted(connection: Connection) -> tuple[MovedTable, ...]:
    return tuple(_count(connection, table) for table in _tables())


def _count(connection: Connection, table: Table) -> MovedTable:
    """Each row is read by its types: engines write the same in their own ways."""
    digest, rows = hashlib.sha256(), 0
    for portion in _portions(connection, table):
        for row in portion:
            digest.update(repr(tuple(row.values())).encode())
        rows += len(portion)
    return MovedTable(table.name, rows, digest.hexdigest())


def _in_order(table: Table) -> Any:
    return select(table).order_by(*table.primary_key.columns)
