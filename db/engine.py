"""Opening a database, and the only two ways to use it: `read()` and `write()`.

A session lives for one operation, never for an interview: a reader left open blocks every writer.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator, Sequence, Set
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, StatementError
from sqlalchemy.pool import PoolProxiedConnection
from sqlalchemy.sql.dml import UpdateBase
from sqlmodel import Session

from db import permissions, postgresql, sqlite, waiting
from db.bare_session import BareSession
from db.case_parts import HAND, Hand
from db.plain_sql import Reads, told_where_spoilt
from db.postgresql import Login, login_of
from db.problems import (
    BadRegister,
    Busy,
    ConnectionLost,
    DatabaseProblem,
    NewerVersion,
    NotRead,
    NotRewritten,
    NotSaved,
    SpoiltContent,
    SpoiltId,
    SpoiltMoment,
    Undeclared,
    Unexpected,
    UnknownAddress,
    UnknownCode,
    Unstorable,
)
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
from db.summaries import keep_missing, kept_true, missing
from db.survey_codes import SURVEY
from db.trail.trail import Trail
from db.unit_rows import GROUP, KIND, FrameOfRows, UnitCells
from db.units import count_units, is_practice, read_unit_rows
from db.upgrade import OpenRequest, bring_up_to_date
from db.write_count import WriteCount
from schemas.frame.frame import Frame
from schemas.surveys.survey import Survey

if TYPE_CHECKING:
    from db.remembered import Remembered


class Database:
    """An open database: a file, or a PostgreSQL server. Made by `open_database`."""

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
        with self._in_our_words(NotRead), self._session(writing=False) as session:
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
        with self._in_our_words(NotRead):
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
            with self._in_our_words(NotRead), aside, self._session_on(aside) as session:
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
        with self._in_our_words(None), writing as session, self._committed(session, holding):
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
        with self._in_our_words(None):
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
            self._in_our_words(None),
            self._writer.begin() as connection,
            postgresql.patient(connection),
        ):
            yield connection

    def rewrite_file(self) -> None:
        """Leave nothing in the file but what stands in it: no page is free, no row half written
        over.  A server does so by itself, in time.

        Raises NotRewritten where somebody else is at work, or without as much room again.
        """
        if self._file is None:
            return
        self._still_there()
        try:
            with self._in_our_words(None), line_of(self._reader) as line:
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
    def _in_our_words(self, instead_of_not_saved: type[DatabaseProblem] | None) -> Iterator[None]:
        """Every error as one of ours. The chain is cut: the driver's texts can hold answers."""
        try:
            yield
        except (StatementError, UnicodeEncodeError) as error:
            problem = problem_of(error, self.where)
            if isinstance(problem, NotSaved) and instead_of_not_saved:
                problem = instead_of_not_saved(self.where)
            raise problem from None
        except LookupError as error:
            if type(error) is not LookupError:  # those of Python itself are of some kind
                raise
            raise UnknownCode(_code_in(error)) from None
        except ValueError as error:
            if not _NO_ID.match(str(error)):
                raise
            raise SpoiltId() from None

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


def problem_of(error: StatementError | UnicodeEncodeError, where: str) -> DatabaseProblem:
    """An error of SQLAlchemy as one of ours."""
    cause = error.orig if isinstance(error, StatementError) else error
    if isinstance(cause, ValueError):  # not plain text, or half a surrogate pair
        return Unstorable()
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return ConnectionLost(where)
    kind = cause and (sqlite.problem_of(cause) or postgresql.problem_of(cause))
    return kind(where) if kind else Unexpected(_name_of(cause or error))


_NO_ID: Final = re.compile(r"badly formed hexadecimal UUID string|invalid literal .* base 16")
"""What Python says of a text that is no id: the only error of its kind that is a row's fault."""


def _code_in(error: LookupError) -> str:
    """The code of which SQLAlchemy says that it is none of those that a column may have."""
    found = re.match(r"'(.*)' is not among the defined enum values", str(error))
    return found[1] if found else ""


def _name_of(error: BaseException) -> str:
    """What kind of error it is, without its text."""
    kind = getattr(error, "sqlite_errorname", None) or getattr(error, "sqlstate", None)
    return f"{type(error).__name__} {kind}" if kind else type(error).__name__


def open_database(
    place: str | Path,
    *,
    create: bool,
    survey: Survey | None = None,
    sample: Frame | None = None,
    practice: bool = False,
    durable: bool = True,
) -> Database:
    """The database at a file path or a `postgresql://` address, brought up to date.

    Only `create` makes a new one: a mistyped path must not become an empty database.  It is for
    the `survey`, or the first one, with the units of the `sample`, or of the survey's register.
    An existing one knows its survey, and a `sample` is never put into it.  All of one that is made
    for `practice` is invented, and it says so for ever.

    A file that can be made again if the power goes need not be `durable`: it is filled much faster.

    Raises `CannotOpen`; nothing has been written then.
    """
    wanted = OpenRequest(create, survey, sample, practice)
    if isinstance(place, str) and is_address(place):
        return _open_address(_parse(place), wanted)
    return _open_file(Path(place), wanted, durable=durable)


