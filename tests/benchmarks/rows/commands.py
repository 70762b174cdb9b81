"""Commands that read everything: the CPU that they cost, from the start of the process on."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.benchmarks.cost import Cost, cost_of
from tests.benchmarks.grown import grown
from tests.benchmarks.row import Row, Sample

FLOOR: Final = "typer, rich and SQLModel loaded, one table read and shown"
INTERVIEWS: Final = 300
MANY: Final = 3_000
MOST: Final = 100_000

WHY: Final = "the questionnaire and its classes are loaded, and every answer is read"


def command(*args: str) -> Iterator[Sample]:
    """The program and the floor on the same database."""
    database = grown(INTERVIEWS)
    with TemporaryDirectory(prefix=".benchmark-", dir=Path.cwd()) as folder:
        while True:
            ours = _run(database, args, Path(folder))
            floor = cost_of("-m", "tests.benchmarks.floors.loaded", database)
            yield ours.cpu, floor.cpu


def memory(count: int, *args: str) -> Iterator[Sample]:
    """The program with so many interviews, and with few of them."""
    many, few = grown(count), grown(INTERVIEWS)
    with TemporaryDirectory(prefix=".benchmark-", dir=Path.cwd()) as folder:
        while True:
            yield tuple(_run(one, args, Path(folder)).memory for one in (many, few))  # type: ignore[misc]


def _run(database: Path, args: tuple[str, ...], folder: Path) -> Cost:
    out = ("--force", "--out", folder / "out") if "export" in args else ()
    return cost_of("-m", "interviewer", "--database", database, *args, *out)


def _costs(*args: str) -> Row:
    name = " ".join(args)
    return Row(
        f"`{name}`, {INTERVIEWS} interviews, CPU",
        FLOOR,
        goal=1.5,
        samples=partial(command, *args),
        repeats=10,
        why=WHY,
        unit="s",
    )


ROWS: Final = (
    _costs("status"),
    _costs("rates"),
    _costs("review", "list"),
    _costs("export", "csv"),
    *(
        Row(
            f"`export csv`, {count:,} interviews, memory",
            f"the same with {INTERVIEWS}",
            goal=1.2,
            samples=partial(memory, count, "export", "csv"),
            repeats=repeats,
            why="the units and the names of persons are kept, and 6 MB of the file",
            unit="MB",
            is_large=count == MOST,
        )
        for count, repeats in ((MANY, 3), (MOST, 1))
    ),
)
