"""The practice database: until somebody can read, until the data are there, and how it grows."""

from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Final

from db.database import Database
from db.open_database import open_database
from interviewer.practice.season import play
from tests.benchmarks.places import place
from tests.benchmarks.row import Row, Sample

FEW: Final = 12
MANY: Final = 60
SEASON: Final = 300


def first_screen() -> Iterator[Sample]:
    """From the command until it asks for a name."""
    with place() as here:
        while True:
            with here.practice() as program:
                ours = program.until("Hvem er du?")
            with here.floor("bare_screen") as floor:
                yield ours, floor.until("Ringerunde")


def growth(interviews: int) -> Iterator[Sample]:
    """CPU for each answer, beyond what is done before the first one."""
    while True:
        before, _ = _played(0)
        many, few = ((cpu - before) / answers for cpu, answers in map(_played, (interviews, FEW)))
        yield many, few


def _played(interviews: int) -> tuple[float, int]:
    """CPU, and how many answers there are then."""
    with TemporaryDirectory(prefix=".benchmark-", dir=Path.cwd()) as folder:
        path = Path(folder) / "practice.sqlite"
        with closing(open_database(path, create=True, durable=False)) as database:
            began = process_time()
            play(database, interviews, seed=2015)
            return process_time() - began, _answers(database)


def _answers(database: Database) -> int:
    with database.look() as reads:
        ((count,),) = reads.rows("SELECT count(*) FROM answer_entry")
    return int(count)


ROWS: Final = (
    Row(
        "`demo` → its first screen",
        "a bare Textual screen with one widget",
        goal=4.0,
        samples=first_screen,
        repeats=10,
        why="the command line is loaded before it, and the units are counted",
        unit="s",
    ),
    *(
        Row(
            f"practice data, CPU for each answer of {interviews} interviews",
            f"for each of {FEW}",
            goal=1.1,
            samples=partial(growth, interviews),
            repeats=2,
            why="the rules look at all that is begun",
            is_large=interviews == SEASON,
        )
        for interviews in (MANY, SEASON)
    ),
)
