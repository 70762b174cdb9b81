"""Who did what when: what is noted, what is sealed, and what is forgotten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from functools import cache
from secrets import token_hex
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias
from uuid import UUID

from sqlalchemy import Connection, Engine, FromClause, insert, inspect, select, text
from sqlalchemy.pool import PoolProxiedConnection
from sqlmodel import Session

from db.ready_statements import found_by
from db.statements import Finds, dialect_of, table_of
from db.tables import TrailRow
from db.trail import on_file, on_server
from db.trail.chain import NOTHING, Head, TrailEntry, Verb, digest_of, first_broken, link
from db.trail.recorded import Recorded, recorded

if TYPE_CHECKING:
    from db.database import Database

TRAIL: Final = table_of(TrailRow)
COLUMNS: Final = tuple(column.name for column in TRAIL.columns)
AT_ONCE: Final = 1000
"""Rows that are in memory together."""

Keys: TypeAlias = tuple[tuple[str, str], ...]
"""Rows, each with its table."""

FIELDS: Final = tuple(field.name for field in fields(TrailEntry))


class Trail:
    """The trail of one database, as this program writes into it."""

    def __init__(self, engine: Engine) -> None:
        self.who: UUID | None = None
        """Whoever is at work: no change is without her."""
        self.is_told_at_once = engine.dialect.name == "sqlite"
        """Whether an entry is there when its change is; a server makes it with the commit."""
        if not self.is_told_at_once:
            on_server.tell_who(engine, self._name)

    def follow(self, line: PoolProxiedConnection) -> None:
        """Have what is changed on this connection written down; a server does so by itself."""
        if self.is_told_at_once:
            on_file.follow(line, self._name)

    def _name(self) -> str:
        return self.who.hex if self.who else ""


# ── Written ──────────────────────────────────────────────────────────────────────────────────────


def note(session: Session, verb: Verb, detail: str = "") -> None:
    """Write down what is done with the whole database; on a file that the trail follows."""
    statement = "SELECT trail_note(:verb, :detail)"
    if verb is Verb.login:  # which everybody may
        statement = "SELECT trail_login(:detail)"
    if dialect_of(session) == "sqlite":
        told = "last + 1, at, '', trail_who(), :verb, '', '', '', :detail"
        statement = (
            f"INSERT INTO trail SELECT {told}, NULL, '', trail_link(previous, {told}, '')"
            f" FROM {on_file.BEFORE}"
        )
    values = {"verb": verb.value, "detail": detail}
    named = {name: value for name, value in values.items() if f":{name}" in statement}
    session.connection().execute(text(statement), named)


def forget(session: Session, case_id: UUID | None) -> None:
    """Make what rows of a case, or of none, held before unguessable; the changes stay."""
    case = case_id.hex if case_id else ""
    if dialect_of(session) == "sqlite":
        ours = "SELECT max(number) FROM trail WHERE case_id = :one GROUP BY table_name, row"
        statement = (
            "UPDATE trail SET salt = NULL WHERE case_id = :one AND salt IS NOT NULL"
            f" AND number NOT IN ({ours})"
        )
        session.connection().execute(text(statement), {"one": case})
        return
    session.connection().exec_driver_sql("SET CONSTRAINTS ALL IMMEDIATE")
    session.connection().execute(text("SELECT trail_forget(:one)"), {"one": case})
    session.connection().exec_driver_sql("SET CONSTRAINTS ALL DEFERRED")


def keep_trail(connection: Connection, detail: str, doubted: Keys = ()) -> None:
    """After the tables were brought up to date: follow them, and seal what lies in them now.

    Rows that are `doubted` are not: the trail told otherwise of them before.
    """
    on_a_file = connection.dialect.name == "sqlite"
    (on_file.guard if on_a_file else on_server.follow)(connection)
    _seal(connection, detail, doubted)


def pause_trail(connection: Connection) -> None:
    """Let anything be changed, also the trail, until it is kept again in this transaction."""
    (on_file.pause if connection.dialect.name == "sqlite" else on_server.pause)(connection)


def _seal(connection: Connection, detail: str, doubted: Keys) -> None:
    """An entry for every row as it is now, behind one that says why."""
    head, at = head_of(connection), f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S.%f}"[:-3]
    rows = []
    left = frozenset(doubted)
    sealed = (one for one in _rows(connection) if (one.table, one.row) not in left)
    for one in (_Sealed(Verb.migration, detail=detail), *sealed):
        salt = token_hex(16) if one.content else None
        digest = digest_of(salt, one.content) if salt else ""
        told = (head.number + 1, at, "", "", one.verb, one.table, one.row, one.case, one.detail)
        head = Head(head.number + 1, link(head.hash, *told, digest))
        rows.append(dict(zip(COLUMNS, (*told, salt, digest, head.hash), strict=True)))
    connection.execute(insert(TRAIL), rows)


class _Sealed(NamedTuple):
    """What is to be sealed."""

    verb: Verb
    table: str = ""
    row: str = ""
    case: str = ""
    detail: str = ""
    content: str = ""


def _rows(connection: Connection) -> Iterator[_Sealed]:
    for table in recorded():
        for row, case, content in _contents(connection, table):
            yield _Sealed(Verb.sealed, table.name, row, case, "", content)


def _contents(connection: Connection, table: Recorded) -> Iterator[tuple[str, str, str]]:
    """The key, the case and the content of every row of a table."""
    content = table.content("t", connection.dialect.name)
    found = connection.exec_driver_sql(
        f"SELECT {table.row('t')}, {table.case('t')}, {content} FROM {table.name} AS t"
    )
    for one in found.all():
        yield one[0], one[1], one[2]


def told_on(dialect: str) -> FromClause:
    """What of the trail everybody may read: on a server it is not the trail itself."""
    return TRAIL if dialect == "sqlite" else on_server.TOLD


# ── Read ─────────────────────────────────────────────────────────────────────────────────────────


def head_of(connection: Connection) -> Head:
    """The end of the trail as it is now."""
    found = found_by(connection, _last(connection.dialect.name)).rows
    return Head(*found[0]) if found else NOTHING


@cache
def _last(dialect: str) -> Finds:
    told = told_on(dialect)
    return select(told.c.number, told.c.hash).order_by(told.c.number.desc()).limit(1)


def head(db: Database) -> Head:
    """The end of the trail as it is now."""
    with db.read() as session:
        return head_of(session.connection())


def entries(session: Session) -> Iterator[TrailEntry]:
    """All of it, in order; so many at a time, however long it is."""
    after = 0
    while some := portion(session, after):
        yield from some
        after = some[-1].number


def portion(session: Session, after: int) -> list[TrailEntry]:
    """The entries that follow a number, and so many of them as are in memory together."""
    following = select(TRAIL).where(TRAIL.c.number > after).order_by(TRAIL.c.number).limit(AT_ONCE)
    found = session.connection().execute(following).all()
    return [TrailEntry(**dict(zip(FIELDS, row, strict=True))) for row in found]


def done(session: Session, verb: Verb) -> list[TrailEntry]:
    """What was done with the whole database in one way, in order."""
    those = select(TRAIL).where(TRAIL.c.verb == verb.value).order_by(TRAIL.c.number)
    found = session.connection().execute(those).all()
    return [TrailEntry(**dict(zip(FIELDS, row, strict=True))) for row in found]


def holds(session: Session, head: Head) -> bool:
    """Whether the trail has gone through this head: nothing of it was cut off or changed."""
    there = select(TRAIL.c.hash).where(TRAIL.c.number == head.number)
    return head == NOTHING or session.connection().execute(there).scalar() == head.hash


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found: the number at which the chain is broken, and rows that it does not tell of.

    `changed` are rows that are otherwise than the trail says, and `vanished` such as it knows, and
    that are gone.
    """

    broken: int | None
    changed: Keys
    vanished: Keys


