"""What is exported beside the answers: the record of every case, and how the interviews went."""

import csv
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import text

from db.assignments import give, take_back
from db.calls import hang_up
from db.case_notes import write_note
from db.database import Database
from db.exports.csv import write_csv
from db.exports.sheets import data_tables
from db.exports.stata import write_dta
from db.exports.writing import Options
from db.exports.xlsx import write_xlsx
from db.interviews import confirm_check, note_steps, record_answer
from db.people import join
from db.persons.retention import erase_everybody
from db.plain_sql import moment, stored_moment
from db.problems import UnknownCode, UnknownVersion
from db.records import Stored
from db.undoing import undo
from schemas.calls.call_codes import RedirectHow
from schemas.calls.outcomes import Outcome
from schemas.codebook.columns import LONGEST
from schemas.review.decisions import DecisionKind
from schemas.review.privacy import PersonFound
from schemas.review.quality.pace import PAUSE
from schemas.surveys.municipal_services_2015.classification import ServiceClass
from schemas.surveys.municipal_services_2015.departments import Office
from schemas.surveys.registry import names, survey_called
from tests.db.desk import Desk
from tests.db.world import NOON, later
from tests.support.same_person import made_again

Rows = list[dict[str, str]]

CORE = {
    "intro": "read", "consent": "yes", "right_person": "yes", "respondent_unit": "other",
    "definition_read": "yes", "has_offers": "no", "criterion_group": "no", "publish": "no",
}  # fmt: skip


@pytest.fixture
def desk(on_file: Database, with_cases: None) -> Desk:
    return Desk(on_file)


def tables(desk: Desk, out: Path, *, contacts: bool = False) -> dict[str, Rows]:
    place = out / "csv"
    write_csv(desk.db, place, plain=True, options=Options(contacts=contacts, force=True))
    found = {}
    for path in place.iterdir():
        with path.open(encoding="utf-8", newline="") as file:
            found[path.stem] = list(csv.DictReader(file))
    return found


class TestEveryCase:
    def test_is_there_with_what_it_has_come_to(self, desk: Desk, tmp_path: Path) -> None:
        """Interviewed or not; the class that counts, and the decision with its reason."""
        interview = desk.talked(has_offers="no")
        why = DecisionKind.overridden, "Kari Lie sier nei på 91 82 23 34"
        desk.decide(interview, *why, klass=ServiceClass.planning)
        halden, *others = tables(desk, tmp_path)["cases"]
        assert (halden["outcome"], halden["aapor"], halden["category"]) == (
            "complete", "1.1", "not_eligible",
        )  # fmt: skip
        assert (halden["class"], halden["has"], halden["attempts"]) == ("planning", "0", "1")
        assert halden["decision_reason"] == "Kari Lie sier nei på [telefonnummer]"
        assert halden["first_call"] == halden["last_call"] != ""
        assert len(others) == 441
        assert {row["class"] for row in others} == {""}

    @pytest.mark.parametrize("hours", [0, -3])
    def test_is_settled_when_its_call_was_over(
        self, desk: Desk, tmp_path: Path, hours: int
    ) -> None:
        """To the second that the call's own row tells, wherever the clock was set in it."""
        call = desk.dial(desk.known())
        ends = call.started_at + timedelta(hours=hours, seconds=95)
        hang_up(desk.db, desk.lease, call.id, Outcome.refusal_hard, "", ends, 94)
        known = tables(desk, tmp_path)
        (told,) = known["calls"]
        settled = {row["settled_at"] for row in known["cases"]} - {""}
        assert settled == {told["ended_at"]}

    def test_decisions_are_told_by_number(self, desk: Desk, tmp_path: Path) -> None:
        """Who decided has a name only with contacts."""
        desk.decide(desk.talked(has_offers="no"), DecisionKind.accepted)
        (made,) = tables(desk, tmp_path)["decisions"]
        assert (made["decision"], made["class"]) == ("accepted", "planning")
        assert made["decided_by"] in {"1", "2"}
        assert "decided_by_name" not in made
        (made,) = tables(desk, tmp_path, contacts=True)["decisions"]
        assert made["decided_by_name"] == "Turid"

    @pytest.mark.parametrize("write", [write_csv, write_dta, write_xlsx])
    @pytest.mark.parametrize("klass", ["", "nonsense"])
    def test_a_class_that_nobody_knows_is_told_of(
        self, desk: Desk, tmp_path: Path, klass: str, write: Callable[..., object]
    ) -> None:
        """Whoever has put it into the database; and nothing is written."""
        desk.decide(desk.talked(has_offers="no"), DecisionKind.accepted)
        with closing(sqlite3.connect(str(desk.db.file), isolation_level=None)) as connection:
            connection.execute("UPDATE decision SET klass = ?", (klass,))
        with pytest.raises(UnknownCode):
            write(desk.db, tmp_path / "ut")
        assert list(tmp_path.glob("ut*")) == []


