"""The next case: what has changed is read, the cases are ranked, and the first of them is taken."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, TypeVar
from uuid import UUID, uuid4

import psycopg
from sqlalchemy import text

from db.call_list import read_list
from db.cases import load_register
from db.engine import Database, open_database
from db.leases import release, take_case
from db.people import sit_down
from db.records import Lease
from schemas.calls.calls import ContactPoint, Knowledge
from schemas.calls.ranking.cases import History, summary_of
from schemas.calls.ranking.lanes import lane_of
from schemas.calls.ranking.listing import rank
from schemas.calls.ranking.summary_data import as_data
from schemas.calls.settings import Settings
from schemas.surveys.municipal_services_2015.departments import Office
from tests.benchmarks.row import Row, Sample
from tests.db.server import fresh_database, server, text_of
from tests.db.world import NOON
from tests.support.invented_units import frame_of
from tests.support.municipalities import FRAME

RULES: Final = Settings()

Done = TypeVar("Done")

FILLED: Final = (
    "CREATE TABLE cases (id INTEGER PRIMARY KEY, turn bigint, held_by INTEGER)",
    """
    WITH RECURSIVE n(i) AS (SELECT CAST(0 AS bigint) UNION ALL SELECT i + 1 FROM n WHERE i < {last})
     INSERT INTO cases SELECT i, (i * 7919) % ({last} + 1), NULL FROM n
    """,
    "CREATE INDEX free ON cases (turn) WHERE held_by IS NULL",
    "ANALYZE cases",
)
"""As many cases for the driver alone, with an index of those that are free."""

TAKE: Final = """
UPDATE cases SET held_by = 1 WHERE id =
 (SELECT id FROM cases WHERE held_by IS NULL ORDER BY turn LIMIT 1) RETURNING id
"""
LET_GO: Final = "UPDATE cases SET held_by = NULL WHERE held_by = 1"

Alone = Callable[[str], None]
"""Carries out a statement by the driver alone, in a transaction of its own."""

Places = Callable[[], AbstractContextManager[tuple[str, Alone]]]
"""A place for a database of ours, and the driver alone beside it."""


@contextmanager
def in_a_file() -> Iterator[tuple[str, Alone]]:
    """On the disk that the checkout lies on."""
    with TemporaryDirectory(prefix=".benchmark-", dir=Path.cwd()) as folder:
        line = sqlite3.connect(Path(folder, "floor.sqlite"), isolation_level=None)
        for pragma in ("journal_mode = TRUNCATE", "synchronous = FULL"):
            line.execute(f"PRAGMA {pragma}")

        def alone(statement: str) -> None:
            line.execute("BEGIN IMMEDIATE")
            line.execute(statement).fetchall()
            line.execute("COMMIT")

        with closing(line):
            yield str(Path(folder, "ringerunde.sqlite")), alone


@contextmanager
def on_a_server() -> Iterator[tuple[str, Alone]]:
    """On a server of its own, in two databases; its disk is asked as that of any other."""
    with (
        server() as address,
        fresh_database(address) as ours,
        fresh_database(address) as theirs,
        psycopg.connect(text_of(theirs), autocommit=True) as line,
    ):

        def alone(statement: str) -> None:
            line.execute(statement.encode())

        yield text_of(ours), alone


def next_cases(places: Places, count: int) -> Iterator[Sample]:
    """By the program, and by an index that has them in order; then each is let go of."""
    with places() as (place, alone):
        for statement in FILLED:
            alone(statement.replace("{last}", str(count - 1)))
        _fill(place, count)
        with closing(open_database(place, create=False)) as db:
            me = sit_down(db, uuid4(), "Kari", "kari@pc", NOON).id
            while True:
                ours, lease = _timed(lambda: _take_next(db, me))
                floor, _ = _timed(lambda: alone(TAKE))
                release(db, lease)
                alone(LET_GO)
                yield ours, floor


def _fill(place: str, count: int) -> None:
    """A sample of so many invented units, where a switchboard of each is known.

    What has come of a case is all that the list reads of it: the contact points are not stored.
    """
    number = "22000000"
    with closing(open_database(place, create=True, sample=frame_of(count), durable=False)) as db:
        load_register(db)
        board = replace(CONTACT, phone=number)
        case = summary_of(History(case_id=board.case_id, unit=FRAME["0101"], contacts=[board]))
        known = {"state": as_data(case, None), "lane": lane_of(case).value, "number": number}
        with db.fill() as connection:
            connection.execute(text(NUMBERS), known)


CONTACT: Final = ContactPoint(
    UUID(int=1), UUID(int=2), Office.switchboard, "", "", "", "", "", "", Knowledge.unknown, NOON
)
NUMBERS: Final = """
UPDATE case_summary SET lane = :lane, state = replace(:state, :number, '22' || unit_id)
"""


def _timed(does: Callable[[], Done]) -> tuple[float, Done]:
    began = time.perf_counter()
    done = does()
    return time.perf_counter() - began, done


def _take_next(db: Database, me: UUID) -> Lease:
    ranked = rank(read_list(db, RULES).cases, NOON, me, RULES)
    return take_case(db, ranked.callable[0].case.case_id, me, NOON)


ROWS: Final = tuple(
    Row(
        f"the next case of {count:,}{on}: ranked and taken",
        f"an indexed query and its update by {driver}, among as many",
        goal=3.0,
        samples=partial(next_cases, places, count),
        repeats=40,
        why="what has changed is asked for first, in three queries; the floor is one statement",
        is_large=count > 100_000,
    )
    for places, on, driver, counts in (
        (in_a_file, "", "plain sqlite3", (442, 100_000, 999_999)),
        (on_a_server, ", PostgreSQL", "bare psycopg", (442, 100_000)),
    )
    for count in counts
)
