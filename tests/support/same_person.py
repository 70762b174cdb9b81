"""Somebody who is in a database twice, as could happen before names were compared."""

from datetime import datetime
from uuid import uuid4

from sqlalchemy import insert

from db.database import Database
from db.records import Interviewer
from db.rows import row_of
from db.statements import execute
from db.tables import InterviewerRow


def made_again(db: Database, name: str, seat: str, at: datetime) -> Interviewer:
    """One more person, whoever else is called that."""
    person = Interviewer(uuid4(), name, seat)
    row = row_of(db.survey, InterviewerRow, person, seated_at=at, created_at=at)
    with db.write() as session:
        execute(session, insert(InterviewerRow), row.values())
    return person
