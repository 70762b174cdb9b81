"""Who else on this machine can read the database: seen to where it is ours, and always told.

There are names, numbers and what people said in it.  Windows gives no file a mode: a file may be
read by whoever may read its folder, and a person's own folders are closed to all but her and the
administrators.  So there a database outside of them is told of.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PureWindowsPath
from typing import Final

FILE: Final = 0o600
FOLDER: Final = 0o700
"""Names and numbers of people are nobody else's business."""

OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO

CODE: Final = "(DB-OPEN-TO-OTHERS)"


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
    if os.name == "nt":
        return told_on_windows(PureWindowsPath(folder), os.environ)
    mode = folder.stat().st_mode
    if not mode & stat.S_IWOTH or mode & stat.S_ISVTX:
        return ()
    return (
        f"Alle på maskinen kan skrive i mappen {folder}. Flytt databasen til en egen mappe. {CODE}",
    )


def told_on_windows(folder: PureWindowsPath, env: Mapping[str, str]) -> tuple[str, ...]:
    """What is told of a folder outside a person's own ones, which others are let into."""
    if is_ones_own(folder, env):
        return ()
    return (
        f"Mappen {folder} ligger utenfor din egen brukermappe, og kan kanskje leses av andre på "
        f"maskinen. Flytt databasen til en mappe under brukermappen. {CODE}",
    )


def is_ones_own(folder: PureWindowsPath, env: Mapping[str, str]) -> bool:
    """Whether it is one of those that Windows closes to others, whatever letters it is typed in."""
    own = (env.get(name, "") for name in ("USERPROFILE", "LOCALAPPDATA", "APPDATA", "TEMP"))
    return any(folder.is_relative_to(PureWindowsPath(one)) for one in own if one)


def is_open_to_others(file: Path) -> bool:
    """Whether somebody else on this machine can read it, as far as can be told."""
    if os.name == "nt":
        return not is_ones_own(PureWindowsPath(file), os.environ)
    return bool(file.stat().st_mode & OTHERS)


def _close(path: Path, mode: int, verb: str) -> tuple[str, ...]:
    found = path.stat()
    if os.name == "nt" or not found.st_mode & OTHERS:
        return ()
    if found.st_uid != os.getuid():
        return (
            f"{path} kan {verb} av andre, og tilhører en annen bruker, som må stenge den. {CODE}",
        )
    with suppress(OSError):
        path.chmod(mode)
    if path.stat().st_mode & OTHERS:  # memory sticks and some network drives know no owners
        return (
            f"{path} kan {verb} av andre, og det lar seg ikke stenge der. Flytt databasen. {CODE}",
        )
    return (f"{path} kunne {verb} av andre på maskinen. Nå er den bare din. {CODE}",)
