"""An open database, and the only two ways to use it: `read()` and `write()`.

A session lives for one operation, never for an interview: a reader left open blocks every writer.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence, Set
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import StatementError
from sqlalchemy.pool import PoolProxiedConnection
from sqlalchemy.sql.dml import UpdateBase
from sqlmodel import Session

from db import postgresql, sqlite
from db.backup_places import remove_half_made
from db.bare_session import BareSession
from db.case_parts import HAND, Hand
from db.driver_errors import in_our_words
from db.plain_sql import Reads
from db.postgresql import Login
from db.problems import NewerVersion, NotRead, NotRewritten, NotSaved
from db.ready_statements import (
    ReadyStatement,
    Touched,
    line_of,
    prepared,
    told,
    told_by,
    touched,
)
from db.statements import Values, reads_of
from db.summaries import kept_true
from db.survey_codes import SURVEY
from db.trail.trail import Trail
from db.unit_rows import GROUP, KIND, FrameOfRows, UnitCells
from db.units import count_units, read_unit_rows
from db.write_count import WriteCount
from schemas.frame.frame import Frame
from schemas.surveys.survey import Survey

if TYPE_CHECKING:
    from db.remembered import Remembered


class Database:
    """An open database: a file, or a PostgreSQL server. Made by `db.open_database`."""

    def __init__(
        self, engine: Engine, where: str, file: sqlite.DatabaseFile | None, survey: Survey
    ) -> None:
        self.where = where
        self.survey = survey
        self.warnings: tuple[str, ...] = ()
        """What a person should be told about where it lies, in sentences with their codes."""
        self.practice = False
        """Whether all of it is invented, for somebody who practises and may ring at any hour."""
        self.address = ""
        """How a server is named, but for the password; nothing for a file."""
        self.login: Login | None = None
        """Whom the server takes us for, where whoever logs in is a person."""
        self.remembered: Remembered | None = None
        """What `db.call_list` has read last."""
        self.before_disk: Callable[[], None] = lambda: None
        """Called, on the thread that stores, when all is said and only the disk is waited for."""
        self._reader = engine
        self._writer = engine.execution_options(**sqlite.WRITING)
        self._file = file
        self._count = WriteCount(where) if file else None
        self.trail = Trail(engine)
        self._joined = threading.local()
        self._hand = Hand()

    @cached_property
    def frame(self) -> Frame:
        """The units of the sample, read when one is first asked for.

        Whoever asks gets `NewerVersion` where the survey has other groups.
        """
        return FrameOfRows(self.survey.frame, self._unit_rows)

    def _unit_rows(self) -> Sequence[UnitCells]:
        """The same rows as of the cases, where those are remembered and every unit has one."""
        remembered = self.remembered.cases.rows if self.remembered else ()
        with self.read() as session:
            if len(remembered) == count_units(session):
                return remembered
            rows = read_unit_rows(session)
        self.require_known(*({row[of] for row in rows} for of in (KIND, GROUP)))
        return rows

    def require_known(self, kinds: Set[str], groups: Set[str]) -> None:
        """Raise NewerVersion where a unit is of a kind or in a group that the survey has not."""
        design = self.survey.frame
        if not (kinds <= design.kinds_by_id.keys() and groups <= design.groups_by_id.keys()):
            raise NewerVersion(self.where)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A short look. Fetch everything, convert it, leave: rows do not outlive the session.

        Raises NotRead and FileReplaced; UnknownCode, SpoiltId, SpoiltMoment, SpoiltUnit,
        SpoiltContent and Unexpected where a record is made of what is there. No verb says so again.
        """
        if (joined := self._open_session()) is not None:
            yield joined
            return
        self._still_there()
        with in_our_words(self.where, NotRead), self._session(writing=False) as session:
            session.info[HAND] = self._hand
            yield session
        self._still_there()

    def ask(self, text: str, sent: Sequence[Any]) -> Touched:
        """What one statement in plain SQL finds; a server is asked once.

        Raises as `read` does.
        """
        if (joined := self._open_session()) is not None:
            return told(joined.connection(), text, sent)
        self._still_there()
        with in_our_words(self.where, NotRead):
            found = self._found(lambda line: told_by(line, text, sent))
        self._still_there()
        return found

    def _found(self, asks: Callable[[PoolProxiedConnection], Touched]) -> Touched:
        if self._count is None:
            return postgresql.by_one_trip(self._reader, asks, writing=False)
        with line_of(self._reader) as line:
            return asks(line)

    @contextmanager
    def moment(self) -> Iterator[Reads]:
        """All of it as it is now, for as long as the block takes: nobody who writes waits for it.

        Raises as `read` does.
        """
        if (joined := self._open_session()) is not None:
            yield reads_of(joined)
        elif self._file is None:
            with self.read() as session:
                postgresql.see_one_moment(session.connection())
                yield reads_of(session)
        else:
            with self.read() as session:
                aside = sqlite.moment_of(session.connection())
            with in_our_words(self.where, NotRead), aside, self._session_on(aside) as session:
                yield reads_of(session)

    @contextmanager
    def write(self, *, holding: bool = False) -> Iterator[Session]:
        """One unit of work, stored durably when the block is left without an error.

        What has come of the cases that it changes is summed up anew, unless all that changes is who
        is `holding` one.

        Raises NotSaved in all its kinds, FileReplaced, FileOlder, Unstorable where a text is none
        that every database takes, ForeignCode where the survey has no such code, and Unexpected.
        No verb says so again.
        The file is looked at before (SQLite's journal must not fall beside somebody else's file)
        and after (nothing is acknowledged that went into a file without a name).
        """
        if (joined := self._open_session()) is not None:
            yield joined
            return
        self._still_there()
        writing, hand = self._session(writing=True), self._hand.for_writing()
        with in_our_words(self.where), writing as session, self._committed(session, holding):
            if self.trail.is_told_at_once:
                session.info[HAND] = hand
            yield session
        self._hand = hand  # what was read within it is so from now on
        self._still_there()

    @contextmanager
    def _committed(self, session: Session, holding: bool) -> Iterator[None]:
        summed_up = nullcontext() if holding else kept_true(session)
        if self._count is not None:
            with self._count.counting(session, self.before_disk), summed_up:
                yield
            return
        with summed_up:
            yield
        self.before_disk()
        session.commit()

    def carry_out(self, statement: UpdateBase, values: Values) -> Touched:
        """One statement that is a unit of work by itself; what it tells of each row it touched.

        When this returns, it is stored durably; a server has been asked once.  It must be one that
        may arrive twice, for a lost connection is exchanged and it is sent again, and be written
        as `db.write_count` wants it.
        """
        ready = prepared(statement, self._reader.dialect)
        known = values if self._count is None else self._count.known(values)
        if (joined := self._open_session()) is not None:
            return self._told(ready.within(joined.connection(), known), stored=False)
        self._still_there()
        with in_our_words(self.where):
            done = self._told(self._alone(ready, known), stored=True)
        self._still_there()
        return done

    def _alone(self, ready: ReadyStatement, values: Values) -> Touched:
        if self._count is None:
            self.before_disk()
            return postgresql.by_one_trip(
                self._reader, lambda line: touched(ready.on(line, values)), writing=True
            )
        with line_of(self._reader) as line:
            self.trail.follow(line)
            stored = ready.on(line, values)
            self.before_disk()  # SQLite commits when it is asked for more rows, and there are none
            return touched(stored)

    def _told(self, rows: Touched, *, stored: bool) -> Touched:
        return rows if self._count is None else self._count.told(rows, stored=stored)

    @contextmanager
    def look(self) -> Iterator[Reads]:
        """The same short look, in plain SQL."""
        with self.read() as session:
            yield reads_of(session)

    def opened(self) -> Self:
        """Itself: whoever looks into a file opens it for more than a look."""
        return self

    @property
    def file(self) -> Path | None:
        """The file that it lies in; None on a server."""
        return self._file.path if self._file else None

    @property
    def dialect(self) -> str:
        """Which kind of database this is: a verb's statement is built once for each."""
        return self._reader.dialect.name

    @contextmanager
    def together(self) -> Iterator[None]:
        """Several verbs as one unit of work: all of them are stored when the block ends, or none.

        Only verbs of this thread take part; inside, they read what the ones before have written.
        Within another such block it is part of that.
        """
        outer = self._open_session()
        with self.write() as session:
            self._joined.session = session
            try:
                yield
            finally:
                self._joined.session = outer

    @contextmanager
    def fill(self) -> Iterator[Connection]:
        """One unit of work that the trail does not follow: what comes has a trail of its own."""
        with (
            in_our_words(self.where),
            self._writer.begin() as connection,
            postgresql.patient(connection),
        ):
            yield connection

    def rewrite_file(self) -> None:
        """Leave nothing in the file but what stands in it: no page is free, no row half written
        over, and no half of a copy lies beside it.  A server does so by itself, in time.

        Raises NotRewritten where somebody else is at work, or without as much room again.
        """
        if self._file is None:
            return
        self._still_there()
        remove_half_made(self._file.path)
        try:
            with in_our_words(self.where), line_of(self._reader) as line:
                for statement in ("PRAGMA temp_store = MEMORY", "VACUUM"):
                    line.cursor().execute(statement)
        except NotSaved:
            raise NotRewritten(self.where) from None
        self._still_there()

    @property
    def is_together(self) -> bool:
        """Whether this thread is within such a block, whose writing may yet be undone."""
        return self._open_session() is not None

    def _open_session(self) -> Session | None:
        session: Session | None = getattr(self._joined, "session", None)
        return session

    def close(self) -> None:
        """Let go of the file or server. Nothing is lost: everything was stored when it was said."""
        self._reader.dispose()

    def _still_there(self) -> None:
        if self._file is not None:
            self._file.still_there()

    @contextmanager
    def _session(self, *, writing: bool) -> Iterator[Session]:
        with self._connected(writing=writing) as connection:
            if writing:
                self.trail.follow(connection.connection)
            try:
                with self._session_on(connection) as session:
                    yield session
            except StatementError:
                # A COMMIT that SQLite refused leaves its transaction and locks in place, and
                # SQLAlchemy takes it for ended: such a connection must not be used again.
                connection.invalidate()
                raise

    def _session_on(self, connection: Connection) -> Session:
        return BareSession(connection, {SURVEY: self.survey})

    def _connected(self, *, writing: bool) -> AbstractContextManager[Connection]:
        engine = self._writer if writing else self._reader
        if self._file is not None:
            return engine.connect()
        return postgresql.connected(engine, writing=writing)
