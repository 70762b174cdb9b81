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
from db.calls import add_contact, update_contact
from db.cases import open_case
from db.claims import explain_difference, reveal_claim
from db.database import Database
from db.import_plans import apply_claim_forms
from db.interviews import complete, keep_place, load_interview, record_answer
from db.problems import ForeignCode, Unexpected, UnknownCode, Unstorable
from db.progress import read_all_cases
from db.public_list import read_found
from db.records import Place, Reveal, Stored
from db.rows import row_of
from db.survey_codes import codes_of
from db.tables import ContactRow, Row
from schemas.calls.call_codes import Knowledge
from schemas.calls.departments import Department
from schemas.calls.settings import Settings
from schemas.review.claim_forms import ClaimForm
from schemas.review.classes import Class
from schemas.surveys.health_trusts_2016.departments import TrustDepartment
from schemas.surveys.municipal_services_2015.phase_one_form import ClaimedOffers
from tests.db.world import HALDEN, NOON, World


def change(db: Database, statement: str) -> None:
    """Change the database as no verb of ours would: nothing is summed up."""
    with db.write(holding=True) as session:
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
        row = row_of(world.db.survey, ContactRow, contact, id=other)
        assert (row.id, row.case_id, row.department) == (other, HALDEN, contact.department.name)


class TestACodeThatTheSurveyDoesNotHave:
    """Nothing is stored that could not be read again: one sentence says which code it was."""

    def test_is_told_in_a_sentence(self, world: World) -> None:
        """A contact in a department of another survey, noted or corrected."""
        with pytest.raises(ForeignCode, match="har ikke koden «ward», så ingenting er lagret"):
            add_contact(
                world.db, world.lease, replace(world.contact(), department=TrustDepartment.ward)
            )
        known = world.known()
        with pytest.raises(ForeignCode, match="ward"):
            update_contact(world.db, world.lease, replace(known, department=TrustDepartment.ward))
        assert open_case(world.db, HALDEN).contacts == (known,)

    def test_is_no_question(self, world: World) -> None:
        """Neither an answer nor a draft is of a question that is not asked."""
        interview = world.interview()
        with pytest.raises(ForeignCode, match="moon_landing"):
            record_answer(world.db, world.lease, world.entry(interview, "moon_landing"))
        place = Place(interview.id, "moon_landing", None, "", NOON)
        with pytest.raises(ForeignCode, match="moon_landing"):
            keep_place(world.db, world.lease, place)
        assert load_interview(world.db, interview.id).entries == ()

    def test_is_no_claim_and_no_reason(self, world: World) -> None:
        """What was claimed before, and why the interview differs."""
        interview = world.interview()
        shown = Reveal(uuid4(), interview.id, "service", NOON, world.aase.id)
        with pytest.raises(ForeignCode, match="moon_base"):
            reveal_claim(world.db, world.lease, replace(shown, claim="moon_base"))
        reveal_claim(world.db, world.lease, shown)
        with pytest.raises(ForeignCode, match="full_moon"):
            explain_difference(world.db, world.lease, interview.id, "full_moon", "", NOON)

    def test_is_no_class(self, world: World) -> None:
        """What an interview comes to, is one of the survey's classes."""
        interview = world.interview()
        found: Stored = {"class": "moon_base"}
        with pytest.raises(ForeignCode, match="moon_base"):
            complete(world.db, world.lease, uuid4(), interview.id, {}, found, NOON)

    def test_is_no_answer_on_a_form(self, world: World) -> None:
        """A question of the form, and a code of that question."""
        for answers in ({"offers": TrustDepartment.ward}, {"moon": TrustDepartment.ward}):
            with pytest.raises(ForeignCode):
                apply_claim_forms(world.db, [ClaimForm("0101", NOON.date(), answers)], NOON)

    def test_is_no_unit(self, world: World) -> None:
        """The database itself refuses a case of a unit that is not there."""
        with pytest.raises(Unexpected):
            change(world.db, "UPDATE survey_case SET unit_id = '9999' WHERE unit_id = '0101'")


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
        assert [*codes_of(survey, Department).values()] == [*survey.departments]
        assert [*codes_of(survey, Class).values()] == [*survey.classes]

    def test_a_code_that_the_survey_does_not_have(self, world: World) -> None:
        """One sentence says which it is, and what to do."""
        world.known()
        change(world.db, "UPDATE contact_point SET department = 'moon_base'")
        with pytest.raises(UnknownCode, match="moon_base"):
            open_case(world.db, HALDEN)

    def test_a_class_that_the_survey_does_not_have(self, world: World) -> None:
        """The same sentence for what an interview came to, wherever it is read."""
        found: Stored = {"class": "service"}
        complete(world.db, world.lease, uuid4(), world.interview().id, {}, found, NOON)
        change(world.db, """UPDATE revision SET classification = '{"class": "moon_base"}'""")
        with pytest.raises(UnknownCode, match="moon_base"):
            read_all_cases(world.db, Settings())
        with pytest.raises(UnknownCode, match="moon_base"):
            read_found(world.db)

    def test_an_answer_on_a_form_that_the_survey_does_not_have(self, world: World) -> None:
        """Neither a code that is none, nor one of a question that the form does not have."""
        form = ClaimForm("0101", NOON.date(), {"offers": ClaimedOffers.ja})
        apply_claim_forms(world.db, [form], NOON)
        for answers in ('{"offers": "moon_base"}', '{"moon_base": "moon_base"}'):
            change(world.db, f"UPDATE claim_form SET answers = '{answers}'".replace(":", "\\:"))
            with pytest.raises(UnknownCode, match="moon_base"):
                open_case(world.db, HALDEN)

    def test_whoever_holds_nothing_is_nobody(self, world: World) -> None:
        """A part of a record is None where its columns are empty."""
        file = open_case(world.db, HALDEN)
        assert (file.holder and file.holder.name, file.returned) == ("Åse", None)
