"""What has changed since somebody looked: the trail tells, as every change has an entry in it."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session

from db.statements import dialect_of, fetch, fetch_one
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
    trail = told_on(dialect_of(session))
    case, table = trail.c.case_id, trail.c.table_name
    watched = table.in_([str(one.__tablename__) for one in OF_HISTORIES])
    later = select(case, table, trail.c.verb).where(trail.c.number > seen.number)
    told = fetch(session, later.where(watched).distinct())
    cases = {row.case_id for row in told if not _is_new_person(row.table_name, row.verb)}
    return None if "" in cases else frozenset(map(UUID, cases))


def _is_ours(session: Session, seen: Head) -> bool:
    """Whether this trail went on from there: a file may have been replaced by an older one."""
    trail = told_on(dialect_of(session))
    then = fetch_one(session, select(trail.c.hash).where(trail.c.number == seen.number))
    return then is not None and then.hash == seen.hash


def _is_new_person(table: str, verb: str) -> bool:
    return table == InterviewerRow.__tablename__ and verb == Verb.insert
