"""Holding a case: one interviewer at a time, proved by a token in every write.

A laptop that wakes up after its case was taken over shows an old token: it is told so, and what it
has is not mixed in. A lease that merely ran out still counts until somebody else takes the case.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Table, bindparam, select, update
from sqlalchemy.sql.dml import UpdateBase
from sqlmodel import Session, col

from db.problems import HeldByAnother, InterviewClosed, LeaseLost, NeverAgain
from db.records import Lease
from db.statements import Finds, Values, execute, fetch_one, found
from db.tables import CASE, DECISION, INTERVIEW, CaseRow, InterviewerRow
from db.write_count import telling, unless_older
from schemas.review.decisions import DecisionKind

if TYPE_CHECKING:
    from db.database import Database

LEASE = timedelta(minutes=60)
"""Longer than any call; a crashed session's case is free again within the hour."""

_HELD = (CASE.c.id == bindparam("case")) & (CASE.c.lease_token == bindparam("token"))
_STILL_HELD = _HELD & CASE.c.held_by.is_not(None)

_FREE = update(CASE).where(_STILL_HELD).values(held_by=None, lease_expires_at=None)

_WITHDRAWN = select(DECISION.c.id).where(
    DECISION.c.case_id == bindparam("case"), DECISION.c.kind == DecisionKind.withdrawn
)

# Whoever withdraws takes the case away, too: who has waited for that holds it no more.
_CASE_IS_HELD = (
    select(_WITHDRAWN.exists().label("withdrawn")).where(_STILL_HELD).with_for_update(of=CASE)
)
_INTERVIEW_IS_HELD = (
    select(INTERVIEW.c.open)
    .join(CASE, INTERVIEW.c.case_id == CASE.c.id)
    .where(INTERVIEW.c.id == bindparam("interview"), _STILL_HELD)
    .with_for_update()
)

_OPEN_AND_HELD = _INTERVIEW_IS_HELD.where(INTERVIEW.c.open)


_IS_HOLDER = col(CaseRow.held_by) == col(InterviewerRow.id)


def take_case(db: Database, case_id: UUID, interviewer_id: UUID, now: datetime) -> Lease:
    """Hold a case that is free, has run out, or was ours already; else HeldByAnother.

    Whoever crashed gets the case back at once, with a new token: the old session is shut out.
    Raises NotFound.
    """
    until = now + LEASE
    wanted = {"case": case_id, "whom": interviewer_id, "now": now, "until": until}
    while not (given := db.carry_out(_take(db.dialect), wanted)):
        with db.write(holding=True) as session:
            _require_free(session, case_id)  # it may have been let go of meanwhile
    return Lease(case_id, interviewer_id, given[0][0], until)


@cache
def _take(dialect: str) -> UpdateBase:
    """One that comes twice, as its reply was lost, takes what is ours by then once more."""
    free = CASE.c.held_by.is_(None) | (CASE.c.lease_expires_at <= bindparam("now"))
    may = free | (CASE.c.held_by == bindparam("whom"))
    token = CASE.c.lease_token
    take = update(CASE).where(CASE.c.id == bindparam("case"), may)
    take = take.values(held_by=bindparam("whom"), lease_expires_at=bindparam("until"))
    take = take.values(lease_token=token + 1)
    return telling(dialect, unless_older(dialect, take), token)


def _require_free(session: Session, case_id: UUID) -> None:
    """Raise HeldByAnother where somebody holds the case, and NotFound where there is none."""
    who = (
        select(col(InterviewerRow.name), col(CaseRow.lease_expires_at))
        .join_from(CaseRow, InterviewerRow, onclause=_IS_HOLDER, isouter=True)
        .where(col(CaseRow.id) == case_id)
    )
    row = found(fetch_one(session, who), "saken")
    if row.name is not None:
        raise HeldByAnother(row.name, row.lease_expires_at)


def renew(db: Database, lease: Lease, now: datetime) -> Lease:
    """Hold on for another hour. Raises LeaseLost."""
    until = now + LEASE
    with db.write(holding=True) as session:
        longer = update(CASE).where(_STILL_HELD).values(lease_expires_at=until)
        if not execute(session, longer, _proof(lease)):
            raise LeaseLost()
    return Lease(lease.case_id, lease.interviewer_id, lease.token, until)


def release(db: Database, lease: Lease) -> None:
    """Let go. If somebody has taken the case over meanwhile, theirs is left alone."""
    with db.write(holding=True) as session:
        execute(session, _FREE, _proof(lease))


def take_away(session: Session, case_id: UUID) -> None:
    """Whoever has the case open loses it: an old lease proves nothing any more."""
    token = col(CaseRow.lease_token) + 1
    taken = {"held_by": None, "lease_expires_at": None, "lease_token": token}
    execute(session, update(CaseRow).where(col(CaseRow.id) == case_id).values(**taken))


def _proof(lease: Lease) -> dict[str, object]:
    return {"case": lease.case_id, "token": lease.token}


def require_case(session: Session, lease: Lease) -> None:
    """Raise LeaseLost unless the case is still ours; it stays so until the commit.

    A case that the respondent has withdrawn from can be held and read, and nothing gets into it.
    Raises NeverAgain.
    """
    held = fetch_one(session, _CASE_IS_HELD, _proof(lease))
    if held is None:
        raise LeaseLost()
    if held.withdrawn:
        raise NeverAgain()


def require_not_withdrawn(session: Session, case_id: UUID) -> None:
    """Raise NeverAgain where the respondent has withdrawn."""
    if fetch_one(session, _WITHDRAWN, {"case": case_id}) is not None:
        raise NeverAgain()


def require_interview(session: Session, lease: Lease, interview_id: UUID) -> None:
    """Raise unless the case is still ours and the interview one of it, and open.

    Raises LeaseLost, InterviewClosed, NeverAgain and NotFound.
    """
    if not _is_open(session, lease, interview_id):
        raise InterviewClosed()


def row_if_open(dialect: str, table: Table, **worked_out: Any) -> tuple[list[str], Finds]:
    """The columns and the row of an INSERT … SELECT, and no row unless the interview is open and
    ours, and the file as new as what we know of it.

    Its values are the parameters that `values_if_open` makes, but for what is `worked_out`.
    """
    given = {one.name: bindparam(_param(one.name), type_=one.type) for one in table.columns}
    columns = {**given, **worked_out}
    row = _OPEN_AND_HELD.with_only_columns(*columns.values())
    return list(columns), unless_older(dialect, row)


def values_if_open(lease: Lease, interview_id: UUID, row: Values) -> Values:
    """What such a statement is carried out with."""
    named = {_param(name): value for name, value in row.items()}
    return {**named, **_proof(lease), "interview": interview_id}


def _param(column: str) -> str:
    """A column's own name is taken in an INSERT."""
    return f"new_{column}"


def _is_open(session: Session, lease: Lease, interview_id: UUID) -> bool:
    row = fetch_one(session, _INTERVIEW_IS_HELD, {**_proof(lease), "interview": interview_id})
    if row is not None:
        return bool(row.open)
    require_case(session, lease)
    found(None, "intervjuet")
    return False
