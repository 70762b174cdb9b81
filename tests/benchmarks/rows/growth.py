"""Ten and a hundred times as many cases: how much longer, and how much more."""

import atexit
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, closing
from functools import lru_cache, partial
from itertools import cycle
from typing import Final
from uuid import uuid4

from db.cases import case_id_of, take_case
from db.database import Database
from db.interviews import record_answer
from db.open_database import open_database
from db.people import sit_down
from tests.benchmarks.places import Place, on_a_server, place_of
from tests.benchmarks.row import Row, Sample
from tests.benchmarks.stopwatch import Stopwatch
from tests.db.world import NOON, World

FEW: Final = 442
"""The cases of the survey."""

UP, DOWN = "\x1b[A", "\x1b[B"

FIRST: Final = "Halden 1"
"""The case that stands first, however many there are."""

FOUND: Final = "Moss 2"
"""The first one that its first letter finds."""

SETTLED: Final = 3.0
"""Seconds after which nothing is loaded any more behind the list."""

On = Callable[[], AbstractContextManager[str]] | None
"""What gives the address of a database; None for a file."""

KEPT: Final = ExitStack()
atexit.register(KEPT.close)


@lru_cache(maxsize=1)
def both(count: int, on: On) -> tuple[Place, Place]:
    """So many cases, and few, where somebody sits already: for all rows about them, and gone before
    the next are made.
    """
    KEPT.close()
    many, few = (KEPT.enter_context(place_of(units, on and on())) for units in (count, FEW))
    for here in (many, few):
        with here.program() as program:
            _sit_down(program)
    return many, few


def _sit_down(program: Stopwatch) -> None:
    program.until("Hvem er du?")
    program.until(FIRST, typing="Kari\r")


def begun(figure: Callable[[Stopwatch], float], count: int, on: On) -> Iterator[Sample]:
    """The program begun anew with so many cases, and with few."""
    while True:
        ours, floor = (_begun(here, figure) for here in both(count, on))
        yield ours, floor


def _begun(here: Place, figure: Callable[[Stopwatch], float]) -> float:
    with here.program() as program:
        return figure(program)


def _seconds(program: Stopwatch) -> float:
    return program.until(FIRST)


def _memory(program: Stopwatch) -> float:
    program.until(FIRST)
    return float(program.memory)


def _first_letter(program: Stopwatch) -> float:
    program.until(FIRST)
    program.rest(SETTLED)
    return program.until(FOUND, typing=FOUND[0].lower())


def pressed(count: int, on: On) -> Iterator[Sample]:
    """An arrow key, until the next line is marked."""
    with ExitStack() as until_done:
        many, few = (until_done.enter_context(here.program()) for here in both(count, on))
        for program in (many, few):
            program.until(FIRST)
            program.rest(SETTLED)
        for key in cycle((DOWN, UP)):
            yield many.until("▸", typing=key), few.until("▸", typing=key)


def stored(count: int, on: On) -> Iterator[Sample]:
    """An answer, by the verb of `db`, in one of so many cases, and in one of few."""
    with ExitStack() as until_done:
        opened = (open_database(here.database, create=False) for here in both(count, on))
        many, few = (_answering(until_done.enter_context(closing(db))) for db in opened)
        while True:
            yield many(), few()


def _answering(db: Database) -> Callable[[], float]:
    """What stores an answer, and says how long it took."""
    me = sit_down(db, uuid4(), "Ida", "ida@pc", NOON)
    world = World(db, me, take_case(db, case_id_of(f"{FEW:06}"), me.id, NOON))
    interview = world.interview()

    def answer() -> float:
        entry, began = world.entry(interview), time.perf_counter()
        record_answer(db, world.lease, entry)
        return time.perf_counter() - began

    return answer


def beside_a_list() -> Iterator[Sample]:
    """An arrow key in a list of ours, and in one of Textual's, of as many rows."""
    with place_of(FEW) as here, here.program() as program:
        _sit_down(program)
        with here.floor("option_list", str(FEW)) as floor:
            floor.until("Kommune 002")
            for key, there in cycle(((DOWN, "Kommune 001"), (UP, "Kommune 000"))):
                yield program.until("▸", typing=key), floor.until(there, typing=key)


Samples = Callable[[int, On], Iterator[Sample]]

ALL_ARE_READ: Final = "a row of every case is read and kept, though few cases are made of them"
FIGURES: Final[tuple[tuple[str, Samples, float, int, str, str], ...]] = (
    ("start → call list of", partial(begun, _seconds), 1.5, 5, "s", ALL_ARE_READ),
    ("memory at the call list of", partial(begun, _memory), 1.2, 3, "MB", ALL_ARE_READ),
    (
        "an arrow key in the call list of",
        pressed,
        1.2,
        40,
        "ms",
        "no key looks through what is listed, but once a second it is asked what has changed",
    ),
    (
        "the first letter typed into the search of",
        partial(begun, _first_letter),
        1.5,
        20,
        "ms",
        "what is searched is made ready while somebody looks; a hundred times as many names are"
        " looked through for a letter",
    ),
    ("an answer stored among", stored, 1.2, 100, "ms", "the indexes of more rows are deeper"),
)
"""What is measured of so many cases: goal, repeats, unit, and what stands in the way."""

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
        Row(
            f"{what} {count:,} cases{engine}",
            f"the same of {FEW}",
            goal=goal,
            samples=partial(samples, count, on),
            repeats=repeats,
            why=why,
            unit=unit,
        )
        for count in (4_420, 44_200)
        # The last ones are kept: a server with something still to put away would disturb others.
        for on, engine in ((on_a_server, ", PostgreSQL"), (None, ""))
        for what, samples, goal, repeats, unit, why in FIGURES
    ),
)