class TestRedirects:
    def test_tell_what_was_said_and_known(self, desk: Desk, tmp_path: Path) -> None:
        """Without the name of anybody in the case."""
        board, kari = desk.known(), desk.contact(Office.service_desk, person="Kari Lie")
        call = desk.dial(board)
        leg = desk.sent_on(call, board, kari, RedirectHow.transferred)
        hang_up(desk.db, desk.lease, call.id, Outcome.redirected, "", desk.now())
        (row,) = tables(desk, tmp_path)["redirects"]
        assert (row["from_knew"], row["said"]) == ("unknown", leg.said)
        assert "Kari" not in repr(row)


class TestUndone:
    def test_both_are_told(self, desk: Desk, tmp_path: Path) -> None:
        """How the call had ended, that this was undone and by whom, and how it ended after all."""
        call = desk.dial(desk.known())
        hang_up(desk.db, desk.lease, call.id, Outcome.busy, "hos Kari", desk.now(), 12)
        undo(desk.db, desk.lease, uuid4(), desk.now(), "")
        hang_up(desk.db, desk.lease, call.id, Outcome.no_answer, "", desk.now())
        known = tables(desk, tmp_path)
        (was,), (now,) = known["undone"], known["calls"]
        assert (was["undone"], was["outcome"], was["seconds"]) == ("outcome", "busy", "12")
        assert (was["undone_id"], was["call_no"]) == (now["call_id"], now["call_no"])
        assert now["outcome"] == "no_answer"
        assert "Kari" not in repr(was)

    def test_no_call_ends_before_it_began(self, desk: Desk, tmp_path: Path) -> None:
        """Where the clock on the wall was set back, the one that nobody sets tells when."""
        call = desk.dial(desk.known())
        earlier = call.started_at - timedelta(days=1)
        hang_up(desk.db, desk.lease, call.id, Outcome.busy, "", earlier, 12)
        undo(desk.db, desk.lease, uuid4(), desk.now(), "")
        hang_up(desk.db, desk.lease, call.id, Outcome.no_answer, "", earlier, 130)
        known = tables(desk, tmp_path)
        (was,), (now,) = known["undone"], known["calls"]
        assert was["ended_at"] == f"{call.started_at + timedelta(seconds=12):%Y-%m-%dT%H:%M:%SZ}"
        assert now["ended_at"] == f"{call.started_at + timedelta(seconds=130):%Y-%m-%dT%H:%M:%SZ}"

    def test_an_answer(self, desk: Desk, tmp_path: Path) -> None:
        """What it was stands in the paradata, and what was said once more after it."""
        call, interview = desk.dial(desk.known()), desk.begin()
        for value in ("yes", "no"):
            entry = replace(desk.entry(interview, "has_offers", value), attempt_id=call.id)
            record_answer(desk.db, desk.lease, entry)
        undo(desk.db, desk.lease, uuid4(), desk.now(), "")
        known = tables(desk, tmp_path)
        (was,) = known["undone"]
        assert (was["undone"], was["question"]) == ("answer", "has_offers")
        assert [row["value"] for row in known["paradata"]] == ["yes", "no", "yes"]


