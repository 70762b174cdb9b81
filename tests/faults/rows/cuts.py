"""The connection to a server is cut, or the server stops answering, while answers are stored."""

import os
import random
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, make_url
from sqlalchemy.pool import NullPool

from db import postgresql
from tests.db.server import fresh_database, server, text_of
from tests.faults.desk import desk
from tests.faults.fault import Fault, Found, judged

BETWEEN = 0.02
"""Seconds between two cuts, at the longest: a stored answer takes a few thousandths."""

PATIENCE = 0.5
"""Seconds until we hang up on a server that does not answer, instead of many."""

OTHERS = (
    "SELECT pid FROM pg_stat_activity WHERE application_name = 'ringerunde'"
    " AND datname = current_database()"
)


def cut(times: int, folder: Path) -> Found:
    """The server ends the connection, in the middle of a statement or of a COMMIT too."""

    def end(engine: Engine) -> None:
        _ask(engine, f"SELECT pg_terminate_backend(pid) FROM ({OTHERS}) AS ours")
        time.sleep(random.uniform(0, BETWEEN))

    return _disturbed(times, end, nullcontext())


def frozen(times: int, folder: Path) -> Found:
    """The process at the other end stops for longer than we wait."""

    def freeze(engine: Engine) -> None:
        found = [row[0] for row in _ask(engine, OTHERS)]
        for pid in found:
            _signal(pid, signal.SIGSTOP)
        time.sleep(2 * PATIENCE)
        for pid in found:
            _signal(pid, signal.SIGCONT)
        time.sleep(PATIENCE)

    return _disturbed(times, freeze, impatient())


def _disturbed(
    times: int, disturb: Callable[[Engine], None], waiting: AbstractContextManager[None]
) -> Found:
    with server() as address, fresh_database(address) as ours:
        return _stored(times, text_of(ours), disturb, waiting)


def _stored(
    times: int,
    place: str,
    disturb: Callable[[Engine], None],
    waiting: AbstractContextManager[None],
) -> Found:
    """Answers, until it was disturbed so many times; `waiting` is how long we do meanwhile."""
    acknowledged: list[object] = []
    engine = create_engine(make_url(place).set(drivername="postgresql+psycopg"), poolclass=NullPool)
    done = threading.Event()

    def disturbing() -> None:
        for _ in range(times):
            with suppress(Exception):
                disturb(engine)
        done.set()

    with desk(place) as at:
        with waiting:
            other = threading.Thread(target=disturbing)
            other.start()
            for entry in islice(at.answers(), 1_000_000):
                at.store(entry)
                acknowledged.append(entry.value)
                if done.is_set():
                    break
            other.join()
        return judged(times, acknowledged, at.stored())


@contextmanager
def impatient(seconds: float = PATIENCE) -> Iterator[None]:
    """For a while we wait less long for an answer."""
    before = postgresql.WRITE_PATIENCE, postgresql.READ_PATIENCE
    postgresql.WRITE_PATIENCE = postgresql.READ_PATIENCE = seconds
    try:
        yield
    finally:
        postgresql.WRITE_PATIENCE, postgresql.READ_PATIENCE = before


def _ask(engine: Engine, statement: str) -> list[Any]:
    with engine.begin() as connection:
        return list(connection.exec_driver_sql(statement).all())


def _signal(pid: int, which: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, which)


FAULTS = (
    Fault("the connection cut, PostgreSQL", cut, 50, 500),
    Fault("the server frozen, PostgreSQL", frozen, 5, 50),
)
