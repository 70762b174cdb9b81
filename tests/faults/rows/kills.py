"""A process is killed at a random moment while it stores answers."""

import random
import time
from contextlib import closing
from pathlib import Path

from db.interviews import load_interview
from db.open_database import open_database
from tests.db.processes import KILLED, crashed, heard, record_until_killed, start
from tests.db.server import fresh_database, server, text_of
from tests.faults.desk import desk
from tests.faults.fault import Fault, Found, judged

LONGEST = 0.15
"""Seconds from the first answer to the kill."""


def on_a_file(times: int, folder: Path) -> Found:
    """SIGKILL, again and again, in one interview."""
    return _killed(times, folder / "kills.db")


def on_a_server(times: int, folder: Path) -> Found:
    """The same over a connection."""
    with server() as address, fresh_database(address) as ours:
        return _killed(times, text_of(ours))


def _killed(times: int, place: str | Path) -> Found:
    acknowledged: list[object] = []
    ended_badly = 0
    with desk(place) as at:
        for _ in range(times):
            process, pipe = start(record_until_killed, place, at.lease, at.interview, at.who)
            pipe.poll(None)  # until the first one is stored
            time.sleep(random.uniform(0, LONGEST))
            process.kill()
            acknowledged += heard(pipe)
            ended_badly += crashed([process], *KILLED)
    with closing(open_database(place, create=False)) as again:
        stored = [one.id for one in load_interview(again, at.interview.id).entries]
    return judged(times, acknowledged, stored) + Found(crashed=ended_badly)


FAULTS = (
    Fault("kill -9 while answers are stored, SQLite", on_a_file, 20, 500),
    Fault("kill -9 while answers are stored, PostgreSQL", on_a_server, 10, 250),
)
