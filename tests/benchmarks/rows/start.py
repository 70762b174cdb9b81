"""From the command to the first picture, and to a screen that takes a key."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from tests.benchmarks.places import place
from tests.benchmarks.row import Row, Sample

FIRST: Final = "Ringerunde"
LIST: Final = "Halden"
FLOOR: Final = "a bare Textual screen with one widget"


def starts(wanted: str) -> Iterator[Sample]:
    """Both started anew each time; somebody sits here, so that the call list comes by itself."""
    with place() as here:
        with here.program() as program:
            program.until("Hvem er du?")
            program.until(LIST, typing="Kari\r")
        while True:
            with here.program() as program:
                ours = program.until(wanted)
            with here.floor("bare_screen") as floor:
                yield ours, floor.until(FIRST)


ROWS: Final = (
    Row(
        "start → first frame",
        FLOOR,
        goal=1.15,
        samples=partial(starts, FIRST),
        repeats=20,
        why="our own modules: the state machine, the words, the drawing",
        unit="s",
    ),
    Row(
        "start → call list, ready for a key",
        FLOOR,
        goal=2.0,
        samples=partial(starts, LIST),
        repeats=20,
        why="the rules of calling, and every record they read, are loaded behind the first frame",
        unit="s",
    ),
)
