"""What may lie in a row: its model says so, and the database checks the codes, too.

Records are made of rows in one way, whatever they are of.
"""

import re
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Enum, inspect, text

import db
from db.calls import add_contact
from db.cases import open_case
from db.engine import Database
from db.problems import Unexpected, UnknownCode, Unstorable
from db.rows import codes_of, row_of
from db.tables import ContactRow, Row
from schemas.calls.calls import Knowledge
from schemas.calls.departments import Department
from schemas.review.classes import Class
from tests.db.world import HALDEN, NOON, World


def change(db: Database, statement: str) -> None:
    """Change the database as no verb of ours would."""
    with db.write() as session:
        session.connection().execute(text(statement))


class TestWhatGoesIn:
    def test_a_moment_has_a_time_zone(self, world: World) -> None:
        """Whoever forgets it is told in which column, and nothing of what else is in the row."""
        naive = replace(world.contact(person="Kari Lie"), created_at=NOON.replace(tzinfo=None))
        with pytest.raises(Unexpected) as problem:
            add_contact(world.db, world.lease, naive)
        assert "ContactRow.created_at timezone_aware" in str(problem.value)
        assert "Kari" not in repr(problem.value)

    def test_a_text_is_one_that_every_database_takes(self, world: World) -> None:
        """Half a surrogate pair is none, and NUL is refused by one of them."""
        for words in ("Kari \ud83d", "Kari \0"):
            with pytest.raises(Unstorable):
                add_contact(world.db, world.lease, world.contact(person=words))

    def test_no_row_is_made_otherwise(self) -> None:
        """A table's class does not validate what it is called with: only `row_of` makes rows."""
        made = re.compile(rf"\b({'|'.join(one.__name__ for one in Row.__subclasses__())})\(")
        sources = (path for path in Path(db.__file__).parent.rglob("*.py") if path.stem != "tables")
        assert [path for path in sources if made.search(path.read_text(encoding="utf-8"))] == []

    def test_what_a_record_does_not_say_is_said_beside_it(self, world: World) -> None:
        contact, other = world.contact(), uuid4()
        row = row_of(ContactRow, contact, id=other)
        assert (row.id, row.case_id, row.department) == (other, HALDEN, contact.department.name)


class TestWhatTheDatabaseChecks:
    def test_no_code_that_the_program_does_not_have(self, world: World) -> None:
        """Whoever writes past us cannot store what no screen could show."""
        world.known()
        with pytest.raises(Unexpected):
            change(world.db, "UPDATE contact_point SET knows = 'maybe'")
        change(world.db, "UPDATE contact_point SET knows = 'says_none'")
        (contact,) = open_case(world.db, HALDEN).contacts
        assert contact.knows is Knowledge.says_none

    def test_every_code_of_today_and_no_other(self, db: Database) -> None:
        """Where a list of codes has changed, a migration is due that drops the check and makes it
        anew, in one `batch_alter_table`; so no older program opens what it could not show.
        """
        with db.read() as session:
            ask = inspect(session.connection())
            for table in Row.metadata.tables.values():
                checked = {
                    one["name"]: set(one["sqltext"].split("'")[1::2])
                    for one in ask.get_check_constraints(table.name)
                }
                declared = {
                    f"ck_{table.name}_{column.name}": set(column.type.enums)
                    for column in table.columns
                    if isinstance(column.type, Enum)
                }
                assert checked == declared


class TestWhatComesOut:
    def test_a_survey_s_code_is_one_of_its_own(self, world: World) -> None:
        """Which departments there are, the survey of the database says."""
        contact = world.known()
        (stored,) = open_case(world.db, HALDEN).contacts
        assert stored == contact
        survey = world.db.survey
        assert codes_of(survey, Department) is survey.departments
        assert codes_of(survey, Class) is survey.classification.classes

    def test_a_code_that_the_survey_does_not_have(self, world: World) -> None:
        """One sentence says which it is, and what to do."""
        world.known()
        change(world.db, "UPDATE contact_point SET department = 'moon_base'")
        with pytest.raises(UnknownCode, match="moon_base"):
            open_case(world.db, HALDEN)

    def test_whoever_holds_nothing_is_nobody(self, world: World) -> None:
        """A part of a record is None where its columns are empty."""
        file = open_case(world.db, HALDEN)
        assert (file.holder and file.holder.name, file.returned) == ("Åse", None)
