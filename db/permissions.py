"""Who else on this machine can read the database: seen to where it is ours, and always told.

There are names, numbers and what people said in it.  Windows keeps a person's folders to herself.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import Final

FILE: Final = 0o600
FOLDER: Final = 0o700
"""Names and numbers of people are nobody else's business."""

OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO


def close_file(file: Path) -> tuple[str, ...]:
    """Let nobody but its owner read a file; what a person is told of it, if anything was open."""
    return _close(file, FILE, "leses")


def close_folder(folder: Path) -> tuple[str, ...]:
    """Let nobody but its owner into a folder that is ours alone; what a person is told of it."""
    return _close(folder, FOLDER, "åpnes")


def look_at_folder(folder: Path) -> tuple[str, ...]:
    """What is told of a folder where there may be other things as well: it is left as it is.

    Whoever may write there can put another database in the place of ours.
    """
    mode = folder.stat().st_mode
    if os.name == "nt" or not mode & stat.S_IWOTH or mode & stat.S_ISVTX:
        return ()
    return (f"Alle på maskinen kan skrive i mappen {folder}. Flytt databasen til en egen mappe.",)


def _close(path: Path, mode: int, verb: str) -> tuple[str, ...]:
    found = path.stat()
    if os.name == "nt" or not found.st_mode & OTHERS:
        return ()
    if found.st_uid != os.getuid():
        return (f"{path} kan {verb} av andre, og tilhører en annen bruker, som må stenge den.",)
    with suppress(OSError):
        path.chmod(mode)
    if path.stat().st_mode & OTHERS:  # memory sticks and some network drives know no owners
        return (f"{path} kan {verb} av andre, og det lar seg ikke stenge der. Flytt databasen.",)
    return (f"{path} kunne {verb} av andre på maskinen. Nå er den bare din.",)