_MISTYPED = re.compile(r"postgres(ql)?(\+\w+)?:(?!//)|[^/\\]*:[^/\\]+@")


def is_address(place: str) -> bool:
    """Whether it names a server, not a file; UnknownAddress where it was to, and lacks something.

    There may be a password in it, so it must not be told of as a file that is not there.
    """
    if _MISTYPED.match(place):
        raise UnknownAddress()
    return "://" in place


_WITH_PASSWORD = re.compile(
    r"(?P<kind>[\w+]+://[^:/]*:)(?P<password>.*?)"
    r"(?P<rest>@(\[[^]]*]|[^@/:?]*)(:\d+)?(/[^@?]*)?(\?\w+=.*)?)",
    re.DOTALL,
)
"""A password ends at the `@` behind which there is a host: there may be others in it."""


def _parse(place: str) -> URL:
    """The address; signs in a password that mean something in addresses are read as its own."""
    found = _WITH_PASSWORD.fullmatch(place)
    if found:
        place = f"{found['kind']}{quote(found['password'], safe='%')}{found['rest']}"
        if "@" in found["rest"][1:]:  # one cannot tell, and half of it would be shown as the host
            raise UnknownAddress()
    try:
        return make_url(place)
    except (ArgumentError, ValueError):
        raise UnknownAddress() from None


def address_shown(place: str) -> str:
    """A server's address without the password in it; raises UnknownAddress."""
    return postgresql.without_password(_parse(place))


def _open_address(address: URL, wanted: OpenRequest) -> Database:
    kind = address.get_backend_name() if "+" not in address.drivername else address.drivername
    if kind == "sqlite" and address.database:
        return _open_file(Path(address.database), wanted)
    if kind in {"postgresql", "postgres", "postgresql+psycopg"}:
        return _open_server(address, wanted)
    raise UnknownAddress()


def _open_file(path: Path, wanted: OpenRequest, *, durable: bool = True) -> Database:
    file = sqlite.prepare(path, create=wanted.create)
    engine = sqlite.make_engine(file, durable=durable)
    try:
        survey = _bring_up_to_date(engine, file.where, wanted, _TIMES_OF_A_FILE)
    except (Undeclared, BadRegister):
        file.take_back()
        raise
    file.is_open()
    engine.dispose()
    database = Database(engine, file.where, file, survey)
    folder = permissions.look_at_folder(file.path.parent)
    database.warnings = permissions.close_file(file.path) + folder
    with _let_go_where_it_fails(engine):
        with database.read() as session:
            database.practice = is_practice(session.connection())
        _look_for_summaries(database)
    return database


@contextmanager
def _let_go_where_it_fails(engine: Engine) -> Iterator[None]:
    """Nobody who could not open a database holds on to it, whatever went wrong."""
    try:
        yield
    except BaseException:
        engine.dispose()
        raise


def _look_for_summaries(database: Database) -> None:
    """A case without one would stand in no list.  Where one cannot be made, `check` has to be able
    to tell why."""
    try:
        with told_where_spoilt(database.look):
            _keep_missing(database)
    except (SpoiltContent, SpoiltId, SpoiltMoment) as problem:
        database.warnings += (f"{problem} ({problem.code})",)


def _keep_missing(database: Database) -> None:
    with database.read() as session:
        if not missing(session):
            return
    with database.write(holding=True) as session:
        keep_missing(session)


def _open_server(address: URL, wanted: OpenRequest) -> Database:
    engine = postgresql.make_engine(address)
    where = postgresql.place_of(address)
    survey = _bring_up_to_date(engine, where, wanted)
    database = Database(engine, where, None, survey)
    database.address = postgresql.without_password(address)
    with _let_go_where_it_fails(engine), database.read() as session:
        database.login = login_of(session.connection())
        database.practice = is_practice(session.connection())
    return database


_TIMES: Final = 10
"""So often one waits for a server where somebody else is making one, or bringing it up to date:
five seconds each time."""

_TIMES_OF_A_FILE: Final = 20
"""The same for a file that another program uses: for half a minute."""


def _bring_up_to_date(
    engine: Engine, where: str, wanted: OpenRequest, times: int = _TIMES
) -> Survey:
    for left in reversed(range(times)):
        try:
            with _let_go_where_it_fails(engine):
                return bring_up_to_date(engine, where, wanted)
        except StatementError as error:
            problem = problem_of(error, where)
            if isinstance(problem, ConnectionLost):
                raise postgresql.not_let_in(error.orig)(where) from None
            if not left or not isinstance(problem, Busy):
                raise problem from None
        if left == times - 1:
            waiting.tell(f"{problem} Venter i opptil et minutt på at det blir ferdig …")
    raise AssertionError("the last time it is raised")
