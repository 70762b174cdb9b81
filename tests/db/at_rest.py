"""What a database on a server begins with, put by once and laid out for every test."""

from contextlib import closing
from typing import Final

from db.cases import load_register
from db.engine import Database, open_database
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


def begin_anew(db: Database, state: str) -> None:
    """Leave nothing of what was done, and the rows of that state, past everything that follows."""
    # Few rows are deleted much faster than every table and index gets a new file by TRUNCATE.
    emptied = (f'DELETE FROM "{name}"' for name in Row.metadata.tables if name not in _KEPT)
    laid_out = (f'INSERT INTO "{name}" SELECT * FROM {state}."{name}"' for name in _FILLED)
    with db.write() as session:
        run = session.connection().exec_driver_sql
        run("SET LOCAL session_replication_role = replica")
        run("; ".join((*emptied, *laid_out)))


def _remember(db: Database, state: str) -> None:
    with db.write() as session:
        run = session.connection().exec_driver_sql
        run(f"CREATE SCHEMA {state}")
        for name in _FILLED:
            run(f'CREATE TABLE {state}."{name}" AS SELECT * FROM "{name}"')