def examine(session: Session) -> Examined:
    """Follow the trail from its beginning to its end, and compare every row with it.

    Neither is ever in memory as a whole: rows and their last entries come in the same order.
    """
    changed, vanished = _otherwise(session.connection(), recorded())
    return Examined(first_broken(entries(session)), changed, vanished)


def changed_before(connection: Connection) -> Keys:
    """Rows of an older database that are otherwise than its trail says.

    Before the tables are brought up to date: they are looked at as the program of then did.
    """
    there = inspect(connection)
    if not there.has_table(TRAIL.name):
        return ()
    tables = [
        table.among([column["name"] for column in there.get_columns(table.name)])
        for table in recorded()
        if there.has_table(table.name)
    ]
    return _otherwise(connection, tables)[0]


def _otherwise(connection: Connection, tables: Iterable[Recorded]) -> tuple[Keys, Keys]:
    """Rows that are otherwise than the trail says, and such as it knows and that are gone."""
    changed: list[tuple[str, str]] = []
    vanished: list[tuple[str, str]] = []
    for table in tables:
        for row, content, last in _beside(connection, table):
            if content is None:
                if last is not None and last.verb != Verb.delete:
                    vanished.append((table.name, row))
            elif last is None or last.digest != digest_of(last.salt or "", content):
                changed.append((table.name, row))
    return tuple(changed), tuple(vanished)


class _Last(NamedTuple):
    """What the trail says last of a row."""

    row: str
    verb: str
    digest: str
    salt: str | None


def _beside(
    connection: Connection, table: Recorded
) -> Iterator[tuple[str, str | None, _Last | None]]:
    """Every row that is there or was, by its key: its content, and what the trail says last."""
    dialect = connection.dialect.name
    order = ' COLLATE "C"' if dialect == "postgresql" else ""
    there = _streamed(
        connection,
        f"SELECT {table.row('t')} AS key, {table.content('t', dialect)} FROM {table.name} AS t"
        f" ORDER BY {table.row('t')}{order}",
    )
    told = _streamed(
        connection,
        "SELECT t.row, t.verb, t.digest, t.salt FROM trail AS t JOIN (SELECT max(number) AS last"
        f" FROM trail WHERE table_name = '{table.name}' GROUP BY row) AS l ON t.number = l.last"
        f" ORDER BY t.row{order}",
    )
    row, last = next(there, None), next(told, None)
    while row is not None or last is not None:
        if last is None or (row is not None and row[0] < last[0]):
            assert row is not None
            yield row[0], row[1], None
            row = next(there, None)
        elif row is None or last[0] < row[0]:
            yield last[0], None, _Last(*last)
            last = next(told, None)
        else:
            yield row[0], row[1], _Last(*last)
            row, last = next(there, None), next(told, None)


def _streamed(connection: Connection, statement: str) -> Iterator[Any]:
    found = connection.exec_driver_sql(statement, execution_options={"yield_per": AT_ONCE})
    for some in found.partitions():
        yield from some
