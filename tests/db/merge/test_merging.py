"""Two laptops without a server: cases are handed out in a file, and come back from it."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import text

from db.appointments import make_appointment
from db.assignments import take_back
from db.call_list import states
from db.calls import update_contact
from db.case_decisions import decide_case
from db.cases import case_id_of, load_register, open_case
from db.database import Database
from db.interviews import load_interview, note_steps, record_answer
from db.merge.conflicts import conflicts, settle
from db.merge.merging import merge
from db.open_database import open_database
from db.openings import openings_of
from db.people import sit_down
from db.problems import (
    AlreadyThere,
    NewerVersion,
    NotABackup,
    NothingToHandOut,
    OnlyPractice,
    OtherSample,
    OtherSurvey,
)
from db.records import Signed, Stored
from db.reviews import decide
from db.trail.trail import entries, examine
from db.withdrawal import withdraw
from schemas.frame.frame import Frame
from schemas.review.decisions import DecisionKind
from tests.db.desk import Desk
from tests.db.merge.laptops import HOME, RULES, SOME, agreed, at, free, give, laptop, person, told
from tests.db.rounds import SERVICE
from tests.db.world import HALDEN, NOON
from tests.released import released
from tests.support.municipalities import FRAME


class TestHandOut:
    def test_is_what_she_needs_and_no_more(self, whole: Database, tmp_path: Path) -> None:
        """Her cases with their contacts; of the others nothing but the register's names."""
        world = Desk(whole)
        world.talked(**SERVICE)
        known = world.next_case(), world.known()
        away = case_id_of("0402")
        given = give(whole, tmp_path / "åse.db", "Bo")
        with closing(open_database(tmp_path / "åse.db", create=False, durable=False)) as part:
            load_register(part)
            cases = {one.case_id for one in states(part, RULES)}
            assert cases == set(given.cases)
            assert known[0] not in cases  # Åse has it open
            assert HALDEN not in cases  # which is finished
            assert away not in cases
            assert len(part.frame) == len(SOME)  # any unit can be named in an answer
            with part.read() as session:
                assert (
                    session.connection().execute(text("SELECT count(*) FROM answer_entry")).scalar()
                    == 0
                )
                seats = session.connection().execute(text("SELECT name FROM interviewer")).scalars()
                assert list(seats) == ["Bo"]

    def test_with_an_interview_that_was_broken_off(self, whole: Database, tmp_path: Path) -> None:
        """What was read to whoever answers is of a version that the file brings along."""
        office = Desk(whole)
        begun = office.begin()
        record_answer(whole, office.lease, office.entry(begun, "intro", "read"))
        free(whole)
        give(whole, tmp_path / "åse.db")
        with at(tmp_path / "åse.db") as hers, hers.read() as session:
            (read,) = openings_of(session, begun.id)
            assert read.version == hers.survey.questionnaire.version

    def test_is_hers_until_it_is_taken_back(self, whole: Database, tmp_path: Path) -> None:
        """Nobody else is given the cases, on paper or on the screen, in the meantime."""
        give(whole, tmp_path / "åse.db")
        with pytest.raises(NothingToHandOut):
            give(whole, tmp_path / "bo.db", "Bo")
        assert not (tmp_path / "bo.db").exists()
        merge(whole, tmp_path / "åse.db", HOME)
        with pytest.raises(NothingToHandOut):
            give(whole, tmp_path / "bo.db", "Bo")
        back = [one.case_id for one in states(whole, RULES) if one.given_to]
        take_back(whole, Signed(uuid4(), person(whole, "Bo").id, HOME), back)
        assert give(whole, tmp_path / "bo.db", "Bo").cases

    def test_is_never_written_over_anything(self, whole: Database, tmp_path: Path) -> None:
        before = Path(shutil.copy(whole.where, tmp_path / "annen.db")).read_bytes()
        with pytest.raises(AlreadyThere):
            give(whole, tmp_path / "annen.db")
        assert (tmp_path / "annen.db").read_bytes() == before
        assert not any(one.holder for one in states(whole, RULES))

    def test_the_trail_tells_of_it(self, whole: Database, tmp_path: Path) -> None:
        give(whole, tmp_path / "åse.db")
        merge(whole, tmp_path / "åse.db", HOME)
        with whole.read() as session:
            verbs = [one.verb for one in entries(session)]
            found = examine(session)
        assert verbs.count("hand_out") == verbs.count("merge") == 1
        assert (found.broken, found.changed, found.vanished) == (None, (), ())


