"""Finished interviews as they were frozen last, with what has been decided about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row as Fetched
from sqlalchemy import func, select
from sqlmodel import Session

from db import decisions
from db.codebooks import Versions
from db.statements import Finds, fetch, survey_of
from db.tables import CASE, INTERVIEW, INTERVIEWER, REVISION
from schemas.review.decisions import Decision, standing
from schemas.review.finished_interviews import FinishedInterview
from schemas.surveys.survey import Survey


def finished(session: Session) -> list[FinishedInterview]:
    """Every interview that is complete and not open again, by unit number; three queries."""
    ranks = _ranks(session)
    decided = decisions.by_case(session)
    survey, versions = survey_of(session), Versions(session)
    return [
        _interview(survey, versions, row, ranks, decided.get(row.case_id, ()))
        for row in fetch(session, _rows())
    ]


def last_frozen(session: Session, interview_id: UUID) -> FinishedInterview | None:
    """One interview as it was frozen last, also while it is open again."""
    row = fetch(session, _frozen().where(INTERVIEW.c.id == interview_id))
    if not row:
        return None
    told = decisions.of_case(session, row[0].case_id)
    survey, versions = survey_of(session), Versions(session)
    return _interview(survey, versions, row[0], _ranks(session), told)


def _rows() -> Finds:
    return _frozen().where(INTERVIEW.c.open.is_(False)).order_by(CASE.c.unit_id)


def _frozen() -> Finds:
    other = REVISION.alias("other")
    newest = select(func.max(other.c.number)).where(other.c.interview_id == INTERVIEW.c.id)
    return (
        select(
            INTERVIEW.c.id,
            INTERVIEW.c.case_id,
            CASE.c.unit_id,
            REVISION.c.number,
            REVISION.c.fingerprint,
            REVISION.c.document,
            REVISION.c.classification,
            REVISION.c.completed_at,
            INTERVIEWER.c.name,
        )
        .join_from(INTERVIEW, CASE, INTERVIEW.c.case_id == CASE.c.id)
        .join(REVISION, REVISION.c.interview_id == INTERVIEW.c.id)
        .join(INTERVIEWER, REVISION.c.completed_by == INTERVIEWER.c.id)
        .where(REVISION.c.number == newest.scalar_subquery())
    )


def _ranks(session: Session) -> dict[UUID, int]:
    """Of every interview, how many its interviewer had finished with it when it was new."""
    first = (
        select(REVISION.c.interview_id, REVISION.c.completed_by)
        .where(REVISION.c.number == 1)
        .order_by(REVISION.c.completed_at, REVISION.c.id)
    )
    so_far: Counter[UUID] = Counter()
    ranks: dict[UUID, int] = {}
    for row in fetch(session, first):
        so_far[row.completed_by] += 1
        ranks[row.interview_id] = so_far[row.completed_by]
    return ranks


def _interview(
    survey: Survey,
    versions: Versions,
    row: Fetched[Any],
    ranks: Mapping[UUID, int],
    decided: Sequence[Decision],
) -> FinishedInterview:
    return FinishedInterview(
        interview_id=row.id,
        case_id=row.case_id,
        unit_id=row.unit_id,
        revision=row.number,
        completed_at=row.completed_at,
        interviewer=row.name,
        rank=ranks[row.id],
        questionnaire=versions.of(row.fingerprint),
        parts=survey.parts,
        classes=survey.classes,
        document=row.document or {},
        classification=row.classification or {},
        standing=standing(decided, row.number),
    )
