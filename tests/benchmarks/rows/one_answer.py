"""One answer below the screen: validated, and stored durably by the verb of `db`."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from typing import Final, Literal
from uuid import uuid4

from pydantic import TypeAdapter

from db.cases import load_register
from db.interviews import record_answer
from db.open_database import open_database
from schemas.questionnaire.parse import check
from schemas.surveys.registry import FIRST, survey_called
from tests.benchmarks.places import place
from tests.benchmarks.row import Row, Sample
from tests.db.world import World
from tests.support.conversations import FACTS

OFTEN: Final = 10_000
"""An answer is validated faster than a clock can tell: so many are, one after the other."""


def validated() -> Iterator[Sample]:
    """A code that is one of the question's, and by pydantic one of two words."""
    consent = survey_called(FIRST).questionnaire.by_id["consent"]
    literal = TypeAdapter(Literal["yes", "no"])
    while True:
        yield (
            _each(lambda: check(consent, "yes", FACTS)),
            _each(lambda: literal.validate_python("yes")),
        )


def _each(does: Callable[[], object]) -> float:
    began = time.perf_counter()
    for _ in range(OFTEN):
        does()
    return (time.perf_counter() - began) / OFTEN


def stored() -> Iterator[Sample]:
    """By the verb, and a row by plain sqlite3 in the same journal mode, on the same disk."""
    with ExitStack() as until_done:
        here = until_done.enter_context(place())
        db = until_done.enter_context(closing(open_database(here.database, create=False)))
        load_register(db)
        world = World(db)
        interview = world.interview()
        alone = sqlite3.connect(here.folder / "floor.sqlite", isolation_level=None)
        until_done.enter_context(closing(alone))
        for pragma in ("journal_mode = TRUNCATE", "synchronous = FULL"):
            alone.execute(f"PRAGMA {pragma}")
        alone.execute("CREATE TABLE answer (id BLOB PRIMARY KEY, value TEXT)")
        while True:
            entry, row = world.entry(interview), (uuid4().bytes, "yes")
            yield (
                _once(lambda: record_answer(db, world.lease, entry)),  # noqa: B023 - called here
                _once(lambda: alone.execute("INSERT INTO answer VALUES (?, ?)", row)),  # noqa: B023
            )


def _once(does: Callable[[], object]) -> float:
    began = time.perf_counter()
    does()
    return time.perf_counter() - began


ROWS: Final = (
    Row(
        "one answer validated",
        "`TypeAdapter` of a literal",
        goal=3.0,
        samples=validated,
        repeats=40,
        why="that it was answered at all, and that it is one of the codes, are looked at in Python",
        unit="µs",
    ),
    Row(
        "one answer stored by its verb, SQLite",
        "one row and its commit by plain sqlite3, in the same journal mode",
        goal=2.0,
        samples=stored,
        repeats=200,
        why="seven pages are written twice, where the floor has three",
    ),
)
