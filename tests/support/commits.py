"""How often something was committed to a file, as the file itself tells."""

from pathlib import Path
from typing import Final

COUNTER: Final = slice(24, 28)
"""Where SQLite counts in the head of a file each transaction that has changed it."""


def commits(file: str | Path) -> int:
    """So many until now."""
    with Path(file).open("rb") as head:
        return int.from_bytes(head.read(COUNTER.stop)[COUNTER], "big")
