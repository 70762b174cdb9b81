"""Cases: one per survey unit, for ever. The list of them, and everything about one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import Row as Fetched
from sqlalchemy import Table, select, update
from sqlmodel import Session

from db import mapping
from db.engine import Database
from db.leases import LEASE, release, renew, take_case
from db.overview import cases, summaries
from db.problems import NotFound
from db.records import CaseFile, CaseSummary
from db.statements import attempts, execute, fetch, fetch_one, found, once
from db.tables import ATTEMPT, CASE, CONTACT, INTERVIEW, REDIRECT
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


def list_cases(db: Database) -> list[CaseSummary]:
    """Every case in a few words, by unit number."""
    with db.read() as session:
        return summaries(session)


def open_case(db: Database, case_id: UUID) -> CaseFile:
    """Everything about one case except the answers, one query per table."""
    case = cases(CASE.c.phase_one_claim).where(CASE.c.id == case_id)
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