class TestMerge:
    def test_brings_all_that_was_done(self, db: Database, tmp_path: Path, with_cases: None) -> None:
        """An interview, its answers, the calls and the contacts; on a file and on a server."""
        sit_down(db, uuid4(), "Åse", "Åse@kontor", NOON)
        give(db, tmp_path / "åse.db")
        with laptop(tmp_path / "åse.db") as hers:
            interview = hers.talked(**SERVICE)
            hers.next_case()
            told_there = open_case(hers.db, HALDEN)
            answers = load_interview(hers.db, interview.id)
        report = merge(db, tmp_path / "åse.db", HOME)
        assert open_case(db, HALDEN) == replace(told_there, holder=None)
        assert load_interview(db, interview.id) == answers
        assert (report.by, report.handed_at, report.whole) == ("Åse", NOON, True)
        assert report.cases == {HALDEN}
        assert report.new["interview"] == report.new["revision"] == report.new["call_attempt"] == 1
        assert not any(one.holder for one in states(db, RULES))

    def test_again_changes_nothing(self, whole: Database, tmp_path: Path) -> None:
        give(whole, tmp_path / "åse.db")
        with laptop(tmp_path / "åse.db") as hers:
            hers.talked(**SERVICE)
        merge(whole, tmp_path / "åse.db", HOME)
        with whole.read() as session:
            before = (told(whole), len(list(entries(session))))
        report = merge(whole, tmp_path / "åse.db", HOME)
        with whole.read() as session:
            assert (told(whole), len(list(entries(session)))) == before
        assert (report.new, report.changed) == ({}, {})

    def test_the_latest_change_counts(self, whole: Database, tmp_path: Path) -> None:
        """What was corrected at home stands, and so does what was corrected there."""
        at_home = Desk(whole)
        first, second = at_home.known(), at_home.known()
        at_home.next_case()
        free(whole)
        give(whole, tmp_path / "åse.db")
        with laptop(tmp_path / "åse.db") as hers:
            update_contact(hers.db, hers.lease, replace(first, person="Kari Dal"))
        at_home.lease = at_home.take()
        update_contact(whole, at_home.lease, replace(second, person="Ola Moe"))
        merge(whole, tmp_path / "åse.db", HOME)
        names = {one.id: one.person for one in open_case(whole, HALDEN).contacts}
        assert names == {first.id: "Kari Dal", second.id: "Ola Moe"}

    def test_one_appointment_is_open(self, whole: Database, tmp_path: Path) -> None:
        """The one that was agreed on last; the other has been moved to it."""
        at_home = Desk(whole)
        contact = at_home.known()
        free(whole)
        give(whole, tmp_path / "åse.db")
        at_home.lease = at_home.take()
        make_appointment(whole, at_home.lease, agreed(at_home, contact, 60))
        with laptop(tmp_path / "åse.db") as hers:
            hers.minute = 100
            make_appointment(hers.db, hers.lease, last := agreed(hers, contact, 90))
        merge(whole, tmp_path / "åse.db", HOME)
        found = open_case(whole, HALDEN).appointment
        assert found
        assert found.id == last.id

    def test_who_withdraws_stays_erased(self, whole: Database, tmp_path: Path) -> None:
        """On either side: nothing that was said comes back with a file."""
        give(whole, tmp_path / "åse.db")
        with laptop(tmp_path / "åse.db") as hers:
            interview = hers.talked(**SERVICE)
            step: Stored = ["consent", None, NOON.isoformat(), None, None, hers.aase.id.hex]
            note_steps(hers.db, hers.lease, interview.id, [step])
        at_home = Desk(whole)
        withdraw(whole, at_home.sign(), HALDEN)
        merge(whole, tmp_path / "åse.db", HOME)
        with whole.read() as session:
            ask = session.connection().execute
            assert ask(text("SELECT count(*) FROM answer_entry")).scalar() == 0
            assert ask(text("SELECT count(*) FROM revision")).scalar() == 0
            assert ask(text("SELECT steps_back FROM interview")).scalars().all() == ["null"]
            assert set(ask(text("SELECT phone FROM contact_point")).scalars()) <= {"", "22222222"}
            assert set(ask(text("SELECT source FROM contact_point")).scalars()) == {""}


