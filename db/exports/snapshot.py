"""All that an export needs, as it was at one moment, without keeping anybody waiting.

A reader in the middle of a SELECT blocks whoever wants to store an answer. So the rows are copied
raw, in one short transaction, to files without names; they are worked on when the lock is gone.
Small ones never leave the memory, large ones never fill it.
"""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO, Any, Generic, TypeVar

from sqlmodel import Session

from db.claim_forms import claim_forms_in, claim_in
from db.engine import Database
from db.exports import record_sources, sources
from db.exports.case_tables import Claimed
from db.progress import CasesAtOnce, cases_at_once
from db.stamp import DataStamp, stamp_in
from db.statements import Finds
from schemas.calls.settings import Settings
from schemas.frame.frame import Frame

Row = TypeVar("Row", bound=tuple[Any, ...])

IN_MEMORY = 16 * 2**20
"""Bytes of one kind of row that stay in memory; a whole survey of 442 units is a third of it."""

AT_ONCE = 100
"""Rows fetched together; more saves no time."""


class Copied(Generic[Row]):
    """Rows that have been copied out of the database."""

    def __init__(self, file: IO[bytes], kind: type[Row]) -> None:
        self._file = file
        self._make: Callable[[Iterable[Any]], Row] = partial(tuple.__new__, kind)
        self._parts = 0
        self.count = 0

    def fill(self, session: Session, statement: Finds) -> None:
        """Copy all rows of a statement."""
        streamed = statement.execution_options(yield_per=AT_ONCE)
        for rows in session.connection().execute(streamed).partitions():
            pickle.dump(list(map(tuple, rows)), self._file, pickle.HIGHEST_PROTOCOL)
            self._parts += 1
            self.count += len(rows)

    def __iter__(self) -> Iterator[Row]:
        self._file.seek(0)
        for _ in range(self._parts):
            yield from map(self._make, pickle.load(self._file))


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything an export is made of.

    `record` is what every case has come to, and `forms` what the units said in an earlier phase;
    `stamp` tells which database it was, and when.
    """

    frame: Frame
    finished: Copied[sources.Finished]
    remarks: Copied[sources.RemarkRow]
    calls: Copied[sources.CallRow]
    redirects: Copied[sources.Referral]
    contacts: Copied[sources.Contact]
    decisions: Copied[record_sources.DecisionMade]
    appointments: Copied[record_sources.AppointmentMade]
    undone: Copied[record_sources.DeedUndone]
    begun: Copied[record_sources.Begun]
    typed: Copied[record_sources.Typed]
    confirmed: Copied[record_sources.Noted]
    revealed: Copied[record_sources.Noted]
    completed: Copied[record_sources.Noted]
    record: CasesAtOnce
    forms: Sequence[Claimed]
    stamp: DataStamp


@contextmanager
def snapshot(db: Database, folder: Path, settings: Settings) -> Iterator[Snapshot]:
    """Copy what there is now; large copies lie in `folder`, nameless, until the block is left."""
    with ExitStack() as files:
        with db.read() as session:
            _see_one_moment(session)
            taken = _taken(session, db, folder, settings, files)
        yield taken


def _taken(
    session: Session, db: Database, folder: Path, settings: Settings, files: ExitStack
) -> Snapshot:
    asked = db.survey.questionnaire

    def copied(kind: type[Row], statement: Finds) -> Copied[Row]:
        rows = Copied(files.enter_context(_nameless(folder)), kind)
        rows.fill(session, statement)
        return rows

    return Snapshot(
        db.frame,
        copied(sources.Finished, sources.finished(asked)),
        copied(sources.RemarkRow, sources.remarks(asked)),
        copied(sources.CallRow, sources.calls()),
        copied(sources.Referral, sources.redirects()),
        copied(sources.Contact, sources.contacts()),
        copied(record_sources.DecisionMade, record_sources.decisions()),
        copied(record_sources.AppointmentMade, record_sources.appointments()),
        copied(record_sources.DeedUndone, record_sources.undone()),
        copied(record_sources.Begun, record_sources.begun(asked)),
        copied(record_sources.Typed, record_sources.typed(asked)),
        copied(record_sources.Noted, record_sources.confirmed(asked)),
        copied(record_sources.Noted, record_sources.revealed(asked)),
        copied(record_sources.Noted, record_sources.completed(asked)),
        cases_at_once(session, db.frame, settings),
        _forms(session),
        stamp_in(session),
    )


def _forms(session: Session) -> list[Claimed]:
    forms = claim_forms_in(session).values()
    return [Claimed(form, claim_in(session, form)) for form in forms]


def _nameless(folder: Path) -> IO[bytes]:
    return tempfile.SpooledTemporaryFile(IN_MEMORY, dir=str(folder))


def _see_one_moment(session: Session) -> None:
    """On PostgreSQL every statement would see what was stored since the one before it."""
    if session.get_bind().dialect.name == "postgresql":
        session.connection().exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
