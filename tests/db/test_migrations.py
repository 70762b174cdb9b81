"""The tables as migrated are the tables as declared, of which new databases are made."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import (
    Connection,
    PrimaryKeyConstraint,
    UniqueConstraint,
    inspect,
    make_url,
    select,
)

from db.database import Database
from db.marks import HEAD
from db.open_database import open_database
from db.references import enforce_references
from db.tables import ANSWER, Row
from db.upgrade import NOTE, make_tables
from db.write_count import TABLE
from tests.db.migrating import connected, differences, migrate, scripts
from tests.db.server import fresh_database, text_of


def outline(connection: Connection) -> dict[str, Any]:
    """All that a database says of its tables, in an order of its own."""
    ask = inspect(connection)
    tables = {
        table: {
            "columns": {one["name"]: _said(one) for one in ask.get_columns(table)},
            "key": _said(ask.get_pk_constraint(table)),
            "references": sorted(map(_said, ask.get_foreign_keys(table))),
            "only once": sorted(map(_said, ask.get_unique_constraints(table))),
            "checks": sorted(map(_said, ask.get_check_constraints(table))),
            "indexes": sorted(map(_said, ask.get_indexes(table))),
        }
        for table in ask.get_table_names()
        if table != TABLE
    }
    return tables | {"version": connection.execute(select(NOTE)).all()}


def _said(told: Any) -> str:
    """In one order, and with conditions as they are written rather than as objects."""
    if isinstance(told, Mapping):
        return str([f"{name}: {_said(told[name])}" for name in sorted(told)])
    return str(told)


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A place for a database of each kind, with nothing in it."""
    if request.param == "sqlite":
        yield str(tmp_path / "empty.db")
        return
    address = make_url(request.getfixturevalue("postgresql_address"))
    with fresh_database(address.set(drivername="postgresql+psycopg")) as ours:
        yield text_of(ours)


class TestMigrations:
    def test_end_in_the_version_the_program_knows(self) -> None:
        """The constant that saves importing alembic is true."""
        assert scripts().get_current_head() == HEAD

    def test_make_the_tables_that_are_declared(self, empty: str) -> None:
        """No column, index or constraint differs, on either database."""
        with connected(empty) as connection:
            migrate(connection)
            enforce_references(connection)
            assert differences(connection) == []

    def test_lead_where_new_databases_begin(self, empty: str) -> None:
        """All but the order of columns, which nothing asks for, and with the same mark and note."""
        with connected(empty) as connection:
            make_tables(connection)
            enforce_references(connection)
            new = outline(connection)
            Row.metadata.drop_all(connection)
            NOTE.drop(connection)
            migrate(connection)
            enforce_references(connection)
            assert outline(connection) == new

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
        """Or erasing a case would read all others.  For what is asked once of an answer's people
        it would be a page more to write, for each answer."""
        for table in Row.metadata.tables.values():
            leading = {next(iter(index.columns)).name for index in table.indexes}
            for one in table.constraints:
                if isinstance(one, UniqueConstraint | PrimaryKeyConstraint):
                    leading.add(next(iter(one.columns)).name)
            referring = {key.parent.name for key in table.foreign_keys}
            without = {"informant_id", "interviewer_id"} if table is ANSWER else set()
            assert referring - leading == without, table.name

    def test_an_interrupted_first_start_is_taken_up_again(self, file: Path) -> None:
        """A start that was killed halfway leaves an empty file: the next one fills it."""
        file.touch()
        open_database(file, create=True).close()
        open_database(file, create=False).close()
