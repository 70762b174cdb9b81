"""A team's server over a network: encrypted or not at all, with passwords that nobody reads, and
set up by the lines of the README as they stand there.
"""

import importlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from sqlalchemy import make_url, text

from db.open_database import open_database
from db.postgresql import make_engine
from db.problems import CannotOpen, ForeignCertificate, NoEncryption, NotLetIn
from tests.db.server import Networked, NoServerHere, networked_server, packed_programs
from tests.support.platforms import needs_a_pseudo_terminal
from tests.support.terminal import Terminal

README = Path(__file__).parents[2] / "README.md"
LINES = re.search(
    r"### From nothing to a team.*?```sh\n(.*?)```", README.read_text("utf-8"), re.DOTALL
)
PASSWORD = "hemmelig-%@:/"


@pytest.fixture(scope="module")
def network() -> Iterator[Networked]:
    """A server with a certificate, on an address of this machine that is not its loopback."""
    pytest.importorskip("psycopg", exc_type=ImportError, reason="psycopg or libpq is not installed")
    try:
        with networked_server() as server:
            yield server
    except NoServerHere as reason:
        pytest.skip(str(reason))


def run(network: Networked, line: str, said: str = "", **more: str) -> str:
    """A line as typed in a shell on the server's machine, by whoever owns the server."""
    programs = f"{Path(sys.executable).parent}:{os.environ['PATH']}:{packed_programs()}"
    owner = {"PGHOST": str(network.folder), "PGPORT": str(network.port), "PGUSER": "postgres"}
    done = subprocess.run(
        line, shell=True, input=said, capture_output=True, text=True, check=False,
        env={**os.environ, "PATH": programs, **owner, **more}, start_new_session=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def team(network: Networked) -> Networked:
    """The lines of the README that are for the server's machine, typed one after the other."""
    assert LINES
    *here, _ = LINES[1].splitlines()
    for line in here:
        told = run(network, line, f"{PASSWORD}\n{PASSWORD}\n")
        assert PASSWORD not in told
    return network


def refused(address: str) -> CannotOpen:
    """What is said where the database is not opened; a password is nowhere in it."""
    with pytest.raises(CannotOpen) as problem:
        open_database(address, create=False)
    said = f"{problem.value!r} {problem.value} {problem.value.__cause__}"
    assert PASSWORD not in said
    assert problem.value.__suppress_context__
    return problem.value


@needs_a_pseudo_terminal
def test_from_nothing_to_a_team(team: Networked, tmp_path: Path) -> None:
    """The last line is for her laptop: the program knows who she is, and asks for no name.

    Her password is neither among what runs there nor in any file that the program writes.
    """
    assert LINES
    *_, hers = LINES[1].splitlines()
    place = f"{team.host}:{team.port}"
    line = hers.replace("server.example.no", place).split("#")[0]
    program = str(Path(sys.executable).parent / "ringerunde")
    homes = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
    there = {"PGPASSWORD": PASSWORD, **dict.fromkeys(homes, str(tmp_path))}
    with Terminal(
        ["sh", "-c", line.replace(" ringerunde ", f" {program} ")], columns=100, rows=30, env=there
    ) as terminal:
        terminal.wait_for("Åse Berg", timeout=60)
        assert PASSWORD not in run(team, "ps -ewwo args")
    written = [one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()]
    assert not any(PASSWORD.encode() in one for one in written)
    assert run(team, "psql -XAtc 'SELECT name, seat FROM interviewer' runde") == "Åse Berg|aase\n"


class TestEncryption:
    def test_is_there(self, team: Networked, monkeypatch: pytest.MonkeyPatch) -> None:
        """Without a word about it in the address."""
        monkeypatch.setenv("PGPASSWORD", PASSWORD)
        with closing(open_database(team.at("runde"), create=False)) as db, db.read() as session:
            asked = text("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
            assert session.connection().execute(asked).scalar_one() is True

    def test_or_there_is_no_connection(
        self, team: Networked, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The server would let her in without it; the program does not go."""
        monkeypatch.setenv("PGPASSWORD", PASSWORD)
        team.encrypt(on=False)
        try:
            assert isinstance(refused(team.at("runde")), NoEncryption)
        finally:
            team.encrypt(on=True)

    def test_with_the_certificate_looked_at(
        self, team: Networked, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """One that is made out to the name in the address is taken, another one is not."""
        monkeypatch.setenv("PGPASSWORD", PASSWORD)
        known = {"sslmode": "verify-full", "sslrootcert": str(team.certificate)}
        open_database(team.at("runde", **known), create=False).close()
        stranger = make_url(team.at("runde", **known, hostaddr=team.host))
        elsewhere = str(stranger.set(host="server.example.no"))
        assert isinstance(refused(elsewhere), ForeignCertificate)
        unknown = team.at("runde", sslmode="verify-full", sslrootcert="system")
        assert isinstance(refused(unknown), ForeignCertificate)


class TestPasswords:
    def test_from_a_file(
        self, team: Networked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        kept = tmp_path / "pgpass"
        escaped = PASSWORD.replace(":", r"\:")
        kept.write_text(f"{team.host}:{team.port}:runde:aase:{escaped}\n")
        kept.chmod(0o600)
        monkeypatch.setenv("PGPASSFILE", str(kept))
        open_database(team.at("runde"), create=False).close()

    def test_from_the_keyring(self, team: Networked, monkeypatch: pytest.MonkeyPatch) -> None:
        """Under the name that the README tells to put it."""
        keep(monkeypatch, {("ringerunde", f"aase@{team.host}/runde"): PASSWORD})
        open_database(team.at("runde"), create=False).close()

    def test_one_that_is_wrong(self, team: Networked, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PGPASSWORD", "feil")
        assert isinstance(refused(team.at("runde")), NotLetIn)

    def test_none(self, team: Networked, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PGPASSFILE", "/dev/null")
        assert isinstance(refused(team.at("runde")), NotLetIn)


class Locked(Exception):
    """What a keyring that is none, or is locked, says."""


def keep(monkeypatch: pytest.MonkeyPatch, kept: dict[tuple[str, str], str] | None) -> None:
    """A keyring that keeps these passwords, or lets nobody in."""

    def get(service: str, name: str) -> str | None:
        if kept is None:
            raise Locked
        return kept.get((service, name))

    keyring = ModuleType("keyring")
    keyring.__spec__ = ModuleSpec("keyring", None)
    keyring.__dict__.update(get_password=get, errors=SimpleNamespace(KeyringError=Locked))
    monkeypatch.setitem(sys.modules, "keyring", keyring)
    assert importlib.import_module("keyring") is keyring


class TestTheKeyring:
    """Without a server: what is asked for, and when."""

    ADDRESS = make_url("postgresql://aase@server.example.no/runde")

    def password(self) -> str | None:
        pytest.importorskip("psycopg", exc_type=ImportError)
        return make_engine(self.ADDRESS).url.password

    def test_is_not_asked_where_the_environment_has_one(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        keep(monkeypatch, {("ringerunde", "aase@server.example.no/runde"): PASSWORD})
        assert self.password() == PASSWORD
        monkeypatch.setenv("PGPASSWORD", "en annen")
        assert self.password() is None  # libpq reads that one by itself

    def test_that_is_locked_is_as_if_there_were_none(self, monkeypatch: pytest.MonkeyPatch) -> None:
        keep(monkeypatch, None)
        assert self.password() is None

    def test_shows_no_password(self, monkeypatch: pytest.MonkeyPatch) -> None:
        pytest.importorskip("psycopg", exc_type=ImportError)
        keep(monkeypatch, {("ringerunde", "aase@server.example.no/runde"): PASSWORD})
        assert PASSWORD not in f"{make_engine(self.ADDRESS)!r} {make_engine(self.ADDRESS).url}"
