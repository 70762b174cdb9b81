"""The next case: what has changed is read, the cases are ranked, and the first of them is taken."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, TypeVar
from uuid import UUID, uuid4

from psycopg import connect
from sqlalchemy import text

from db.addresses import is_address
from db.call_list import read_list
from db.cases import load_register
from db.database import Database
from db.leases import release, take_case
from db.open_database import open_database
from db.people import sit_down
from db.records import Lease
from schemas.calls.call_codes import Knowledge
from schemas.calls.calls import CallAttempt, ContactPoint
from schemas.calls.outcomes import Outcome
from schemas.calls.ranking.cases import History, summary_of
from schemas.calls.ranking.lanes import lane_of
from schemas.calls.ranking.listing import rank
from schemas.calls.ranking.summary_data import to_json
from schemas.calls.settings import Settings
from schemas.surveys.municipal_services_2015.departments import Office
from tests.benchmarks.places import on_a_server
from tests.benchmarks.row import Row, Sample
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
def beside_a_server() -> Iterator[tuple[str, Alone]]:
    """Two servers, which wait for no disk."""
    with on_a_server() as ours, on_a_server() as theirs, connect(theirs, autocommit=True) as line:

        def alone(statement: str) -> None:
            line.execute(statement.encode())

        yield ours, alone


def next_cases(places: Places, count: int, begun: int = 0) -> Iterator[Sample]:
    """By the program, and by an index that has them in order; then each is let go of.

    There has been a call in one of so many that have `begun`, where any have.
    """
    with places() as (place, alone):
        for statement in FILLED:
            alone(statement.replace("{last}", str(count - 1)))
        _fill(place, count, begun)
        with closing(open_database(place, create=False)) as db:
            me = sit_down(db, uuid4(), "Kari", "kari@pc", NOON).id
            while True:
                ours, lease = _timed(lambda: _take_next(db, me))
                floor, _ = _timed(lambda: alone(TAKE))
                release(db, lease)
                alone(LET_GO)
                yield ours, floor


def _fill(place: str, count: int, begun: int) -> None:
    """A sample of so many invented units, where a switchboard of each is known.

    What has come of a case is all that the list reads of it: nothing else is stored.
    """
    with closing(open_database(place, create=True, sample=frame_of(count), durable=False)) as db:
        load_register(db)
        with db.fill() as connection:
            connection.execute(text(KNOWN), _kept())
            if is_address(place):
                connection.execute(
                    text("ANALYZE")
                )  # as a server does by itself, and as the floor's
            if begun:
                one_of_so_many = " WHERE CAST(unit_id AS integer) % :begun = 0"
                connection.execute(text(KNOWN + one_of_so_many), {**_kept(CALL), "begun": begun})


def _kept(*calls: CallAttempt) -> dict[str, object]:
    """What is kept of a case with so many calls; with a number that each has its own of."""
    history = History(case_id=BOARD.case_id, unit=FRAME["0101"], contacts=[BOARD], attempts=calls)
    case = summary_of(history)
    state, lane = to_json(case, None), lane_of(case).value
    return {"state": state, "lane": lane, "calls": len(calls), "number": BOARD.phone}


BOARD: Final = ContactPoint(
    id=UUID(int=1),
    case_id=UUID(int=2),
    department=Office.switchboard,
    department_name="",
    person="",
    role="",
    phone="22000000",
    email="",
    source="",
    knows=Knowledge.unknown,
    created_at=NOON,
)
LAST_WEEK: Final = NOON - timedelta(days=5, hours=2)
CALL: Final = CallAttempt(
    id=UUID(int=3),
    case_id=BOARD.case_id,
    number=1,
    contact_id=BOARD.id,
    phone=BOARD.phone,
    interviewer_id=UUID(int=4),
    interviewer="Kari",
    started_at=LAST_WEEK,
    ended_at=LAST_WEEK,
    end_unknown=False,
    outcome=Outcome.no_answer,
    note="",
)
KNOWN: Final = """
UPDATE case_summary SET lane = :lane, attempts = :calls,
       state = replace(:state, :number, '22' || unit_id)
"""


def _timed(does: Callable[[], Done]) -> tuple[float, Done]:
    began = time.perf_counter()
    done = does()
    return time.perf_counter() - began, done


def _take_next(db: Database, me: UUID) -> Lease:
    ranked = rank(read_list(db, RULES).cases, NOON, me, RULES)
    return take_case(db, ranked.callable[0].case.case_id, me, NOON)


FIRST_ASKED: Final = "what has changed is asked for first, and the trail notes who takes it"
FOUR_TIMES: Final = f"{FIRST_ASKED}: these two alone take four times as long by bare psycopg"

ROWS: Final = (
    *(
        Row(
            f"the next case of {count:,}{on}: ranked and taken",
            f"an indexed query and its update by {driver}, among as many",
            goal=3.0,
            samples=partial(next_cases, places, count),
            repeats=40,
            why=why,
            is_large=count > 100_000,
        )
        for places, on, driver, why, counts in (
            (in_a_file, "", "plain sqlite3", FIRST_ASKED, (442, 100_000, 999_999)),
            (beside_a_server, ", PostgreSQL", "bare psycopg", FOUR_TIMES, (442, 100_000)),
        )
        for count in counts
    ),
    *(
        Row(
            f"the next case of {count:,}, a third of them begun: ranked and taken",
            "an indexed query and its update by plain sqlite3, among as many",
            goal=3.0,
            samples=partial(next_cases, in_a_file, count, 3),
            repeats=40,
            why=FIRST_ASKED,
            is_large=count > 100_000,
        )
        for count in (442, 44_200, 442_000)
    ),
)
