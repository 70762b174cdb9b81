"""What quality is judged by, read from the answers, the calls and what was completed.

Answers are read twice, as they lie: once for what is usual, once for what is unusual.  Of each
interview only numbers are kept, so that it takes little more memory for many.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from itertools import groupby
from typing import Any, Final, NamedTuple
from uuid import UUID

from sqlalchemy import Row as Fetched
from sqlalchemy import select
from sqlmodel import Session, col

from db.engine import Database
from db.statements import Finds, fetch, reads_of, survey_of
from db.tables import AnswerRow, AttemptRow, CaseRow, InterviewerRow, InterviewRow, RevisionRow
from db.versions import Versions
from schemas.questionnaire.unreadable import readable
from schemas.review.finished_interviews import read_classification
from schemas.review.quality.answers import count_answers
from schemas.review.quality.observed import ObservedCall, ObservedInterview
from schemas.review.quality.pace import TimedEntry, count_pace, usual_times
from schemas.review.quality.people import WorkQuality, work_quality

AT_ONCE: Final = 500
"""Rows fetched together: a large database is never in memory."""


class QualityRead(NamedTuple):
    """Everybody's work, and who they are."""

    work: WorkQuality
    names: Mapping[UUID, str]


def read_quality(db: Database, now: datetime) -> QualityRead:
    """Everybody's work as it is now; five queries."""
    with db.read() as session:
        names = {row.id: row.name for row in fetch(session, _people())}
        interviews = _paced(session, _completed(session))
        classes = survey_of(session).classes
        return QualityRead(work_quality(interviews, _calls(session), classes, now), names)


def _stream(session: Session, statement: Finds) -> Iterator[Fetched[Any]]:
    found = session.connection().execute(statement.execution_options(yield_per=AT_ONCE))
    for some in found.partitions():
        yield from some


@cache
def _people() -> Finds:
    return select(col(InterviewerRow.id), col(InterviewerRow.name))


# ── What was completed ───────────────────────────────────────────────────────────────────────────


def _completed(session: Session) -> dict[UUID, ObservedInterview]:
    """Every interview as whoever completed it first completed it last: not as it was corrected."""
    found = {}
    versions = Versions(reads_of(session))
    for id, frozen in groupby(_stream(session, _revisions()), key=lambda row: row.id):
        revisions = list(frozen)
        hers = [row for row in revisions if row.completed_by == revisions[0].completed_by]
        found[id] = _observed(versions, hers[-1])
    return found


def _observed(versions: Versions, row: Fetched[Any]) -> ObservedInterview:
    questionnaire = versions.of(row.fingerprint)
    document, _ = readable(questionnaire, row.document or {})
    return ObservedInterview(
        interview_id=row.id,
        case_id=row.case_id,
        unit_id=row.unit_id,
        interviewer_id=row.completed_by,
        klass=read_classification(row.classification).get("class", ""),
        answers=count_answers(questionnaire, document),
        confirmed=len(document.get("confirmed", ())),
    )


@cache
def _revisions() -> Finds:
    return (
        select(
            col(InterviewRow.id),
            col(InterviewRow.case_id),
            col(CaseRow.unit_id),
            col(RevisionRow.fingerprint),
            col(RevisionRow.document),
            col(RevisionRow.classification),
            col(RevisionRow.completed_by),
        )
        .join_from(RevisionRow, InterviewRow, col(RevisionRow.interview_id) == col(InterviewRow.id))
        .join(CaseRow, col(InterviewRow.case_id) == col(CaseRow.id))
        .order_by(col(InterviewRow.id), col(RevisionRow.number))
    )


# ── How it went ──────────────────────────────────────────────────────────────────────────────────


@dataclass(slots=True)
class _Entries:
    """What the interviewer of an interview typed in it, and how many remarks were in that."""

    answers: list[TimedEntry] = field(default_factory=list)
    remarks: int = 0


def _paced(
    session: Session, completed: Mapping[UUID, ObservedInterview]
) -> Iterator[ObservedInterview]:
    """With how long it took; one that nobody typed in has been moved here without its answers."""
    usual = usual_times(entries.answers for _, entries in _typed(session, completed))
    waiting = dict(completed)
    for id, entries in _typed(session, completed):
        yield replace(
            waiting.pop(id),
            pace=count_pace(entries.answers, usual),
            entries=len(entries.answers),
            remarks=entries.remarks,
        )
    yield from waiting.values()


def _typed(
    session: Session, completed: Mapping[UUID, ObservedInterview]
) -> Iterator[tuple[UUID, _Entries]]:
    """Interview by interview, what its interviewer typed: what others corrected is not hers."""
    rows = _stream(session, _answers())
    for id, typed in groupby(rows, key=lambda row: row.interview_id):
        if id not in completed:
            continue
        entries, by = _Entries(), completed[id].interviewer_id
        for row in typed:
            if row.interviewer_id == by:
                entries.answers.append(TimedEntry(row.question, row.item, row.attempt_id, row.at))
                entries.remarks += bool(row.is_remark)
        yield id, entries


@cache
def _answers() -> Finds:
    return select(
        col(AnswerRow.interview_id),
        col(AnswerRow.question),
        col(AnswerRow.item),
        col(AnswerRow.attempt_id),
        col(AnswerRow.interviewer_id),
        col(AnswerRow.at),
        (col(AnswerRow.remark) != "").label("is_remark"),
    ).order_by(col(AnswerRow.interview_id), col(AnswerRow.seq))


# ── The calls ────────────────────────────────────────────────────────────────────────────────────


def _calls(session: Session) -> Iterator[ObservedCall]:
    """Every call, with when the one before it in the same case began."""
    for _, calls in groupby(_stream(session, _attempts()), key=lambda row: row.case_id):
        after = None
        for row in calls:
            yield ObservedCall(
                row.case_id,
                row.unit_id,
                row.interviewer_id,
                row.started_at,
                row.ended_at,
                row.seconds,
                after,
            )
            after = row.started_at


@cache
def _attempts() -> Finds:
    return (
        select(
            col(AttemptRow.case_id),
            col(CaseRow.unit_id),
            col(AttemptRow.interviewer_id),
            col(AttemptRow.started_at),
            col(AttemptRow.ended_at),
            col(AttemptRow.seconds),
        )
        .join(CaseRow, col(AttemptRow.case_id) == col(CaseRow.id))
        .order_by(col(AttemptRow.case_id), col(AttemptRow.number))
    )
