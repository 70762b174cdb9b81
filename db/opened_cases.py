"""A case with all that whoever works on it needs, read at once: it is of one moment."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from db.appointments import agenda
from db.cases import case_file
from db.database import Database
from db.interviews import interview_file
from db.records import CaseFile, InterviewFile
from schemas.calls.appointments import Appointment


class OpenedCase(NamedTuple):
    """What is stored of it; `agenda` are all open appointments, each with the unit it is with."""

    file: CaseFile
    interview: InterviewFile | None
    agenda: tuple[tuple[Appointment, str], ...]


def read_opened(db: Database, case_id: UUID) -> OpenedCase:
    """A case as it is now, with its interview, if that was begun. Raises NotFound."""
    with db.read() as session:
        file = case_file(session, case_id)
        begun = file.interview
        interview = interview_file(session, begun.id) if begun else None
        return OpenedCase(file, interview, agenda(session))
