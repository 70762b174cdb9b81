"""Where the backups of a database lie, and what they are called."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
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


def draft_of(target: Path) -> Path:
    """Where a copy is made that is to lie there: nobody else's, who may be making the same one."""
    return target.with_name(f".{target.name}.{os.urandom(4).hex()}{DRAFT}")


DRAFT: Final = ".tmp"
"""How what is not a whole copy yet is called at its end."""


def remove_half_made(database: Path, since: float = float("inf")) -> None:
    """Take away what a program has left that was killed over a copy, beside it or its backups,
    where nobody has written on it `since` a moment.  Whoever is just making one has to try again.
    """
    for one in _half_made(database):
        with suppress(OSError):
            if one.stat().st_mtime < since:
                shutil.rmtree(one) if one.is_dir() else one.unlink()


def _half_made(database: Path) -> Iterator[Path]:
    begin = rf"\.{re.escape(database.stem)}"
    end = rf"{re.escape(database.suffix)}(\.\w+)?\{DRAFT}(-journal)?"
    beside, kept = rf"{begin}(-\d+T\d+)?{end}", rf"{begin}-.+{end}"
    for folder, name in ((database.parent, beside), (folder_of(database), kept)):
        if folder.is_dir() and os.access(folder, _TO_LOOK):
            yield from (one for one in folder.iterdir() if re.fullmatch(name, one.name))


def is_backed_up(database: Path, day: date) -> bool:
    """Whether there is the backup of a day."""
    return os.access(place_of(database, f"{day}"), os.F_OK)


def are_closed(database: Path) -> bool:
    """Whether we may not look into the folder of the backups: root's, after a start as root."""
    folder = folder_of(database)
    return folder.is_dir() and not os.access(folder, _TO_LOOK)


_TO_LOOK: Final = os.R_OK | os.X_OK
