"""A database of each kind, empty and at rest, and a round of interviewing to try it with."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import make_url

from db.cases import load_register
from db.database import Database
from db.open_database import open_database
from tests.db.at_rest import laying_out, put_by
from tests.db.desk import Desk
from tests.db.listening import told
from tests.db.server import NoServerHere, fresh_database, server, text_of
from tests.db.team import Team, prepared_server
from tests.db.world import World
from tests.support.made_once import made_once


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a database file is to lie; nothing is there yet."""
    return tmp_path / "runde.db"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes, where we may mount one."""
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(tmp_path)]
    if not shutil.which("mount") or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("mounting a small disk is not allowed here")
    yield tmp_path
    subprocess.run(["umount", str(tmp_path)], check=True)


@pytest.fixture(scope="session")
def new_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new SQLite database, made once: every table takes a while."""
    return made_once(
        tmp_path_factory, "new.db", lambda path: open_database(path, create=True).close()
    )


@pytest.fixture(scope="session")
def filled_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with a case of every unit."""
    return made_once(tmp_path_factory, "filled.db", _filled)


def _filled(path: Path) -> None:
    with closing(open_database(path, create=True)) as db:
        load_register(db)


@pytest.fixture
def with_cases() -> None:
    """Has the test's database begin with a case of every unit, as it lies ready."""


@pytest.fixture
def on_file(request: pytest.FixtureRequest, file: Path) -> Iterator[Database]:
    """A new SQLite database of one's own."""
    ready: Path = request.getfixturevalue("filled_file" if _wants_cases(request) else "new_file")
    shutil.copy(ready, file)
    db = open_database(file, create=False)
    yield db
    db.close()


@pytest.fixture(scope="session")
def postgresql_address() -> Iterator[str]:
    """A new PostgreSQL database, one for the whole run."""
    pytest.importorskip("psycopg", exc_type=ImportError, reason="psycopg or libpq is not installed")
    try:
        with server() as address, fresh_database(address) as ours:
            put_by(text_of(ours))
            yield text_of(ours)
    except NoServerHere as reason:
        pytest.skip(str(reason))


@pytest.fixture
def empty_server(postgresql_address: str) -> Iterator[str]:
    """A database on the same server in which nobody has made anything."""
    address = make_url(postgresql_address).set(drivername="postgresql+psycopg")
    with fresh_database(address) as ours:
        yield text_of(ours)


@pytest.fixture(scope="session")
def lay_out(postgresql_address: str) -> Iterator[Callable[[str], None]]:
    """Empties that database of what the test before left."""
    with laying_out(postgresql_address) as lay_out:
        yield lay_out


@pytest.fixture
def on_server(
    request: pytest.FixtureRequest, postgresql_address: str, lay_out: Callable[[str], None]
) -> Iterator[Database]:
    """The PostgreSQL database, with nothing of what the test before left."""
    db = open_database(postgresql_address, create=True)
    lay_out("filled" if _wants_cases(request) else "bare")
    yield db
    db.close()


def _wants_cases(request: pytest.FixtureRequest) -> bool:
    return "with_cases" in request.fixturenames


@pytest.fixture(params=["sqlite", "postgresql"])
def db(request: pytest.FixtureRequest) -> Database:
    """Every claim made with this fixture is made for both kinds of database."""
    name = "on_file" if request.param == "sqlite" else "on_server"
    found: Database = request.getfixturevalue(name)
    return found


@pytest.fixture
def world(db: Database, with_cases: None) -> World:
    """The register loaded, Åse at her desk, and the case of Halden in her hands."""
    return World(db)


@pytest.fixture
def queries(db: Database) -> Iterator[list[str]]:
    """Every SELECT that the database is asked, as it is asked."""
    with told(db, lambda text: text.startswith(("SELECT", "WITH"))) as asked:
        yield asked


@pytest.fixture
def desk(db: Database, with_cases: None) -> Desk:
    """Åse at her desk, with a case of every unit."""
    return Desk(db)


@pytest.fixture(scope="module")
def team() -> Iterator[Team]:
    """A prepared server with four logins; Bo has interviewed Halden."""
    pytest.importorskip("psycopg", exc_type=ImportError, reason="psycopg or libpq is not installed")
    try:
        with prepared_server() as made:
            yield made
    except NoServerHere as reason:
        pytest.skip(str(reason))
