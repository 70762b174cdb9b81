"""What the coordinator's figures are made of: every case, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session, col

from db.call_list import cases_in
from db.claim_forms import claim_forms_in, claim_in
from db.claims import select_reveals
from db.decisions import standing_by_unit
from db.engine import Database
from db.history_rows import all_histories
from db.overviews import read_overview
from db.records import ClosedHow
from db.rows import records
from db.statements import Finds, survey_of
from db.survey_codes import stored_code
from db.tables import AppointmentRow, InterviewRow, RevisionRow
from schemas.calls.ranking.cases import CaseState, History
from schemas.calls.settings import Settings
from schemas.frame.frame import Frame
from schemas.review.claims import Claim, Difference
from schemas.review.classes import Class
from schemas.review.decisions import Standing
from schemas.review.having import Having, having
from schemas.review.progress import AppointmentOutcome, Followed, follow
from schemas.surveys.survey import Survey


class AllCases(NamedTuple):
    """Every case, by unit number, every appointment there has been, and how many have what is
    looked for.
    """

    cases: tuple[Followed, ...]
    appointments: tuple[AppointmentOutcome, ...]
    having: Having


def read_all_cases(db: Database, settings: Settings) -> AllCases:
    """Everything that the figures are counted from."""
    with db.read() as session:
        cases = _beside(session, standing_by_unit(session)).follow_all(
            all_histories(session, db.frame), cases_in(session, settings), settings
        )
        ended = select(AppointmentRow).order_by(col(AppointmentRow.due))
        appointments = records(session, _Ended, ended)
    listed = read_overview(db, named=False)
    count = having(db.frame, cases, listed.wholes if listed else frozenset())
    return AllCases(cases, tuple(one.outcome for one in appointments), count)


def read_cases(db: Database, settings: Settings) -> tuple[Followed, ...]:
    """Every case, by unit number: for figures that need neither appointments nor documents."""
    with db.read() as session:
        return cases_at_once(session, db.frame, settings).cases


class CasesAtOnce(NamedTuple):
    """Every case as it is in one transaction: what happened, what it comes to, what was decided."""

    histories: tuple[History, ...]
    cases: tuple[Followed, ...]
    standings: Mapping[str, Standing]


def cases_at_once(session: Session, frame: Frame, settings: Settings) -> CasesAtOnce:
    """The same cases, all read in this transaction."""
    known = tuple(all_histories(session, frame))
    standings, states = standing_by_unit(session), cases_in(session, settings)
    followed = _beside(session, standings).follow_all(known, states, settings)
    return CasesAtOnce(known, followed, standings)


@dataclass(frozen=True, slots=True)
class _Ended:
    """A time that was agreed on, and what came of it."""

    due: datetime
    minutes: int
    closed_at: datetime | None
    closed_how: ClosedHow | None

    @property
    def outcome(self) -> AppointmentOutcome:
        kept = None if self.closed_how is None else self.closed_how == "kept"
        return AppointmentOutcome(self.due + timedelta(minutes=self.minutes), self.closed_at, kept)


@dataclass(frozen=True, slots=True)
class _Frozen:
    """An interview as it was completed, and when."""

    case_id: UUID
    classification: Mapping[str, Any]
    completed_at: datetime

    def klass(self, survey: Survey) -> Class | None:
        """What it has come to; raises UnknownCode."""
        name = self.classification.get("class")
        return stored_code(survey, Class, name) if name else None


@dataclass(frozen=True, slots=True)
class _Explained:
    """Why an interview differs from the claim; None until somebody says so."""

    case_id: UUID
    reason: Difference | None


class _BesideHistories(NamedTuple):
    """What is known beside the histories: by unit number, and by case."""

    survey: Survey
    claims: Mapping[str, Claim | None]
    decided: Mapping[str, Class | None]
    frozen: Mapping[UUID, _Frozen]
    reasons: Mapping[UUID, Difference]

    def follow_all(
        self, known: Sequence[History], states: Iterable[CaseState], settings: Settings
    ) -> tuple[Followed, ...]:
        """All cases: what happened in each, and what has come of it."""
        return tuple(self.follow(*case, settings) for case in zip(known, states, strict=True))

    def follow(self, history: History, state: CaseState, settings: Settings) -> Followed:
        """One case with everything that is known of it."""
        interview = self.frozen.get(history.case_id)
        return follow(
            history,
            state,
            settings,
            classes=self.survey.classes,
            claim=self.claims.get(history.unit.id),
            found=self._found(history, interview) if interview else None,
            frozen_at=interview.completed_at if interview else None,
            reason=self.reasons.get(history.case_id),
        )

    def _found(self, history: History, interview: _Frozen) -> Class | None:
        return self.decided.get(history.unit.id) or interview.klass(self.survey)


def _beside(session: Session, standings: Mapping[str, Standing]) -> _BesideHistories:
    decided = {unit: one.klass for unit, one in standings.items()}
    found = decided, _frozen(session), _reasons(session)
    return _BesideHistories(survey_of(session), _claims(session), *found)


def _claims(session: Session) -> dict[str, Claim | None]:
    forms = claim_forms_in(session)
    return {unit_id: claim_in(session, form) for unit_id, form in forms.items()}


def _frozen(session: Session) -> dict[UUID, _Frozen]:
    """The latest revision of every interview: of one that is open again, until there is another."""
    newest = (
        select(
            col(InterviewRow.case_id),
            col(RevisionRow.classification),
            col(RevisionRow.completed_at),
        )
        .join(InterviewRow, col(RevisionRow.interview_id) == col(InterviewRow.id))
        .order_by(col(InterviewRow.started_at), col(RevisionRow.number))
    )
    return {one.case_id: one for one in records(session, _Frozen, newest)}


def _reasons(session: Session) -> dict[UUID, Difference]:
    """Why an interview differs from the claim, where somebody said so."""
    if survey_of(session).earlier is None:
        return {}
    told: Finds = (
        select_reveals()
        .add_columns(col(InterviewRow.case_id))
        .order_by(col(InterviewRow.started_at))
    )
    return {one.case_id: one.reason for one in records(session, _Explained, told) if one.reason}
