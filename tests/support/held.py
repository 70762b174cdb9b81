"""Who still has a file open."""

import gc
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path


def held(file: Path) -> Iterator[sqlite3.Connection]:
    """The connections to a file that nobody has closed."""
    for one in gc.get_objects():
        if type(one) is sqlite3.Connection:
            with suppress(sqlite3.ProgrammingError):  # it is closed
                if str(file) in one.execute("PRAGMA database_list").fetchone():
                    yield one
