"""What the coordinator's figures are made of: every case, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Row as Fetched
from sqlalchemy import select
from sqlmodel import Session, col

from db.claim_forms import claim_forms_in, claim_in
from db.claims import select_reveals
from db.decisions import standing_by_unit
from db.engine import Database
from db.histories import histories, states_of
from db.statements import Finds, fetch, survey_of
from db.tables import AppointmentRow, InterviewRow, RevisionRow
from schemas.calls.ranking.cases import CaseState, History
from schemas.calls.settings import Settings
from schemas.review.claims import Claim, Difference
from schemas.review.classes import Class
from schemas.review.progress import AppointmentOutcome, Followed, follow


class AllCases(NamedTuple):
    """Every case, by unit number, and every appointment there has been."""

    cases: tuple[Followed, ...]
    appointments: tuple[AppointmentOutcome, ...]


def read_all_cases(db: Database, settings: Settings) -> AllCases:
    """Everything that the figures are counted from."""
    known = histories(db)
    with db.read() as session:
        decided = {unit: one.klass for unit, one in standing_by_unit(session).items()}
        found = decided, _frozen(session), _reasons(session)
        beside = _BesideHistories(db.survey.classes, _claims(session), *found)
        appointments = fetch(session, select(AppointmentRow).order_by(col(AppointmentRow.due)))
    states = states_of(known, settings)
    cases = (beside.follow(*case, settings) for case in zip(known, states, strict=True))
    return AllCases(tuple(cases), tuple(map(_agreed, appointments)))


class _Frozen(NamedTuple):
    """The class of an interview as it was completed, and when."""

    klass: Class | None
    at: datetime


class _BesideHistories(NamedTuple):
    """What is known beside the histories: by unit number, and by case."""

    classes: type[Class]
    claims: Mapping[str, Claim | None]
    decided: Mapping[str, Class | None]
    frozen: Mapping[UUID, _Frozen]
    reasons: Mapping[UUID, Difference]

    def follow(self, history: History, state: CaseState, settings: Settings) -> Followed:
        """One case with everything that is known of it."""
        interview = self.frozen.get(history.case_id)
        return follow(
            history,
            state,
            settings,
            classes=self.classes,
            claim=self.claims.get(history.unit.id),
            found=interview and (self.decided.get(history.unit.id) or interview.klass),
            frozen_at=interview.at if interview else None,
            reason=self.reasons.get(history.case_id),
        )


def _claims(session: Session) -> dict[str, Claim | None]:
    forms = claim_forms_in(session)
    return {unit_id: claim_in(session, form) for unit_id, form in forms.items()}


def _frozen(session: Session) -> dict[UUID, _Frozen]:
    """The latest revision of every closed interview; one that was reopened tells nothing yet."""
    closed = (
        select(
            col(InterviewRow.case_id),
            col(RevisionRow.classification),
            col(RevisionRow.completed_at),
        )
        .join(InterviewRow, col(RevisionRow.interview_id) == col(InterviewRow.id))
        .where(col(InterviewRow.open).is_(False))
        .order_by(col(InterviewRow.started_at), col(RevisionRow.number))
    )
    classes = survey_of(session).classes
    rows = fetch(session, closed)
    return {row.case_id: _Frozen(_class(classes, row), row.completed_at) for row in rows}


def _class(classes: type[Class], row: Fetched[Any]) -> Class | None:
    name = (row.classification or {}).get("class")
    return classes[name] if name else None


def _reasons(session: Session) -> dict[UUID, Difference]:
    """Why an interview differs from the claim, where somebody said so."""
    earlier = survey_of(session).earlier
    if earlier is None:
        return {}
    told: Finds = (
        select_reveals()
        .add_columns(col(InterviewRow.case_id))
        .order_by(col(InterviewRow.started_at))
    )
    rows = fetch(session, told)
    return {row.case_id: earlier.differences[row.reason] for row in rows if row.reason}


def _agreed(row: Fetched[Any]) -> AppointmentOutcome:
    ends = row.due + timedelta(minutes=row.minutes)
    return AppointmentOutcome(
        ends, row.closed_at, None if row.closed_how is None else row.closed_how == "kept"
    )
