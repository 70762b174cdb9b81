"""Who rings which cases: given to somebody, by a coordinator, and taken back.

The list of everybody else obeys.  Each giving is a row of its own, so that it can be told who had a
case when; the latest counts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from functools import cache
from typing import NamedTuple
from uuid import UUID, uuid5

from sqlalchemy import func, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from db.database import Database
from db.problems import NotFound, PersonRetired
from db.records import Signed
from db.rows import row_of
from db.statements import Finds, fetch, fetch_one, insert_next, survey_of
from db.tables import AssignmentRow, InterviewerRow


class Giving(NamedTuple):
    """A case was given to somebody, or taken back where that is nobody: by whom, when."""

    to: str | None
    by: str
    at: datetime


def give(db: Database, signed: Signed, to: Mapping[UUID, Collection[UUID]]) -> int:
    """Give cases to people, all of it or nothing; how many were not theirs before.

    Raises NotFound and PersonRetired.
    """
    with db.write() as session:
        for person in to:
            _require_at_work(session, person)
        return sum(pass_on(session, signed, cases, person) for person, cases in to.items())


def take_back(db: Database, signed: Signed, cases: Collection[UUID]) -> int:
    """Let cases be anybody's again; how many were somebody's."""
    with db.write() as session:
        return pass_on(session, signed, cases, None)


def pass_on(session: Session, signed: Signed, cases: Collection[UUID], to: UUID | None) -> int:
    """Note whose cases are from now on; how many were not.  Sent again, it is stored once."""
    owners = owners_in(session)
    moved = [one for one in cases if owners.get(one) != to]
    for case in moved:
        row = row_of(
            survey_of(session),
            AssignmentRow,
            id=uuid5(signed.id, case.hex),
            case_id=case,
            given_to=to,
            given_by=signed.by,
            at=signed.at,
        )
        insert_next(session, row)
    return len(moved)


def owners_in(session: Session) -> Mapping[UUID, UUID]:
    """To whom every case is given that is somebody's."""
    return {row.case_id: row.given_to for row in fetch(session, _given())}


@cache
def _given() -> Finds:
    """The latest of every case, where that is to somebody."""
    newer = aliased(AssignmentRow, name="newer")
    latest = select(func.max(col(newer.number))).where(
        col(newer.case_id) == col(AssignmentRow.case_id)
    )
    return select(col(AssignmentRow.case_id), col(AssignmentRow.given_to)).where(
        col(AssignmentRow.number) == latest.scalar_subquery(),
        col(AssignmentRow.given_to).is_not(None),
    )


def free(session: Session, person: UUID, signed: Signed) -> int:
    """Let all that is given to somebody be anybody's; how many cases that were."""
    hers = [case for case, owner in owners_in(session).items() if owner == person]
    return pass_on(session, signed, hers, None)


def _require_at_work(session: Session, person: UUID) -> None:
    known = select(col(InterviewerRow.seat)).where(col(InterviewerRow.id) == person)
    row = fetch_one(session, known)
    if row is None:
        raise NotFound("personen")
    if not row.seat:
        raise PersonRetired()


def givings(db: Database, case_id: UUID) -> Iterator[Giving]:
    """Who has had a case, the first first."""
    with db.read() as session:
        rows = fetch(session, _select().where(col(AssignmentRow.case_id) == case_id))
    return (Giving(row.to, row.by, row.at) for row in rows)


def _select() -> Finds:
    to, by = aliased(InterviewerRow, name="to"), aliased(InterviewerRow, name="by")
    return (
        select(col(to.name).label("to"), col(by.name).label("by"), col(AssignmentRow.at))
        .join_from(AssignmentRow, by, col(AssignmentRow.given_by) == col(by.id))
        .outerjoin(to, col(AssignmentRow.given_to) == col(to.id))
        .order_by(col(AssignmentRow.number))
    )
