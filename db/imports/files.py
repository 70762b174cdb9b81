"""The bytes of a file: never more than a limit, never waiting for a device or a pipe."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import Final

from db.imports.problems import ImportProblem

MOST_MB: Final = 10
"""442 rows with long comments are well under 1 MB."""

CODES: Final[dict[int | None, str]] = {
    errno.ENOENT: "IMPORT-MISSING",
    errno.ENOTDIR: "IMPORT-MISSING",
    errno.EISDIR: "IMPORT-FOLDER",
    errno.EACCES: "IMPORT-PERMISSION",
    errno.EPERM: "IMPORT-PERMISSION",
    errno.ENAMETOOLONG: "IMPORT-NAME",
    errno.EINVAL: "IMPORT-NAME",
    errno.ELOOP: "IMPORT-NOT-FILE",
    errno.ENXIO: "IMPORT-NOT-FILE",  # a socket
}


def read_bytes(path: Path) -> bytes:
    """Everything in the file; a link to a file is as good as the file. Raises ImportProblem."""
    try:
        found = _read(path)
    except OSError as error:
        raise ImportProblem(CODES.get(error.errno, "IMPORT-DISK"), path) from None
    except ValueError:  # a NUL or half a surrogate pair in the name
        raise ImportProblem("IMPORT-NAME", path) from None
    if len(found) > MOST_MB * 1_000_000:
        raise ImportProblem("IMPORT-HUGE", path, most=MOST_MB)
    if not found.strip(b"\0 \t\r\n"):
        raise ImportProblem("IMPORT-EMPTY", path)
    return found


def _read(path: Path) -> bytes:
    _refuse(path, path.stat().st_mode)  # before it is opened: opening may wake a device
    # Without waiting: it may have become a pipe meanwhile, and nobody may ever write to it.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        _refuse(path, os.fstat(file.fileno()).st_mode)
        return file.read(MOST_MB * 1_000_000 + 1) or b""


def _refuse(path: Path, mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise ImportProblem("IMPORT-FOLDER", path)
    if not stat.S_ISREG(mode):
        raise ImportProblem("IMPORT-NOT-FILE", path)
