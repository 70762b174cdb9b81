"""Cases: one per survey unit, for ever. How they are made, and everything about one."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid5

from sqlalchemy import Table, func, select, update
from sqlmodel import Session

from db.appointments import open_appointment
from db.claims import reveals
from db.decisions import of_case
from db.engine import Database
from db.leases import LEASE, release, renew, take_case
from db.phase_one import claim_form_of, claim_in
from db.records import CaseFile, CaseHeader, InterviewRecord, Reveal
from db.rows import record, records
from db.statements import (
    Finds,
    attempts,
    cases,
    dialect_of,
    execute,
    fetch,
    fetch_one,
    found,
    in_order,
    once,
)
from db.tables import ATTEMPT, CASE, CONTACT, COVERED, INTERVIEW, REDIRECT, CaseRow
from schemas.calls.calls import CallAttempt, ContactPoint, Redirect
from schemas.review.decisions import standing

__all__ = [
    "LEASE",
    "case_id_of",
    "load_register",
    "open_case",
    "release",
    "renew",
    "ring_back",
    "take_case",
]

NAMESPACE = UUID("2f0c7f2e-5f0b-5e0c-9a53-52494e475255")
"""Ours alone: the same unit has the same case id in every database, so they can be merged."""


def case_id_of(unit_id: str) -> UUID:
    """The id of a unit's case, in any database."""
    return uuid5(NAMESPACE, unit_id)


def load_register(db: Database) -> int:
    """Make a case of every unit of the sample that has none; how many were new."""
    units = db.frame
    with db.write() as session:
        known = {row.unit_id for row in fetch(session, select(CASE.c.unit_id))}
        new = [
            {"id": case_id_of(unit.id), "unit_id": unit.id, "lease_token": 0}
            for unit in units
            if unit.id not in known
        ]
        if new:
            session.connection().execute(once(dialect_of(session), CaseRow), new)
    return len(new)


def ring_back(db: Database, case_id: UUID, at: datetime) -> None:
    """Somebody rings back. Needs no lease: they ring when they like, whoever holds the case.

    Raises NotFound.
    """
    with db.write() as session:
        found(fetch_one(session, select(CASE.c.id).where(CASE.c.id == case_id)), "saken")
        later = func.coalesce(CASE.c.rang_back_at < at, True)
        execute(session, update(CASE).where(CASE.c.id == case_id, later).values(rang_back_at=at))


def open_case(db: Database, case_id: UUID) -> CaseFile:
    """Everything about one case except the answers, one query per table. Raises NotFound."""
    with db.read() as session:
        return file_of(session, case_id)


def file_of(session: Session, case_id: UUID) -> CaseFile:
    """The same, as it is in this transaction. Raises NotFound."""
    case = found(record(session, CaseHeader, cases().where(CASE.c.id == case_id)), "saken")
    calls = attempts().where(ATTEMPT.c.case_id == case_id).order_by(ATTEMPT.c.number)
    interviews = select(INTERVIEW).where(INTERVIEW.c.case_id == case_id)
    latest = interviews.order_by(INTERVIEW.c.started_at.desc()).limit(1)
    interview, form = record(session, InterviewRecord, latest), claim_form_of(session, case_id)
    return CaseFile(
        case_id=case.id,
        unit_id=case.unit_id,
        contacts=tuple(records(session, ContactPoint, _of_case(CONTACT, case_id))),
        attempts=tuple(records(session, CallAttempt, calls)),
        redirects=tuple(records(session, Redirect, _of_case(REDIRECT, case_id))),
        interview=interview,
        holder=case.holder,
        appointment=open_appointment(session, case_id),
        rang_back_at=case.rang_back_at,
        returned=case.returned if interview is None or interview.open else None,
        form=form,
        claim=claim_in(session, form),
        reveal=record(session, Reveal, reveals().where(INTERVIEW.c.case_id == case_id)),
        covered_by=_covered_by(session, case_id),
        decision=standing(of_case(session, case_id)).outcome,
    )


def _covered_by(session: Session, case_id: UUID) -> tuple[str, ...]:
    by = (
        select(CASE.c.unit_id)
        .join(COVERED, COVERED.c.by_case_id == CASE.c.id)
        .where(COVERED.c.case_id == case_id)
        .distinct()
        .order_by(CASE.c.unit_id)
    )
    return tuple(row.unit_id for row in fetch(session, by))


def _of_case(table: Table, case_id: UUID) -> Finds:
    return select(table).where(table.c.case_id == case_id).order_by(*in_order(table))
