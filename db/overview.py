"""The call list: every case in a few words, in a number of queries that does not grow with them.

What `schemas.calls` works out for one case from its whole history is counted here in SQL for all of
them; a test compares the two on random histories.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy import Row as Fetched
from sqlmodel import Session

from db import mapping
from db.records import CaseSummary, InterviewState
from db.statements import fetch
from db.tables import ATTEMPT, CASE, CONTACT, INTERVIEW, INTERVIEWER, REDIRECT
from schemas.calls import Knowledge, RedirectHow
from schemas.outcomes import Outcome


def cases(*more: Any) -> Select[Any]:
    """Cases with the name of whoever holds them."""
    return select(
        CASE.c.id,
        CASE.c.unit_id,
        CASE.c.held_by,
        CASE.c.lease_expires_at,
        INTERVIEWER.c.name.label("holder_name"),
        *more,
    ).outerjoin(INTERVIEWER, CASE.c.held_by == INTERVIEWER.c.id)


def summaries(session: Session) -> list[CaseSummary]:
    """All cases by unit number."""
    rows = fetch(session, cases().order_by(CASE.c.unit_id))
    latest = {row.case_id: row for row in fetch(session, _latest())}
    outcomes = _outcomes_by_case(session)
    leads = {row.case_id: row.leads for row in fetch(session, _leads())}
    numbers = {row.case_id for row in fetch(session, _dialable())}
    states = {row.case_id: row.open for row in fetch(session, _INTERVIEWS)}
    return [
        CaseSummary(
            case_id=row.id,
            unit_id=row.unit_id,
            **_last_call(latest.get(row.id)),
            outcomes=outcomes.get(row.id, ()),
            leads=leads.get(row.id, 0),
            has_number=row.id in numbers,
            interview=_state(states.get(row.id)),
            holder=mapping.holder(row),
        )
        for row in rows
    ]


def _last_call(row: Fetched[Any] | None) -> dict[str, Any]:
    return {
        "attempts": 0 if row is None else row.number,
        "last_at": None if row is None else row.started_at,
        "last_outcome": None if row is None else mapping.outcome(row.outcome),
        "last_end_unknown": row is not None and row.end_unknown,
    }


def _state(is_open: bool | None) -> InterviewState:
    if is_open is None:
        return "none"
    return "open" if is_open else "complete"


def _latest() -> Select[Any]:
    """Every case's last call; calls are numbered without gaps, so its number is their count."""
    last = (
        select(ATTEMPT.c.case_id, func.max(ATTEMPT.c.number).label("number"))
        .group_by(ATTEMPT.c.case_id)
        .subquery()
    )
    return select(
        ATTEMPT.c.case_id,
        ATTEMPT.c.number,
        ATTEMPT.c.started_at,
        ATTEMPT.c.outcome,
        ATTEMPT.c.end_unknown,
    ).join(last, (ATTEMPT.c.case_id == last.c.case_id) & (ATTEMPT.c.number == last.c.number))


_OUTCOMES = (
    select(ATTEMPT.c.case_id, ATTEMPT.c.outcome)
    .where(ATTEMPT.c.outcome.is_not(None))
    .group_by(ATTEMPT.c.case_id, ATTEMPT.c.outcome)
    .order_by(ATTEMPT.c.case_id, func.max(ATTEMPT.c.number))
)


def _outcomes_by_case(session: Session) -> dict[UUID, tuple[Outcome, ...]]:
    seen: dict[UUID, tuple[Outcome, ...]] = {}
    for row in fetch(session, _OUTCOMES):
        seen[row.case_id] = (*seen.get(row.case_id, ()), Outcome[row.outcome])
    return seen


_INTERVIEWS = select(INTERVIEW.c.case_id, INTERVIEW.c.open)

_NO_HELP = (Knowledge.does_not_know.name, Knowledge.says_none.name)


def _leads() -> Select[Any]:
    """How many contact points were pointed to, not tried, and may know something."""
    pointed_to = select(REDIRECT.c.id).where(REDIRECT.c.to_id == CONTACT.c.id)
    dialled = select(ATTEMPT.c.id).where(ATTEMPT.c.contact_id == CONTACT.c.id)
    return (
        select(CONTACT.c.case_id, func.count().label("leads"))
        .where(
            CONTACT.c.knows.not_in(_NO_HELP),
            pointed_to.exists(),
            ~dialled.exists(),
            ~_put_through(),
        )
        .group_by(CONTACT.c.case_id)
    )


def _put_through() -> ColumnElement[bool]:
    """Whether a transfer got somebody on the line: not if it was the last one and the line fell."""
    this, later = REDIRECT.alias("this"), REDIRECT.alias("later")
    transferred = RedirectHow.transferred.name
    went_on = select(later.c.id).where(
        later.c.attempt_id == this.c.attempt_id,
        later.c.how == transferred,
        later.c.at > this.c.at,
    )
    arrived = or_(
        ATTEMPT.c.outcome.is_(None),
        ATTEMPT.c.outcome != Outcome.lost_in_transfer.name,
        went_on.exists(),
    )
    return (
        select(this.c.id)
        .join(ATTEMPT, this.c.attempt_id == ATTEMPT.c.id)
        .where(this.c.to_id == CONTACT.c.id, this.c.how == transferred, arrived)
        .exists()
    )


def _dialable() -> Select[Any]:
    """Cases with a number that was not out of use when it was last dialled."""
    last, same = ATTEMPT.alias("last"), ATTEMPT.alias("same")
    latest = (
        select(func.max(same.c.number))
        .where(same.c.case_id == CONTACT.c.case_id, same.c.phone == CONTACT.c.phone)
        .correlate(CONTACT)
        .scalar_subquery()
    )
    dead = select(last.c.id).where(
        last.c.case_id == CONTACT.c.case_id,
        last.c.number == latest,
        last.c.outcome == Outcome.number_dead.name,
    )
    return select(CONTACT.c.case_id).where(CONTACT.c.phone != "", ~dead.exists()).distinct()
