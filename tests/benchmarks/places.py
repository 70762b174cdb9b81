"""Where a program that is measured lives: a folder of its own, with a database in it."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from db.cases import load_register
from db.open_database import open_database
from interviewer.places import DATABASE_VARIABLE
from tests.benchmarks.stopwatch import Stopwatch
from tests.db.server import fresh_database, server, text_of
from tests.support.invented_units import file_of
from tests.support.terminal import surroundings

PYTHON: Final = (sys.executable, "-m")


@dataclass(frozen=True, slots=True)
class Place:
    """A home that belongs to nobody, on the disk that the checkout lies on."""

    folder: Path
    server: str = ""
    """The address of a database, where it lies in no file."""

    @property
    def database(self) -> str:
        """All cases of the survey; nobody has sat down yet."""
        return self.server or str(self.folder / "ringerunde.sqlite")

    def program(self, columns: int = 80, rows: int = 24) -> Stopwatch:
        """The program, on that database."""
        return self._on_database("interviewer", columns=columns, rows=rows)

    def practice(self) -> Stopwatch:
        """Practising, in a database that is made for it, and thrown away."""
        return Stopwatch((*PYTHON, "interviewer", "demo"), env=self._env)

    def watched(self, notes: Path) -> Stopwatch:
        """The same, noting how far each key has come."""
        return self._on_database("tests.benchmarks.watched", notes)

    def _on_database(self, *command: str | Path, columns: int = 80, rows: int = 24) -> Stopwatch:
        named = {**self._env, DATABASE_VARIABLE: self.database}
        return Stopwatch((*PYTHON, *command), columns=columns, rows=rows, env=named)

    def floor(self, name: str, *args: str | Path, columns: int = 80, rows: int = 24) -> Stopwatch:
        """One of the programs in `floors`."""
        command = (*PYTHON, f"tests.benchmarks.floors.{name}", *args)
        return Stopwatch(command, columns=columns, rows=rows, env=self._env)

    @property
    def surroundings(self) -> dict[str, str]:
        """The environment of a command that needs no terminal."""
        return surroundings(self._env)

    @property
    def _env(self) -> dict[str, str]:
        """A home of its own, and modules compiled once for all: as on a second start."""
        compiled = str(self.folder / "compiled")
        return {
            "HOME": str(self.folder),
            "PYTHONPYCACHEPREFIX": compiled,
            "PYTHONDONTWRITEBYTECODE": "",
        }


@contextmanager
def on_a_server() -> Iterator[str]:
    """The address of an empty database, on a server of its own.

    It does not wait for its disk, which would take as long for the floor, and hide what differs.
    """
    with server() as address, fresh_database(address) as ours:
        yield text_of(ours)


@contextmanager
def place_of(units: int, on: AbstractContextManager[str] | None = None) -> Iterator[Place]:
    """A place with a sample of so many invented units, brought in as anybody brings in theirs."""
    with on or nullcontext("") as address, _folder() as folder:
        found = Place(folder, address)
        sample = file_of(units, found.folder)
        new = ("interviewer", "--database", found.database, "new", "--units", sample)
        quiet = subprocess.DEVNULL
        subprocess.run((*PYTHON, *map(str, new)), env=found.surroundings, check=True, stdout=quiet)
        yield found


@contextmanager
def place() -> Iterator[Place]:
    """A place with all cases of the survey."""
    with _folder() as folder:
        found = Place(folder)
        with closing(open_database(found.database, create=True, durable=False)) as database:
            load_register(database)
        rules = (*PYTHON, "tests.support.any_hour")
        subprocess.run(rules, env=found.surroundings, check=True)
        yield found


@contextmanager
def _folder() -> Iterator[Path]:
    """One that is gone afterwards; not in `/tmp`, which is often no disk at all."""
    with TemporaryDirectory(prefix=".benchmark-", dir=Path.cwd()) as folder:
        yield Path(folder)
