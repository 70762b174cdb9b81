"""What was asked arrives, and the reply to it is lost, in the middle of an interview."""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, nullcontext
from pathlib import Path
from typing import Final

from sqlalchemy import URL, func, make_url, select
from sqlmodel import col

from db.cases import load_register
from db.database import Database
from db.open_database import open_database
from db.problems import DatabaseProblem
from db.statements import fetch
from db.tables import AnswerRow, AttemptRow, PersonAnswerRow
from tests.db.server import fresh_database, server, text_of
from tests.faults.fault import Fault, Found
from tests.faults.rows.cuts import impatient
from tests.support.keyboard import TO_THE_OFFERS, Keyboard
from tests.support.lost_replies import Loses, now_and_then, storing, wire

SILENCE: Final = 1.0
"""Seconds until we hang up on a wire through which nothing comes, instead of many; a busy machine
answers within that."""

BETWEEN: Final = 60
"""Requests between two replies that are lost, at least: opening a case takes some thirty."""

TRIES: Final = 50
"""So often what could not be stored is tried again, and the program says so meanwhile."""

Said = Counter[tuple[object, ...]]
"""What there is of a call: calls, and answers with their place in the interview."""


def cut(times: int, folder: Path) -> Found:
    """The wire is cut then."""
    return _many(times, folder, lambda: now_and_then(random.Random(), BETWEEN), stalls=False)


def committed(times: int, folder: Path) -> Found:
    """It is the reply that something was stored, every few times."""
    return _many(times, folder, lambda: now_and_then(random.Random(), 4, storing), stalls=False)


def silent(times: int, folder: Path) -> Found:
    """Nothing comes through any more."""
    return _many(times, folder, lambda: now_and_then(random.Random(), BETWEEN), stalls=True)


def _many(times: int, folder: Path, loses: Callable[[], Loses], *, stalls: bool) -> Found:
    wanted, found = undisturbed(folder / "undisturbed.db"), Found()
    with server() as address:
        for _ in range(times):
            with fresh_database(address) as ours:
                found += compared(disturbed(ours, loses(), stalls=stalls), wanted)
    return found


def compared(said: Said, wanted: Said) -> Found:
    """What is there against what was typed."""
    lost, more = (wanted - said).total(), (said - wanted).total()
    return Found(1, wanted.total(), lost, more)


def undisturbed(file: Path) -> Said:
    """What there is when nothing is lost."""
    with closing(open_database(file, create=True, durable=False)) as db:
        load_register(db)
        typed(db)
        return told(db)


def disturbed(address: URL, loses: Loses, *, stalls: bool) -> Said:
    """The same keys over a wire that loses replies; what is there in the end."""
    place = text_of(address)
    with closing(open_database(place, create=True)) as owner:
        load_register(owner)
        with (
            wire(make_url(place), loses, stalls=stalls) as made,
            impatient(SILENCE) if stalls else nullcontext(),
            closing(_opened(text_of(made.address()))) as db,
        ):
            typed(db)
        return told(owner)


def _opened(place: str) -> Database:
    for _ in range(TRIES):
        try:
            return open_database(place, create=False)
        except DatabaseProblem:
            continue
    raise TimeoutError("never opened")


def typed(db: Database) -> None:
    """A call up to its questions: one types on, and what could not be stored is tried again."""
    kari = Keyboard(db)
    for key in keys(kari):
        kari.keys(key)
        for _ in range(TRIES):
            if not kari.delayed:
                break
            kari.retry()


def keys(kari: Keyboard) -> Iterator[str]:
    """Who calls, the first case, and the answers; each where the one before has led to."""
    yield from "Kari"
    yield from ("enter", "enter", "enter", "enter", "enter")
    yield from TO_THE_OFFERS
    yield from ("1", "1", "2", "enter")


def told(db: Database) -> Said:
    """Every answer with its place, and every call."""
    with db.read() as session:
        apart = col(PersonAnswerRow.id) == col(AnswerRow.id)
        value = func.coalesce(col(PersonAnswerRow.value), col(AnswerRow.value))
        order = select(col(AnswerRow.seq), col(AnswerRow.question), value)
        order = order.outerjoin(PersonAnswerRow, apart)
        calls = select(col(AttemptRow.number), col(AttemptRow.outcome))
        rows = [*fetch(session, order), *fetch(session, calls)]
    return Counter((row[0], str(row[1]), str(row[2:])) for row in map(tuple, rows))


FAULTS = (
    Fault("replies lost in an interview, the wire cut, PostgreSQL", cut, 5, 100),
    Fault("replies to COMMIT lost in an interview, the wire cut, PostgreSQL", committed, 5, 100),
    Fault("replies lost in an interview, the wire silent, PostgreSQL", silent, 3, 50),
)
