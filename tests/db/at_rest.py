"""What a database on a server begins with, put by once and laid out for every test."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import Final

from sqlalchemy import create_engine, make_url

from db.cases import load_register
from db.database import Database
from db.open_database import open_database
from db.tables import CaseRow, Row, SummaryRow

_KEPT: Final = frozenset({"survey", "unit"})
"""No test on the shared server changes these."""

_FILLED: Final = (*(str(one.__tablename__) for one in (CaseRow, SummaryRow)), "trail")
"""What has rows where every unit has a case and nothing has happened."""


def put_by(address: str) -> None:
    """Remember in schemas of their own how it is `bare`, and `filled` with a case of every unit."""
    with closing(open_database(address, create=True)) as db:
        _remember(db, "bare")
        load_register(db)
        _remember(db, "filled")


@contextmanager
def laying_out(address: str) -> Iterator[Callable[[str], None]]:
    """What lays the database out in a state: its rows, and nothing of what was done.

    By one connection for all tests: a new one asks for every table first, which takes longer than
    to empty it.
    """
    server = make_url(address).set(drivername="postgresql+psycopg")
    engine = create_engine(server, pool_pre_ping=True)

    def lay_out(state: str) -> None:
        # Few rows are deleted much faster than every table and index gets a new file by TRUNCATE.
        emptied = (f'DELETE FROM "{name}"' for name in Row.metadata.tables if name not in _KEPT)
        laid_out = (f'INSERT INTO "{name}" SELECT * FROM {state}."{name}"' for name in _FILLED)
        with engine.begin() as connection:
            run = connection.exec_driver_sql
            run("SET LOCAL session_replication_role = replica")  # past everything that follows
            run("; ".join((*emptied, *laid_out)))

    yield lay_out
    engine.dispose()


def _remember(db: Database, state: str) -> None:
    with db.write() as session:
        run = session.connection().exec_driver_sql
        run(f"CREATE SCHEMA {state}")
        for name in _FILLED:
            run(f'CREATE TABLE {state}."{name}" AS SELECT * FROM "{name}"')
