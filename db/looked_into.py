"""A file that is looked into: read in plain SQL, without being opened.

The libraries that everything else goes through take longer to load than a look takes.  Wherever
anything is out of the ordinary, nothing is looked at: then the database is opened first, which
finds out what it is and says so.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from db.marks import APPLICATION_ID, HEAD
from db.plain_sql import AT_ONCE, Cells, Reads, day
from db.problems import NotRead
from db.unit_rows import UNIT_COLUMNS, FrameOfRows, by_number
from schemas.surveys.registry import survey_called

if TYPE_CHECKING:
    from db.database import Database
    from schemas.frame.frame import Frame
    from schemas.surveys.survey import Survey

PATIENCE: Final = 0.3
"""Seconds until whoever writes is left to it."""

CACHE: Final = 256
"""Kilobytes of the file that are kept while it is looked through, once: SQLite would keep 2,000."""

ASIDE: Final = 16_000
"""Kilobytes of a copy that stay in memory: as many as a survey of 442 units has."""

SORTED: Final = 6_000
"""Kilobytes of a larger copy that are kept while it is read, and of rows that are sorted in memory:
as many as all the answers of such a survey have."""


class OutOfTheOrdinary(LookupError):
    """A look is not enough to tell what it is."""


@contextmanager
def looking_into(path: Path, wanted: Survey | None = None) -> Iterator[sqlite3.Connection]:
    """A file of the newest version, and of the survey that is wanted, with all its cases; it is no
    practice.

    Raises OutOfTheOrdinary and what sqlite3 does.
    """
    file = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=PATIENCE)
    with closing(file) as connection:
        connection.execute(f"PRAGMA cache_size = -{CACHE}")
        connection.execute("BEGIN")
        if not (_is_ours(connection) and connection.execute(_IS_WHOLE).fetchone()[0]):
            raise OutOfTheOrdinary
        if wanted is not None and survey_there(connection) is not wanted:
            raise OutOfTheOrdinary
        yield connection


def survey_there(connection: sqlite3.Connection) -> Survey:
    """Which survey the file is of; LookupError where there is none such."""
    for (name,) in connection.execute("SELECT name FROM survey"):
        return survey_called(name)
    raise OutOfTheOrdinary


_IS_WHOLE: Final = """
SELECT (SELECT count(*) FROM unit) = (SELECT count(*) FROM survey_case)
   AND (SELECT count(*) FROM unit) = (SELECT count(*) FROM case_summary)
   AND NOT EXISTS (SELECT 1 FROM survey WHERE practice)
"""
"""And that it is no practice, which is said before anything is shown of it."""


def _is_ours(connection: sqlite3.Connection) -> bool:
    """Whether it is a file of ours, and as new as this program."""
    mark = connection.execute("PRAGMA application_id").fetchone()
    version = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return bool(mark == (APPLICATION_ID,) and version == (HEAD,))


def copied_aside(line: sqlite3.Connection) -> sqlite3.Connection:
    """The whole file as it is in the transaction of a connection, in a copy that is ours alone.

    To copy its pages takes a tenth of the time that it takes to read what is in them, and as long
    must whoever wants to write wait.  SQLite has small copies in memory, others in a file without
    a name; both are gone when the connection is closed.  Raises what sqlite3 does.
    """
    line.execute("PRAGMA schema_version")  # waits for a writer as usual: a copy waits for ever
    aside = sqlite3.connect("", isolation_level=None, check_same_thread=False)
    try:
        aside.execute(f"PRAGMA cache_size = -{ASIDE}")
        aside.execute("PRAGMA journal_mode = OFF")
        line.backup(aside)
        aside.execute(f"PRAGMA cache_size = -{SORTED}")  # what is in memory already stays there
    except sqlite3.Error:
        aside.close()
        raise
    return aside


class LookedInto:
    """A file that is looked into; `opens` it where more is wanted of it than a look.

    Between two looks nobody waits for us: what is shown may wait for whoever reads it.
    """

    address: Final = ""

    def __init__(
        self,
        file: Path,
        connection: sqlite3.Connection,
        today: date,
        opens: Callable[[], Database],
    ) -> None:
        self.file, self._connection, self._opens = file, connection, opens
        try:
            self.survey = survey_there(connection)
            self._reads = self._reading(connection)
            self._require_ordinary(today)
        finally:
            connection.rollback()

    def _require_ordinary(self, today: date) -> None:
        """A questionnaire whose changes are declared, units of kinds and in groups that the survey
        has, and no persons that should have been erased: raises OutOfTheOrdinary, and SpoiltMoment
        where nobody can tell.
        """
        # The first list is read by this module, too, and has no need of what has been declared.
        from schemas.codebook.changes import UndeclaredChange
        from schemas.surveys.versions import check_declared

        try:
            check_declared(self.survey)
        except UndeclaredChange:
            raise OutOfTheOrdinary from None
        rows, design = self._reads.rows, self.survey.frame
        for kind, group in rows("SELECT DISTINCT kind, group_id FROM unit"):
            if kind not in design.kinds_by_id or group not in design.groups_by_id:
                raise OutOfTheOrdinary
        until = rows("SELECT until FROM retention ORDER BY at DESC, id LIMIT 1")
        if until and day(until[0][0]) < today:
            raise OutOfTheOrdinary

    @cached_property
    def frame(self) -> Frame:
        """The units of the sample."""
        found = f"SELECT {UNIT_COLUMNS} FROM unit AS u{by_number('sqlite')}"
        return FrameOfRows(self.survey.frame, lambda: self._reads.rows(found))  # type: ignore[arg-type, return-value]

    def _reading(self, connection: sqlite3.Connection) -> Reads:
        """What cannot be read so, the opened database reads, or says why it cannot be."""

        def rows(sql: str) -> Sequence[Cells]:
            try:
                return connection.execute(sql).fetchall()
            except sqlite3.Error:
                with self._opens().look() as reads:
                    return reads.rows(sql)

        def portions(sql: str) -> Iterator[Sequence[Cells]]:
            found, is_begun = connection.cursor(), False
            try:
                found.execute(sql)
                while some := found.fetchmany(AT_ONCE):
                    yield some
                    is_begun = True
            except sqlite3.Error:
                if is_begun:  # the rest would be of another moment
                    raise NotRead(str(self.file)) from None
                with self._opens().look() as reads:
                    yield from reads.portions(sql)

        return Reads(self.survey, "sqlite", rows, portions)

    @contextmanager
    def look(self) -> Iterator[Reads]:
        """One moment: whoever wants to write waits as long as the block takes."""
        self._connection.execute("BEGIN")
        try:
            yield self._reads
        finally:
            self._connection.rollback()

    def moment(self) -> AbstractContextManager[Reads]:
        """The same in a copy, and nobody waits for us.

        What cannot be copied is opened, which says why.
        """
        try:
            with self.look():
                aside = copied_aside(self._connection)
        except sqlite3.Error:
            return self._opens().moment()
        return self._read_in(aside)

    @contextmanager
    def _read_in(self, aside: sqlite3.Connection) -> Iterator[Reads]:
        with closing(aside):
            yield self._reading(aside)

    def opened(self) -> Database:
        """The database in it."""
        return self._opens()
