"""The call list of ten and a hundred times as many cases: how much longer, and how much more."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle
from typing import Final

from tests.benchmarks.places import Place, place_of
from tests.benchmarks.row import Row, Sample
from tests.benchmarks.stopwatch import Stopwatch

FEW: Final = 442
"""The cases of the survey."""

UP, DOWN = "\x1b[A", "\x1b[B"

FIRST: Final = "Halden 1"
"""The case that stands first, however many there are."""


def grown(count: int, figure: Callable[[Stopwatch], float]) -> Iterator[Sample]:
    """The program begun with so many cases, and with few; somebody sits there already."""
    with place_of(count) as many, place_of(FEW) as few:
        for here in (many, few):
            with here.program() as program:
                program.until("Hvem er du?")
                program.until(FIRST, typing="Kari\r")
        while True:
            yield _begun(many, figure), _begun(few, figure)


def _begun(here: Place, figure: Callable[[Stopwatch], float]) -> float:
    with here.program() as program:
        return figure(program)


def _seconds(program: Stopwatch) -> float:
    return program.until(FIRST)


def _memory(program: Stopwatch) -> float:
    program.until(FIRST)
    return float(program.memory)


def _key(program: Stopwatch) -> float:
    """From an arrow key until the next line is marked."""
    program.until(FIRST)
    program.rest(1.0)
    return program.until("▸", typing=DOWN)


def beside_a_list() -> Iterator[Sample]:
    """An arrow key in a list of ours, and in one of Textual's, of as many rows."""
    with place_of(FEW) as here, here.program() as program:
        program.until("Hvem er du?")
        program.until(FIRST, typing="Kari\r")
        with here.floor("option_list", str(FEW)) as floor:
            floor.until("Kommune 002")
            for key, there in cycle(((DOWN, "Kommune 001"), (UP, "Kommune 000"))):
                yield program.until("▸", typing=key), floor.until(there, typing=key)


WHY: Final = "a row of every case is read and kept, though a case is made only of what is looked at"

ROWS: Final = (
    Row(
        f"an arrow key in the call list of {FEW} cases",
        f"Textual's `OptionList` with {FEW} rows",
        goal=1.2,
        samples=beside_a_list,
        repeats=100,
        why="the line is drawn anew, with all that stands beside it",
    ),
    *(
        row
        for count in (4_420, 44_200)
        for row in (
            Row(
                f"start → call list of {count} cases",
                f"the same of {FEW}",
                goal=1.5,
                samples=partial(grown, count, _seconds),
                repeats=5,
                why=WHY,
                unit="s",
            ),
            Row(
                f"memory when the call list of {count} cases is there",
                f"the same of {FEW}",
                goal=1.2,
                samples=partial(grown, count, _memory),
                repeats=3,
                why=WHY,
                unit="MB",
            ),
            Row(
                f"an arrow key in the call list of {count} cases",
                f"the same of {FEW}",
                goal=1.2,
                samples=partial(grown, count, _key),
                repeats=5,
                why="no key looks through what is listed: what is left is chance",
            ),
        )
    ),
)
