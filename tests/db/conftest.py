"""A database of each kind, empty and at rest, and a round of interviewing to try it with."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.event import listen as listen_to
from sqlalchemy.event import remove

from db.cases import load_register
from db.engine import Database, open_database
from db.tables import Row
from db.trail.trail import keep_trail
from tests.db.server import NoServerHere, fresh_database, server, text_of
from tests.db.world import World
from tests.support.made_once import made_once


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a database file is to lie; nothing is there yet."""
    return tmp_path / "runde.db"


@pytest.fixture(scope="session")
def new_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new SQLite database, made once: every table takes a while."""
    return made_once(
        tmp_path_factory, "new.db", lambda path: open_database(path, create=True).close()
    )


@pytest.fixture
def on_file(new_file: Path, file: Path) -> Iterator[Database]:
    """A new SQLite database of one's own."""
    shutil.copy(new_file, file)
    db = open_database(file, create=False)
    yield db
    db.close()


@pytest.fixture(scope="session")
def postgresql_address() -> Iterator[str]:
    """A new PostgreSQL database, one for the whole run."""
    pytest.importorskip("psycopg", exc_type=ImportError, reason="psycopg or libpq is not installed")
    try:
        with server() as address, fresh_database(address) as ours:
            yield text_of(ours)
    except NoServerHere as reason:
        pytest.skip(str(reason))


@pytest.fixture
def on_server(postgresql_address: str) -> Iterator[Database]:
    """The PostgreSQL database, emptied of what the test before left."""
    db = open_database(postgresql_address, create=True)
    kept = {"survey", "unit"}
    tables = ", ".join(name for name in Row.metadata.tables if name not in kept)
    with db.write() as session:
        session.connection().exec_driver_sql(f"TRUNCATE {tables}")
        keep_trail(session.connection(), "emptied")
    yield db
    db.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def db(request: pytest.FixtureRequest) -> Database:
    """Every claim made with this fixture is made for both kinds of database."""
    name = "on_file" if request.param == "sqlite" else "on_server"
    found: Database = request.getfixturevalue(name)
    return found


@pytest.fixture
def world(db: Database) -> World:
    """The register loaded, Åse at her desk, and the case of Halden in her hands."""
    load_register(db)
    return World(db)


@pytest.fixture
def queries(db: Database) -> Iterator[list[str]]:
    """Every SELECT that the database is asked, as it is asked."""
    asked: list[str] = []

    def listen(*event: Any) -> None:
        if event[2].startswith("SELECT"):
            asked.append(event[2])

    with db.read() as session:
        engine = session.connection().engine
    listen_to(engine, "before_cursor_execute", listen)
    yield asked
    remove(engine, "before_cursor_execute", listen)
