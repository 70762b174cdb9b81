"""The tables as migrated are the tables as declared."""

from importlib.resources import files
from pathlib import Path
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, PrimaryKeyConstraint, UniqueConstraint, inspect

from db.engine import Database, open_database
from db.marks import HEAD
from db.tables import Row
from db.write_count import TABLE


def scripts() -> ScriptDirectory:
    """The migrations as they lie in the package."""
    config = Config()
    config.set_main_option("script_location", str(files("db") / "migrations"))
    return ScriptDirectory.from_config(config)


def differences(connection: Connection) -> list[Any]:
    """What is otherwise than declared; the count of a file is no table of ours."""
    ours = {"include_object": lambda thing, name, *_: name != TABLE}
    context = MigrationContext.configure(connection, opts=ours)
    return list(compare_metadata(context, Row.metadata))


class TestMigrations:
    def test_end_in_the_version_the_program_knows(self) -> None:
        """The constant that saves importing alembic is true."""
        assert scripts().get_current_head() == HEAD

    def test_make_the_tables_that_are_declared(self, db: Database) -> None:
        """No column, index or constraint differs, on either database."""
        with db.read() as session:
            assert differences(session.connection()) == []

    def test_name_every_constraint(self, db: Database) -> None:
        """A later migration on SQLite can only change what has a name."""
        with db.read() as session:
            ask = inspect(session.connection())
            names = [
                found["name"]
                for table in Row.metadata.tables
                for found in [
                    ask.get_pk_constraint(table),
                    *ask.get_foreign_keys(table),
                    *ask.get_unique_constraints(table),
                ]
            ]
        assert all(name and name.startswith(("pk_", "fk_", "uq_")) for name in names)

    def test_every_reference_has_an_index(self) -> None:
        """Or erasing a person would read every answer ever given."""
        for table in Row.metadata.tables.values():
            leading = {next(iter(index.columns)).name for index in table.indexes}
            for one in table.constraints:
                if isinstance(one, UniqueConstraint | PrimaryKeyConstraint):
                    leading.add(next(iter(one.columns)).name)
            referring = {key.parent.name for key in table.foreign_keys}
            assert referring <= leading, table.name

    def test_an_interrupted_first_start_is_taken_up_again(self, file: Path) -> None:
        """A start that was killed halfway leaves an empty file: the next one fills it."""
        file.touch()
        open_database(file, create=True).close()
        open_database(file, create=False).close()
