"""Finished interviews as they were frozen last, with what has been decided about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Row as Fetched
from sqlalchemy import func, null, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from db.codebooks import Versions
from db.decisions import decisions_by_case, decisions_of
from db.engine import Database
from db.persons.apart import whole
from db.statements import Finds, fetch, survey_of
from db.survey_codes import stored_code
from db.tables import CaseRow, InterviewerRow, InterviewRow, PersonRevisionRow, RevisionRow
from schemas.questionnaire.unreadable import readable
from schemas.review.classes import Class
from schemas.review.decisions import Decision, Standing, reviewed_last, standing
from schemas.review.finished_interviews import FinishedInterview, Reopened, read_classification
from schemas.surveys.survey import Survey


def finished(session: Session, *, named: bool = True) -> list[FinishedInterview]:
    """Every interview that has been complete, by unit number; three queries.

    Of one that is open again the last revision counts until there is another.  For figures, which
    everybody may see, they are not `named`: without whatever tells who somebody is.
    """
    ranks = _ranks(session)
    decided = decisions_by_case(session)
    survey, versions = survey_of(session), Versions(session)
    return [
        _interview(survey, versions, row, ranks, decided.get(row.case_id, ()))
        for row in fetch(session, _rows(named=named))
    ]


def is_any_finished(db: Database) -> bool:
    """Whether some interview has been complete."""
    with db.read() as session:
        return bool(fetch(session, select(col(RevisionRow.id)).limit(1)))


def last_frozen(session: Session, interview_id: UUID) -> FinishedInterview | None:
    """One interview as it was frozen last; None where it never was."""
    row = fetch(session, _frozen().where(col(InterviewRow.id) == interview_id))
    if not row:
        return None
    told = decisions_of(session, row[0].case_id)
    survey, versions = survey_of(session), Versions(session)
    return _interview(survey, versions, row[0], _ranks(session), told)


def last_reviewed(
    session: Session, interviews: Iterable[FinishedInterview], *, named: bool = True
) -> list[FinishedInterview]:
    """The last revision that somebody has reviewed, of interviews with newer ones since."""
    again = [one for one in interviews if one.standing.earlier and not one.standing.is_reviewed]
    if not again:
        return []
    ranks, decided = _ranks(session), decisions_by_case(session)
    survey, versions = survey_of(session), Versions(session)
    wanted = {one.interview_id: reviewed_last(decided[one.case_id]) for one in again}
    rows = fetch(session, _revisions(named=named).where(col(InterviewRow.id).in_(wanted)))
    return [
        _interview(survey, versions, row, ranks, decided[row.case_id])
        for row in rows
        if row.number == wanted[row.id]
    ]


@cache
def _rows(*, named: bool) -> Finds:
    return _frozen(named=named).order_by(col(CaseRow.unit_id))


@cache
def _frozen(*, named: bool = True) -> Finds:
    other = aliased(RevisionRow, name="other")
    newest = select(func.max(col(other.number))).where(
        col(other.interview_id) == col(InterviewRow.id)
    )
    return _revisions(named=named).where(col(RevisionRow.number) == newest.scalar_subquery())


@cache
def _revisions(*, named: bool) -> Finds:
    opener = aliased(InterviewerRow, name="opener")
    found = (
        select(
            col(InterviewRow.id),
            col(InterviewRow.case_id),
            col(CaseRow.unit_id),
            col(RevisionRow.number),
            col(RevisionRow.fingerprint),
            col(RevisionRow.document),
            (col(PersonRevisionRow.document) if named else null()).label("persons"),
            (col(PersonRevisionRow.public) if named else null()).label("public"),
            col(RevisionRow.classification),
            col(RevisionRow.completed_at),
            col(InterviewerRow.name),
            col(InterviewRow.open),
            col(InterviewRow.reopened_at),
            col(opener.name).label("reopened_by"),
        )
        .join_from(InterviewRow, CaseRow, col(InterviewRow.case_id) == col(CaseRow.id))
        .join(RevisionRow, col(RevisionRow.interview_id) == col(InterviewRow.id))
        .join(InterviewerRow, col(RevisionRow.completed_by) == col(InterviewerRow.id))
        .outerjoin(opener, col(InterviewRow.reopened_by) == col(opener.id))
    )
    if not named:
        return found
    return found.outerjoin(PersonRevisionRow, col(PersonRevisionRow.id) == col(RevisionRow.id))


def _ranks(session: Session) -> dict[UUID, int]:
    """Of every interview, how many its interviewer had finished with it when it was new."""
    first = (
        select(col(RevisionRow.interview_id), col(RevisionRow.completed_by))
        .where(col(RevisionRow.number) == 1)
        .order_by(col(RevisionRow.completed_at), col(RevisionRow.id))
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
    classification, now = read_classification(row.classification), standing(decided, row.number)
    if name := classification.get("class"):
        stored_code(survey, Class, name)  # here, where it can be said what is wrong
    questionnaire = versions.of(row.fingerprint)
    said = whole(row.document or {}, (row.persons, row.public))
    document, bad = readable(questionnaire, said)
    return FinishedInterview(
        interview_id=row.id,
        case_id=row.case_id,
        unit_id=row.unit_id,
        revision=row.number,
        completed_at=row.completed_at,
        interviewer=row.name,
        rank=ranks[row.id],
        questionnaire=questionnaire,
        parts=survey.parts,
        classes=survey.classes,
        document=document,
        classification=classification,
        standing=now,
        reopened=_reopened(row, now) if row.open else None,
        unreadable=bad,
    )


def _reopened(row: Fetched[Any], now: Standing) -> Reopened:
    """Who opened it; whoever sent it back knows why."""
    sent = now.returned
    if sent:
        return Reopened(sent.at, sent.name, sent.reason, sent_back=True)
    return Reopened(row.reopened_at, row.reopened_by or "")
