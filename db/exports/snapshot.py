"""All that an export needs, as it was at one moment, without keeping anybody waiting.

A reader in the middle of a SELECT blocks whoever wants to store an answer. So the rows are copied
raw, in one short transaction, and worked on when the lock is gone: few of them in memory, many in
a file without a name, so that they never fill it.
"""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO, Any, Final, Generic, NamedTuple, TypeVar

from sqlmodel import Session

from db.claim_forms import claim_forms_in, claim_in
from db.coding import codes_in, coding_of
from db.compared import CasesAtOnce, cases_at_once
from db.engine import Database
from db.exports import record_sources, sources
from db.exports.claim_table import Claimed
from db.stamp import DataStamp, stamp_in
from db.statements import Finds, fetch
from schemas.calls.settings import Settings
from schemas.frame.frame import Frame
from schemas.review.coding.answers import Coding
from schemas.review.coding.open_codes import Codes

Row = TypeVar("Row", bound=tuple[Any, ...])

IN_MEMORY = 25_000
"""Rows of one kind that stay in memory: as many as a survey of 442 units has of the most."""

DOCUMENTS = 2_500
"""The same of whole interviews, each of which is as long as many rows."""

AT_ONCE = 100
"""Rows fetched together; more saves no time."""


class Copied(Generic[Row]):
    """Rows that have been copied out of the database: into a file, where they are many."""

    def __init__(self, make_file: Callable[[], IO[bytes]], kind: type[Row]) -> None:
        self._make_file = make_file
        self._file: IO[bytes] | None = None
        self._most = DOCUMENTS if kind is sources.Finished else IN_MEMORY
        self._make: Callable[[Iterable[Any]], Row] = partial(tuple.__new__, kind)
        self._here: list[list[tuple[Any, ...]]] = []
        self._there = 0
        self.count = 0

    def fill(self, session: Session, statement: Finds) -> None:
        """Copy all rows of a statement."""
        streamed = statement.execution_options(yield_per=AT_ONCE)
        for rows in session.connection().execute(streamed).partitions():
            self._here.append(list(map(tuple, rows)))
            self.count += len(rows)
            if self._file or self.count > self._most:
                self._put_down()

    def _put_down(self) -> None:
        """What is here, into the file."""
        self._file = self._file or self._make_file()
        for rows in self._here:
            pickle.dump(rows, self._file, pickle.HIGHEST_PROTOCOL)
        self._there += len(self._here)
        self._here.clear()

    def __iter__(self) -> Iterator[Row]:
        if self._file:
            self._file.seek(0)
            for _ in range(self._there):
                yield from map(self._make, pickle.load(self._file))
        for rows in self._here:
            yield from map(self._make, rows)


class CodingNoted(NamedTuple):
    """What was said last of the codes of an answer, and by whom."""

    coding: Coding
    coder: int
    coder_name: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What the tables that are asked for are made of; of what they do not need, there is nothing.

    `typed` is all that was, or what was in interviews that have only been begun.  `record` is what
    every case has come to, and `forms` what the units said in an earlier phase; `stamp` tells which
    database it was, and when.
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
    openings: Copied[record_sources.OpeningTold]
    assignments: Copied[record_sources.CaseGiven]
    notes: Copied[record_sources.CaseNoted]
    begun: Copied[record_sources.Begun]
    typed: Copied[record_sources.Typed]
    confirmed: Copied[record_sources.Noted]
    revealed: Copied[record_sources.Noted]
    completed: Copied[record_sources.Noted]
    steps_back: Sequence[record_sources.SteppedBack]
    record: CasesAtOnce
    forms: Sequence[Claimed]
    codes: Codes
    codings: Mapping[str, Mapping[tuple[str, int | None], CodingNoted]]
    stamp: DataStamp


PARADATA: Final = "paradata"
"""The table of everything that was typed: by far the longest."""

TABLES: Final[Mapping[str, frozenset[str]]] = {
    "codes": frozenset(),
    "remarks": frozenset({"finished", "begun", "typed", "remarks"}),
    "cases": frozenset({"decisions", "appointments", "contacts"}),
    "decisions": frozenset({"decisions", "contacts"}),
    "claims": frozenset({"contacts"}),
    "calls": frozenset({"calls"}),
    "redirects": frozenset({"redirects", "contacts"}),
    "undone": frozenset({"undone"}),
    "openings": frozenset({"openings"}),
    "assignments": frozenset({"assignments"}),
    "notes": frozenset({"notes", "contacts"}),
    PARADATA: frozenset({"typed", "confirmed", "revealed", "completed", "steps_back", "contacts"}),
    "contacts": frozenset({"contacts"}),
    "stamp": frozenset(),
}
"""The rows that each table is made of; one that is not named is made of interviews alone."""

