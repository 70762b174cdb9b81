"""What has changed since somebody looked: the trail tells, as every change has an entry in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, FromClause, bindparam, literal, or_, select
from sqlmodel import Session

from db.plain_sql import id_in
from db.statements import Finds, dialect_of, fetch
from db.tables import (
    AppointmentRow,
    AssignmentRow,
    AttemptRow,
    CaseRow,
    ContactRow,
    DecisionRow,
    InterviewerRow,
    InterviewRow,
    RedirectRow,
    RevisionRow,
    Row,
    UndoneRow,
    UnitRow,
)
from db.trail.chain import Head, Verb
from db.trail.trail import told_on

OF_HISTORIES: Final = (
    AppointmentRow,
    AssignmentRow,
    AttemptRow,
    CaseRow,
    ContactRow,
    DecisionRow,
    InterviewerRow,
    InterviewRow,
    RedirectRow,
    RevisionRow,
    UndoneRow,
    UnitRow,
)
"""What a history is made of."""

_TABLES: Final = frozenset(str(one.__tablename__) for one in OF_HISTORIES)


class ToldEntry(NamedTuple):
    """What everybody may know of a change."""

    number: int
    hash: str
    case_id: str
    table_name: str
    verb: str


class Since(NamedTuple):
    """What has changed: the `end` of the trail now, the cases in which one can reach others than
    before, and those with other calls."""

    end: Head
    contacts: frozenset[UUID]
    calls: frozenset[UUID]


def select_entries(dialect: str, most: int) -> str:
    """The entry of a number, and those that followed, the `most` of them: plain SQL."""
    trail, number = ("trail", "?") if dialect == "sqlite" else ("trail_told", "%s")
    columns = ", ".join(ToldEntry._fields)
    return f"SELECT {columns} FROM {trail} WHERE number >= {number} ORDER BY number LIMIT {most}"


def changed_since(told: Sequence[ToldEntry], seen: Head) -> Since | None:
    """What has changed since the trail ended there, by that entry and all that followed.

    None where the trail does not tell: it is not the one that was seen, as a file may have been
    replaced by an older one, or something has changed that belongs to no case, unless it is that
    somebody sat down for the first time.
    """
    if not told or told[0].hash != seen.hash:
        return None
    later = [one for one in told[1:] if one.table_name in _TABLES and not _is_new_person(one)]
    if any(one.case_id == "" for one in later):
        return None
    end = Head(told[-1].number, told[-1].hash)
    return Since(end, _cases(later, ContactRow), _cases(later, AttemptRow))


def _cases(later: Iterable[ToldEntry], of: type[Row]) -> frozenset[UUID]:
    """The cases that entries of a table are about."""
    return frozenset(id_in(one.case_id) for one in later if one.table_name == of.__tablename__)


def of_histories(trail: FromClause) -> ColumnElement[bool]:
    """Whether an entry is of a table that a history is made of."""
    # One comparison each: a list of values would be spelt anew whenever it is asked.
    return or_(*(trail.c.table_name == one for one in sorted(_TABLES)))


def tables_changed(session: Session, case_id: UUID, seen: Head) -> frozenset[str] | None:
    """The tables in which something of a case, or of none, is otherwise than when the trail ended
    there; None where it is not the trail that was seen.
    """
    since = {"case": case_id.hex, "seen": seen.number}
    told = fetch(session, _told_since(dialect_of(session)), since)
    ours = any(row.hash == seen.hash for row in told)
    return frozenset(row.table_name for row in told) if ours else None


@cache
def _told_since(dialect: str) -> Finds:
    """The tables, and the entry that was the last one then."""
    trail, nothing = told_on(dialect), literal("")
    number, case = trail.c.number, trail.c.case_id
    ours = (case == bindparam("case")) | (case == "")
    then = select(nothing.label("table_name"), trail.c.hash).where(number == bindparam("seen"))
    later = select(trail.c.table_name, nothing.label("hash"))
    later = later.where(number > bindparam("seen"), ours)
    told = then.union(later).subquery()
    return select(told.c.table_name, told.c.hash)


def _is_new_person(entry: ToldEntry) -> bool:
    return entry.table_name == InterviewerRow.__tablename__ and entry.verb == Verb.insert
