"""Which version the tables have, and how they get to the one this program knows.

Reading the version costs a fraction of a millisecond; alembic is imported only for an older one.
A new database is made as the tables are declared: its second of migrations would lead there, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import as_file, files
from pathlib import Path

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    inspect,
    select,
)

from db import sqlite
from db.backup import back_up_before
from db.marks import HEAD
from db.persons.parting import set_apart
from db.postgresql import make_functions, partial_as_declared, patient
from db.problems import (
    AlreadyThere,
    BadRegister,
    Damaged,
    NewerVersion,
    NoDatabase,
    NotOurs,
    OtherSurvey,
    Undeclared,
    UnknownSurvey,
)
from db.references import enforce_references, require_references
from db.released import keep_released
from db.server.rights import is_prepared, prepare
from db.summaries import keep_all
from db.tables import Row
from db.trail.trail import Keys, changed_before, keep_trail
from db.units import fill, note_practice, survey_in
from db.write_count import count_by_itself
from schemas.codebook.changes import UndeclaredChange
from schemas.frame.frame import Frame
from schemas.frame.register import RegisterFault, register
from schemas.surveys.registry import FIRST, NoSuchSurvey, survey_called
from schemas.surveys.survey import Survey
from schemas.surveys.versions import check_declared

MARK = "survey_case"
"""A table that every version of ours has."""

ONE_AT_A_TIME = 0x52494E47
"""PostgreSQL's advisory lock around migrations; SQLite's BEGIN IMMEDIATE does the same there."""


NOTE = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32)),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""Where alembic notes the version, as it makes it."""


@dataclass(frozen=True, slots=True)
class OpenRequest:
    """How a database is to be opened.

    Only `create` makes a new one: for the `survey`, or the first one, and with the units of the
    `sample`, or of the survey's register.  A `sample` is for new databases alone, and so is
    `practice`, where all of it will be invented.
    """

    create: bool
    survey: Survey | None = None
    sample: Frame | None = None
    practice: bool = False


def bring_up_to_date(engine: Engine, where: str, wanted: OpenRequest) -> Survey:
    """Check that the database is ours and the one wanted, and migrate it if it is new or older.

    The survey that it is for.
    Raises CannotOpen.
    """
    with engine.connect() as connection:
        version = _version(connection, where)
        survey = _survey(connection, version, where, wanted)
    _check_survey(survey, where, is_new=version is None and wanted.sample is None)
    if version == HEAD:
        return survey
    if version is not None and engine.dialect.name == "sqlite":
        back_up_before(Path(where), HEAD, datetime.now(UTC).date())
    return _migrate(engine, where, wanted)


def _check_survey(survey: Survey, where: str, *, is_new: bool) -> None:
    """Raises Undeclared; BadRegister where the database is new, and so gets the register."""
    try:
        check_declared(survey)
        if is_new:
            register(survey.frame)
    except UndeclaredChange as change:
        raise Undeclared(where, change.sentences) from None
    except RegisterFault as fault:
        raise BadRegister(where, fault.sentences) from None


def _survey(connection: Connection, version: str | None, where: str, wanted: OpenRequest) -> Survey:
    """What the database is for, or is to be for when it is new."""
    if version is None:
        return wanted.survey or survey_called(FIRST)
    if wanted.sample is not None:
        raise AlreadyThere(where)
    known = version == HEAD or inspect(connection).has_table("survey")
    name = survey_in(connection) if known else FIRST  # there was only that one before
    if name is None:
        raise Damaged(where)
    if wanted.survey is not None and wanted.survey.name != name:
        raise OtherSurvey(where, name, wanted.survey.name)
    if wanted.survey is not None:
        return wanted.survey
    try:
        return survey_called(name)
    except NoSuchSurvey:
        raise UnknownSurvey(where, name) from None


