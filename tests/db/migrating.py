"""Databases as the migrations alone make them."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, make_url

from db.marks import HEAD
from db.tables import Row
from db.write_count import TABLE


@contextmanager
def connected(place: str) -> Iterator[Connection]:
    """A plain connection, without what our engine does."""
    url = make_url(place if "://" in place else f"sqlite:///{place}")
    server = url.get_backend_name() == "postgresql"
    engine = create_engine(url.set(drivername="postgresql+psycopg") if server else url)
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def migrate(connection: Connection, version: str = HEAD) -> None:
    """Run the migrations up to that version, and nothing that we do beside them."""
    config = configuration()
    config.attributes["connection"] = connection
    command.upgrade(config, version)


def configuration() -> Config:
    """Where the migrations lie in the package."""
    config = Config()
    config.set_main_option("script_location", str(files("db") / "migrations"))
    return config


def scripts() -> ScriptDirectory:
    """The migrations, to be read."""
    return ScriptDirectory.from_config(configuration())


def differences(connection: Connection) -> list[Any]:
    """What is otherwise than declared; the count of a file is no table of ours."""
    ours = {"include_object": lambda thing, name, *_: name != TABLE}
    context = MigrationContext.configure(connection, opts=ours)
    return list(compare_metadata(context, Row.metadata))
