"""A respondent withdraws: nothing that they said or that points to them is left; the fact is."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final
from uuid import uuid4

import pytest
from sqlalchemy import JSON, select

from db.calls import add_contact, update_contact
from db.case_decisions import decide_case, return_case
from db.cases import open_case, ring_back
from db.claim_forms import claim_forms
from db.coding import name_code
from db.column_types import PlainText
from db.database import Database
from db.import_plans import apply_claim_forms, apply_contacts, preview_claim_forms, preview_contacts
from db.interviews import load_interview, record_answer, reopen
from db.open_codes import codes_in
from db.persons.worded import worded_columns
from db.problems import LeaseLost, NeverAgain
from db.review_desk import read_desk
from db.shared_services import confirm_covered
from db.tables import Row
from db.withdrawal import withdraw
from schemas.calls.contact_rows import ContactLine
from schemas.calls.outcomes import Outcome
from schemas.review.decisions import DecisionKind
from schemas.review.sought import ERASED
from schemas.surveys.municipal_services_2015.departments import Office
from schemas.surveys.municipal_services_2015.phase_one_form import (
    ORGANISATION,
    ClaimedOffers,
    ClaimedOrganisation,
)
from tests.db.desk import RULES, Desk, standings
from tests.db.everywhere import (
    ANSWERED,
    BOARD,
    MEANT,
    NAME,
    NUMBER,
    SECRET,
    bytes_around,
    traces,
    whole_case,
    write_everywhere,
)
from tests.db.world import HALDEN, NOON
from tests.support.claim_forms import claim_form

WITHIN: Final = {
    "alembic_version": "which tables there are",
    "interviewer": "whoever works here, not who was asked",
    "survey": "what everybody is asked about",
    "unit": "the sample, known before anybody was called",
    "survey_case.unit_id": "which unit",
    "contact_point.department": "a code",
    "contact_point.phone": "the switchboard's is nobody's; of the others, see above",
    "call_attempt.phone": "as that of the contact point",
    "interview.questionnaire": "what was asked, not what was said",
    "interview.version": "the same",
    "interview.fingerprint": "the same",
    "revision.version": "the same",
    "revision.fingerprint": "the same",
    "codebook": "what everybody is asked",
    "claim_form.answers": "the unit's own answers, by codes",
    "claim_form.partners": "units",
    "covered_proposal.source": "always the same word",
    "case_summary": "what else is left, summed up anew",
    "merged_row": "which rows a file brought, and when they were changed there",
    "open_code": "what coordinators call the codes of everybody's answers, without these people",
    "answer_entry.steps_back": "questions, and when somebody went back to them",
    "erasure": "where somebody stood, not who it was",
    "trail": "that a row was changed, when and by whom; what it held nobody can guess any more",
}
"""What text may stand after a withdrawal, and why: everything else is erased."""


def filled(db: Database) -> set[str]:
    """The columns of text or answers in which there is anything, of those that may not stand."""
    return {
        name for name in may_hold_words() if any(cell not in EMPTY for cell in column(db, name))
    }


def may_hold_words() -> set[str]:
    """Every column that can hold a person's words, but those for which there is a reason."""
    columns = (c for table in Row.metadata.tables.values() for c in table.columns)
    worded = {str(one) for one in columns if isinstance(one.type, PlainText | JSON)}
    return {one for one in worded if not {one, one.split(".")[0]} & WITHIN.keys()}


def mark_of(table: str, column: str) -> str:
    """Words that stand in one column alone."""
    return f"merke<{table}.{column}>"


EMPTY: Final = (None, "")


def column(db: Database, name: str) -> list[object]:
    """What stands in a column, row by row."""
    table, _, of = name.partition(".")
    with db.read() as session:
        return list(
            session.connection().execute(select(Row.metadata.tables[table].c[of])).scalars()
        )