def _version(connection: Connection, where: str) -> str | None:
    """The version noted in the database; None for an empty one."""
    if connection.dialect.name == "sqlite" and not sqlite.may_be_ours(connection):
        raise NotOurs(where)
    found = None
    if inspect(connection).has_table("alembic_version"):
        found = connection.execute(select(NOTE.c.version_num)).scalar()
    if found != HEAD:
        _check_ours(connection, found, where)
    return found


def _check_ours(connection: Connection, version: str | None, where: str) -> None:
    """Other people's tables are left alone, also in a database that alembic has been used in."""
    tables = set(inspect(connection).get_table_names())
    if tables - {"alembic_version"} and (version is None or MARK not in tables):
        raise NotOurs(where)


def _migrate(engine: Engine, where: str, wanted: OpenRequest) -> Survey:
    """All migrations that are missing, with their record, in one transaction."""
    writer = engine.execution_options(**sqlite.WRITING)
    with (
        writer.connect() as connection,
        patient(connection),
        _unenforced(connection),
        connection.begin(),
    ):
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({ONE_AT_A_TIME})")
        version = _version(connection, where)  # somebody may have been quicker
        survey = _survey(connection, version, where, wanted)
        if version is None and not wanted.create:
            raise NoDatabase(where)
        doubted = _bring_tables(connection, version, where, survey)
        if survey_in(connection) is None:
            sample = wanted.sample or register(survey.frame)
            fill(connection, survey, sample, practice=wanted.practice)
        if version not in {None, HEAD}:
            note_practice(connection)
            require_references(connection, where)
            keep_all(connection, survey)
        enforce_references(connection)
        count_by_itself(connection)
        if version != HEAD:
            _follow(connection, version, survey, doubted)
    return survey


@contextmanager
def _unenforced(connection: Connection) -> Iterator[None]:
    """SQLite rebuilds tables to change them: references must not be enforced meanwhile."""
    driver = connection.connection.driver_connection
    if connection.dialect.name != "sqlite" or driver is None:
        yield
        return
    driver.execute("PRAGMA foreign_keys = OFF")
    yield
    driver.execute("PRAGMA foreign_keys = ON")


def _bring_tables(connection: Connection, version: str | None, where: str, survey: Survey) -> Keys:
    """Tables as they are today; the rows that were otherwise than the trail told before."""
    if version is None:
        make_tables(connection)
    if version is None or version == HEAD:
        return ()
    doubted = upgrade(connection, version, where)
    keep_released(connection, survey)
    set_apart(connection, survey)
    return doubted


def _follow(connection: Connection, version: str | None, survey: Survey, doubted: Keys) -> None:
    make_functions(connection)
    keep_trail(connection, f"{version or 'ny'} → {HEAD}", doubted)
    if connection.dialect.name == "postgresql" and is_prepared(connection):
        prepare(connection, survey)  # new tables are nobody's until it is said


def make_tables(connection: Connection) -> None:
    """All tables, empty, in an empty database. A test holds that migrations lead to the same."""
    if connection.dialect.name == "sqlite":
        sqlite.mark_as_ours(connection)
    else:
        partial_as_declared(Row.metadata)
    Row.metadata.create_all(connection)
    NOTE.create(connection, checkfirst=True)
    connection.execute(NOTE.insert().values(version_num=HEAD))


def upgrade(connection: Connection, version: str, where: str) -> Keys:
    """Run the missing migrations on an open transaction.

    The rows that were otherwise than the trail told, when it began.
    Raises NewerVersion.
    """
    # Imported here because it costs 200 ms and is needed once per version.
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory
    from alembic.util import CommandError

    with as_file(files("db") / "migrations") as scripts:
        config = Config()
        config.set_main_option("script_location", str(scripts).replace("%", "%%"))
        config.attributes["connection"] = connection
        try:
            ScriptDirectory.from_config(config).get_revision(version)
        except CommandError:
            raise NewerVersion(where) from None
        doubted = changed_before(connection)
        command.upgrade(config, HEAD)
    return doubted
