"""What can happen to a PostgreSQL server, and what the interviewer is told."""

import importlib.util
import os
import signal
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from uuid import uuid4

import pytest
from sqlalchemy import make_url, text
from sqlmodel import Session

from db import postgresql
from db.cases import load_register, open_case
from db.database import Database
from db.interviews import load_interview, record_answer
from db.open_database import open_database
from db.problems import (
    Barred,
    Busy,
    ConnectionLost,
    NewerVersion,
    NoDatabase,
    NoDriver,
    NoRights,
    NoServer,
    NotOurs,
    NotRead,
    UnknownAddress,
)
from tests.db.server import text_of
from tests.db.world import HALDEN, World
from tests.support.patience import crowd


def backend(db: Database) -> int:
    """The process at the other end of the connection."""
    with db.read() as session:
        return int(session.connection().execute(text("SELECT pg_backend_pid()")).scalar_one())


class TestOpening:
    def test_an_empty_database_is_only_filled_when_asked(self, empty_server: str) -> None:
        """As with files: a wrong name does not become a new round."""
        with pytest.raises(NoDatabase):
            open_database(empty_server, create=False)
        open_database(empty_server, create=True).close()
        open_database(empty_server, create=False).close()

    def test_other_peoples_tables_are_left_alone(self, empty_server: str) -> None:
        """Ours are not mixed in among them."""
        change(empty_server, "CREATE TABLE theirs (id int)")
        with pytest.raises(NotOurs):
            open_database(empty_server, create=True)

    def test_a_newer_version_says_so(self, empty_server: str) -> None:
        """One interviewer with an old program does no harm to the others."""
        open_database(empty_server, create=True).close()
        change(empty_server, "UPDATE alembic_version SET version_num = '9999'")
        with pytest.raises(NewerVersion):
            open_database(empty_server, create=True)

    def test_no_server(self) -> None:
        """Host and database are named; the user and the password are not."""
        pytest.importorskip("psycopg", exc_type=ImportError)
        with pytest.raises(NoServer) as problem:
            open_database("postgresql://meg:hemmelig@127.0.0.1:1/runde", create=False)
        assert "127.0.0.1/runde" in str(problem.value)
        assert "hemmelig" not in f"{problem.value!r} {problem.value.__cause__}"
        assert problem.value.__suppress_context__

    def test_an_option_that_no_connection_has(self) -> None:
        """A mistyped address is told as one."""
        pytest.importorskip("psycopg", exc_type=ImportError)
        with pytest.raises(UnknownAddress):
            open_database("postgresql://127.0.0.1:1/runde?passwrd=hemmelig", create=False)

    def test_a_user_who_may_not(self, empty_server: str) -> None:
        """Said for what it is: others can give the right to it, and trying again does not."""
        open_database(empty_server, create=True).close()
        change(empty_server, "CREATE ROLE leser LOGIN")
        change(empty_server, "GRANT SELECT ON ALL TABLES IN SCHEMA public TO leser")
        reader = text_of(make_url(empty_server).set(username="leser", password=None))
        with closing(open_database(reader, create=False)) as db, pytest.raises(NoRights) as problem:
            load_register(db)
        assert not problem.value.retryable
        change(empty_server, "DROP OWNED BY leser; DROP ROLE leser")

    def test_no_driver(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """psycopg is an extra: without it, the message says which."""
        monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
        with pytest.raises(NoDriver, match=r"ringerunde\[postgresql\]"):
            open_database("postgresql://x/y", create=False)


def change(address: str, statement: str) -> None:
    """Do something to the database behind the program's back."""
    engine = postgresql.make_engine(make_url(address))
    with engine.begin() as connection:
        connection.exec_driver_sql(statement)
    engine.dispose()


class TestWhileRunning:
    def test_a_connection_that_died_while_idle_is_exchanged(
        self, on_server: Database, postgresql_address: str, with_cases: None
    ) -> None:
        """A short cut during lunch is not noticed."""
        change(postgresql_address, f"SELECT pg_terminate_backend({backend(on_server)})")
        assert open_case(on_server, HALDEN).unit_id == "0101"

    def test_so_is_one_when_somebody_else_has_sat_down(
        self, on_server: Database, postgresql_address: str
    ) -> None:
        """Who she is, is told first of all on it."""
        change(postgresql_address, f"SELECT pg_terminate_backend({backend(on_server)})")
        on_server.trail.who = uuid4()
        assert backend(on_server)

    def test_a_connection_that_dies_in_the_middle_saves_nothing(
        self, on_server: Database, postgresql_address: str, with_cases: None
    ) -> None:
        """It is said, and the same call works again."""

        def write() -> None:
            with on_server.write() as session:
                ask = session.connection()
                ask.execute(text("UPDATE survey_case SET rang_back_at = now()"))
                pid = ask.execute(text("SELECT pg_backend_pid()")).scalar_one()
                change(postgresql_address, f"SELECT pg_terminate_backend({pid})")

        with pytest.raises(ConnectionLost, match="er brutt"):
            write()
        world = World(on_server)
        assert open_case(on_server, world.lease.case_id).rang_back_at is None

    def test_a_login_that_was_closed_meanwhile(self, empty_server: str) -> None:
        """The network is not to blame, and the server says so; opened again, it goes on."""
        change(empty_server, "CREATE ROLE anna LOGIN SUPERUSER")
        hers = text_of(make_url(empty_server).set(username="anna", password=None))
        with closing(open_database(hers, create=True)) as db:
            change(empty_server, "ALTER ROLE anna NOLOGIN")
            change(empty_server, f"SELECT pg_terminate_backend({backend(db)})")
            with pytest.raises(Barred) as problem, db.write():
                pass
            assert problem.value.retryable
            change(empty_server, "ALTER ROLE anna LOGIN")
            load_register(db)
        change(empty_server, "REASSIGN OWNED BY anna TO CURRENT_USER; DROP ROLE anna")

    def test_a_server_that_does_not_take_the_call(self) -> None:
        """Not connecting in time is its own kind of error, and as good a reason to try again."""
        psycopg = pytest.importorskip("psycopg", exc_type=ImportError)
        late = psycopg.errors.ConnectionTimeout("connection timeout expired")
        assert postgresql.problem_of(late) is ConnectionLost

    def test_a_lock_held_by_somebody_else(
        self, on_server: Database, postgresql_address: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """We wait for it, but not for ever."""
        options = postgresql.CONNECT["options"]
        monkeypatch.setitem(postgresql.CONNECT, "options", f"{options} -c lock_timeout=100ms")
        load_register(on_server)
        world = World(on_server)
        interview = world.interview()
        entry = world.entry(interview)
        with (
            closing(open_database(postgresql_address, create=False)) as hasty,
            on_server.write() as session,
        ):
            session.connection().execute(text("SELECT * FROM survey_case FOR UPDATE"))
            with pytest.raises(Busy):
                record_answer(hasty, world.lease, entry)
        record_answer(on_server, world.lease, entry)
        assert load_interview(on_server, interview.id).entries == (entry,)


@contextmanager
def frozen(pid: int) -> Iterator[None]:
    """A server process that keeps its connections and never answers."""
    try:
        os.kill(pid, signal.SIGSTOP)
    except (PermissionError, ProcessLookupError):
        pytest.skip("the server is not ours to freeze")
    try:
        yield
    finally:
        os.kill(pid, signal.SIGCONT)


class TestAFrozenServer:
    @pytest.fixture(autouse=True)
    def impatient(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Half a second instead of many."""
        monkeypatch.setattr(postgresql, "WRITE_PATIENCE", 0.5)
        monkeypatch.setattr(postgresql, "READ_PATIENCE", 0.5)

    def test_found_frozen_while_idle(
        self, on_server: Database, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """We hang up and take another connection; if that one answers, nothing is noticed."""
        monkeypatch.setattr(postgresql, "READ_PATIENCE", 2.0)  # a new connection takes its time
        load_register(on_server)
        with frozen(backend(on_server)):
            start = time.monotonic()
            assert open_case(on_server, HALDEN).unit_id == "0101"
            assert time.monotonic() - start < 10 * crowd()

    def test_frozen_in_the_middle(self, on_server: Database, with_cases: None) -> None:
        """An error within our patience, instead of a screen that never moves again."""
        with pytest.raises(NotRead):
            freeze_within(on_server.read())
        with pytest.raises(ConnectionLost):
            freeze_within(on_server.write())


def freeze_within(operation: AbstractContextManager[Session]) -> None:
    """The server stops answering between two statements of one operation."""
    with operation as session:
        pid = session.connection().execute(text("SELECT pg_backend_pid()")).scalar_one()
        with frozen(pid):
            session.connection().execute(text("SELECT 1"))
