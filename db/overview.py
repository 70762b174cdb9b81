"""The call list: every case in a few words, in a number of queries that does not grow with them.

What `schemas.calls` works out for one case from its whole history is counted here in SQL for all of
them; a test compares the two on random histories.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, Text, cast, func, or_, select, type_coerce
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


def _key(column: ColumnElement[UUID]) -> ColumnElement[Any]:
    """A case's id as the driver has it: making UUIDs of keys alone took half the time."""
    return type_coerce(column, Text()).label("key")


def summaries(session: Session) -> list[CaseSummary]:
    """All cases by unit number."""
    rows = fetch(session, cases(_key(CASE.c.id)).order_by(CASE.c.unit_id))
    calls = {row.key: row for row in fetch(session, _calls())}
    leads = {row.key: row.leads for row in fetch(session, _leads())}
    numbers = {row.key for row in fetch(session, _dialable())}
    interviews = {row.key: row.open for row in fetch(session, _INTERVIEWS)}
    return [
        _summary(
            row,
            calls.get(row.key),
            leads.get(row.key, 0),
            has_number=row.key in numbers,
            interview=_STATES[interviews.get(row.key)],
        )
        for row in rows
    ]


def _summary(
    case: Fetched[Any],
    last: Fetched[Any] | None,
    leads: int,
    *,
    has_number: bool,
    interview: InterviewState,
) -> CaseSummary:
    return CaseSummary(
        case_id=case.id,
        unit_id=case.unit_id,
        attempts=last.number if last else 0,
        last_at=last.started_at if last else None,
        last_outcome=mapping.outcome(last.outcome) if last else None,
        last_end_unknown=last.end_unknown if last else False,
        outcomes=_outcomes(last.history) if last and last.history else (),
        leads=leads,
        has_number=has_number,
        interview=interview,
        holder=mapping.holder(case),
    )


_INTERVIEWS = select(_key(INTERVIEW.c.case_id), INTERVIEW.c.open)
_STATES: dict[bool | None, InterviewState] = {None: "none", True: "open", False: "complete"}


def _calls() -> Select[Any]:
    """Every case's last call, and the history of all: `1:busy,2:no_answer`, in any order.

    Calls are numbered without gaps, so the last one's number is their count.
    """
    step = cast(ATTEMPT.c.number, Text) + ":" + type_coerce(ATTEMPT.c.outcome, Text)
    whole = (
        select(
            ATTEMPT.c.case_id,
            func.max(ATTEMPT.c.number).label("number"),
            func.aggregate_strings(step, ",").label("history"),
        )
        .group_by(ATTEMPT.c.case_id)
        .subquery()
    )
    return select(
        _key(ATTEMPT.c.case_id),
        ATTEMPT.c.number,
        ATTEMPT.c.started_at,
        ATTEMPT.c.outcome,
        ATTEMPT.c.end_unknown,
        whole.c.history,
    ).join(whole, (ATTEMPT.c.case_id == whole.c.case_id) & (ATTEMPT.c.number == whole.c.number))


@lru_cache(maxsize=4096)
def _outcomes(history: str) -> tuple[Outcome, ...]:
    """The different outcomes in a history, the most recent last. Few histories are unlike."""
    steps = (step.split(":") for step in history.split(","))
    latest = {slug: int(number) for number, slug in sorted(steps, key=lambda one: int(one[0]))}
    return tuple(Outcome[slug] for slug in sorted(latest, key=latest.__getitem__))


_NO_HELP = (Knowledge.does_not_know.name, Knowledge.says_none.name)


def _leads() -> Select[Any]:
    """How many contact points were pointed to, not tried, and may know something."""
    pointed_to = select(REDIRECT.c.id).where(REDIRECT.c.to_id == CONTACT.c.id)
    dialled = select(ATTEMPT.c.id).where(ATTEMPT.c.contact_id == CONTACT.c.id)
    return (
        select(_key(CONTACT.c.case_id), func.count().label("leads"))
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
    dead, again = ATTEMPT.alias("dead"), ATTEMPT.alias("again")
    dialled_again = select(again.c.id).where(
        again.c.case_id == dead.c.case_id,
        again.c.phone == dead.c.phone,
        again.c.number > dead.c.number,
    )
    out_of_use = select(dead.c.id).where(
        dead.c.case_id == CONTACT.c.case_id,
        dead.c.phone == CONTACT.c.phone,
        dead.c.outcome == Outcome.number_dead.name,
        ~dialled_again.exists(),
    )
    number = select(CONTACT.c.id).where(
        CONTACT.c.case_id == CASE.c.id, CONTACT.c.phone != "", ~out_of_use.exists()
    )
    return select(_key(CASE.c.id)).where(number.exists())
