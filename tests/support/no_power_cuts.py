"""No test's database has to outlive a power cut: nothing waits until it lies on the disk."""

from typing import Final

from db import sqlite

AS_SHIPPED: Final = sqlite.PRAGMAS
"""What people's databases are opened with."""


def wait_for_no_disk() -> None:
    """From now on, in this process, for every SQLite database."""
    sqlite.PRAGMAS = (*AS_SHIPPED, "PRAGMA synchronous = OFF")
