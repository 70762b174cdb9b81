"""How a database is opened: a file or a server, made where it is to be, and brought up to date."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import URL, Engine
from sqlalchemy.exc import StatementError

from db import permissions, postgresql, sqlite, waiting
from db.addresses import host_and_database, is_address, parsed, without_password
from db.database import Database
from db.driver_errors import problem_of
from db.plain_sql import told_where_spoilt
from db.postgresql import login_of
from db.problems import (
    BadRegister,
    Barred,
    Busy,
    ConnectionLost,
    SpoiltContent,
    SpoiltId,
    SpoiltMoment,
    Undeclared,
    UnknownAddress,
)
from db.summaries import keep_missing, missing
from db.units import is_practice
from db.upgrade import OpenRequest, bring_up_to_date
from schemas.frame.frame import Frame
from schemas.surveys.survey import Survey


def open_database(
    place: str | Path,
    *,
    create: bool,
    survey: Survey | None = None,
    sample: Frame | None = None,
    practice: bool = False,
    durable: bool = True,
) -> Database:
    """The database at a file path or a `postgresql://` address, brought up to date.

    Only `create` makes a new one: a mistyped path must not become an empty database.  It is for
    the `survey`, or the first one, with the units of the `sample`, or of the survey's register.
    An existing one knows its survey, and a `sample` is never put into it.  All of one that is made
    for `practice` is invented, and it says so for ever.

    A file that can be made again if the power goes need not be `durable`: it is filled much faster.

    Raises `CannotOpen`; nothing has been written then.
    """
    wanted = OpenRequest(create, survey, sample, practice)
    if isinstance(place, str) and is_address(place):
        return _open_address(parsed(place), wanted)
    return _open_file(Path(place), wanted, durable=durable)


def _open_address(address: URL, wanted: OpenRequest) -> Database:
    kind = address.get_backend_name() if "+" not in address.drivername else address.drivername
    if kind == "sqlite" and address.database:
        return _open_file(Path(address.database), wanted)
    if kind in {"postgresql", "postgres", "postgresql+psycopg"}:
        return _open_server(address, wanted)
    raise UnknownAddress()


def _open_file(path: Path, wanted: OpenRequest, *, durable: bool = True) -> Database:
    file = sqlite.prepare(path, create=wanted.create)
    engine = sqlite.make_engine(file, durable=durable)
    try:
        survey = _bring_up_to_date(engine, file.where, wanted, _TIMES_OF_A_FILE)
    except (Undeclared, BadRegister):
        file.take_back()
        raise
    file.is_open()
    engine.dispose()
    database = Database(engine, file.where, file, survey)
    folder = permissions.look_at_folder(file.path.parent)
    database.warnings = permissions.close_file(file.path) + folder
    with _let_go_where_it_fails(engine):
        with database.read() as session:
            database.practice = is_practice(session.connection())
        _look_for_summaries(database)
    return database


@contextmanager
def _let_go_where_it_fails(engine: Engine) -> Iterator[None]:
    """Nobody who could not open a database holds on to it, whatever went wrong."""
    try:
        yield
    except BaseException:
        engine.dispose()
        raise


def _look_for_summaries(database: Database) -> None:
    """A case without one would stand in no list.  Where one cannot be made, `check` has to be able
    to tell why."""
    try:
        with told_where_spoilt(database.look):
            _keep_missing(database)
    except (SpoiltContent, SpoiltId, SpoiltMoment) as problem:
        database.warnings += (f"{problem} ({problem.code})",)


def _keep_missing(database: Database) -> None:
    with database.read() as session:
        if not missing(session):
            return
    with database.write(holding=True) as session:
        keep_missing(session)


def _open_server(address: URL, wanted: OpenRequest) -> Database:
    engine = postgresql.make_engine(address)
    where = host_and_database(address)
    survey = _bring_up_to_date(engine, where, wanted, _TIMES_OF_A_SERVER)
    database = Database(engine, where, None, survey)
    database.address = without_password(address)
    with _let_go_where_it_fails(engine), database.read() as session:
        database.login = login_of(session.connection())
        database.practice = is_practice(session.connection())
    return database


_TIMES_OF_A_SERVER: Final = 10
"""So often one waits for a server where somebody else is making one, or bringing it up to date:
five seconds each time."""

_TIMES_OF_A_FILE: Final = 20
"""The same for a file that another program uses: for half a minute."""


def _bring_up_to_date(engine: Engine, where: str, wanted: OpenRequest, times: int) -> Survey:
    for left in reversed(range(times)):
        try:
            with _let_go_where_it_fails(engine):
                return bring_up_to_date(engine, where, wanted)
        except StatementError as error:
            problem = problem_of(error, where)
            if isinstance(problem, (ConnectionLost, Barred)):
                raise postgresql.not_let_in(error.orig)(where) from None
            if not left or not isinstance(problem, Busy):
                raise problem from None
        if left == times - 1:
            waiting.tell(f"{problem} Venter i opptil et minutt på at det blir ferdig …")
    raise AssertionError("the last time it is raised")
