"""Cases: one per survey unit, for ever. How they are made, and everything about one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Final
from uuid import UUID, uuid5

from sqlalchemy import bindparam, func, select, update
from sqlmodel import Session, col

from db.appointments import OPEN_APPOINTMENT
from db.case_notes import notes_in
from db.case_parts import CasePart, parts_of
from db.claim_forms import claim_in
from db.claims import FORM, REVEALS
from db.database import Database
from db.decisions import DECISIONS
from db.history_rows import ATTEMPTS, CONTACTS, HEADER, REDIRECTS
from db.leases import LEASE, release, renew, take_case
from db.postgresql import patient
from db.records import CaseFile, InterviewRecord
from db.rows import changed, row_of
from db.statements import (
    Finds,
    dialect_of,
    execute,
    fetch,
    fetch_one,
    found,
    of_case,
    once,
    survey_of,
)
from db.tables import (
    CaseRow,
    CoveredRow,
    InterviewRow,
    SurveyRow,
    UnitRow,
)
from schemas.calls.calls import Legs
from schemas.questionnaire.walk import Key
from schemas.review.decisions import Decision, DecisionKind, standing

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
    """Make a case of every unit of the sample that has none; how many were new.

    A database that is a part of another has the cases that were handed out, and gets no more.
    It is looked for first, as every start does this, and nearly always there is nothing to do.
    """
    with db.read() as session:
        counts = fetch_one(session, _counted())
        if counts is not None and counts.units == counts.cases:
            return 0
        if fetch_one(session, select(col(SurveyRow.part)).where(col(SurveyRow.part).is_not(None))):
            return 0
    with db.write() as session:
        blank = row_of(db.survey, CaseRow, id=NAMESPACE, unit_id="").values()
        new = [
            {**blank, "id": case_id_of(row.id), "unit_id": row.id}
            for row in fetch(session, _without_case())
        ]
        if new:
            connection = session.connection()
            with patient(connection):
                connection.execute(once(dialect_of(session), CaseRow), new)
    return len(new)


@cache
def _counted() -> Finds:
    """How many units there are, and how many cases: one of each unit at most."""
    units, cases = (select(func.count()).select_from(one) for one in (UnitRow, CaseRow))
    counted = units.scalar_subquery().label("units"), cases.scalar_subquery().label("cases")
    return select(*counted)


@cache
def _without_case() -> Finds:
    """Units that have no case yet."""
    cases = select(col(UnitRow.id)).outerjoin(CaseRow, col(CaseRow.unit_id) == col(UnitRow.id))
    return cases.where(col(CaseRow.id).is_(None)).order_by(col(UnitRow.id))


def ring_back(db: Database, case_id: UUID, at: datetime) -> None:
    """Somebody rings back. Needs no lease: they ring when they like, whoever holds the case.

    Raises NotFound.
    """
    with db.write() as session:
        found(
            fetch_one(session, select(col(CaseRow.id)).where(col(CaseRow.id) == case_id)), "saken"
        )
        later = func.coalesce(col(CaseRow.rang_back_at) < at, True)
        rang = changed(db.survey, CaseRow, rang_back_at=at)
        execute(session, update(CaseRow).where(col(CaseRow.id) == case_id, later).values(rang))


def open_case(db: Database, case_id: UUID) -> CaseFile:
    """Everything about one case except the answers; what is in hand of it is not read again.

    Raises NotFound.
    """
    with db.read() as session:
        return case_file(session, case_id)


def case_file(session: Session, case_id: UUID) -> CaseFile:
    """Everything about one case, as it is in this transaction. Raises NotFound."""
    parts = parts_of(session, case_id)
    case, interview = found(parts.first(HEADER), "saken"), parts.first(_INTERVIEW)
    survey = survey_of(session)
    form = parts.first(FORM) if survey.earlier else None
    decided = parts.every(DECISIONS)
    returned = case.returned if interview is None or interview.open else None
    return CaseFile(
        case_id=case.id,
        unit_id=case.unit_id,
        contacts=parts.every(CONTACTS),
        attempts=parts.every(ATTEMPTS),
        redirects=Legs.of(parts.every(REDIRECTS)),
        interview=interview,
        holder=case.holder,
        appointment=parts.first(OPEN_APPOINTMENT),
        rang_back_at=case.rang_back_at,
        returned=returned,
        form=form,
        claim=claim_in(survey, form),
        reveal=parts.first(REVEALS),
        covered_by=tuple(one.unit_id for one in parts.every(_COVERING)),
        decision=standing(decided).outcome,
        given_to=case.given_to,
        notes=notes_in(parts),
        to_ask=_to_ask(decided) if returned else None,
    )


def _to_ask(decided: Sequence[Decision]) -> Key | None:
    """What was to be asked again when the case was last sent back."""
    sent = [one.question for one in decided if one.kind is DecisionKind.returned]
    return sent[-1] if sent else None


@cache
def _latest_interview() -> Finds:
    """The latest that was begun."""
    return of_case(select(InterviewRow).order_by(col(InterviewRow.started_at).desc()).limit(1))


_INTERVIEW: Final = CasePart(InterviewRecord, _latest_interview)


@dataclass(frozen=True, slots=True)
class _Covering:
    """A unit whose service may be that of a case, too."""

    unit_id: str


@cache
def _select_covering() -> Finds:
    return (
        select(col(CaseRow.unit_id))
        .join(CoveredRow, col(CoveredRow.by_case_id) == col(CaseRow.id))
        .where(col(CoveredRow.case_id) == bindparam("case"))
        .distinct()
        .order_by(col(CaseRow.unit_id))
    )


_COVERING: Final = CasePart(_Covering, _select_covering)
