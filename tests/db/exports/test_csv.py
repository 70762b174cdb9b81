"""What is exported as CSV, read back by Python's own reader; `test_csv_cells.py` is about how."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any
from unittest.mock import patch
from uuid import uuid4

import pytest

from db.calls import add_contact, hang_up, log_redirect
from db.coding import code_answer, name_code
from db.coding_desk import read_coding
from db.database import Database
from db.exports.coding_tables import named_beside
from db.exports.csv import for_excel, write_csv
from db.exports.problems import FileExists
from db.exports.writing import Exported, Options
from db.interviews import complete, reopen
from db.problems import DiskFull
from db.records import Signed
from schemas.calls.call_codes import RedirectHow
from schemas.calls.outcomes import Outcome
from schemas.codebook.columns import columns
from schemas.questionnaire.answers import DONT_KNOW, NOT_ASKED, Choice, Missing
from schemas.questionnaire.sections import Roster
from schemas.review.classify import classify_document, to_data
from schemas.review.coding.answers import open_questions
from schemas.surveys.municipal_services_2015.classification import CLASSIFICATION
from schemas.surveys.municipal_services_2015.departments import Office
from schemas.surveys.municipal_services_2015.parts import PARTS
from schemas.surveys.municipal_services_2015.questionnaire import PhaseTwo
from tests.db.exports.csv_files import CONTACTS, exported, read
from tests.db.rounds import SERVICE, Round, finish

FORCE = Options(force=True)

KEYS = (
    "unit_id", "name", "county", "interview_id", "status", "questionnaire", "revision", "language",
    "completed_at", "interviewer", "class", "class_needs_look", "decision", "unreadable",
)  # fmt: skip


@pytest.fixture
def world(db: Database, with_cases: None) -> Round:
    return Round(db)


def expected(question: Any, answer: Any) -> list[str]:
    """What the instrument says of an answer, worked out the slow way."""
    if isinstance(answer, Missing):
        return [str(answer.code)] * len(columns(question))
    if question.type.name == "multi" and answer is not None:
        return ["1" if code in answer else "0" for code in question.codes]
    if question.type.name == "phone" and answer:
        return [for_excel(answer)]
    return [_one(answer)]


def _one(answer: Any) -> str:
    match answer:
        case None:
            return ""
        case Choice():
            return answer.name
        case tuple():
            return " ".join(answer)
        case Decimal():
            return str(answer).replace(".", ",")
        case str() if answer[0] in "=+-@":
            return f"'{answer}"
    return str(answer)


def cells_of(section: Any, values: Any) -> Iterator[tuple[str, str]]:
    for question in section.questions:
        names = [column.name for column in columns(question)]
        yield from zip(names, expected(question, getattr(values, question.id)), strict=False)


class TestInterviews:
    """One completed interview is one row."""

    def test_begins_with_whose_interview_it_is(self, world: Round, out: Path) -> None:
        """The same columns, whatever is asked, before the first question."""
        world.interviewed(**SERVICE)
        (row,) = exported(world, out)["interviews"]
        keys = list(KEYS)
        assert list(row)[: len(KEYS)] == keys
        assert [row[key] for key in keys if key != "interview_id"] == [
            "0101", "Halden", "Østfold", "complete", "phase-two 2015.2", "1", "nb",
            "2015-03-02T11:02:00Z", "1", "service", "1", "", "0",
        ]  # fmt: skip

    @pytest.mark.parametrize(
        "said", [SERVICE, {"has_offers": "no", "plans": "no"}, {"has_offers": DONT_KNOW}]
    )
    def test_every_answer_is_the_one_in_the_document(
        self, world: Round, out: Path, said: dict[str, Any]
    ) -> None:
        """Slugs, 1 and 0, numbers, texts and missing codes, each under its question's id."""
        finished = world.interviewed(**said)
        tables = exported(world, out, options=CONTACTS)
        (row,) = tables["interviews"]
        for name, section in finished.sections.items():
            values = getattr(finished, name)
            if issubclass(section, Roster):
                for line, offer in zip(tables["offers"], values, strict=True):
                    cells = dict(cells_of(section, offer))
                    assert cells == {column: line[column] for column in cells}
            else:
                cells = dict(cells_of(section, values))
                assert cells == {column: row[column] for column in cells}

    def test_questions_stand_in_the_instruments_order(self, world: Round, out: Path) -> None:
        """What is only read aloud, the offers and the private note have no column here."""
        header = _header(world, out, "interviews", contacts=True)
        header.remove("interviewer_name")
        questions = [
            column.name
            for section in PhaseTwo.sections.values()
            if not issubclass(section, Roster)
            for question in section.questions
            for column in columns(question)
        ]
        asked = open_questions(PhaseTwo, PARTS)
        codes = [named_beside(one, one.id) for one in asked if not one.roster]
        assert [one for one in header[len(KEYS) :] if one not in codes] == questions
        assert [one for one in header if one in codes] == codes
        assert not {"intro", "thanks", "private_note", "offer_name", "offers"} & set(header)

    def test_missing_answers_have_codes_in_every_column(self, world: Round, out: Path) -> None:
        """Not asked, vet ikke and vil ikke svare: never blank, in labels neither."""
        world.interviewed(**SERVICE)
        for labels in (False, True):
            (row,) = exported(world, out, labels=labels, options=FORCE)["interviews"]
            assert {row["funding__grant"], row["funding__other"]} == {"-8"}
            assert row["criterion_group"] == "-9"
            assert row["plans"] == row["no_service_reason__economy"] == row["covered_by"] == "-7"

    def test_only_what_was_left_empty_is_blank(self, world: Round, out: Path) -> None:
        """An optional answer that was asked for, and not given."""
        world.interviewed(**SERVICE)
        (row,) = exported(world, out)["interviews"]
        blank = {name for name, cell in row.items() if not cell and not name.endswith("_codes")}
        assert blank == {"decision", "respondent_role", "service_since_month"}

    def test_labels_say_the_codes_in_words(self, world: Round, out: Path) -> None:
        """In any of the languages; columns keep their names."""
        world.interviewed(**SERVICE)
        (row,) = exported(world, out, labels=True, language="en")["interviews"]
        assert (row["has_offers"], row["class"]) == ("Yes", "Service")
        assert row["hosted_in__other"] == "1"

    def test_a_reopened_interview_counts_as_it_was_until_it_is_done(
        self, world: Round, out: Path
    ) -> None:
        """With the remarks that stood then; and then in its new revision."""
        interview = world.begin()
        world.remark(interview, "has_offers", "sa hun først")
        world.complete(interview, finish(has_offers="no"))
        reopen(world.db, world.lease, interview.id, 1, world.now())
        world.remark(interview, "has_offers", "sier hun nå")
        before = exported(world, out)
        assert [row["revision"] for row in before["interviews"]] == ["1"]
        assert [row["remark"] for row in before["remarks"]] == ["sa hun først"]
        world.complete(interview, finish(has_offers="planned"))
        (row,) = exported(world, out, options=FORCE)["interviews"]
        assert (row["revision"], row["has_offers"]) == ("2", "planned")

    def test_is_its_interviewer_s_whoever_corrects_it(self, world: Round, out: Path) -> None:
        """A coordinator who sets an answer right has not held the interview."""
        interview = world.begin()
        world.complete(interview, finish(has_offers="no"))
        reopen(world.db, world.lease, interview.id, 1, world.now())
        world.lease = replace(world.lease, interviewer_id=world.person("Berit").id)
        world.complete(interview, finish(has_offers="planned"))
        (row,) = exported(world, out, options=CONTACTS)["interviews"]
        assert (row["revision"], row["interviewer_name"]) == ("2", "Åse")


