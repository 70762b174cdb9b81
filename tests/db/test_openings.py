"""What was told before anything was asked is kept: the version, the language form, and when."""

from dataclasses import replace
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from db.database import Database
from db.interviews import record_answer
from db.openings import openings_of
from db.records import OpeningRead
from db.statements import fetch
from db.tables import CodebookRow
from schemas.codebook.codebook import fingerprint
from tests.db.desk import Desk


def openings(db: Database, interview: UUID) -> list[OpeningRead]:
    with db.read() as session:
        return openings_of(session, interview)


class TestOpenings:
    def test_tell_which_version_was_read_when(self, db: Database, with_cases: None) -> None:
        """Once for every time that it was read; its words are in the codebook beside it."""
        desk = Desk(db)
        interview = desk.begin()
        first = replace(desk.entry(interview, "intro", "read"), language="nn")
        again = desk.entry(interview, "intro", "read")
        for one in (first, first, again):
            record_answer(db, desk.lease, one)
        asked = db.survey.questionnaire
        assert openings(db, interview.id) == [
            OpeningRead("intro", asked.version, "nn", first.at, desk.aase.name),
            OpeningRead("intro", asked.version, "nb", again.at, desk.aase.name),
        ]
        with db.read() as session:
            kept = fetch(session, select(col(CodebookRow.fingerprint)))
        assert [one.fingerprint for one in kept] == [fingerprint(asked)]

    def test_are_of_nothing_else(self, db: Database, with_cases: None) -> None:
        """Neither another answer nor that it was taken back says that it was read."""
        desk = Desk(db)
        interview = desk.begin()
        record_answer(db, desk.lease, desk.entry(interview, "has_offers", "yes"))
        taken_back = replace(desk.entry(interview, "intro"), value={"missing": "not_asked"})
        record_answer(db, desk.lease, taken_back)
        assert openings(db, interview.id) == []
