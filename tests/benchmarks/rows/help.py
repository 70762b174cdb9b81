"""`ringerunde --help`, beside a Python that does nothing."""

import subprocess
import time
from collections.abc import Iterator
from typing import Final

from tests.benchmarks.places import PYTHON, Place, place
from tests.benchmarks.row import Row, Sample

NOTHING: Final = (PYTHON[0], "-c", "pass")


def runs() -> Iterator[Sample]:
    """Both started anew each time."""
    with place() as here:
        while True:
            yield _seconds(here, (*PYTHON, "interviewer", "--help")), _seconds(here, NOTHING)


def _seconds(here: Place, command: tuple[str, ...]) -> float:
    began = time.perf_counter()
    subprocess.run(command, env=here.surroundings, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - began


ROWS: Final = (
    Row(
        "--help",
        "`python -c pass`",
        goal=6.0,
        samples=runs,
        repeats=40,
        why="paths, patterns and words are loaded before the page is printed",
    ),
)
