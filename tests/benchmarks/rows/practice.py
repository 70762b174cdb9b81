"""The practice database: until somebody can read, until the data are there, and how it grows."""

from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Final

from db.engine import open_database
from interviewer.practice.season import play
from tests.benchmarks.places import place
from tests.benchmarks.row import Row, Sample

FEW: Final = 12
MANY: Final = 60


def first_screen() -> Iterator[Sample]:
    """From the command until it asks for a name."""
    with place() as here:
        while True:
            with here.practice() as program:
                ours = program.until("Hvem er du?")
            with here.floor("bare_screen") as floor:
                yield ours, floor.until("Ringerunde")


def growth() -> Iterator[Sample]:
    """CPU for each interview, when there are to be many and few."""
    while True:
        yield _played(MANY), _played(FEW)


def _played(interviews: int) -> float:
    with TemporaryDirectory(prefix=".benchmark-", dir=Path.cwd()) as folder:
        path = Path(folder) / "practice.sqlite"
        with closing(open_database(path, create=True, durable=False)) as database:
            began = process_time()
            play(database, interviews, seed=2015)
            return (process_time() - began) / interviews


ROWS: Final = (
    Row(
        "`demo` → its first screen",
        "a bare Textual screen with one widget",
        goal=4.0,
        samples=partial(first_screen),
        repeats=10,
        why="the command line is loaded before it, and the units are counted",
        unit="s",
    ),
    Row(
        f"practice data, CPU for each of {MANY} interviews",
        f"for each of {FEW}",
        goal=1.0,
        samples=partial(growth),
        repeats=2,
        why="the call list is read anew for every call, and grows",
    ),
)