class TestConflicts:
    def test_both_interviewed(self, whole: Database, tmp_path: Path) -> None:
        """One interview stands, whole; the other is kept whole beside it."""
        give(whole, tmp_path / "åse.db")
        with laptop(tmp_path / "åse.db") as hers:
            hers.talked(**SERVICE)
        Desk(whole).talked(has_offers="no", plans="no", no_service_reason=("economy",))
        report = merge(whole, tmp_path / "åse.db", HOME)
        assert report.conflicts == {HALDEN}
        (found,) = conflicts(whole)
        assert found.kind == "interviews"
        assert len(found.others) == 1
        assert not found.is_one_interview

    def test_different_decisions(self, whole: Database, tmp_path: Path) -> None:
        give(whole, tmp_path / "åse.db")
        with laptop(tmp_path / "åse.db") as hers:
            decide_case(hers.db, hers.sign(), HALDEN, DecisionKind.given_up, "ingen svarer")
        at_home = Desk(whole)
        decide_case(whole, at_home.sign(), HALDEN, DecisionKind.out_of_frame, "slått sammen")
        merge(whole, tmp_path / "åse.db", HOME)
        (found,) = conflicts(whole)
        assert found.kind == "decisions"
        told = {kind for kind, _, _ in found.decided}
        assert told == {DecisionKind.given_up, DecisionKind.out_of_frame}

    def test_one_interview_decided_about_in_two_places(
        self, whole: Database, tmp_path: Path
    ) -> None:
        """It was not interviewed twice, and both decisions are told, of which one lies aside."""
        at_home = Desk(whole)
        done = at_home.talked(**SERVICE)
        shutil.copy(whole.where, tmp_path / "kopi.db")
        decide(whole, at_home.sign(), done.id, 1, DecisionKind.accepted)
        with closing(open_database(tmp_path / "kopi.db", create=False, durable=False)) as copy:
            there = Desk(copy).sign()
            decide(copy, there, done.id, 1, DecisionKind.excluded, "vil vente")
        merge(whole, tmp_path / "kopi.db", HOME)
        decided, twice = conflicts(whole)
        assert {kind for kind, _, _ in decided.decided} == {
            DecisionKind.accepted,
            DecisionKind.excluded,
        }
        assert twice.is_one_interview

    def test_a_case_handed_out_twice(self, whole: Database, tmp_path: Path) -> None:
        """From two copies of the same database: neither knew of the other."""
        shutil.copy(whole.where, tmp_path / "kopi.db")
        give(whole, tmp_path / "åse.db")
        with closing(open_database(tmp_path / "kopi.db", create=False, durable=False)) as copy:
            given = give(copy, tmp_path / "bo.db", "Bo")
        merge(whole, tmp_path / "åse.db", HOME)
        assert not conflicts(whole)
        merge(whole, tmp_path / "bo.db", HOME)
        assert {one.kind for one in conflicts(whole)} == {"handed_out"}
        assert {one.case_id for one in conflicts(whole)} == set(given.cases)

    def test_is_settled_by_whoever_looks(self, whole: Database, tmp_path: Path) -> None:
        """The one that stands is right, or the other: what was chosen is not undone by a file."""
        give(whole, tmp_path / "åse.db")
        with laptop(tmp_path / "åse.db") as hers:
            record_answer(hers.db, hers.lease, hers.entry(hers.begin(), "has_offers", "yes"))
        at_home = Desk(whole)
        record_answer(whole, at_home.lease, at_home.entry(at_home.begin(), "has_offers", "no"))
        merge(whole, tmp_path / "åse.db", HOME)
        (before,), signed = conflicts(whole), at_home.sign()
        for _ in range(2):  # the reply was lost
            settle(whole, [before], signed, instead=1)
        (after,) = conflicts(whole, settled=True)
        ((one,),) = before.different
        assert {one.here, one.there} == {"yes", "no"}
        assert after.different == ((replace(one, here=one.there, there=one.here),),)
        assert load_interview(whole, after.others[0]).entries[0].value == one.there
        merge(whole, tmp_path / "åse.db", HOME)
        assert conflicts(whole, settled=True) == [after]
        assert conflicts(whole) == []


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[Database]:
    """Somebody practises in it: all cases, and nothing that anybody has said."""
    with closing(open_database(tmp_path / "øvelse.db", create=True, practice=True)) as db:
        load_register(db)
        yield db


