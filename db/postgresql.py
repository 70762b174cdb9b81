"""A shared server: how it is reached, and how long we wait for it.

With default settings a pulled cable hangs for over a minute; with these it is an error in seconds.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from ipaddress import ip_address
from types import MappingProxyType
from typing import Any

from sqlalchemy import URL, Connection, Engine, MetaData, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import PoolProxiedConnection

from db.addresses import host_and_database
from db.problems import (
    Barred,
    Busy,
    CannotOpen,
    ConnectionLost,
    DatabaseProblem,
    DiskFull,
    ForeignCertificate,
    NoDriver,
    NoEncryption,
    NoRights,
    NoServer,
    NotEncrypted,
    NotLetIn,
    UnknownAddress,
    Unstorable,
)
from db.ready_statements import Touched, line_of
from db.stored_json import dump_json, load_json

CONNECT = {
    "connect_timeout": 5,
    "keepalives": 1,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 5000,
    "application_name": "ringerunde",
    "options": "-c TimeZone=UTC -c lock_timeout=5s -c idle_in_transaction_session_timeout=60s",
}
"""Each of these turns a way of hanging into an error we can tell the interviewer about."""

WRITE_PATIENCE, READ_PATIENCE = 8.0, 30.0
"""Seconds until a statement is answered. A frozen server acknowledges packets and never answers:
then we hang up ourselves.  Writes are short, and so is all it takes to connect; a read may be a
whole export."""

FILL_PATIENCE = 600.0
"""Where tables are made, or filled, by one statement for all their rows."""

PROBLEMS: dict[str, type[DatabaseProblem]] = {
    "53100": DiskFull,
    "55P03": Busy,  # lock_not_available
    "40001": Busy,  # serialization_failure
    "40P01": Busy,  # deadlock_detected
    "25P03": ConnectionLost,  # idle_in_transaction_session_timeout
    "22021": Unstorable,  # character_not_in_repertoire
    "22P05": Unstorable,  # untranslatable_character
    "42501": NoRights,  # insufficient_privilege
    "25006": NoRights,  # read_only_sql_transaction
}

LOST = ("08", "57P")
"""Classes of codes that mean the connection is gone."""


ENCRYPTED = {"require", "verify-ca", "verify-full"}
"""Ways to reach a server on which nobody else can read along."""


def make_engine(address: URL) -> Engine:
    """An engine for a server; `NoDriver` when psycopg is not installed.

    Over a network the connection is encrypted; `NotEncrypted` where the address asks for less.
    """
    if importlib.util.find_spec("psycopg") is None:
        raise NoDriver()
    mode = address.query.get("sslmode", os.environ.get("PGSSLMODE"))
    if not _is_here(address):
        if mode is not None and mode not in ENCRYPTED:
            raise NotEncrypted(host_and_database(address))
        address = address.update_query_dict({"sslmode": mode or "require"})
    address = _with_password(address)
    engine = create_engine(
        address.set(drivername="postgresql+psycopg"),
        connect_args=CONNECT,
        json_serializer=dump_json,
        json_deserializer=load_json,
        hide_parameters=True,
    )
    event.listen(engine, "do_connect", _called)
    return engine


def _called(_: object, __: object, words: list[Any], settings: dict[str, Any]) -> object:
    """A new line to the server, with little patience until it is known what it is for."""
    line = importlib.import_module("db.patient_connection").PatientConnection.connect(
        *words, **settings
    )
    line.patience = WRITE_PATIENCE
    return line


def _with_password(address: URL) -> URL:
    """The address with the password of the keyring, where there is one and no other is given.

    The environment's (PGPASSWORD) and the one in the password file libpq finds by itself.
    """
    if address.password is not None or os.environ.get("PGPASSWORD") or not address.username:
        return address
    if importlib.util.find_spec("keyring") is None:
        return address
    keyring = importlib.import_module("keyring")
    try:
        kept = keyring.get_password(
            "ringerunde", f"{address.username}@{host_and_database(address)}"
        )
    except keyring.errors.KeyringError:  # there is none on this machine, or it is locked
        return address
    return address if kept is None else address.set(password=kept)


def _is_here(address: URL) -> bool:
    """Whether what is sent stays on this machine; where that stands in a file, nobody knows."""
    if _asked(address, "service"):
        return False
    named = (address.host or _asked(address, "host"), _asked(address, "hostaddr"))
    return all(_is_loopback(host) for hosts in named for host in hosts.split(","))


def _asked(address: URL, option: str) -> str:
    """What the address asks for, or else libpq's variable in the environment."""
    asked = address.query.get(option) or os.environ.get(f"PG{option.upper()}", "")
    return asked if isinstance(asked, str) else ",".join(asked)


