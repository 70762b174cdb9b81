"""The first look into a file: what the call list shows, in plain SQL and nothing else.

The libraries that everything else goes through take longer to load than all of the rest, and are
loaded while one looks at the list.  Wherever anything is out of the ordinary, nothing is seen: then
the database is opened first, which finds out what it is and says so.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

from db.case_rows import CaseRows, Readers, select_case_rows
from db.marks import APPLICATION_ID, HEAD
from db.problems import UnknownCode
from db.records import Interviewer
from db.remembered import Reachable, Remembered
from db.trail.chain import Head
from db.unit_rows import GROUP, IN_ORDER, KIND, FrameOfRows
from schemas.calls.calls import CallAttempt
from schemas.calls.outcomes import Outcome
from schemas.calls.settings import Settings
from schemas.surveys.registry import survey_called
from schemas.surveys.survey import Survey

PATIENCE: Final = 0.3
"""Seconds until whoever writes is left to it."""

CACHE: Final = 256
"""Kilobytes of the file that are kept while it is looked through, once: SQLite would keep 2,000."""

LATELY: Final = timedelta(days=2)
"""The calls of a day are among those since so long before the last one."""

_IS_WHOLE: Final = """
SELECT (SELECT count(*) FROM unit) = (SELECT count(*) FROM survey_case)
   AND (SELECT count(*) FROM unit) = (SELECT count(*) FROM case_summary)
"""
_SITS_HERE: Final = """
SELECT id, name, seat FROM interviewer WHERE seat = ? ORDER BY seated_at DESC LIMIT 1
"""
_CONTACTS: Final = """
SELECT id, case_id, department, department_name, person, phone FROM contact_point
 ORDER BY created_at, id
"""
_CALLS: Final = """
SELECT a.id, a.case_id, a.number, a.contact_id, a.phone, a.interviewer_id, p.name, a.started_at,
       a.ended_at, a.end_unknown, a.outcome, a.note, a.seconds
  FROM call_attempt AS a JOIN interviewer AS p ON p.id = a.interviewer_id
 WHERE a.started_at >= ? ORDER BY a.number
"""


@dataclass(frozen=True, slots=True)
class FirstLook:
    """Who sits here, and the call list as it is."""

    path: Path
    survey: Survey
    who: Interviewer
    list: Remembered
    calls: tuple[CallAttempt, ...]

    @property
    def frame(self) -> FrameOfRows:
        """The units, as the list has them."""
        rows = self.list.cases.rows
        return FrameOfRows(self.survey.frame, lambda: rows)


def first_look(
    path: Path, seat: str, settings: Settings, wanted: Survey | None = None
) -> FirstLook | None:
    """What whoever sits here begins with; None where that takes more than a look.

    It does where nobody sits here yet, where she holds a case, or where the file is not one of the
    newest version, of the survey that is wanted.
    """
    try:
        file = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=PATIENCE)
        with closing(file) as connection:
            connection.execute(f"PRAGMA cache_size = -{CACHE}")
            connection.execute("BEGIN")
            return _look(path, connection, seat, settings, wanted)
    except (sqlite3.Error, UnknownCode, LookupError, ValueError):
        return None


def _look(
    path: Path,
    connection: sqlite3.Connection,
    seat: str,
    settings: Settings,
    wanted: Survey | None,
) -> FirstLook | None:
    if not _is_ours(connection):
        return None
    sits_here = connection.execute(_SITS_HERE, (seat,)).fetchone()
    if sits_here is None or not connection.execute(_IS_WHOLE).fetchone()[0]:
        return None
    survey = survey_called(connection.execute("SELECT name FROM survey").fetchone()[0])
    holds = "SELECT 1 FROM survey_case WHERE held_by = ?"
    if survey is not (wanted or survey) or connection.execute(holds, sits_here[:1]).fetchone():
        return None
    readers = Readers(survey.frame, survey.departments, settings)
    found = connection.execute(select_case_rows("sqlite") + IN_ORDER)
    cases = CaseRows.found(found, readers)
    if not _is_known(survey, cases):
        return None
    id, name, _ = sits_here
    kept = Remembered(_head(connection), cases, _contacts(connection))
    return FirstLook(path, survey, Interviewer(UUID(id), name, seat), kept, _calls(connection))


def _is_ours(connection: sqlite3.Connection) -> bool:
    """Whether it is a file of ours, and as new as this program."""
    mark = connection.execute("PRAGMA application_id").fetchone()
    version = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return bool(mark == (APPLICATION_ID,) and version == (HEAD,))


def _is_known(survey: Survey, cases: CaseRows) -> bool:
    """Whether the survey has the kinds and groups of all units."""
    kinds, groups = (set(cases.rows.column(of)) for of in (KIND, GROUP))
    design = survey.frame
    return kinds <= design.kinds_by_id.keys() and groups <= design.groups_by_id.keys()


def _head(connection: sqlite3.Connection) -> Head:
    end = "SELECT number, hash FROM trail ORDER BY number DESC LIMIT 1"
    return Head(*connection.execute(end).fetchone())


def _contacts(connection: sqlite3.Connection) -> Mapping[UUID, tuple[Reachable, ...]]:
    grouped: defaultdict[UUID, list[Reachable]] = defaultdict(list)
    for id, case_id, *named in connection.execute(_CONTACTS):
        one = Reachable(UUID(id), UUID(case_id), *named)
        grouped[one.case_id].append(one)
    return {case_id: tuple(found) for case_id, found in grouped.items()}


def _calls(connection: sqlite3.Connection) -> tuple[CallAttempt, ...]:
    (last,) = connection.execute("SELECT max(started_at) FROM call_attempt").fetchone()
    if last is None:
        return ()
    since = datetime.fromisoformat(last) - LATELY
    found = connection.execute(_CALLS, (f"{since:%Y-%m-%d %H:%M:%S.%f}",))
    return tuple(_call(*row) for row in found)


def _call(
    id: str,
    case_id: str,
    number: int,
    contact_id: str,
    phone: str,
    interviewer_id: str,
    interviewer: str,
    started_at: str,
    ended_at: str | None,
    end_unknown: int,
    outcome: str | None,
    note: str,
    seconds: int | None,
) -> CallAttempt:
    return CallAttempt(
        UUID(id),
        UUID(case_id),
        number,
        UUID(contact_id),
        phone,
        UUID(interviewer_id),
        interviewer,
        _moment(started_at),
        _moment(ended_at) if ended_at else None,
        bool(end_unknown),
        Outcome[outcome] if outcome else None,
        note,
        seconds,
    )


def _moment(told: str) -> datetime:
    return datetime.fromisoformat(told).replace(tzinfo=UTC)
