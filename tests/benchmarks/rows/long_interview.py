"""A key late in a long interview: what was answered before must not make it slower."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import TYPE_CHECKING, Final

from db.cases import load_register
from db.open_database import open_database
from interviewer.terminal.player import Player
from tests.benchmarks.row import Row, Sample
from tests.support.keyboard import TO_THE_OFFERS, Keyboard

if TYPE_CHECKING:
    from db.database import Database

OFFERS: Final = 30
ANSWERS: Final = 8
"""Of each offer: its name, and seven that nobody knows."""

ONE_MORE: Final = "1"
TO_THE_FIRST: Final = (*TO_THE_OFFERS, ONE_MORE, *["f7"] * 7)


class OnTheLine(Keyboard):
    """Somebody in an interview, for whom nothing is looked at but the program itself."""

    store = Player.store

    def at_the_offer(self, nth: int) -> OnTheLine:
        """At whom it is for, with all others answered before it."""
        self.sits_down().dials()
        self.keys(*TO_THE_FIRST, *"Kurs 1", "enter")
        for offer in range(2, nth + 1):
            self.keys(*["f7"] * (ANSWERS - 1), ONE_MORE, *f"Kurs {offer}", "enter")
        assert self.at == "offer_scope"
        return self

    def answers(self, digit: str) -> float:
        """CPU of a digit that is stored, until the next question is drawn; then it goes back."""
        began = process_time()
        self.keys(digit)
        self.picture()
        took = process_time() - began
        self.keys("pageup")
        return took


def late_and_early() -> Iterator[Sample]:
    """The same question, of the last of many offers and of the only one."""
    with TemporaryDirectory(prefix=".benchmark-", dir=Path.cwd()) as folder:
        late, early = Path(folder, "late.sqlite"), Path(folder, "early.sqlite")
        with _cases(late) as one, _cases(early) as other:
            many, few = OnTheLine(one).at_the_offer(OFFERS), OnTheLine(other).at_the_offer(1)
            for digit in cycle("12"):
                yield many.answers(digit), few.answers(digit)


def _cases(path: Path) -> closing[Database]:
    database = open_database(path, create=True, durable=False)
    load_register(database)
    return closing(database)


ROWS: Final = (
    Row(
        f"a digit behind {OFFERS * ANSWERS} answers, stored and drawn, CPU",
        f"the same behind {ANSWERS}",
        goal=1.2,
        samples=late_and_early,
        repeats=200,
        why="the answers on the route are copied, and the rail has a sign for each of its parts",
    ),
)
