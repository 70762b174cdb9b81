"""The files that lie aside, and a disk that has no room."""

import errno
from pathlib import Path

from db.database import Database
from db.problems import DiskFull
from interviewer.services.unsaved import lying, place_of

FULL = DiskFull("filen")


def no_room(_: int) -> None:
    """What a disk says that nothing more goes on."""
    raise OSError(errno.ENOSPC, "full")


class Aside:
    """The files that lie aside of a database."""

    def __init__(self, database: Database) -> None:
        self.place = place_of(database)

    @property
    def files(self) -> list[Path]:
        """Those that are whole."""
        return lying(self.place)

    @property
    def text(self) -> str:
        """What is in the only one."""
        (file,) = self.files
        return file.read_text(encoding="utf-8")
