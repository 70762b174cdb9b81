"""Notes about a case, which interviewers and coordinators write to each other."""

from __future__ import annotations

from functools import cache
from typing import Final
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlmodel import col

from db.case_parts import CasePart, CaseParts, parts_of
from db.database import Database
from db.leases import require_not_withdrawn
from db.records import CaseNote, Signed
from db.rows import row_of
from db.statements import Finds, insert_next, survey_of
from db.tables import CaseNoteRow, InterviewerRow


def write_note(db: Database, signed: Signed, case_id: UUID, words: str) -> None:
    """Tell the others something about a case; nobody need hold it.

    Sent again, it is stored once.  Raises NeverAgain where the respondent has withdrawn.
    """
    with db.write() as session:
        require_not_withdrawn(session, case_id)
        row = row_of(
            survey_of(session),
            CaseNoteRow,
            id=signed.id,
            case_id=case_id,
            words=words,
            written_by=signed.by,
            at=signed.at,
        )
        insert_next(session, row)


def notes_about(db: Database, case_id: UUID) -> tuple[CaseNote, ...]:
    """All that was written about a case, the oldest first."""
    with db.read() as session:
        return notes_in(parts_of(session, case_id))


def notes_in(parts: CaseParts) -> tuple[CaseNote, ...]:
    """The same, as it is in this transaction; what was erased is gone."""
    return tuple(one for one in parts.every(_NOTES) if one.words)


@cache
def _of_case() -> Finds:
    return (
        select(col(CaseNoteRow.words), col(InterviewerRow.name), col(CaseNoteRow.at))
        .join(InterviewerRow, col(CaseNoteRow.written_by) == col(InterviewerRow.id))
        .where(col(CaseNoteRow.case_id) == bindparam("case"))
        .order_by(col(CaseNoteRow.number))
    )


_NOTES: Final = CasePart(CaseNote, _of_case)