class TestWithdrawing:
    def test_leaves_nothing_of_what_was_said_or_by_whom(self, desk: Desk) -> None:
        whole_case(desk)
        assert len(traces(desk.db)) == 56
        withdraw(desk.db, desk.sign(), HALDEN)
        assert traces(desk.db) == []

    def test_takes_them_out_of_what_a_code_is_called(self, desk: Desk) -> None:
        """It is of no case, and stays for all others; nobody goes by a first name alone."""
        whole_case(desk)
        code = name_code(desk.db, desk.sign(), uuid4(), "final_remarks", f"Som {NAME} og Ragnhild")
        withdraw(desk.db, desk.sign(), HALDEN)
        with desk.db.look() as reads:
            assert codes_in(reads).by_id[code.code_id].label == f"Som {ERASED} og Ragnhild"

    def test_erases_every_column_but_those_there_is_a_reason_for(self, desk: Desk) -> None:
        """One that is added later must be erased, or get a reason to stand."""
        whole_case(desk)
        assert filled(desk.db) == may_hold_words()
        withdraw(desk.db, desk.sign(), HALDEN)
        assert filled(desk.db) == set()

    def test_leaves_nothing_readable_in_the_file(
        self, on_file: Database, file: Path, with_cases: None
    ) -> None:
        """Not in the pages either that SQLite has no more use for."""
        desk = Desk(on_file)
        whole_case(desk)
        assert SECRET.encode() in file.read_bytes()
        withdraw(on_file, desk.sign(), HALDEN)
        left = file.read_bytes()
        assert not any(one.encode() in left for one in (NAME, NUMBER, SECRET))
        with closing(sqlite3.connect(file)) as again:
            assert again.execute("PRAGMA integrity_check").fetchone() == ("ok",)

    def test_leaves_no_mark_of_any_column_in_any_file(
        self, on_file: Database, file: Path, with_cases: None
    ) -> None:
        """A mark of its own in every column that can hold words, and all bytes of the folder
        searched: what is left are columns for which there is a reason.
        """
        desk = Desk(on_file)
        whole_case(desk)
        name_code(on_file, desk.sign(), uuid4(), "final_remarks", "Annet")
        write_everywhere(on_file, mark_of)
        names = {f"{table}.{one}" for table, some in worded_columns().items() for one in some}
        marked = {
            name for name in names if mark_of(*name.split(".")).encode() in bytes_around(file)
        }
        assert {name.split(".")[1] for name in names - marked} <= MEANT
        withdraw(on_file, desk.sign(), HALDEN)
        on_file.rewrite_file()
        left = bytes_around(file)
        kept = {name for name in names if mark_of(*name.split(".")).encode() in left}
        assert {one for one in kept if not {one, one.split(".")[0]} & WITHIN.keys()} == set()

    def test_keeps_the_fact_the_calls_and_their_dates(self, desk: Desk) -> None:
        """When it was called, with what outcome; that it was decided on, and by whom."""
        interview = whole_case(desk)
        before = open_case(desk.db, HALDEN)
        withdraw(desk.db, desk.sign(), HALDEN)
        after = open_case(desk.db, HALDEN)
        assert [(c.number, c.started_at, c.ended_at, c.outcome) for c in after.attempts] == [
            (c.number, c.started_at, c.ended_at, c.outcome) for c in before.attempts
        ]
        assert [one.department for one in after.contacts] == [
            one.department for one in before.contacts
        ]
        assert load_interview(desk.db, interview.id).interview.started_at == interview.started_at
        assert desk.state().outcome is Outcome.withdrawn
        assert standings(desk.db)["0101"].is_withdrawn

    def test_keeps_the_switchboard_s_number(self, desk: Desk) -> None:
        """That is nobody's."""
        whole_case(desk)
        withdraw(desk.db, desk.sign(), HALDEN)
        phones = [one.phone for one in open_case(desk.db, HALDEN).contacts]
        assert phones == ["", BOARD, ""]
        assert [call.phone for call in open_case(desk.db, HALDEN).attempts] == [BOARD, ""]

    def test_is_no_interview_any_more(self, desk: Desk) -> None:
        whole_case(desk)
        withdraw(desk.db, desk.sign(), HALDEN)
        assert read_desk(desk.db, RULES).items == ()
        assert desk.state().interview == "none"

    def test_takes_the_case_from_whoever_has_it(self, desk: Desk) -> None:
        """What is typed meanwhile gets nowhere."""
        interview = desk.begin()
        withdraw(desk.db, desk.sign(), HALDEN)
        with pytest.raises(LeaseLost):
            record_answer(desk.db, desk.lease, desk.entry(interview))

    def test_lets_nobody_write_a_name_there_again(self, desk: Desk) -> None:
        """Whoever takes the case can read it; nobody is noted, called or interviewed."""
        interview = desk.talked()
        (board,) = open_case(desk.db, HALDEN).contacts
        withdraw(desk.db, desk.sign(), HALDEN)
        desk.lease = desk.take()
        with pytest.raises(NeverAgain):
            add_contact(desk.db, desk.lease, desk.contact(person=NAME))
        with pytest.raises(NeverAgain):
            update_contact(desk.db, desk.lease, replace(board, person=NAME))
        with pytest.raises(NeverAgain):
            desk.dial(board)
        with pytest.raises(NeverAgain):
            desk.begin()
        with pytest.raises(NeverAgain):
            reopen(desk.db, desk.lease, interview.id, 1, NOON)
        assert traces(desk.db) == []

    def test_is_for_ever(self, desk: Desk) -> None:
        """Nothing is decided any more, and nothing opens the case again."""
        interview = desk.talked()
        signed = desk.sign()
        for _ in range(2):  # the reply was lost, and it is sent again
            withdraw(desk.db, signed, HALDEN)
        with pytest.raises(NeverAgain):
            desk.decide(interview, DecisionKind.accepted)
        with pytest.raises(NeverAgain):
            return_case(desk.db, desk.sign(), HALDEN, "ring igjen")
        with pytest.raises(NeverAgain):
            decide_case(desk.db, desk.sign(), HALDEN, DecisionKind.given_up, "x")
        with pytest.raises(NeverAgain):
            confirm_covered(desk.db, desk.sign(), "0101", "0104")
        with pytest.raises(NeverAgain):
            withdraw(desk.db, desk.sign(), HALDEN)
        ring_back(desk.db, HALDEN, desk.now())
        assert desk.state().ended

    def test_leaves_other_cases_alone(self, desk: Desk) -> None:
        desk.talked(respondent_name=NAME)
        desk.next_case()
        withdraw(desk.db, desk.sign(), desk.lease.case_id)
        assert traces(desk.db) != []
        assert desk.state().interview == "complete"