class TestPartialInterviews:
    @pytest.mark.parametrize(("left_out", "rows"), [((), ["partial"]), (("has_offers",), [])])
    def test_are_there_when_the_core_is_answered(
        self, desk: Desk, tmp_path: Path, left_out: tuple[str, ...], rows: list[str]
    ) -> None:
        """Marked, without a class; what was not asked is missing."""
        interview = desk.begin()
        for question, value in CORE.items():
            if question not in left_out:
                record_answer(desk.db, desk.lease, desk.entry(interview, question, value))
        found = tables(desk, tmp_path)["interviews"]
        assert [row["status"] for row in found] == rows
        for row in found:
            assert (row["has_offers"], row["class"], row["plans"]) == ("no", "", "-7")

    def test_of_a_version_that_nobody_has(self, desk: Desk, tmp_path: Path) -> None:
        """What has changed since is not known: it is told, with the version."""
        interview = desk.begin()
        for question, value in CORE.items():
            record_answer(desk.db, desk.lease, desk.entry(interview, question, value))
        with desk.db.write() as session:
            session.connection().execute(text("UPDATE interview SET version = '1871.1'"))
        with pytest.raises(UnknownVersion, match=r"1871\.1"):
            write_csv(desk.db, tmp_path / "csv")

    def test_are_looked_through_for_persons(self, desk: Desk, tmp_path: Path) -> None:
        """As those are that were completed; one that is not exported warns of nothing."""
        told: list[PersonFound] = []
        warned = Options(warn=told.extend)
        interview, said = desk.begin(), "Ring 91 82 23 34"
        record_answer(desk.db, desk.lease, desk.entry(interview, "respondent_unit_other", said))
        write_csv(desk.db, tmp_path / "without", options=warned)
        assert told == []
        for question, value in CORE.items():
            record_answer(desk.db, desk.lease, desk.entry(interview, question, value))
        write_csv(desk.db, tmp_path / "with", options=warned)
        assert [(one.where, one.words) for one in told] == [
            ("respondent_unit_other", "91 82 23 34")
        ]


