"""How the trail of a file is written: by triggers of our own connections, in the same transaction.

They are temporary, for they ask us for the hash: no other program could write to the file if they
lay in it.  What another program changes has no entry, and is found by that.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from functools import cache
from typing import Final

from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import PoolProxiedConnection

from db.trail.chain import Verb, digest_of, link
from db.trail.recorded import Recorded, recorded

NOW: Final = "strftime('%Y-%m-%d %H:%M:%f', 'now')"
"""A moment as the trail has it."""

_FOLLOWED: Final = "ringerunde_trail"
"""What is noted of a connection that has its triggers."""

_GUARDS: Final = (
    "CREATE TRIGGER IF NOT EXISTS trail_is_kept BEFORE DELETE ON trail "
    "BEGIN SELECT RAISE(ABORT, 'the trail only grows'); END",
    "CREATE TRIGGER IF NOT EXISTS trail_is_fixed BEFORE UPDATE ON trail "
    "WHEN NEW.salt IS NOT NULL OR NEW.hash <> OLD.hash OR NEW.number <> OLD.number "
    "BEGIN SELECT RAISE(ABORT, 'the trail only grows'); END",
)


def guard(connection: Connection) -> None:
    """Let the file itself refuse that an entry is changed or taken out, but for its salt."""
    for statement in _GUARDS:
        connection.exec_driver_sql(statement)


def pause(connection: Connection) -> None:
    """Let entries be taken out, until the guard is set again."""
    for name in ("trail_is_kept", "trail_is_fixed"):
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")


def follow(line: PoolProxiedConnection, who: Callable[[], str]) -> None:
    """Have what this connection changes written into the trail from here on."""
    if line.info.get(_FOLLOWED):
        return
    driver = line.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    try:
        driver.create_function("trail_who", 0, who)
        driver.create_function("trail_digest", 2, digest_of, deterministic=True)
        driver.create_function("trail_link", -1, link, deterministic=True)
        driver.execute("PRAGMA temp_store = MEMORY")
        for statement in _all_triggers():
            driver.execute(statement)
    except sqlite3.Error as error:  # as everything that the driver says
        raise OperationalError(None, None, error) from error
    line.info[_FOLLOWED] = True


@cache
def _all_triggers() -> tuple[str, ...]:
    return tuple(_triggers())


def _triggers() -> Iterator[str]:
    yield _CHANGE
    yield _ENTERED
    for table in recorded():
        new, old = (table.content(of, "sqlite") for of in ("NEW", "OLD"))
        counting = ", ".join(table.columns)
        yield _trigger(table, Verb.insert, "INSERT", "NEW", new)
        yield _trigger(
            table, Verb.update, f"UPDATE OF {counting}", "NEW", new, f"WHEN {new} <> {old}"
        )
        yield _trigger(table, Verb.delete, "DELETE", "OLD", "NULL")


def _trigger(table: Recorded, verb: Verb, event: str, of: str, content: str, when: str = "") -> str:
    return (
        f"CREATE TEMP TRIGGER IF NOT EXISTS trail_{table.name}_{verb} AFTER {event} "
        f"ON main.{table.name} {when} BEGIN INSERT INTO trail_change VALUES "
        f"('{verb}', '{table.name}', {table.row(of)}, {table.case(of)}, {content}); END"
    )


BEFORE: Final = (
    "(SELECT coalesce(max(number), 0) AS last,"
    " coalesce((SELECT hash FROM trail ORDER BY number DESC LIMIT 1), '') AS previous,"
    f" {NOW} AS at FROM trail),"
    # An aggregate is worked out once: the salt that is stored is the one of the digest.
    " (SELECT max(one) AS salt FROM (SELECT lower(hex(randomblob(16))) AS one))"
)
"""The end of the trail, the moment and a new salt: what an entry is made from."""

_CHANGE: Final = (
    "CREATE TEMP VIEW IF NOT EXISTS trail_change AS SELECT"
    " '' AS verb, '' AS table_name, '' AS row, '' AS case_id, NULL AS content"
)
"""What has happened to a row; without content where it is gone."""

_TOLD: Final = "number, at, '', who, NEW.verb, NEW.table_name, NEW.row, NEW.case_id, ''"

# Here once and not in the triggers of every table: each connection makes them all anew.
_ENTERED: Final = (
    "CREATE TEMP TRIGGER IF NOT EXISTS trail_entered INSTEAD OF INSERT ON trail_change "
    f"BEGIN INSERT INTO trail SELECT {_TOLD}, salt, digest, trail_link(previous, {_TOLD}, digest)"
    " FROM (SELECT last + 1 AS number, previous, at, trail_who() AS who,"
    " CASE WHEN NEW.content IS NULL THEN NULL ELSE salt END AS salt,"
    " CASE WHEN NEW.content IS NULL THEN '' ELSE trail_digest(salt, NEW.content) END AS digest"
    f" FROM {BEFORE}); END"
)
