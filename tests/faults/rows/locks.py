"""Somebody else writes to the same file, for a while."""

import random
import sqlite3
import threading
import time
from contextlib import closing
from itertools import islice
from pathlib import Path

from tests.faults.desk import desk
from tests.faults.fault import Fault, Found, judged

LONGEST = 0.05
"""Seconds that the other one holds the file at a time; answers come a hundred times as fast."""


def in_use(times: int, folder: Path) -> Found:
    """Locked and let go, at random moments, while so many answers are stored."""
    file, done = folder / "locks.db", threading.Event()
    with desk(file) as at:
        other = threading.Thread(target=_writing, args=(file, done))
        other.start()
        acknowledged = []
        for entry in islice(at.answers(), times):
            at.store(entry)
            acknowledged.append(entry.value)
        done.set()
        other.join()
        return judged(times, acknowledged, at.stored())


def _writing(file: Path, done: threading.Event) -> None:
    with closing(sqlite3.connect(file, isolation_level=None, timeout=30)) as other:
        while not done.is_set():
            other.execute("BEGIN IMMEDIATE")
            time.sleep(random.uniform(0, LONGEST))
            other.execute("ROLLBACK")
            time.sleep(random.uniform(0, LONGEST))


FAULTS = (Fault("another program writes to the file", in_use, 100, 1000),)