def _header(world: Round, out: Path, name: str, *, contacts: bool = False) -> list[str]:
    write_csv(world.db, out, options=Options(contacts=contacts, force=True))
    with (out / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return next(csv.reader(file, delimiter=";"))


class TestOffers:
    def test_one_row_for_each(self, world: Round, out: Path) -> None:
        """Keyed by interview and number, in the order they were told."""
        world.interviewed(**SERVICE)
        tables = exported(world, out)
        (interview,) = tables["interviews"]
        assert [(row["interview_id"], row["offer_no"]) for row in tables["offers"]] == [
            (interview["interview_id"], number) for number in "123"
        ]
        assert [row["offer_targets__cancer"] for row in tables["offers"]] == ["1", "-8", "0"]


class TestCodes:
    """Answers in people's own words, under codes: beside the answer, and in tables of their own."""

    def test_stand_beside_the_answer(self, world: Round, out: Path) -> None:
        """By number: what they are called, who coded and when, stands in the tables about them."""
        world.interviewed(**SERVICE)
        who = world.person("Turid")
        money, way = uuid4(), uuid4()
        for id, label in ((money, "Økonomi"), (way, "Avstand")):
            signed = Signed(uuid4(), who.id, world.now())
            name_code(world.db, signed, id, "challenges_text", label)
        desk = read_coding(world.db)
        (one,) = desk.by_question["challenges_text"]
        (item,) = desk.by_question["offer_targets_other"]
        for answer, codes in ((one.answer, (way, money)), (item.answer, ())):
            code_answer(world.db, Signed(uuid4(), who.id, world.now()), answer, codes)
        tables = exported(world, out)
        (interview,) = tables["interviews"]
        assert interview["challenges_text_codes"] == "1 2"
        for table in (tables["interviews"], tables["offers"]):
            named = list(table[0])
            for place, column in enumerate(named):
                if column.endswith("_codes"):
                    assert named[place - 1].startswith(column.removesuffix("_codes"))
        assert interview["benefits_text_codes"] == ""
        assert [row["offer_targets_other_codes"] for row in tables["offers"]] == ["", "", "0"]
        assert [(row["question"], row["code"], row["label"]) for row in tables["codes"]] == [
            ("challenges_text", "1", "Økonomi"),
            ("challenges_text", "2", "Avstand"),
        ]
        assert [
            (row["question"], row["offer_no"], row["code"], row["label"])
            for row in tables["codings"]
        ] == [
            ("offer_targets_other", "3", "0", ""),
            ("challenges_text", "", "1", "Økonomi"),
            ("challenges_text", "", "2", "Avstand"),
        ]

    def test_of_an_answer_that_reads_otherwise_there_are_none(
        self, world: Round, out: Path
    ) -> None:
        """Until somebody has looked at it again."""
        world.interviewed(**SERVICE)
        id, who = uuid4(), world.person("Turid")
        name_code(world.db, Signed(uuid4(), who.id, world.now()), id, "challenges_text", "Økonomi")
        (one,) = read_coding(world.db).by_question["challenges_text"]
        code_answer(world.db, Signed(uuid4(), who.id, world.now()), one.answer, (id,))
        reopen(world.db, world.lease, one.answer.key.interview_id, 1, world.now())
        world.complete(world.begin(), finish(**(SERVICE | {"challenges_text": "Annet"})))
        tables = exported(world, out)
        assert (tables["interviews"][0]["challenges_text_codes"], tables["codings"]) == ("", [])


class TestRemarksAndChecks:
    def test_confirmed_checks_with_their_reasons(self, world: Round, out: Path) -> None:
        """One row each: which check, on which question, of which offer, and why."""
        finished = world.interviewed(
            offer_kind=["lm", "lm"], offer_courses=[1, 1], offer_participants=[1, 41]
        )
        assert [one.check for one in finished.confirmed] == ["many_participants"]
        (row,) = exported(world, out)["checks"]
        assert list(row.values())[1:] == [
            "0101", "many_participants", "offer_participants", "2", "'-sikker",
        ]  # fmt: skip

    def test_remarks_on_answers_that_count(self, world: Round, out: Path) -> None:
        """The latest of each question; an offer that was removed takes its remarks along."""
        interview = world.begin()
        world.remark(interview, "has_offers", "først tvil")
        world.remark(interview, "has_offers", "så klart")
        world.remark(interview, "plans", "falt av ruten", value="no")
        world.remark(interview, "offer_name", "fjernet", item=1, value="A")
        world.remark(interview, "offer_name", "nå nummer to", item=4, value="B")
        world.remark(interview, "offers", "", value={"items": [2, 4], "complete": True})
        world.complete(interview, finish(offer_kind=["lm", "lm"]))
        rows = exported(world, out)["remarks"]
        assert [(row["question"], row["offer_no"], row["remark"]) for row in rows] == [
            ("has_offers", "", "så klart"),
            ("offer_name", "2", "nå nummer to"),
        ]

    def test_remarks_stay_with_their_interviews(self, world: Round, out: Path) -> None:
        """Also where the one before has none."""
        for text in ("en", "", "tre"):
            interview = world.begin()
            world.remark(interview, "has_offers", text)
            world.complete(interview, finish())
            world.next_case()
        tables = exported(world, out)
        ids = [row["interview_id"] for row in tables["interviews"]]
        assert [(row["interview_id"], row["remark"]) for row in tables["remarks"]] == [
            (ids[0], "en"),
            (ids[2], "tre"),
        ]


class TestCalls:
    def test_calls_and_redirects(self, world: Round, out: Path) -> None:
        """One row for each, with departments, outcome and its AAPOR code."""
        board, desk = world.known(), world.contact(Office.service_desk, person="Kari Lie")
        call = world.dial(board)
        world.sent_on(call, board, desk, RedirectHow.transferred)
        at = world.now()
        hang_up(world.db, world.lease, call.id, Outcome.lost_in_transfer, "spør Per", at)
        tables = exported(world, out)
        (row,) = tables["calls"]
        assert (row["unit_id"], row["call_no"], row["department"]) == ("0101", "1", "switchboard")
        assert (row["outcome"], row["aapor"]) == ("lost_in_transfer", "2.35*")
        assert (row["started_at"], row["end_unknown"]) == ("2015-03-02T11:03:00Z", "0")
        (edge,) = tables["redirects"]
        assert (edge["from_department"], edge["to_department"], edge["how"]) == (
            "switchboard", "service_desk", "transferred",
        )  # fmt: skip
        assert edge["call_id"] == row["call_id"]

    def test_dead_ends_and_calls_that_go_on(self, world: Round, out: Path) -> None:
        """What is not there is blank."""
        board = world.known()
        call = world.dial(board)
        dead_end = world.redirect(call, board, None, RedirectHow.dead_end)
        log_redirect(world.db, world.lease, dead_end)
        tables = exported(world, out, options=CONTACTS)
        assert (tables["calls"][0]["ended_at"], tables["calls"][0]["outcome"]) == ("", "")
        assert (tables["redirects"][0]["to_id"], tables["redirects"][0]["to_phone"]) == ("", "")


PERSONAL = ("Kari", "69174500", "22222222", "Hemmelig", "ring Kari")


class TestPersons:
    """Who somebody is stays apart from what the service is."""

    @pytest.fixture
    def told(self, world: Round) -> Round:
        contact = world.contact(person="Kari Lie")
        add_contact(world.db, world.lease, contact)
        call = world.dial(contact)
        desk = world.contact(Office.service_desk, person="Kari Lie")
        world.sent_on(call, contact, desk, RedirectHow.number_given)
        hang_up(world.db, world.lease, call.id, Outcome.redirected, "ring Kari", world.now())
        interview = world.begin()
        world.remark(interview, "respondent_name", "Kari uttales med k")
        world.remark(interview, "private_note", "Hemmelig merknad")
        world.complete(interview, finish(**SERVICE))
        return world

    def test_nobody_is_named_by_default(self, told: Round, out: Path) -> None:
        """No name, no number, no note about them, in any file."""
        written = write_csv(told.db, out)
        text = "".join(one.path.read_text("utf-8-sig") for one in written)
        assert [word for word in PERSONAL if word in text] == []
        assert "contacts" not in [one.path.stem for one in written]

    def test_contacts_are_asked_for(self, told: Round, out: Path) -> None:
        """Then they have columns and a table of their own."""
        tables = exported(told, out, options=CONTACTS)
        (row,) = tables["interviews"]
        assert (row["respondent_name"], row["respondent_phone"]) == ("Kari; «Lie»", "69 17 45 00")
        assert tables["contacts"][0]["person"] == "Kari Lie"
        assert (tables["calls"][0]["phone"], tables["calls"][0]["note"]) == (
            "22222222", "ring Kari",
        )  # fmt: skip
        assert tables["remarks"][0]["question"] == "respondent_name"

    def test_the_private_note_is_never_exported(self, told: Round, out: Path) -> None:
        """Not the note, not a remark on it, not with contacts."""
        written = write_csv(told.db, out, options=CONTACTS)
        assert not any("Hemmelig" in one.path.read_text("utf-8-sig") for one in written)

    def test_public_details_only_when_they_may_be_published(self, world: Round, out: Path) -> None:
        """Whoever says no is not asked for them."""
        world.interviewed(**{**SERVICE, "criterion_group": "yes", "publish": "no"})
        (row,) = exported(world, out)["interviews"]
        assert row["public_phone"] == row["public_email"] == "-7"


class TestTheFiles:
    """They come about in the same way whatever is read: a file is enough."""

    @pytest.fixture
    def world(self, on_file: Database, with_cases: None) -> Round:
        return Round(on_file)

    def test_an_empty_database_gives_headings(self, world: Round, out: Path) -> None:
        """Files without rows are files, too."""
        named = (
            "interviews offers remarks checks codings decisions claims codes calls redirects "
            "undone openings assignments notes paradata"
        )
        empty = [Exported(out / f"{name}.csv", 0) for name in named.split()]
        empty.insert(5, Exported(out / "cases.csv", 442))
        empty.append(Exported(out / "stamp.csv", 1))
        assert write_csv(world.db, out) == empty

    def test_tells_how_far_it_has_come(
        self, world: Round, out: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Interviews written, some at a time, and how many there are."""
        monkeypatch.setattr("db.exports.sheets.SOME", 1)
        for _ in range(2):
            world.interviewed()
            world.next_case()
        told: list[tuple[int, int]] = []
        write_csv(world.db, out, options=Options(progress=lambda done, of: told.append((done, of))))
        assert told == [(1, 2), (2, 2)]

    def test_only_with_force(self, world: Round, out: Path) -> None:
        """What is there stays as it is."""
        write_csv(world.db, out)
        before = (out / "interviews.csv").read_bytes()
        world.interviewed()
        with pytest.raises(FileExists):
            write_csv(world.db, out)
        assert (out / "interviews.csv").read_bytes() == before
        write_csv(world.db, out, options=FORCE)
        assert len(read(out / "interviews.csv")) == 1


def test_nobody_has_to_wait(world: Round, out: Path) -> None:
    """Answers are stored while an export is being written."""
    world.interviewed()
    interviews = []

    def store(done: int, of: int) -> None:
        world.next_case()
        interviews.append(world.begin())

    write_csv(world.db, out, options=Options(progress=store))
    assert len(interviews) == 1


def test_absent_answers_were_not_asked(world: Round, out: Path) -> None:
    """A document without a section is one whose section was left out."""
    finished = finish(has_offers="no")
    frozen = {"introduction": finished.model_dump(mode="json")["introduction"]}
    interview = world.begin()
    its_class = to_data(classify_document(CLASSIFICATION, finished))
    complete(world.db, world.lease, uuid4(), interview.id, frozen, its_class, world.now())
    (row,) = exported(world, out)["interviews"]
    assert row["has_offers"] == str(NOT_ASKED.code)


def test_what_cannot_be_noted_does_not_go_out(world: Round, out: Path) -> None:
    """An export with contacts stands in the log, or its files are not there."""
    full = patch("db.trail.trail.note", side_effect=DiskFull("/tmp/runde.db"))
    with full, pytest.raises(DiskFull):
        write_csv(world.db, out, options=CONTACTS)
    assert not out.exists() or list(out.iterdir()) == []
