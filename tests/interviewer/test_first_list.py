"""What is read for the first list: counted at the driver, so that it cannot creep back.

A row of every case, and each but once; of these a case is made only for what stands on the screen.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

import pytest

from db.case_rows import Readers
from db.cases import load_register
from db.open_database import open_database
from db.people import sit_down
from interviewer.draw.bars import Surroundings
from interviewer.screens.call_list import first
from interviewer.screens.destinations import ToList
from interviewer.services.first_look import look, start_of
from schemas.calls.ranking.cases import CaseState
from tests.support.invented_units import frame_of
from tests.support.keyboard import NOON

FEW, MANY = 442, 4_420
SEAT: Final = "kari@pc"

BESIDE: Final = (
    "whose file it is",
    "its version",
    "whether every unit has its case",
    "who sits here",
    "whose survey it is",
    "where the trail ends",
    "when the last call was",
)
"""The rows that are read besides those of the cases."""

ALSO_ASKED: Final = ("that all is seen at one moment", "how much is kept of the file", "calls held")
"""What is asked and finds nothing, besides the cases and whom one can reach."""

STEPS: Final = 100
"""Of SQLite, to find a case: by keys alone; half of them, and some room for another version."""


@dataclass
class Asked:
    """What a file was asked: its statements, the rows that came, and SQLite's steps to them."""

    statements: list[str] = field(default_factory=list)
    rows: int = 0
    steps: int = 0

    def by(self, connection: sqlite3.Connection) -> sqlite3.Connection:
        """Hear all that a connection is asked."""

        def came(cursor: sqlite3.Cursor, row: tuple[Any, ...]) -> tuple[Any, ...]:
            self.rows += 1
            return row

        def step() -> None:
            self.steps += 1

        connection.row_factory = came
        connection.set_trace_callback(self.statements.append)
        connection.set_progress_handler(step, 1)
        return connection


@contextmanager
def heard() -> Iterator[Asked]:
    """All that is asked of files in the block."""
    asked, connect = Asked(), sqlite3.connect
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite3, "connect", lambda *to, **how: asked.by(connect(*to, **how)))
        yield asked


@pytest.fixture(scope="module", params=[FEW, MANY])
def cases(request: pytest.FixtureRequest) -> int:
    """So many there are."""
    count: int = request.param
    return count


@pytest.fixture(scope="module")
def file(cases: int, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with all of them, where Kari has sat down."""
    path = tmp_path_factory.mktemp("first") / "ringerunde.sqlite"
    sample = frame_of(cases)
    with closing(open_database(path, create=True, sample=sample, durable=False)) as database:
        load_register(database)
        sit_down(database, uuid4(), "Kari", SEAT, NOON)
    return path


def test_a_row_of_each_case_is_read(file: Path, cases: int) -> None:
    """In as many statements however many there are, and none comes twice."""
    with heard() as asked:
        assert look(file, SEAT, None)
    assert asked.rows == cases + len(BESIDE)
    assert len(asked.statements) == len(BESIDE) + len(ALSO_ASKED) + 2


def test_no_case_takes_longer_where_there_are_more(file: Path, cases: int) -> None:
    with heard() as asked:
        assert look(file, SEAT, None)
    assert asked.steps <= STEPS * cases


@pytest.mark.parametrize("height", [24, 50])
def test_cases_are_made_for_the_lines_on_the_screen(
    file: Path, height: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many there are behind it."""
    made: list[str] = []
    usual = Readers.state

    def state(readers: Readers, row: tuple[Any, ...]) -> CaseState:
        made.append(row[0])
        return usual(readers, row)

    monkeypatch.setattr(Readers, "state", state)
    seen = look(file, SEAT, None)
    assert seen
    start = start_of(seen)
    assert start.who
    shown = first.arrived(ToList(start.who, start.found, NOON))
    assert shown
    assert first.drawn(shown, Surroundings(80, height, NOON))
    assert 0 < len(made) <= height
