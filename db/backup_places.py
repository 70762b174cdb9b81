"""Where the backups of a database lie, and what they are called."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

ENDING: Final = "-backups"
"""What the folder is called behind the name of the database."""


def folder_of(database: Path) -> Path:
    """Where the backups of a database lie."""
    return database.with_name(database.name + ENDING)


def place_of(database: Path, name: str) -> Path:
    """Where a backup of that name lies."""
    return folder_of(database) / f"{database.stem}-{name}{database.suffix}"


def is_backed_up(database: Path, day: date) -> bool:
    """Whether there is the backup of a day."""
    return place_of(database, f"{day}").exists()