def _is_loopback(host: str) -> bool:
    if host in {"", "localhost"} or host.startswith("/"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def problem_of(error: BaseException) -> type[DatabaseProblem] | None:
    """Which of our problems an error of the driver is, if any."""
    if not type(error).__module__.startswith("psycopg"):
        return None
    state = getattr(error, "sqlstate", None)
    if state is None:  # no answer at all, or none that we could read
        kinds = {kind.__name__ for kind in type(error).__mro__}  # one is a ConnectionTimeout
        if "ProgrammingError" in kinds:  # an option that no connection has
            return UnknownAddress
        said_so = Barred if "FATAL:" in str(error) else ConnectionLost
        return said_so if "OperationalError" in kinds else None
    if state.startswith(LOST):
        return ConnectionLost
    return PROBLEMS.get(state)


WHY_NOT: Mapping[str, type[CannotOpen]] = MappingProxyType(
    {
        "does not support SSL": NoEncryption,
        "does not match host name": ForeignCertificate,
        "certificate verify failed": ForeignCertificate,
        "root certificate file": ForeignCertificate,
        "password authentication failed": NotLetIn,
        "no password supplied": NotLetIn,
        "no pg_hba.conf entry": NotLetIn,
    }
)
"""What libpq says of a server that it could not connect to: there are no codes for these.

A server that speaks another language than English is told of as one without an answer.
"""


def not_let_in(error: BaseException | None) -> type[CannotOpen]:
    """Why a connection was not made."""
    said = str(error)
    return next((kind for words, kind in WHY_NOT.items() if words in said), NoServer)


@contextmanager
def connected(engine: Engine, *, writing: bool) -> Iterator[Connection]:
    """A connection that answers: one that died while it lay idle is exchanged, once."""
    seconds = WRITE_PATIENCE if writing else READ_PATIENCE
    connection = engine.connect()
    if not _answers(connection, seconds):
        connection.invalidate()
        connection.close()
        connection = engine.connect()
    with connection, patient(connection, seconds):
        yield connection


AT_ONE_MOMENT = (
    "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY",
    "SET LOCAL idle_in_transaction_session_timeout = '1h'",
)
"""What is read is of one moment; nobody waits for whoever only reads, so they may take their time.
Else every statement would see what was stored since the one before it."""


def see_one_moment(connection: Connection) -> None:
    """Read everything in this transaction as it is now."""
    for statement in AT_ONE_MOMENT:
        connection.exec_driver_sql(statement)


@contextmanager
def patient(connection: Connection, seconds: float = FILL_PATIENCE) -> Iterator[None]:
    """Wait so long for each statement of the block; nobody is waited for in a file."""
    line: Any = connection.connection.driver_connection
    if connection.dialect.name != "postgresql":
        yield
        return
    line.patience = seconds
    try:
        yield
    finally:
        line.patience = WRITE_PATIENCE


_ANSWERS_SO_FAR = """
CREATE OR REPLACE FUNCTION answers_so_far(one uuid) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
    SELECT coalesce(max(seq), 0) FROM answer_entry WHERE interview_id = one
$$"""


def partial_as_declared(metadata: MetaData) -> None:
    """Give a server's indexes the conditions that are declared for SQLite.

    To declare them for both would load this dialect at every start, also where there is no server.
    """
    for table in metadata.tables.values():
        for index in table.indexes:
            where = index.dialect_options["sqlite"]["where"]
            index.dialect_options["postgresql"]["where"] = where


def make_functions(connection: Connection) -> None:
    """What a server works out of rows that whoever asks may not read."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(_ANSWERS_SO_FAR)


@dataclass(frozen=True, slots=True)
class Login:
    """Who has logged in on a server with rights of its own, and what the person is called."""

    user: str
    name: str


_LOGIN = """
SELECT rolname, shobj_description(oid, 'pg_authid') AS called FROM pg_roles
WHERE rolname = session_user AND NOT rolsuper AND EXISTS (
    SELECT FROM pg_auth_members AS one JOIN pg_roles AS many ON many.oid = one.roleid
    WHERE one.member = pg_roles.oid AND many.rolname LIKE 'ringerunde\\_%%'
)"""


def login_of(connection: Connection) -> Login | None:
    """Who has logged in; None for an owner, or where nobody has been given a role."""
    row = connection.exec_driver_sql(_LOGIN).first()
    return Login(row.rolname, row.called or row.rolname) if row else None


def drop_all(connection: Connection) -> None:
    """Leave nothing in a database that we have just made: no table, and no function of ours."""
    for kind, names in (
        ("TABLE", "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"),
        (
            "FUNCTION",
            "SELECT proname FROM pg_proc WHERE pronamespace = current_schema()::regnamespace",
        ),
    ):
        for name in connection.exec_driver_sql(names).scalars().all():
            connection.exec_driver_sql(f'DROP {kind} "{name}" CASCADE')


def by_one_trip(
    engine: Engine, asks: Callable[[PoolProxiedConnection], Touched], *, writing: bool
) -> Touched:
    """What comes of one statement that is a transaction by itself.

    Nobody asks first whether the connection still answers: one that died is exchanged, once, with
    all that lay idle beside it, and the statement sent again.
    """
    seconds = WRITE_PATIENCE if writing else READ_PATIENCE
    try:
        return _carried_out(engine, asks, seconds)
    except DBAPIError as error:
        if not error.connection_invalidated:
            raise
    engine.dispose()
    return _carried_out(engine, asks, seconds)


def _carried_out(
    engine: Engine, asks: Callable[[PoolProxiedConnection], Touched], seconds: float
) -> Touched:
    with line_of(engine) as line:
        driver: Any = line.driver_connection
        driver.patience = seconds
        driver.autocommit = True  # no trips for BEGIN and COMMIT
        rows = asks(line)
        driver.autocommit = False
        driver.patience = WRITE_PATIENCE
        return rows


def _answers(connection: Connection, seconds: float) -> bool:
    driver = connection.connection.dbapi_connection
    assert driver is not None
    try:
        with patient(connection, seconds):
            return connection.dialect.do_ping(driver)
    except connection.dialect.loaded_dbapi.Error:
        return False
