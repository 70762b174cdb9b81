"""How long persons are kept: until a day that somebody has named, and not a day longer.

Then all who were called are erased in every case: names, numbers and addresses, and every note that
may be about any of them.  What was said of the services stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session, col

from db.database import Database
from db.persons.erasing import erase_in, would_take
from db.persons.looking import persons_known
from db.persons.overdue import erased_after
from db.persons.worded import WordedRow, by_case, in_no_case, worded_rows
from db.records import Signed
from db.rows import row_of
from db.statements import fetch_one, insert_once, survey_of
from db.tables import InterviewerRow, RetentionRow
from schemas.review.sought import Sought
from schemas.surveys.survey import Survey


@dataclass(frozen=True, slots=True)
class Retention:
    """Until which day persons are kept, who has said so and when; and whether they were erased
    after it.
    """

    until: date
    name: str
    at: datetime
    done_at: datetime | None

    def is_due(self, today: date) -> bool:
        """Whether the day has gone by, and they are still here."""
        return today > self.until and self.done_at is None


def keep_until(db: Database, signed: Signed, until: date) -> None:
    """Persons are kept until the end of that day, whatever was said before."""
    named = {"id": signed.id, "until": until, "said_by": signed.by, "at": signed.at}
    with db.write() as session:
        insert_once(session, row_of(db.survey, RetentionRow, **named))


def retention(db: Database) -> Retention | None:
    """What was said last of it; None where nobody has said anything."""
    said = (
        select(RetentionRow, col(InterviewerRow.name))
        .join(InterviewerRow, col(RetentionRow.said_by) == col(InterviewerRow.id))
        .order_by(col(RetentionRow.at).desc(), col(RetentionRow.id))
    )
    with db.read() as session:
        row = fetch_one(session, said)
        return row and Retention(row.until, row.name, row.at, erased_after(session, row.until))


def held_of_everybody(db: Database) -> Mapping[str, int]:
    """How many places would be erased, by their table; nothing is."""
    with db.read() as session:
        asked, found = survey_of(session).telling, Counter[str]()
        for rows, sought in _cases(session):
            found.update(place[0] for place in would_take(rows, sought, asked))
    return found


def erase_everybody(db: Database, signed: Signed) -> frozenset[UUID]:
    """Erase all who were called, in every case; in which there was anybody."""
    erased = set()
    with db.write() as session:
        for rows, sought in _cases(session):
            case_id = rows[0].case_id
            if erase_in(session, signed, rows, sought, "retention") and case_id:
                erased.add(case_id)
    return frozenset(erased)


def _cases(session: Session) -> Iterator[tuple[list[WordedRow], Sought]]:
    """The rows of every case, and everybody who is known in it; and those of none, and all."""
    survey, every = survey_of(session), list(worded_rows(session))
    for rows in by_case(every).values():
        yield rows, _people(survey, rows)
    if rest := in_no_case(every):
        yield rest, _people(survey, every)


def _people(survey: Survey, rows: list[WordedRow]) -> Sought:
    return replace(persons_known(survey, rows), everybody=True)
