"""What was acknowledged is there, whatever happens to the process."""

import random
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from db.database import Database
from db.interviews import load_interview
from db.open_database import open_database
from tests.db.processes import heard, record_until_killed, start
from tests.db.world import World

KILLS = 10


@pytest.mark.slow
def test_no_acknowledged_answer_is_lost_by_kill_9(
    file: Path, on_file: Database, with_cases: None
) -> None:
    """Ten processes, one after the other, are killed at a random moment while they record."""
    world = World(on_file)
    interview = world.interview()
    on_file.close()
    acknowledged: list[object] = []
    for _ in range(KILLS):
        process, pipe = start(record_until_killed, file, world.lease, interview, world.aase)
        acknowledged.append(pipe.recv())
        time.sleep(random.uniform(0, 0.15))
        process.kill()
        acknowledged += heard(pipe)
        process.join()
    with closing(open_database(file, create=False)) as again:
        stored = {entry.id for entry in load_interview(again, interview.id).entries}
    assert set(acknowledged) <= stored
    assert len(stored) - len(acknowledged) <= KILLS  # stored, and killed before it was said
    assert whole(file)


def whole(file: Path) -> bool:
    """Whether SQLite finds nothing wrong."""
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