class TestFiles:
    def test_of_an_older_program_is_brought_forward_on_a_copy(
        self, practice: Database, tmp_path: Path
    ) -> None:
        """As it is under the tables of that time, it stays."""
        older = released()[-1].unpacked(tmp_path / "eldre.db")
        before = older.read_bytes()
        merge(practice, older, HOME)
        assert older.read_bytes() == before
        assert list(tmp_path.glob("eldre*")) == [older]

    def test_of_a_practice_is_refused(self, whole: Database, practice: Database) -> None:
        """Invented people never come among others, nor others among them."""
        for into, file in ((whole, practice), (practice, whole)):
            with pytest.raises(OnlyPractice):
                merge(into, Path(file.where), HOME)

    def test_of_a_part_of_a_practice_is_not(self, practice: Database, tmp_path: Path) -> None:
        """What is handed out of it is as invented as the whole."""
        sit_down(practice, uuid4(), "Åse", "her", NOON)
        give(practice, tmp_path / "reise.db")
        assert merge(practice, tmp_path / "reise.db", HOME).by == "Åse"

    def test_of_a_newer_program_is_refused(self, whole: Database, tmp_path: Path) -> None:
        newer = Path(shutil.copy(whole.where, tmp_path / "nyere.db"))
        with closing(sqlite3.connect(newer)) as other:
            other.execute("UPDATE alembic_version SET version_num = '9999'")
            other.commit()
        with pytest.raises(NewerVersion) as refused:
            merge(whole, newer, HOME)
        assert str(refused.value).startswith(f"Databasen {newer} er laget av en nyere")

    def test_of_another_survey_is_refused(self, whole: Database, tmp_path: Path) -> None:
        """It is named as it was asked for: what is opened is a copy of it."""
        other = next(one for one in released() if one.survey.name != whole.survey.name)
        file = other.unpacked(tmp_path / "andre.db")
        with pytest.raises(OtherSurvey) as refused:
            merge(whole, file, HOME)
        assert str(refused.value).startswith(f"Databasen {file} er for undersøkelsen")

    def test_of_anything_else_is_refused(self, whole: Database, tmp_path: Path) -> None:
        (tmp_path / "notat.txt").write_text("hei", encoding="utf-8")
        with pytest.raises(NotABackup):
            merge(whole, tmp_path / "notat.txt", HOME)

    def test_of_another_sample_is_refused(self, whole: Database, tmp_path: Path) -> None:
        """Its cases are of units that are not here."""
        few = Frame(FRAME.design, FRAME.units[:3])
        with closing(open_database(tmp_path / "få.db", create=True, sample=few)) as db:
            load_register(db)
            with pytest.raises(OtherSample):
                merge(db, Path(whole.where), HOME)
