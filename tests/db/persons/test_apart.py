"""What tells who somebody is lies apart from the answers, and nobody who reads them notices."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, delete, select, update

from db.cases import load_register
from db.database import Database
from db.exports.csv import write_csv
from db.exports.writing import Options
from db.finished import finished
from db.interviews import load_interview, record_answer
from db.persons.apart import ANSWERS, REVISIONS
from db.persons.erasing import erase
from db.persons.parting import ERASURE, REVISION, TRAIL, set_apart
from db.tables import ANSWER, Row
from db.trail.trail import examine, keep_trail, pause_trail
from schemas.questionnaire.answers import DONT_KNOW
from schemas.questionnaire.apart import APART, put_together
from schemas.review.sought import NOT_ASKED
from schemas.surveys.municipal_services_2015.survey import SURVEY
from tests.db.desk import Desk
from tests.db.listening import told
from tests.db.rounds import SERVICE, finish

MARK, NUMBER = "Ragnhild Merkesen", "+4798765432"

TOLD: dict[str, Any] = {
    "respondent_name": MARK,
    "respondent_phone": NUMBER,
    "respondent_email": f"{MARK.split()[1]}@halden.no",
    "private_note": f"Ring {MARK}",
    "publish": "yes",
    "public_contact_name": MARK,
    "public_phone": NUMBER,
    "public_email": f"{MARK.split()[1]}@halden.no",
    "public_url": f"https://halden.no/{MARK.split()[1]}",
}
"""An answer to every question that tells who somebody is."""


@pytest.fixture
def desk(db: Database, with_cases: None) -> Desk:
    """Halden was interviewed, and every question that tells of a person answered."""
    desk = Desk(db)
    interview = desk.begin()
    for question, value in TOLD.items():
        entry = desk.entry(interview, question, value)
        record_answer(db, desk.lease, replace(entry, item=None))
    desk.complete(interview, finish(**{**SERVICE, **TOLD}))
    return desk


def places(db: Database) -> set[str]:
    """Where anything of her stands, by table and column."""
    with db.read() as session:
        return {
            f"{table.name}.{name}"
            for table in Row.metadata.sorted_tables
            for row in session.connection().execute(select(table)).mappings()
            for name, cell in row.items()
            if any(one in str(cell) for one in (*MARK.split(), NUMBER))
        }


def documents(db: Database) -> list[Any]:
    with db.look() as reads:
        return [one.document for one in finished(reads)]


def rows(db: Database) -> list[Any]:
    """The answers and revisions, as they lie."""
    with db.read() as session:
        asked = (select(one).order_by(one.c.id) for one in (ANSWER, REVISION))
        return [session.connection().execute(one).all() for one in asked]


class TestApart:
    def test_whoever_answered_stands_in_tables_of_her_own(self, desk: Desk) -> None:
        """And nowhere else in the database; the survey says which questions these are."""
        assert SURVEY.personal <= TOLD.keys()
        assert places(desk.db) == {
            "person_answer.value", "person_revision.document", "person_revision.public",
        }  # fmt: skip
        with desk.db.read() as session:
            said = session.connection().execute(
                select(ANSWER.c.question, ANSWER.c.value).order_by(ANSWER.c.seq)
            )
            assert {row.question for row in said if row.value == APART} == SURVEY.personal

    def test_reads_as_it_was_said(self, desk: Desk) -> None:
        (one,) = documents(desk.db)
        with desk.db.look() as reads:
            kept = load_interview(desk.db, finished(reads)[0].interview_id)
        assert {entry.question: entry.value for entry in kept.entries} == TOLD
        assert one["introduction"]["respondent_name"] == MARK
        assert one["closing"]["public_phone"] == NUMBER
        assert one["assessment"]["private_note"] == TOLD["private_note"]

    def test_why_there_is_no_answer_tells_of_nobody(self, db: Database) -> None:
        """So it stays where answers are, and so does what was left empty."""
        load_register(db)
        desk = Desk(db)
        desk.interviewed(respondent_phone=DONT_KNOW, respondent_email=None)
        with db.read() as session:
            (found,) = session.connection().execute(select(REVISION.c.document)).scalars()
        asked = found["introduction"]
        assert asked["respondent_phone"] == {"missing": "dont_know"}
        assert asked["respondent_email"] is None
        assert asked["respondent_name"] == APART

    def test_is_erased_without_a_touch_of_the_answers(self, desk: Desk) -> None:
        """They say that there was one; whoever reads it reads that nobody was asked."""
        before = rows(desk.db)
        erase(desk.db, desk.sign(), MARK)
        erase(desk.db, desk.sign(), NUMBER)
        assert rows(desk.db) == before
        assert places(desk.db) <= {"person_revision.public", "person_answer.value"}  # a web address
        (one,) = documents(desk.db)
        assert one["introduction"]["respondent_name"] == NOT_ASKED

    def test_is_not_read_for_an_export_without_contacts(self, desk: Desk, tmp_path: Path) -> None:
        """But for what they have agreed to see published, which is a column of its own."""
        with told(desk.db) as asked:
            write_csv(desk.db, tmp_path / "a", options=Options(warn=lambda found: None))
        of_persons = [one for one in asked if "person_" in one]
        assert {"apart.public" in one for one in of_persons} == {True}
        assert {"apart.document" in one for one in of_persons} == {False}
        written = "".join(one.read_text("utf-8") for one in (tmp_path / "a").iterdir())
        assert "public_contact_name" in written
        assert "apart" not in written
        assert f"Ring {MARK}" not in written
        write_csv(desk.db, tmp_path / "b", options=Options(contacts=True))
        assert f";{MARK};" in (tmp_path / "b" / "interviews.csv").read_text("utf-8")

    def test_what_is_gone_reads_as_not_asked(self) -> None:
        """Where a row is not there, or may not be read, nothing stands in for it."""
        document = {"a": {"x": APART, "y": "sagt"}, "b": [{"x": APART}, {"x": APART}], "c": 1}
        told = put_together(document, {"b": [{}, {"x": "to"}]}, None)
        missing = {"missing": "not_asked"}
        assert told == {
            "a": {"x": missing, "y": "sagt"},
            "b": [{"x": missing}, {"x": "to"}],
            "c": 1,
        }


class TestAnOlderDatabase:
    def test_is_parted_and_its_log_holds(self, desk: Desk) -> None:
        """All reads as before; what its log has of those rows can be used to guess no more."""
        read = documents(desk.db)
        parted = rows(desk.db)
        with desk.db.fill() as connection:
            put_back(connection)
            held = select(TRAIL.c.number).where(TRAIL.c.salt.is_not(None))
            before = connection.execute(held.where(TRAIL.c.table_name.in_(BOTH))).all()
            set_apart(connection, desk.db.survey)
            assert connection.execute(held.where(TRAIL.c.table_name.in_(BOTH))).all() == []
            set_apart(connection, desk.db.survey)
            keep_trail(connection, "prøve")
        assert before
        assert (documents(desk.db), rows(desk.db)) == (read, parted)
        with desk.db.read() as session:
            trail = examine(session)
        assert (trail.broken, trail.changed, trail.vanished) == (None, (), ())

    def test_who_was_erased_is_erased_where_it_lies_now(self, desk: Desk) -> None:
        """A file that was handed out before would bring her back where nobody says so."""
        with desk.db.fill() as connection:
            put_back(connection)
            ids = [str(id.hex) for id in connection.execute(select(ANSWER.c.id)).scalars()]
            old = [["answer_entry", ids[0], "value"], ["revision", ids[0], "document"]]
            note_erasure(connection, desk, old)
            set_apart(connection, desk.db.survey)
            (places,) = connection.execute(select(ERASURE.c.places)).scalars()
            keep_trail(connection, "prøve")
        assert places == [
            *old,
            ["person_answer", ids[0], "value"],
            ["person_revision", ids[0], "document"],
            ["person_revision", ids[0], "public"],
        ]

    def test_also_where_nothing_of_anybody_is_left(self, db: Database, with_cases: None) -> None:
        """So it is when all have been erased; a file that is still out has them all."""
        desk = Desk(db)
        key = desk.sign().id.hex
        old = [["answer_entry", key, "value"]]
        with db.fill() as connection:
            note_erasure(connection, desk, old)
            for _ in range(2):
                set_apart(connection, db.survey)
            (places,) = connection.execute(select(ERASURE.c.places)).scalars()
        assert places == [*old, ["person_answer", key, "value"]]


BOTH = (ANSWER.name, REVISION.name)


def put_back(connection: Connection) -> None:
    """As the program before 0031 had it: among the answers."""
    pause_trail(connection)
    for id, value in connection.execute(select(ANSWERS.c.id, ANSWERS.c.value)).all():
        connection.execute(update(ANSWER).where(ANSWER.c.id == id).values(value=value))
    parts = select(REVISIONS.c.id, REVISIONS.c.document, REVISIONS.c.public, REVISION.c.document)
    joined = parts.join_from(REVISIONS, REVISION, REVISION.c.id == REVISIONS.c.id)
    for id, persons, public, document in connection.execute(joined).all():
        now = put_together(document, persons, public)
        connection.execute(update(REVISION).where(REVISION.c.id == id).values(document=now))
    for table in (ANSWERS, REVISIONS):
        connection.execute(delete(table))


def note_erasure(connection: Connection, desk: Desk, places: list[list[str]]) -> None:
    signed = desk.sign()
    noted = {"id": signed.id, "at": signed.at, "erased_by": signed.by, "why": "person"}
    connection.execute(ERASURE.insert(), {**noted, "case_id": desk.lease.case_id, "places": places})