class TestParadata:
    def test_every_answer_change_and_remark(self, desk: Desk, tmp_path: Path) -> None:
        """In order, with the seconds between them; what takes long is a pause."""
        interview = desk.begin()
        first = desk.entry(interview, "has_offers", "no")
        for entry in (
            first,
            desk.entry(interview, "has_offers", "yes"),
            replace(desk.entry(interview, "has_offers", "yes"), remark="sa Kari"),
            replace(desk.entry(interview, "plans", "no"), at=desk.now() + 2 * PAUSE),
        ):
            record_answer(desk.db, desk.lease, entry)
        told = tables(desk, tmp_path)["paradata"]
        assert [row["event"] for row in told] == ["answer", "change", "remark", "pause", "answer"]
        assert [row["value"] for row in told] == ["no", "yes", "yes", "", "no"]
        assert told[2]["words"] == "sa Kari"
        assert [row["seconds"] for row in told] == ["", "60", "60", "360", "360"]

    def test_each_answer_is_of_its_own_call_and_of_whoever_gave_it(
        self, desk: Desk, tmp_path: Path
    ) -> None:
        """Also of somebody whom another case knows; and another call is told apart by a pause."""
        board = desk.known()
        desk.next_case()
        desks = desk.known(Office.service_desk)
        first, interview = desk.dial(desks), desk.begin()
        hang_up(desk.db, desk.lease, first.id, Outcome.break_off, "", desk.now())
        second = desk.dial(desks)
        for call, whom in ((first, desks.id), (second, board.id), (second, None)):
            entry = desk.entry(interview, "has_offers", "yes")
            entry = replace(entry, attempt_id=call.id, informant_id=whom)
            record_answer(desk.db, desk.lease, entry)
        told = tables(desk, tmp_path)["paradata"]
        assert [(row["event"], row["call_no"], row["department"]) for row in told] == [
            ("answer", "1", "service_desk"), ("pause", "", ""),
            ("answer", "2", "switchboard"), ("answer", "2", ""),
        ]  # fmt: skip

    def test_a_step_back_is_told_before_the_answer_it_led_to(
        self, desk: Desk, tmp_path: Path
    ) -> None:
        """An answer above the one before, by the order of the questions."""
        interview = desk.begin()
        for question in ("consent", "has_offers", "consent"):
            record_answer(desk.db, desk.lease, desk.entry(interview, question, "yes"))
        told = tables(desk, tmp_path)["paradata"]
        assert [(row["event"], row["question"]) for row in told] == [
            ("answer", "consent"), ("answer", "has_offers"), ("back", "consent"),
            ("answer", "consent"),
        ]  # fmt: skip

    def test_a_step_back_without_an_answer_is_told_by_what_is_said_next(
        self, desk: Desk, tmp_path: Path
    ) -> None:
        """Each with its own second, and none is told twice."""
        interview, at = desk.begin(), desk.now()
        record_answer(desk.db, desk.lease, desk.entry(interview, "consent", "yes"))
        record_answer(desk.db, desk.lease, desk.entry(interview, "has_offers", "yes"))
        stepped: Stored = [["consent", None, desk.now().isoformat()] for _ in range(2)]
        later = desk.entry(interview, "consent", "no")
        record_answer(desk.db, desk.lease, replace(later, steps_back=stepped))
        told = tables(desk, tmp_path)["paradata"]
        assert [(row["event"], row["question"], row["value"]) for row in told] == [
            ("answer", "consent", "yes"), ("answer", "has_offers", "yes"),
            ("back", "consent", ""), ("back", "consent", ""), ("change", "consent", "no"),
        ]  # fmt: skip
        assert len({row["at"] for row in told}) == len(told)
        assert min(row["at"] for row in told) > f"{at:%Y-%m-%d}"

    def test_a_step_back_that_no_answer_follows_is_told_in_its_place(
        self, desk: Desk, tmp_path: Path
    ) -> None:
        """Once, though it is sent again, and what is said there next tells of no other."""
        point = desk.known()
        call = desk.dial(point)
        interview = desk.begin()
        record_answer(desk.db, desk.lease, desk.entry(interview, "consent", "yes"))
        record_answer(desk.db, desk.lease, desk.entry(interview, "has_offers", "yes"))
        there = point.id.hex, call.id.hex, desk.lease.interviewer_id.hex
        stepped: Stored = ["consent", None, desk.now().isoformat(), *there]
        for _ in range(2):
            note_steps(desk.db, desk.lease, interview.id, [stepped])
        record_answer(desk.db, desk.lease, desk.entry(interview, "consent", "no"))
        answer, *told = tables(desk, tmp_path, contacts=True)["paradata"]
        (back,) = (row for row in told if row["event"] == "back")
        assert (answer["event"], back["question"]) == ("answer", "consent")
        assert (back["call_no"], back["department"]) == ("1", point.department.name)
        assert back["at"] > answer["at"]

    def test_a_step_back_is_of_whoever_is_one_with_who_took_it(
        self, desk: Desk, tmp_path: Path
    ) -> None:
        """It is signed in a list of its own; and an export is made where nobody knows by whom."""
        interview, twice = desk.begin(), made_again(desk.db, "Åse", "pc2", NOON)
        for by in (desk.aase.id, uuid4()):
            stepped: Stored = ["consent", None, desk.now().isoformat(), None, None, by.hex]
            note_steps(desk.db, desk.lease, interview.id, [stepped])
        join(desk.db, twice.id, desk.aase.id, later(24 * 60))
        told = tables(desk, tmp_path, contacts=True)["paradata"]
        assert [row["interviewer_name"] for row in told] == ["Åse", ""]

    def test_a_step_back_to_who_somebody_is_outlives_her(self, desk: Desk, tmp_path: Path) -> None:
        """It says which question it was, and when: nothing of her."""
        interview, at = desk.begin(), desk.now().isoformat()
        entry = desk.entry(interview, "respondent_name", "Kari Lie")
        stepped: Stored = [["respondent_name", None, at]]
        record_answer(desk.db, desk.lease, replace(entry, steps_back=stepped))
        erase_everybody(desk.db, desk.sign())
        told = tables(desk, tmp_path)["paradata"]
        assert [row["event"] for row in told] == ["back", "answer"]

    def test_holds_back_what_is_held_back_elsewhere(self, desk: Desk, tmp_path: Path) -> None:
        """Names and numbers without contacts; private notes always."""
        interview = desk.begin()
        for question, value in (
            ("respondent_name", "Kari Lie"),
            ("challenges_text", "ring 91 82 23 34, fnr 01019012345"),
            ("private_note", "hemmelig"),
        ):  # fmt: skip
            record_answer(desk.db, desk.lease, desk.entry(interview, question, value))
        values = [row["value"] for row in tables(desk, tmp_path)["paradata"]]
        assert values == ["", "ring [telefonnummer], fnr [fødselsnummer]", ""]
        values = [row["value"] for row in tables(desk, tmp_path, contacts=True)["paradata"]]
        assert values == ["Kari Lie", "ring 91 82 23 34, fnr 01019012345", ""]

    def test_names_nobody_in_the_reason_for_a_confirmed_check(
        self, desk: Desk, tmp_path: Path
    ) -> None:
        """Nor in what was said to a question that there is no longer."""
        interview, said = desk.begin(), "sa Kari på 91 82 23 34"
        confirm_check(desk.db, desk.lease, replace(desk.confirmation(interview), reason=said))
        entry = replace(desk.entry(interview, "challenges_text", said), remark=said)
        record_answer(desk.db, desk.lease, entry)
        with closing(sqlite3.connect(str(desk.db.file), isolation_level=None)) as connection:
            connection.execute("UPDATE answer_entry SET question = 'gone'")
        hidden = said.replace("91 82 23 34", "[telefonnummer]")
        for contacts, shown in ((False, hidden), (True, said)):
            told = tables(desk, tmp_path, contacts=contacts)["paradata"]
            assert [(row["value"], row["words"]) for row in told] == [
                ("many_positions", shown), (shown, shown),
            ]  # fmt: skip

    def test_numbers_are_for_excel_as_in_every_table(self, desk: Desk, tmp_path: Path) -> None:
        """To call, missing or with decimals; words that only look like it are guarded."""
        interview = desk.begin()
        said: dict[str, Stored] = {
            "respondent_phone": "+4769289123",
            "has_offers": {"missing": "dont_know"},
            "fte": "2.5",
            "challenges_text": "-8",
        }
        for question, value in said.items():
            record_answer(desk.db, desk.lease, desk.entry(interview, question, value))
        write_csv(desk.db, tmp_path / "excel", options=Options(contacts=True))
        with (tmp_path / "excel" / "paradata.csv").open(encoding="utf-8-sig", newline="") as file:
            shown = [row["value"] for row in csv.DictReader(file, delimiter=";")]
        assert shown == ["69 28 91 23", "-8", "2,5", "'-8"]
        values = [row["value"] for row in tables(desk, tmp_path, contacts=True)["paradata"]]
        assert values == ["+4769289123", "-8", "2.5", "-8"]


