"""All that an export needs, as it was at one moment, without keeping anybody waiting.

A reader in the middle of a SELECT blocks whoever wants to store an answer. So the rows are copied
raw, in one short transaction, to files without names; they are worked on when the lock is gone.
Small ones never leave the memory, large ones never fill it.
"""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Generic, TypeVar

from sqlmodel import Session

from db.engine import Database
from db.exports import sources
from db.statements import Finds
from schemas.frame.frame import Frame

Row = TypeVar("Row")

IN_MEMORY = 16 * 2**20
"""Bytes of one kind of row that stay in memory; a whole survey of 442 units is a third of it."""

AT_ONCE = 100
"""Rows fetched together; more saves no time."""


class Copied(Generic[Row]):
    """Rows that have been copied out of the database."""

    def __init__(self, file: IO[bytes], make: Callable[..., Row]) -> None:
        self._file = file
        self._make = make
        self._parts = 0
        self.count = 0

    def fill(self, session: Session, statement: Finds) -> None:
        """Copy all rows of a statement."""
        streamed = statement.execution_options(yield_per=AT_ONCE)
        for rows in session.connection().execute(streamed).partitions():
            pickle.dump([tuple(row) for row in rows], self._file, pickle.HIGHEST_PROTOCOL)
            self._parts += 1
            self.count += len(rows)

    def __iter__(self) -> Iterator[Row]:
        self._file.seek(0)
        for _ in range(self._parts):
            for row in pickle.load(self._file):
                yield self._make(*row)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything an export is made of."""

    frame: Frame
    finished: Copied[sources.Finished]
    remarks: Copied[sources.RemarkRow]
    calls: Copied[sources.CallRow]
    redirects: Copied[sources.Referral]
    contacts: Copied[sources.Contact]


@contextmanager
def snapshot(db: Database, folder: Path) -> Iterator[Snapshot]:
    """Copy what there is now; large copies lie in `folder`, nameless, until the block is left."""
    with ExitStack() as files:

        def copied(make: Callable[..., Row]) -> Copied[Row]:
            return Copied(files.enter_context(_nameless(folder)), make)

        taken = Snapshot(
            db.frame,
            copied(sources.Finished),
            copied(sources.RemarkRow),
            copied(sources.CallRow),
            copied(sources.Referral),
            copied(sources.Contact),
        )
        _take(db, taken)
        yield taken


def _nameless(folder: Path) -> IO[bytes]:
    return tempfile.SpooledTemporaryFile(IN_MEMORY, dir=str(folder))


def _take(db: Database, taken: Snapshot) -> None:
    questionnaire = db.survey.questionnaire
    with db.read() as session:
        _see_one_moment(session)
        taken.finished.fill(session, sources.finished(questionnaire))
        taken.remarks.fill(session, sources.remarks(questionnaire))
        taken.calls.fill(session, sources.calls())
        taken.redirects.fill(session, sources.redirects())
        taken.contacts.fill(session, sources.contacts())


def _see_one_moment(session: Session) -> None:
    """On PostgreSQL every statement would see what was stored since the one before it."""
    if session.get_bind().dialect.name == "postgresql":
        session.connection().exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
