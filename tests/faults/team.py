"""Many at work at once: every case called and interviewed by one of so many processes.

    python -m tests.faults.team [--processes 20] [--cases 442] [--file]

It tells how long an answer took until it was acknowledged, and how long until somebody else's list
had a case that was finished.  On PostgreSQL, or with `--file` on one SQLite file.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlmodel import col

from db.call_list import states
from db.calls import add_contact, hang_up
from db.cases import load_register, open_case, release, take_case
from db.database import Database
from db.interviews import record_answer
from db.open_database import open_database
from db.people import sit_down
from db.problems import HeldByAnother
from db.records import Interviewer
from db.statements import fetch
from db.tables import AnswerRow
from schemas.calls.outcomes import Outcome
from schemas.calls.settings import Settings
from schemas.questionnaire.questionnaire import Questionnaire
from tests.db.processes import crashed, first_cases, heard, start, until_done
from tests.db.rounds import SERVICE, Round, finish
from tests.db.server import fresh_database, server, text_of
from tests.db.world import NOON
from tests.faults.fault import Found

ANSWERS: Final = 10
"""So many answers an interview has here."""

LOOKS: Final = 0.5
"""Seconds between two looks at the list."""


@dataclass(frozen=True, slots=True)
class AtWork:
    """What came of it: what was lost or doubled, and in seconds how long it took until an answer
    was acknowledged, and until a list had what another had finished.
    """

    found: Found
    answers: list[float]
    lists: list[float]
    seconds: float

    @property
    def line(self) -> str:
        """All of it in a sentence."""
        return (
            f"{self.found.acknowledged} acknowledged in {self.seconds:.0f} s: {self.found.lost} "
            f"lost, {self.found.doubled} doubled, {self.found.crashed} crashed; an answer took "
            f"{_told(self.answers)}, a list followed within {_told(self.lists)} "
            "(median/p95/longest)"
        )


def _told(seconds: list[float]) -> str:
    ordered = sorted(seconds) or [0.0]
    places = len(ordered) // 2, len(ordered) * 95 // 100, -1
    return "/".join(f"{ordered[place] * 1000:.0f}" for place in places) + " ms"


# ── One process ──────────────────────────────────────────────────────────────────────────────────


def interview_all(say: Connection, place: str, name: str, count: int) -> None:
    """Whatever case is free, in an order of one's own: called, interviewed, and let go of."""
    with closing(open_database(place, create=False)) as db:
        me = until_done(lambda: sit_down(db, uuid4(), name, name, NOON))
        finished = finish(**SERVICE)
        cases = first_cases(count)
        random.Random(name).shuffle(cases)
        for case in cases:
            _interview(say, db, me, case, finished)


def _interview(
    say: Connection, db: Database, me: Interviewer, case: UUID, finished: Questionnaire
) -> None:
    try:
        lease = until_done(lambda: take_case(db, case, me.id, NOON))
    except HeldByAnother:
        return
    if until_done(
        lambda: open_case(db, case)
    ).interview:  # somebody has finished it since we looked
        until_done(lambda: release(db, lease))
        return
    world = Round(db, me, lease)
    contact = world.contact()
    until_done(lambda: add_contact(db, lease, contact))
    call = until_done(lambda: world.dial(contact))
    interview = until_done(world.begin)
    say.send(("case", case, time.time()))
    for number in range(ANSWERS):
        entry = world.entry(interview, value=f"svar {number}")
        began = time.perf_counter()
        until_done(lambda entry=entry: record_answer(db, lease, entry))  # type: ignore[misc]
        say.send(("answer", entry.id, time.perf_counter() - began))
    until_done(lambda: world.complete(interview, finished))
    ended = (lease, call.id, Outcome.complete, "", world.now())
    until_done(lambda: hang_up(db, *ended))
    say.send(("finished", case, time.time()))
    until_done(lambda: release(db, lease))


# ── All of them ──────────────────────────────────────────────────────────────────────────────────


def at_work(place: str, processes: int, cases: int) -> AtWork:
    """So many processes at so many cases of a new database, and somebody who looks at the list."""
    with closing(open_database(place, create=True)) as db:
        load_register(db)
        began = time.monotonic()
        team = [start(interview_all, place, f"intervjuer {one}", cases) for one in range(processes)]
        with ThreadPoolExecutor(processes) as listeners:
            told = [listeners.submit(heard, pipe) for _, pipe in team]
            seen = _look(db, lambda: all(one.done() for one in told))
            said = [one for all_of_it in told for one in all_of_it.result()]
        seconds = time.monotonic() - began
        begun = Found(cases, crashed=crashed(process for process, _ in team))
        return _judged(db, said, seen, begun, seconds)


def _look(db: Database, is_over: Callable[[], bool]) -> dict[UUID, float]:
    """When each case was first seen to be finished."""
    seen: dict[UUID, float] = {}
    last = False
    while not last:
        last = is_over()
        for one in until_done(lambda: states(db, Settings())):
            if one.interview == "complete":
                seen.setdefault(one.case_id, time.time())
        time.sleep(LOOKS)
    return seen


def _judged(
    db: Database, said: Iterable[Any], seen: dict[UUID, float], begun: Found, seconds: float
) -> AtWork:
    told: dict[str, list[tuple[UUID, float]]] = {"case": [], "answer": [], "finished": []}
    for what, id, when in said:
        told[what].append((id, when))
    with db.read() as session:
        stored = Counter(row.id for row in fetch(session, select(col(AnswerRow.id))))
    got = Counter(id for id, _ in told["case"])
    lost = sum(1 for id, _ in told["answer"] if id not in stored)
    unseen = sum(1 for id, _ in told["finished"] if id not in seen)
    missed = len(set(first_cases(begun.times)) - set(got))
    twice = sum(many - 1 for many in (*got.values(), *stored.values()))
    found = begun + Found(0, len(told["answer"]) + len(got), lost + missed + unseen, twice)
    lags = [max(seen[id] - when, 0.0) for id, when in told["finished"] if id in seen]
    return AtWork(found, [took for _, took in told["answer"]], lags, seconds)


@contextmanager
def place_for(folder: Path, *, on_a_file: bool) -> Iterator[str]:
    """Where they work; raises NoServerHere."""
    if on_a_file:
        yield str(folder / "team.db")
        return
    with server() as address, fresh_database(address) as ours:
        yield text_of(ours)


def main() -> int:
    """Try it once; 1 where something was lost or doubled."""
    asked = argparse.ArgumentParser(prog="python -m tests.faults.team", description=__doc__)
    asked.add_argument("--processes", type=int, default=20)
    asked.add_argument("--cases", type=int, default=442)
    asked.add_argument("--file", action="store_true", help="one SQLite file")
    order = asked.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        place_for(Path(folder), on_a_file=order.file) as place,
    ):
        done = at_work(place, order.processes, order.cases)
    sys.stdout.write(f"{order.processes} processes, {order.cases} cases: {done.line}\n")
    return not done.found.is_well


if __name__ == "__main__":
    sys.exit(main())
