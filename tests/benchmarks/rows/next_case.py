"""The next case: what has changed is read, the cases are ranked, and the first of them is taken."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path
from typing import Final, TypeVar
from uuid import UUID, uuid4

from db.call_list import read_list
from db.engine import Database, open_database
from db.leases import release, take_case
from db.people import sit_down
from db.records import Lease
from schemas.calls.ranking.listing import rank
from schemas.calls.settings import Settings
from tests.benchmarks.places import place_of
from tests.benchmarks.row import Row, Sample
from tests.db.world import NOON

RULES: Final = Settings()

Done = TypeVar("Done")

TAKE: Final = """
UPDATE cases SET held_by = 1, token = token + 1 WHERE id =
 (SELECT id FROM cases WHERE held_by IS NULL ORDER BY turn LIMIT 1) RETURNING id
"""


def next_cases(count: int) -> Iterator[Sample]:
    """By the program, and by an index that has them in order; then each is let go of."""
    with ExitStack() as until_done:
        here = until_done.enter_context(place_of(count))
        db = until_done.enter_context(closing(open_database(here.database, create=False)))
        me = sit_down(db, uuid4(), "Kari", "kari@pc", NOON).id
        alone = until_done.enter_context(closing(_indexed(here.folder / "floor.sqlite", count)))
        while True:
            ours, lease = _timed(lambda: _take_next(db, me))
            floor, _ = _timed(lambda: _take_alone(alone))
            release(db, lease)
            alone.execute("UPDATE cases SET held_by = NULL WHERE held_by = 1")
            yield ours, floor


def _timed(does: Callable[[], Done]) -> tuple[float, Done]:
    began = time.perf_counter()
    done = does()
    return time.perf_counter() - began, done


def _take_next(db: Database, me: UUID) -> Lease:
    ranked = rank(read_list(db, RULES).cases, NOON, me, RULES)
    return take_case(db, next(iter(ranked)).case.case_id, me, NOON)


def _indexed(path: Path, count: int) -> sqlite3.Connection:
    """As many cases by plain sqlite3, with an index of those that are free."""
    alone = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode = TRUNCATE", "synchronous = FULL"):
        alone.execute(f"PRAGMA {pragma}")
    alone.execute("CREATE TABLE cases (id INTEGER PRIMARY KEY, turn, held_by, token)")
    with alone:
        alone.execute("BEGIN")
        rows = ((nth, nth * 7919 % count, None, 0) for nth in range(count))
        alone.executemany("INSERT INTO cases VALUES (?, ?, ?, ?)", rows)
        alone.execute("CREATE INDEX free ON cases (held_by, turn)")
    return alone


def _take_alone(alone: sqlite3.Connection) -> None:
    alone.execute("BEGIN IMMEDIATE")
    alone.execute(TAKE).fetchall()
    alone.execute("COMMIT")


ROWS: Final = tuple(
    Row(
        f"the next case of {count:,}: ranked and taken",
        "an indexed query and its update by plain sqlite3, among as many",
        goal=3.0,
        samples=partial(next_cases, count),
        repeats=repeats,
        why="the rules rank all who may be rung by whose turn it is, each time, and not an index",
        is_large=count > 100_000,
    )
    for count, repeats in ((442, 40), (100_000, 10), (999_999, 5))
)
