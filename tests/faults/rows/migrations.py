"""The program is killed while it brings an older database up to date."""

import random
import time
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, inspect

from db.marks import HEAD
from db.open_database import open_database
from tests.db.migrating import connected, scripts
from tests.db.processes import KILLED, crashed, die_behind, heard, open_older, start
from tests.db.server import fresh_database, server, text_of
from tests.db.test_upgrade import make_version
from tests.faults.fault import Fault, Found
from tests.released import released

LONGEST: Final = 1.5
"""Seconds; a migration takes less, so that some of the kills come too late."""

Kept = dict[str, int]
"""How many rows each table has."""


def on_a_file(times: int, folder: Path) -> Found:
    """Every released database, in turn."""
    versions, found = released(), Found()
    for number in range(times):
        file = versions[number % len(versions)].unpacked(folder / f"old-{number}.db")
        found += _killed(str(file))
    return found


def on_a_server(times: int, folder: Path) -> Found:
    """A database of the first version."""
    found = Found()
    with server() as address:
        for _ in range(times):
            with fresh_database(address) as ours:
                place = text_of(ours)
                with connected(place) as connection:
                    make_version(connection, "0001")
                found += _killed(place)
    return found


def behind_each_on_a_file(times: int, folder: Path) -> Found:
    """A file of the first version, killed behind each of the last so many migrations in turn."""
    return _behind_each(str(folder / "each.db"), times)


def behind_each_on_a_server(times: int, folder: Path) -> Found:
    """The same on a server."""
    with server() as address, fresh_database(address) as ours:
        return _behind_each(text_of(ours), times)


def _behind_each(place: str, times: int) -> Found:
    with connected(place) as connection:
        make_version(connection, "0001")
    found = Found()
    for revision in migrations()[1:][-times:]:
        found += killed_behind(place, revision)
    return found + Found(lost=lost_on_the_way(place))


def migrations() -> list[str]:
    """All of them, the first one first: a new one is tried without being named anywhere."""
    return [one.revision for one in scripts().walk_revisions()][::-1]


def killed_behind(place: str, revision: str) -> Found:
    """It was killed there, and all is as it was."""
    before = _state(place)
    process, pipe = start(die_behind, place, revision)
    heard(pipe)
    ended_badly = crashed([process], *KILLED)
    return Found(1, sum(before[1].values()), crashed=ended_badly or _state(place) != before)


def lost_on_the_way(place: str) -> int:
    """Rows that are not there any more when it is brought up to date after all."""
    _, before = _state(place)
    with closing(open_database(place, create=False)):
        _, brought = _state(place)
    return _lost(before, brought)


def _lost(before: Kept, after: Kept) -> int:
    """Rows of tables that are still there, and of those there are fewer."""
    return sum(max(0, rows - after.get(name, rows)) for name, rows in before.items())


def _killed(place: str) -> Found:
    """It is as it was, or whole in the new form; and what was there is there in the end."""
    version, before = _state(place)
    process, pipe = start(open_older, place)
    pipe.recv()
    time.sleep(random.uniform(0, LONGEST))
    process.kill()
    heard(pipe)
    ended_badly = crashed([process], 0, *KILLED)
    after, left = _state(place)
    is_whole = (after == HEAD) or (after == version and left == before)
    with closing(open_database(place, create=False)):
        _, brought = _state(place)
    lost = _lost(before, brought)
    return Found(1, sum(before.values()), lost, crashed=ended_badly or not is_whole)


def _state(place: str) -> tuple[str, Kept]:
    with connected(place) as connection:
        tables = set(inspect(connection).get_table_names()) - {"alembic_version"}
        version = str(_one(connection, "SELECT version_num FROM alembic_version"))
        return version, {name: _one(connection, f"SELECT count(*) FROM {name}") for name in tables}


def _one(connection: Connection, statement: str) -> Any:
    return connection.exec_driver_sql(statement).scalar_one()


FAULTS = (
    Fault("killed while tables are brought up to date, SQLite", on_a_file, 9, 200),
    Fault("killed while tables are brought up to date, PostgreSQL", on_a_server, 5, 100),
    Fault("killed behind each migration, SQLite", behind_each_on_a_file, 99, 99),
    Fault("killed behind each migration, PostgreSQL", behind_each_on_a_server, 99, 99),
)