NAMED = ContactLine("0101", Office.switchboard, "", "", SECRET, NUMBER, "", "liste")


class TestAFileReadInOnceMore:
    """What was known before the interview is in files, too: they bring nobody back."""

    def test_of_phase_one(self, desk: Desk) -> None:
        """The unit's answer stays; whom to call and its own words are gone, and do not return."""
        apply_claim_forms(desk.db, [ANSWERED], NOON)
        assert len(traces(desk.db)) == 5
        withdraw(desk.db, desk.sign(), HALDEN)
        assert traces(desk.db) == []
        told = preview_claim_forms(desk.db, [ANSWERED])
        assert (told.anything, told.withheld) == (False, ("0101",))
        assert apply_claim_forms(desk.db, [ANSWERED], NOON) == told
        assert traces(desk.db) == []
        said = [one.answers[ORGANISATION] for one in claim_forms(desk.db)]
        assert said == [ClaimedOrganisation.senter]

    def test_of_phase_one_for_the_first_time(self, desk: Desk) -> None:
        """The answer is counted; others in the file are read in whole."""
        withdraw(desk.db, desk.sign(), HALDEN)
        told = apply_claim_forms(desk.db, [ANSWERED, replace(ANSWERED, unit_id="0105")], NOON)
        assert (told.forms.new, told.contacts.new) == (("0101", "0105"), ("0105",))
        assert told.withheld == ("0101",)
        assert open_case(desk.db, HALDEN).contacts == ()

    def test_of_contacts(self, desk: Desk) -> None:
        """Not even the switchboard with another number: that may be somebody's."""
        withdraw(desk.db, desk.sign(), HALDEN)
        rows = [NAMED, replace(NAMED, person=NAME), replace(NAMED, unit_id="0104")]
        told = preview_contacts(desk.db, rows)
        assert (told.contacts.new, told.withheld) == (("0104",), ("0101", "0101"))
        assert apply_contacts(desk.db, rows, NOON) == told
        assert open_case(desk.db, HALDEN).contacts == ()

    def test_says_nothing_of_a_row_with_nobody_in_it(self, desk: Desk) -> None:
        withdraw(desk.db, desk.sign(), HALDEN)
        bare = claim_form("0101", answered_on=date(2014, 11, 3), offers=ClaimedOffers.nei)
        assert apply_claim_forms(desk.db, [bare], NOON).withheld == ()