class TestTheWork:
    def test_who_was_given_what_and_what_was_noted(self, desk: Desk, tmp_path: Path) -> None:
        """People as numbers; a note is masked as other free text is, unless with contacts."""
        case = desk.lease.case_id
        give(desk.db, desk.sign(), {desk.turid.id: [case]})
        take_back(desk.db, desk.sign(), [case])
        write_note(desk.db, desk.sign(), case, "Leder nås på 91 82 23 34")
        told = tables(desk, tmp_path)
        given, back = told["assignments"]
        assert (given["assignment_no"], given["given_to"]) == ("1", given["given_by"])
        assert (back["assignment_no"], back["given_to"]) == ("2", "")
        (note,) = told["notes"]
        assert (note["note"], note["unit_id"]) == ("Leder nås på [telefonnummer]", "0101")
        assert "given_to_name" not in given
        (note,) = tables(desk, tmp_path, contacts=True)["notes"]
        assert (note["note"], note["written_by_name"]) == ("Leder nås på 91 82 23 34", "Turid")


class TestColumns:
    @pytest.mark.parametrize("name", tuple(names()))
    def test_are_declared_once_with_all_that_a_codebook_wants(self, name: str) -> None:
        """A name that every program takes, once in its table, and a label in every language."""
        for table in data_tables(survey_called(name), contacts=True):
            assert len({one.name.lower() for one in table.variables}) == len(table.variables)
            for one in table.variables:
                assert len(one.name) <= LONGEST
                assert all(one.label.in_(language) for language in ("nb", "nn", "en"))


class TestBytes:
    def test_are_the_same_for_the_same_database(self, desk: Desk, tmp_path: Path) -> None:
        """Whatever the clock says; and dates are dates."""
        reader = pytest.importorskip("pyreadstat", reason="the extra spss is not installed")
        desk.talked(has_offers="no")
        for name in ("a", "b"):
            write_xlsx(desk.db, tmp_path / f"{name}.xlsx")
            write_dta(desk.db, tmp_path / f"{name}.dta", table="cases")
        for ending in ("xlsx", "dta"):
            one, other = (tmp_path / f"{name}.{ending}" for name in ("a", "b"))
            assert one.read_bytes() == other.read_bytes()
        frame, _ = reader.read_dta(str(tmp_path / "a.dta"))
        assert frame["first_call"][0].year == 2015


@pytest.mark.parametrize(
    ("at", "utc"),
    [
        ("2015-03-04T12:03:04+010000", "2015-03-04 11:03:04.000000"),
        ("2015-03-04 12:03:04.000+01", "2015-03-04 11:03:04.000000"),
        ("2015-03-04 12:03+01.000000", "2015-03-04 11:03:00.000000"),
        ("2015-03-04 12+01:00.000000", "2015-03-04 11:00:00.000000"),
    ],
)
def test_a_moment_with_its_zone_is_in_utc_like_all_others(at: str, utc: str) -> None:
    """However somebody has put it into the file: it is as long as one without."""
    assert moment(at) == datetime.fromisoformat(f"{utc}+00:00")
    assert stored_moment(at) == utc


def test_a_moment_with_a_letter_in_it_stands_in_its_place() -> None:
    """Events are put in order by the text of their moments, and "T" comes behind a space."""
    assert stored_moment("2015-03-04T12:03:04.000000") == "2015-03-04 12:03:04.000000"
