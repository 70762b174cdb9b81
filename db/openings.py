"""The opening text: who calls, why, that it is voluntary.  What was read of it, and when, is kept.

Its words stand in the codebook of that version, which lies beside.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session, col

from db.codebooks import keep
from db.records import AnswerEntry, OpeningRead
from db.rows import records, row_of
from db.statements import Finds, insert_once, survey_of
from db.tables import InterviewerRow, OpeningRow
from schemas.codebook.codebook import fingerprint


def note_reading(session: Session, entry: AnswerEntry) -> None:
    """Note which version was read, in the language form of the entry that says so."""
    survey = survey_of(session)
    asked = survey.questionnaire
    keep(session)
    row = row_of(
        survey,
        OpeningRow,
        id=entry.id,
        interview_id=entry.interview_id,
        question=entry.question,
        fingerprint=fingerprint(asked),
        version=asked.version,
        language=entry.language,
        at=entry.at,
        read_by=entry.interviewer_id,
    )
    insert_once(session, row)


def openings_of(session: Session, interview_id: UUID) -> list[OpeningRead]:
    """Every time that it was read in an interview, in order."""
    read: Finds = (
        select(OpeningRow, col(InterviewerRow.name).label("interviewer"))
        .join(InterviewerRow, col(OpeningRow.read_by) == col(InterviewerRow.id))
        .where(col(OpeningRow.interview_id) == interview_id)
        .order_by(col(OpeningRow.at), col(OpeningRow.id))
    )
    return records(session, OpeningRead, read)
