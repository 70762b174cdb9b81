"""A digit: validated, stored durably, and the next question on the screen."""

import json
import random
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Final

from tests.benchmarks.places import place
from tests.benchmarks.row import Row, Sample
from tests.benchmarks.stopwatch import Stopwatch

THIS: Final = "Er det greit for deg at vi bruker denne forståelsen"
NEXT: Final = "Har Halden i dag"
BACK: Final = "\x1b[5~"
DONT_KNOW: Final = "\x1b[18~"

WAY_IN: Final = (
    ("Kari\r", "Ringeliste"),
    ("\r", "Kontaktpunkter"),
    ("\r", "›"),
    ("\r", "God dag"),
    ("\r", "Passer det"),
    ("1", "Er du den"),
    ("1", "navnet ditt"),
    ("Kari\r", "stilling"),
    (DONT_KNOW, "Hvilken del av"),
    (DONT_KNOW, "telefonnummer"),
    (DONT_KNOW, "e-postadresse"),
    (DONT_KNOW, THIS),
)
"""What is typed to come to the question, and what stands there then."""

PAUSE: Final = (0.05, 0.35)
"""Seconds between two keys: a person's, so that keys meet every phase of whatever ticks."""


def keystrokes(size: tuple[int, int], *, stores: bool) -> Iterator[Sample]:
    """The program and the floor in turn, each back at the question before it is asked again."""
    dice = random.Random(2015)
    with ExitStack() as open_until_done:
        here = open_until_done.enter_context(place())
        program = open_until_done.enter_context(here.program(*size))
        go_to_the_question(program)
        before = "\n".join(program.lines)
        program.until(NEXT, typing="1")
        pictures = here.folder / "pictures.json"
        pictures.write_text(json.dumps([before, "\n".join(program.lines)]), encoding="utf-8")
        stored: list[str | Path] = [here.folder / "floor.sqlite"] if stores else []
        floor = here.floor("in_place", pictures, *stored, columns=size[0], rows=size[1])
        open_until_done.enter_context(floor)
        floor.until(THIS)
        for digit in _digits(stores=stores):
            times = []
            for one in (program, floor):
                one.until(THIS, typing=BACK)
                one.rest(dice.uniform(*PAUSE))
                times.append(one.until(NEXT, typing=digit))
            yield times[0], times[1]


def _digits(*, stores: bool) -> Iterator[str]:
    """Another answer each time; or the one that is there, which need not be stored again."""
    while True:
        yield from ("2", "1") if stores else ("1", "1")


def go_to_the_question(program: Stopwatch) -> None:
    """From the start of the program until the question stands there."""
    program.until("Hvem er du?")
    for typing, wanted in WAY_IN:
        program.until(wanted, typing=typing)


ON_THE_WAY: Final = "Textual's queues, and the threads for keys, storing and the terminal"
BUSY_DISK: Final = "the five syncs of a commit, which both need: on a busy disk nothing else counts"

ROWS: Final = (
    Row(
        "digit → stored → painted, 80×24",
        "one Static with the same text updated by Textual, and a plain sqlite3 commit",
        goal=0.85,
        goal_p95=1.1,
        samples=partial(keystrokes, (80, 24), stores=True),
        repeats=200,
        why=BUSY_DISK,
    ),
    Row(
        "the same, nothing to store",
        "the same without the commit",
        goal=0.7,
        samples=partial(keystrokes, (80, 24), stores=False),
        repeats=200,
        why=ON_THE_WAY,
    ),
    Row(
        "the same, stored, 200×50",
        "as above, on the larger screen",
        goal=0.9,
        goal_p95=1.1,
        samples=partial(keystrokes, (200, 50), stores=True),
        repeats=200,
        why=BUSY_DISK,
    ),
)
