"""What every released version collected: read, reviewed, edited, gone on with, exported."""

import csv
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from db.case_decisions import decisions_about
from db.cases import open_case
from db.database import Database
from db.finished import finished
from db.histories import histories
from db.interviews import load_interview
from db.open_database import open_database
from db.people import sit_down
from interviewer import services
from interviewer.engine.conversation import Conversation
from interviewer.engine.held_case import HeldCase
from interviewer.engine.restore import conversation
from schemas.codebook.changes import Added, Rerouted, changes_since
from schemas.questionnaire.document import read_document
from schemas.questionnaire.questions import Question
from schemas.review.classify import classify
from schemas.review.finished_interviews import FinishedInterview
from schemas.surveys.versions import released as codebook_of
from tests.released import Released, decided, interviews_among, released
from tests.support.commands import run, said
from tests.support.seasons import brought_forward

AFTERWARDS = "Rettet etterpå"

AT = datetime(2030, 6, 1, 9, tzinfo=UTC)
"""Nobody of then holds a case any more."""


@pytest.fixture(scope="module", params=[one for one in released() if one.has_file], ids=str)
def version(request: pytest.FixtureRequest) -> Released:
    """The version that a database was filled with."""
    one: Released = request.param
    return one


@pytest.fixture(scope="module")
def opened(version: Released, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database, brought up to date by this program; it is only read."""
    return brought_forward(tmp_path_factory, version)


@pytest.fixture
def path(opened: Path, tmp_path: Path) -> Path:
    """A copy of it, to change."""
    return Path(shutil.copy(opened, tmp_path / "then.sqlite"))


@pytest.fixture
def db(path: Path) -> Iterator[Database]:
    """The same, open."""
    with closing(open_database(path, create=False)) as database:
        yield database


@pytest.fixture
def interviews(db: Database) -> list[FinishedInterview]:
    """Those that were finished with it."""
    with db.look() as reads:
        return finished(reads)


@pytest.fixture(scope="module")
def reopened(opened: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Conversation]:
    """Each of them as it is when somebody opens it again, by unit; in a copy of its own."""
    copy = shutil.copy(opened, tmp_path_factory.mktemp("again") / "then.sqlite")
    with closing(open_database(copy, create=False)) as db:
        who = services.Caller.of(sit_down(db, uuid4(), "Kari", "pc", AT), db)
        with db.look() as reads:
            interviews = finished(reads)
        talks = {}
        for one in interviews:
            lease = services.open_case(db, one.case_id, who, AT).lease
            again = services.open_again(db, lease, one.interview_id, AT)
            talks[one.unit_id] = conversation(who, again, AT, None)
    return talks


@pytest.fixture
def newer(db: Database, version: Released) -> set[str]:
    """The questions that today's version asks, or asks others than that one did."""
    changes = changes_since(db.survey.releases, version.version)
    return {change.question for change in changes if isinstance(change, Added | Rerouted)}


def done(path: Path, *words: str) -> str:
    """A command that succeeds; what it printed."""
    result = run(path, *words)
    assert result.exit_code == 0, said(result)
    return result.output


def exported(path: Path, folder: Path) -> dict[str, dict[str, str]]:
    """The table of all interviews, by unit."""
    done(path, "export", "csv", "--out", str(folder))
    with (folder / "interviews.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["unit_id"]: row for row in csv.DictReader(file, delimiter=";")}


def asked_now(talk: Conversation) -> set[Question]:
    """What today's version asks there, and nobody has asked."""
    return {step.question for step in talk.walked.unanswered}


def free_text(talk: Conversation) -> str:
    """A question once asked there that takes any words."""
    steps = (step for step in talk.walked.steps if step.item is None)
    return next(step.question.id for step in steps if step.question.type.is_free_text)


@pytest.mark.parametrize("one", released(), ids=str)
def test_every_released_version_has_a_database(one: Released) -> None:
    """Whoever releases a version makes one of it, before anything else is changed."""
    made_by = f"python -m tests.released {one.survey.name}"
    assert one.has_file, f"No database of {one} among the released: {made_by}"


@pytest.mark.slow
class TestRead:
    def test_what_was_released_is_never_changed(self, version: Released, opened: Path) -> None:
        """The interviews were made with the codebook that lies in the survey's folder."""
        kept = codebook_of(version.survey, version.version)
        (release,) = (one for one in version.survey.releases if one.version == version.version)
        assert kept is not None
        with closing(sqlite3.connect(opened)) as connection:
            found = connection.execute("SELECT DISTINCT fingerprint FROM revision").fetchall()
        assert {mark for (mark,) in found} <= {kept["fingerprint"], *release.fingerprints}

    def test_by_the_version_it_was_completed_in(
        self, db: Database, interviews: list[FinishedInterview], version: Released
    ) -> None:
        """Whole, as it was then: nothing is off its route, nothing is missing."""
        assert len(interviews) == interviews_among(db.frame)
        for one in interviews:
            assert one.questionnaire.version == version.version
            read_document(one.questionnaire, one.document)  # raises where it is not whole

    def test_classified(
        self, db: Database, interviews: list[FinishedInterview], reopened: dict[str, Conversation]
    ) -> None:
        """Today's rules find in the answers what was found then."""
        for one in interviews:
            seen = reopened[one.unit_id].walked.view
            assert classify(db.survey.classification, seen).klass is one.derived

    def test_shown(self, opened: Path, interviews: list[FinishedInterview]) -> None:
        """All in the queue; and of one of each class its class and its answers, part by part."""
        listed = done(opened, "review", "list", "--all")
        assert all(one.unit_id in listed for one in interviews)
        for one in {one.klass: one for one in interviews}.values():
            assert one.klass is not None
            shown = done(opened, "review", "show", one.unit_id)
            assert str(one.klass.label) in shown
            assert next(iter(one.questionnaire.sections.values())).heading.nb in shown

    def test_the_report_and_the_overview(
        self, opened: Path, version: Released, tmp_path: Path
    ) -> None:
        """Are made of all of them; the overview where the survey has one."""
        done(opened, "status")
        done(opened, "report", "full", "--out", str(tmp_path / "report.html"))
        if version.survey.overview:
            done(opened, "overview", "--out", str(tmp_path / "overview"))

    @pytest.mark.parametrize("format", ["csv", "xlsx", "sav", "dta", "parquet", "json", "archive"])
    def test_exported(self, opened: Path, tmp_path: Path, format: str) -> None:
        """In every format there is."""
        done(opened, "export", format, "--out", str(tmp_path / f"all.{format}"))


class TestReviewed:
    def test_a_decision_counts(self, path: Path, interviews: list[FinishedInterview]) -> None:
        """On an interview of then, as on one of today."""
        one = next(one for one in interviews if not (one.standing.is_reviewed or one.reopened))
        done(path, "review", "accept", one.unit_id, "--by", "Turid")
        assert "Turid" in done(path, "review", "show", one.unit_id)

    def test_what_was_decided_then_counts(self, interviews: list[FinishedInterview]) -> None:
        """Some classes were accepted, and one was another."""
        reviewed = [one for one in interviews if one.standing.is_reviewed]
        was = decided(len(interviews))
        kept = [one.klass is one.derived for one in reviewed]
        assert (kept.count(True), kept.count(False)) == (was.count("accept"), was.count("override"))


class TestWhatIsNewer:
    def test_is_asked_when_an_interview_is_opened_again(
        self, reopened: dict[str, Conversation], newer: set[str]
    ) -> None:
        """What today's version has added, where it is on the route; and nothing else."""
        asked = {question.id for talk in reopened.values() for question in asked_now(talk)}
        assert asked <= newer
        assert bool(asked) is bool(newer)

    def test_makes_the_next_revision_one_of_today(
        self, db: Database, path: Path, tmp_path: Path, reopened: dict[str, Conversation]
    ) -> None:
        """An edit says what is missing, and with it the interview is of today's version."""
        unit, talk = max(reopened.items(), key=lambda one: len(asked_now(one[1])))
        # the last code is the one that leads to no further question
        told = [f"{question.id}={question.codes[-1].name}" for question in asked_now(talk)]
        edit = ("review", "edit", unit, f"{free_text(talk)}={AFTERWARDS}", "--by", "Berit")
        if told:
            assert said(run(path, *edit)).endswith("(R-EDIT)")
        done(path, *edit, *told)
        row = exported(path, tmp_path / "csv")[unit]
        today = db.survey.questionnaire
        assert row["questionnaire"] == f"{today.name} {today.version}"
        assert AFTERWARDS in done(path, "review", "show", unit)
        assert all(row[question.id] != "-7" for question in asked_now(talk))

    def test_stands_as_not_asked_in_one_table_for_all(
        self, db: Database, opened: Path, tmp_path: Path, version: Released
    ) -> None:
        """The version is a column; what it did not ask is -7."""
        changes = changes_since(db.survey.releases, version.version)
        added = [change.question for change in changes if isinstance(change, Added)]
        for row in exported(opened, tmp_path / "csv").values():
            assert row["questionnaire"].endswith(f" {version.version}")
            assert all(row[question] == "-7" for question in added)


class TestGoingOn:
    def test_an_open_interview_is_in_todays_version_from_then_on(
        self, db: Database, version: Released
    ) -> None:
        """Its answers come along; nothing that was stored is changed."""
        who = sit_down(db, uuid4(), "Kari", "pc", AT)
        begun = [one.case_id for one in histories(db) if one.interview in {"open", "reopened"}]
        assert begun or len(db.frame) == 1
        for case_id in begun:
            before = open_case(db, case_id).interview
            assert before is not None
            assert before.version == version.version
            entries = load_interview(db, before.id).entries
            after = services.open_case(db, case_id, who, AT).interview
            assert after is not None
            assert after.interview.version == db.survey.questionnaire.version
            assert after.entries[: len(entries)] == entries

    def test_what_was_sent_back_is_at_the_question(
        self, db: Database, interviews: list[FinishedInterview]
    ) -> None:
        """Whoever opens the case stands where the coordinator wants to know more."""
        who = services.Caller.of(sit_down(db, uuid4(), "Kari", "pc", AT), db)
        sent_back = [one.case_id for one in histories(db) if one.returned_at]
        assert len(sent_back) == decided(len(interviews)).count("return")
        for case_id in sent_back:
            (returned,) = (one for one in decisions_about(db, case_id) if one.question)
            held = HeldCase.taken_up(who, services.open_case(db, case_id, who, AT), AT)
            assert held.talk.at == returned.question