INTERVIEWS_ALONE: Final = frozenset({"finished", "begun", "typed"})

RECORD: Final = frozenset({"cases", "decisions"})
"""The tables that tell what each case has come to."""


@contextmanager
def snapshot(
    db: Database,
    folder: Path,
    settings: Settings,
    tables: Collection[str] = tuple(TABLES),
    *,
    contacts: bool = False,
) -> Iterator[Snapshot]:
    """Copy what there is now, of all that `tables` are made of; who answered only with `contacts`.

    Large copies lie in `folder`, nameless, until the block is left.
    """
    with ExitStack() as files:
        with db.read() as session:
            _see_one_moment(session)
            taken = _taken(session, db, _Copies(session, folder, files, tables, contacts), settings)
        yield taken


@dataclass(frozen=True, slots=True)
class _Copies:
    """Where copies go, and which are made."""

    session: Session
    folder: Path
    files: ExitStack
    tables: Collection[str]
    contacts: bool

    def of(self, name: str, kind: type[Row], statement: Finds) -> Copied[Row]:
        rows = Copied(self._nameless, kind)
        if any(name in TABLES.get(table, INTERVIEWS_ALONE) for table in self.tables):
            rows.fill(self.session, statement)
        return rows

    def _nameless(self) -> IO[bytes]:
        return self.files.enter_context(tempfile.TemporaryFile(dir=str(self.folder)))

    def record(self, frame: Frame, settings: Settings) -> CasesAtOnce:
        if RECORD.isdisjoint(self.tables):
            return CasesAtOnce((), (), {})
        return cases_at_once(self.session, frame, settings)


def _taken(session: Session, db: Database, copies: _Copies, settings: Settings) -> Snapshot:
    asked, of, record = db.survey.questionnaire, copies.of, record_sources
    contacts = copies.contacts
    typed = record.typed(asked, contacts=contacts, only_begun=PARADATA not in copies.tables)
    return Snapshot(
        frame=db.frame,
        finished=of("finished", sources.Finished, sources.finished(asked, contacts=contacts)),
        remarks=of("remarks", sources.RemarkRow, sources.remarks(asked)),
        calls=of("calls", sources.CallRow, sources.calls()),
        redirects=of("redirects", sources.Referral, sources.redirects()),
        contacts=of("contacts", sources.Contact, sources.contacts()),
        decisions=of("decisions", record.DecisionMade, record.decisions()),
        appointments=of("appointments", record.AppointmentMade, record.appointments()),
        undone=of("undone", record.DeedUndone, record.undone()),
        openings=of("openings", record.OpeningTold, record.openings()),
        assignments=of("assignments", record.CaseGiven, record.assignments()),
        notes=of("notes", record.CaseNoted, record.notes()),
        begun=of("begun", record.Begun, record.begun(asked)),
        typed=of("typed", record.Typed, typed),
        confirmed=of("confirmed", record.Noted, record.confirmed(asked)),
        revealed=of("revealed", record.Noted, record.revealed(asked)),
        completed=of("completed", record.Noted, record.completed(asked)),
        steps_back=record.steps_back(session, asked),
        record=copies.record(db.frame, settings),
        forms=_forms(session),
        codes=codes_in(session),
        codings=_codings(session),
        stamp=stamp_in(session),
    )


def _codings(session: Session) -> Mapping[str, Mapping[tuple[str, int | None], CodingNoted]]:
    """The latest of every answer, by interview, then by question and item."""
    found: dict[str, dict[tuple[str, int | None], CodingNoted]] = {}
    for row in fetch(session, sources.codings()):
        coding = coding_of(row)
        noted = CodingNoted(coding, row.number, row.name)
        found.setdefault(row.interview, {})[coding.question, coding.item] = noted
    return found


def _forms(session: Session) -> list[Claimed]:
    forms = claim_forms_in(session).values()
    return [Claimed(form, claim_in(session, form)) for form in forms]


def _see_one_moment(session: Session) -> None:
    """On PostgreSQL every statement would see what was stored since the one before it."""
    if session.get_bind().dialect.name == "postgresql":
        session.connection().exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
