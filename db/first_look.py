"""The first look into a file: what the call list shows, in plain SQL and nothing else.

The libraries that everything else goes through take longer to load than all of the rest, and are
loaded while one looks at the list.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final
from uuid import UUID

from db.case_rows import CaseRows, Readers, select_case_rows
from db.looked_into import looking_into, survey_there
from db.plain_sql import moment
from db.problems import SpoiltContent, SpoiltId, SpoiltMoment, SpoiltUnit, UnknownCode
from db.records import Interviewer
from db.remembered import LATELY, Contacts, Reachable, Remembered
from db.trail.chain import Head
from db.unit_rows import GROUP, KIND, FrameOfRows, by_number
from schemas.calls.calls import CallAttempt
from schemas.calls.outcomes import Outcome
from schemas.calls.settings import Settings
from schemas.surveys.survey import Survey

CANNOT_BE_READ: Final = (SpoiltContent, SpoiltId, SpoiltMoment, SpoiltUnit, UnknownCode)
"""What whoever opens the file is told of."""

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
        with looking_into(path, wanted) as connection:
            return _look(path, connection, seat, settings)
    except (sqlite3.Error, *CANNOT_BE_READ, LookupError, TypeError, ValueError):
        return None


def _look(
    path: Path, connection: sqlite3.Connection, seat: str, settings: Settings
) -> FirstLook | None:
    sits_here = connection.execute(_SITS_HERE, (seat,)).fetchone()
    holds = "SELECT 1 FROM survey_case WHERE held_by = ?"
    if sits_here is None or connection.execute(holds, sits_here[:1]).fetchone():
        return None
    survey = survey_there(connection)
    readers = Readers(survey.frame, survey.departments, settings)
    found = connection.execute(select_case_rows("sqlite") + by_number("sqlite"))
    cases = CaseRows.found(found, readers)
    if not _is_known(survey, cases):
        return None
    id, name, _ = sits_here
    contacts = Contacts(_contacts(connection))
    kept = Remembered(_head(connection), cases, contacts, _calls(connection))
    return FirstLook(path, survey, Interviewer(UUID(id), name, seat), kept)


def _is_known(survey: Survey, cases: CaseRows) -> bool:
    """Whether the survey has the kinds and groups of all units."""
    kinds, groups = cases.rows.said(KIND), cases.rows.said(GROUP)
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
        moment(started_at),
        moment(ended_at) if ended_at else None,
        bool(end_unknown),
        Outcome[outcome] if outcome else None,
        note,
        seconds,
    )
