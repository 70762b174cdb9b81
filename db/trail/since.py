"""What has changed since somebody looked: the trail tells, as every change has an entry in it."""

from __future__ import annotations

from functools import cache
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, FromClause, bindparam, literal, or_, select
from sqlmodel import Session

from db.statements import Finds, dialect_of, fetch, fetch_one
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


def cases_changed(session: Session, seen: Head) -> frozenset[UUID] | None:
    """The cases whose histories are others since the trail ended there.

    None where the trail does not tell: it is not the one that was seen, or something has changed
    that belongs to no case, unless it is that somebody sat down for the first time.
    """
    if not _is_ours(session, seen):
        return None
    told = fetch(session, _cases_since(dialect_of(session)), {"seen": seen.number})
    cases = {row.case_id for row in told if not _is_new_person(row.table_name, row.verb)}
    return None if "" in cases else frozenset(map(UUID, cases))


@cache
def _cases_since(dialect: str) -> Finds:
    trail = told_on(dialect)
    later = select(trail.c.case_id, trail.c.table_name, trail.c.verb)
    return later.where(trail.c.number > bindparam("seen"), of_histories(trail)).distinct()


def of_histories(trail: FromClause) -> ColumnElement[bool]:
    """Whether an entry is of a table that a history is made of."""
    # One comparison each: a list of values would be spelt anew whenever it is asked.
    return or_(*(trail.c.table_name == str(one.__tablename__) for one in OF_HISTORIES))


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


def _is_ours(session: Session, seen: Head) -> bool:
    """Whether this trail went on from there: a file may have been replaced by an older one."""
    then = fetch_one(session, _entry(dialect_of(session)), {"seen": seen.number})
    return then is not None and then.hash == seen.hash


@cache
def _entry(dialect: str) -> Finds:
    trail = told_on(dialect)
    return select(trail.c.hash).where(trail.c.number == bindparam("seen"))


def _is_new_person(table: str, verb: str) -> bool:
    return table == InterviewerRow.__tablename__ and verb == Verb.insert
