"""On PostgreSQL: taking a case and storing an answer, beside the same SQL through bare psycopg."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier
from typing import Any, Final
from unittest.mock import patch
from uuid import uuid4

import psycopg

from db.cases import case_id_of, load_register, take_case
from db.database import Database
from db.interviews import record_answer
from db.open_database import open_database
from db.people import sit_down
from db.ready_statements import ReadyStatement
from db.statements import Values
from tests.benchmarks.places import on_a_server
from tests.benchmarks.row import Row, Sample
from tests.db.processes import CONTEXT, heard, start, until_done
from tests.db.world import NOON, World
from tests.support.municipalities import FRAME

TWENTY: Final = 20
"""At work at once."""

EACH: Final = 40
"""Things that each of them does, one right after the other; the first few warm up."""

WARM: Final = 5


@dataclass(frozen=True, slots=True)
class Sql:
    """A statement as it went to the driver, with its values."""

    text: str
    values: Mapping[str, Any]

    def again(self, connection: psycopg.Connection[Any]) -> None:
        """Once more, by the driver alone; what is stored is something new."""
        new = {"new_id": uuid4()} if "new_id" in self.values else {}
        connection.execute(self.text, {**self.values, **new})


@contextmanager
def sent() -> Iterator[list[Sql]]:
    """The statements that are made ready once, as they go to the driver from the block."""
    told: list[Sql] = []
    carry_out = ReadyStatement.on

    def tell(self: ReadyStatement, line: Any, values: Values) -> Any:
        told.append(Sql(self.text, self._sent(values)))
        return carry_out(self, line, values)

    with patch.object(ReadyStatement, "on", tell):
        yield told


@contextmanager
def database() -> Iterator[str]:
    """A server of its own with all cases."""
    with on_a_server() as ours:
        with closing(open_database(ours, create=True)) as db:
            load_register(db)
        yield ours


class AtWork:
    """Somebody with a case of her own, and the driver alone beside her on a connection."""

    def __init__(self, db: Database, place: str, nth: int) -> None:
        self.db, self.case = db, case_id_of(FRAME.units[nth].id)
        name = f"intervjuer {nth}"
        me = until_done(lambda: sit_down(db, uuid4(), name, name, NOON))
        with sent() as taking:
            lease = until_done(lambda: take_case(db, self.case, me.id, NOON))
        self.world = World(db, me, lease)
        self.interview = until_done(self.world.interview)
        with sent() as answering:
            self.answer()
        self.taken, self.answered = taking[-1], answering[-1]
        self.alone = psycopg.connect(place, autocommit=True)

    def answer(self) -> None:
        """One is stored, by our verb."""
        record_answer(self.db, self.world.lease, self.world.entry(self.interview))

    def answer_alone(self) -> None:
        """One is stored by the driver."""
        self.answered.again(self.alone)

    def take(self) -> None:
        """Her case is taken once more, by our verb; what it was proved by holds no longer."""
        take_case(self.db, self.case, self.world.aase.id, NOON)

    def take_alone(self) -> None:
        """The same by the driver."""
        self.taken.again(self.alone)


Does = Callable[[AtWork], None]


def alone(ours: Does, floor: Does) -> Iterator[Sample]:
    """One at work, by our verb and by the driver in turn; either may be the first."""
    dice = random.Random(2015)
    with ExitStack() as until_done:
        place = until_done.enter_context(database())
        db = until_done.enter_context(closing(open_database(place, create=False)))
        her = AtWork(db, place, 0)
        until_done.enter_context(her.alone)
        while True:
            took = {does: _seconds(does, her) for does in dice.sample([ours, floor], 2)}
            yield took[ours], took[floor]


def _seconds(does: Does, her: AtWork) -> float:
    began = time.perf_counter()
    does(her)
    return time.perf_counter() - began


def together(ours_by: str, floor_by: str) -> Iterator[Sample]:
    """Twenty processes, each with a case; all by our verb, and then all by the driver."""
    dice = random.Random(2015)
    with database() as place:
        while True:
            ours, floor = _all(place, ours_by), _all(place, floor_by)
            dice.shuffle(ours)
            dice.shuffle(floor)
            yield from zip(ours, floor, strict=True)


def _all(place: str, what: str) -> list[float]:
    all_there = CONTEXT.Barrier(TWENTY)
    team = [start(store, place, nth, what, all_there) for nth in range(TWENTY)]
    took = [seconds for _, pipe in team for seconds in heard(pipe)]
    for process, _ in team:
        process.join()
    return [one for one in took if isinstance(one, float)]


def store(say: Connection, place: str, nth: int, what: str, all_there: Barrier) -> None:
    """So many, when all are at work and nobody is only starting; say how long each took."""
    with closing(open_database(place, create=False)) as db:
        her = AtWork(db, place, nth)
        does: Does = getattr(AtWork, what)
        with her.alone:
            all_there.wait()
            took = [_seconds(does, her) for _ in range(WARM + EACH)]
        for one in took[WARM:]:
            say.send(one)


FLOOR: Final = "the same SQL through psycopg alone, on the same server, which waits for no disk"

ROWS: Final = (
    Row(
        "an answer stored, PostgreSQL, one at work",
        FLOOR,
        goal=2.0,
        goal_p95=2.0,
        samples=lambda: alone(AtWork.answer, AtWork.answer_alone),
        repeats=300,
        why="its values are spelt in Python, and a connection is lent and given back",
    ),
    Row(
        "a case taken, PostgreSQL, one at work",
        FLOOR,
        goal=2.0,
        samples=lambda: alone(AtWork.take, AtWork.take_alone),
        repeats=200,
        why="its values are spelt in Python, and a connection is lent and given back",
    ),
    Row(
        "an answer stored, PostgreSQL, 20 at work",
        FLOOR,
        goal=2.0,
        goal_p95=2.0,
        samples=lambda: together("answer", "answer_alone"),
        repeats=600,
        why="twenty programs share the processor with the server",
    ),
    Row(
        "a case taken, PostgreSQL, 20 at work",
        FLOOR,
        goal=2.0,
        samples=lambda: together("take", "take_alone"),
        repeats=600,
        why="twenty programs share the processor with the server",
    ),
)
