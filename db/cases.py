"""Cases: one per survey unit, for ever. The list of them, and everything about one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import Row as Fetched
from sqlalchemy import Select, Table, func, select, update
from sqlmodel import Session

from db import mapping
from db.engine import Database
from db.leases import LEASE, release, renew, take_case
from db.problems import NotFound
from db.records import CaseFile, CaseSummary, InterviewState
from db.statements import attempts, execute, fetch, fetch_one, found, once
from db.tables import ATTEMPT, CASE, CONTACT, INTERVIEW, INTERVIEWER, REDIRECT
from schemas.calls import RedirectHow
from schemas.outcomes import Outcome
from schemas.register import units

__all__ = [
    "LEASE",
    "case_id_of",
    "list_cases",
    "load_register",
    "note_phase_one_claim",
    "open_case",
    "release",
    "renew",
    "take_case",
]

NAMESPACE = UUID("2f0c7f2e-5f0b-5e0c-9a53-52494e475255")
"""Ours alone: the same unit has the same case id in every database, so they can be merged."""


def case_id_of(unit_id: str) -> UUID:
    """The id of a unit's case, in any database."""
    return uuid5(NAMESPACE, unit_id)


def load_register(db: Database) -> int:
    """Make a case of every unit in the register that has none; how many were new."""
    with db.write() as session:
        known = {row.unit_id for row in fetch(session, select(CASE.c.unit_id))}
        new = [
            {"id": case_id_of(unit.id), "unit_id": unit.id, "lease_token": 0}
            for unit in units()
            if unit.id not in known
        ]
        if new:
            session.connection().execute(once(session.get_bind().dialect.name, CASE), new)
    return len(new)


def note_phase_one_claim(db: Database, case_id: UUID, claim: str) -> None:
    """What the unit said in phase one; kept apart from what this interview finds."""
    with db.write() as session:
        noted = update(CASE).where(CASE.c.id == case_id).values(phase_one_claim=claim)
        if not execute(session, noted):
            raise NotFound("saken")


# ── One case ─────────────────────────────────────────────────────────────────────────────────────


def _cases(*more: Any) -> Select[Any]:
    return select(
        CASE.c.id,
        CASE.c.unit_id,
        CASE.c.held_by,
        CASE.c.lease_expires_at,
        INTERVIEWER.c.name.label("holder_name"),
        *more,
    ).outerjoin(INTERVIEWER, CASE.c.held_by == INTERVIEWER.c.id)


def open_case(db: Database, case_id: UUID) -> CaseFile:
    """Everything about one case except the answers, one query per table."""
    case = _cases(CASE.c.phase_one_claim).where(CASE.c.id == case_id)
    interview = select(INTERVIEW).where(INTERVIEW.c.case_id == case_id)
    with db.read() as session:
        row = found(fetch_one(session, case), "saken")
        begun = fetch_one(session, interview.order_by(INTERVIEW.c.started_at.desc()).limit(1))
        return CaseFile(
            case_id=row.id,
            unit_id=row.unit_id,
            phase_one_claim=row.phase_one_claim,
            contacts=tuple(map(mapping.contact, _of_case(session, CONTACT, case_id))),
            attempts=tuple(map(mapping.attempt, _attempts_of(session, case_id))),
            redirects=tuple(map(mapping.redirect, _of_case(session, REDIRECT, case_id))),
            interview=None if begun is None else mapping.interview(begun),
            holder=mapping.holder(row),
        )


def _of_case(session: Session, table: Table, case_id: UUID) -> Sequence[Fetched[Any]]:
    order = table.c.created_at if table is CONTACT else table.c.at
    return fetch(session, select(table).where(table.c.case_id == case_id).order_by(order))


def _attempts_of(session: Session, case_id: UUID) -> Sequence[Fetched[Any]]:
    mine = attempts().where(ATTEMPT.c.case_id == case_id)
    return fetch(session, mine.order_by(ATTEMPT.c.number))


# ── The list ─────────────────────────────────────────────────────────────────────────────────────


def list_cases(db: Database) -> list[CaseSummary]:
    """All cases by unit number, in a number of queries that does not grow with them."""
    with db.read() as session:
        cases = fetch(session, _cases().order_by(CASE.c.unit_id))
        latest = {row.case_id: row for row in fetch(session, _LATEST)}
        outcomes = _outcomes(session)
        leads = {row.case_id: row.leads for row in fetch(session, _LEADS)}
        states = {row.case_id: row.open for row in fetch(session, _INTERVIEWS)}
    return [
        _summary(row, latest.get(row.id), outcomes, leads.get(row.id, 0), states.get(row.id))
        for row in cases
    ]


_COUNTS = (
    select(ATTEMPT.c.case_id, func.max(ATTEMPT.c.number).label("number"))
    .group_by(ATTEMPT.c.case_id)
    .subquery()
)
_LATEST = select(
    ATTEMPT.c.case_id,
    ATTEMPT.c.number,
    ATTEMPT.c.started_at,
    ATTEMPT.c.outcome,
    ATTEMPT.c.end_unknown,
).join(
    _COUNTS,
    (ATTEMPT.c.case_id == _COUNTS.c.case_id) & (ATTEMPT.c.number == _COUNTS.c.number),
)
"""The last call of every case; calls are numbered without gaps, so its number is their count."""

_OUTCOMES = (
    select(ATTEMPT.c.case_id, ATTEMPT.c.outcome).where(ATTEMPT.c.outcome.is_not(None)).distinct()
)
_INTERVIEWS = select(INTERVIEW.c.case_id, INTERVIEW.c.open)


def _untried_lead() -> Select[Any]:
    """Contact points that were pointed to, never dialled, and never put through to."""
    transfer = REDIRECT.alias("transfer")
    dialled = select(ATTEMPT.c.id).where(ATTEMPT.c.contact_id == REDIRECT.c.to_id)
    put_through = select(transfer.c.id).where(
        transfer.c.to_id == REDIRECT.c.to_id, transfer.c.how == RedirectHow.transferred.name
    )
    return (
        select(REDIRECT.c.case_id, func.count(REDIRECT.c.to_id.distinct()).label("leads"))
        .where(REDIRECT.c.to_id.is_not(None), ~dialled.exists(), ~put_through.exists())
        .group_by(REDIRECT.c.case_id)
    )


_LEADS = _untried_lead()


def _outcomes(session: Session) -> dict[UUID, set[Outcome]]:
    seen: dict[UUID, set[Outcome]] = {}
    for row in fetch(session, _OUTCOMES):
        seen.setdefault(row.case_id, set()).add(Outcome[row.outcome])
    return seen


def _summary(
    case: Fetched[Any],
    last: Fetched[Any] | None,
    outcomes: dict[UUID, set[Outcome]],
    leads: int,
    is_open: bool | None,
) -> CaseSummary:
    state: InterviewState = "none" if is_open is None else "open" if is_open else "complete"
    return CaseSummary(
        case_id=case.id,
        unit_id=case.unit_id,
        attempts=0 if last is None else last.number,
        last_at=None if last is None else last.started_at,
        last_outcome=None if last is None else mapping.outcome(last.outcome),
        last_end_unknown=last is not None and last.end_unknown,
        outcomes=frozenset(outcomes.get(case.id, ())),
        leads=leads,
        interview=state,
        holder=mapping.holder(case),
    )
