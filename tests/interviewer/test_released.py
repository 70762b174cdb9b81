"""What every released version collected: read, reviewed, edited, gone on with, exported."""

import csv
import gzip
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from db.cases import open_case
from db.engine import Database, open_database
from db.finished import finished
from db.histories import histories
from db.interviews import load_interview
from db.people import sit_down
from interviewer import services
from schemas.codebook.changes import Added, changes_since
from schemas.questionnaire.walk import answers_of, read_document, route
from tests.support.commands import run, said

RELEASED = sorted((Path(__file__).parents[1] / "released").glob("*.sqlite.gz"))


@pytest.fixture(params=RELEASED, ids=lambda path: str(path.name).removesuffix(".sqlite.gz"))
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A database that an older program made and filled."""
    made = tmp_path / "then.sqlite"
    made.write_bytes(gzip.decompress(request.param.read_bytes()))
    return made


@pytest.fixture
def version(request: pytest.FixtureRequest, path: Path) -> str:
    """The version that it was filled with."""
    return str(request.node.callspec.params["path"].name.removesuffix(".sqlite.gz"))


@pytest.fixture
def db(path: Path) -> Iterator[Database]:
    """The same, opened by this program."""
    with closing(open_database(path, create=False)) as database:
        yield database


def done(path: Path, *words: str) -> str:
    """A command that succeeds; what it printed."""
    result = run(path, *words)
    assert result.exit_code == 0, said(result)
    return result.output


def table(folder: Path, name: str = "interviews") -> list[dict[str, str]]:
    """An exported table."""
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def unanswered(db: Database) -> set[str]:
    """What today's version asks of each finished interview, and nobody has asked."""
    asked = db.survey.questionnaire
    with db.read() as session:
        interviews = finished(session)
    open_ones: set[str] = set()
    for one in interviews:
        kept = read_document(one.questionnaire, one.document)
        walked = route(asked, answers_of(kept), kept.facts)
        open_ones |= {step.question.id for step in walked.unanswered}
    return open_ones


class TestRead:
    def test_by_the_version_it_was_completed_in(self, db: Database, version: str) -> None:
        """Whole, as it was then: nothing is off its route, nothing is missing."""
        with db.read() as session:
            interviews = finished(session)
        assert interviews
        for one in interviews:
            assert one.questionnaire.version == version
            read_document(one.questionnaire, one.document)  # raises where it is not whole

    def test_shown(self, path: Path) -> None:
        """The queue, and each interview in it with its answers and its class."""
        listed = done(path, "review", "list", "--all")
        units = [line.split()[0] for line in listed.splitlines() if line[:4].isdigit()]
        assert len(units) > 10
        for unit in units:
            assert "Avslutning" in done(path, "review", "show", unit)

    def test_the_report_and_the_overview(self, path: Path, tmp_path: Path) -> None:
        """Are made of all of them."""
        done(path, "report", "full", "--out", str(tmp_path / "report.html"))
        done(path, "overview", "--out", str(tmp_path / "overview"))

    @pytest.mark.parametrize("format", ["xlsx", "sav", "dta"])
    def test_exported(self, path: Path, tmp_path: Path, format: str) -> None:
        """In the formats that know their columns."""
        done(path, "export", format, "--out", str(tmp_path / f"all.{format}"))


class TestWhatIsNewer:
    def test_is_asked_when_an_interview_is_opened_again(self, db: Database, version: str) -> None:
        """What today's version has added, where it is on the route; and nothing else."""
        changes = changes_since(db.survey.releases, version)
        added = {change.question for change in changes if isinstance(change, Added)}
        assert unanswered(db) & added
        assert unanswered(db) <= added | {"publish"}  # that one is asked of more than before

    def test_makes_the_next_revision_one_of_today(self, path: Path, tmp_path: Path) -> None:
        """An edit says what is missing, and with it the interview is of today's version."""
        refused = run(path, "review", "edit", "0529", "stage=operating", "--by", "Berit")
        assert said(refused).endswith("(R-EDIT)")
        done(
            path, "review", "edit", "0529", "stage=operating", "contact_again=email",
            "--by", "Berit",
        )  # fmt: skip
        done(path, "export", "csv", "--out", str(tmp_path / "csv"))
        rows = {row["unit_id"]: row for row in table(tmp_path / "csv")}
        assert rows["0529"]["questionnaire"] == "phase-two 2015.2"
        assert rows["0529"]["contact_again"] == "email"

    def test_stands_as_not_asked_in_one_table_for_all(
        self, path: Path, tmp_path: Path, version: str
    ) -> None:
        """The version is a column; what it did not ask is -7."""
        done(path, "export", "csv", "--out", str(tmp_path / "csv"))
        for row in table(tmp_path / "csv"):
            assert row["questionnaire"] == f"phase-two {version}"
            assert row["contact_again"] == "-7"


class TestGoingOn:
    def test_an_open_interview_is_in_todays_version_from_then_on(
        self, db: Database, version: str
    ) -> None:
        """Its answers come along; nothing that was stored is changed."""
        at = datetime(2015, 6, 1, 9, tzinfo=UTC)
        who = sit_down(db, uuid4(), "Kari", "pc", at)
        begun = [one.case_id for one in histories(db) if one.interview in {"open", "partial"}]
        assert begun
        for case_id in begun:
            before = open_case(db, case_id).interview
            assert before is not None
            assert before.version == version
            entries = load_interview(db, before.id).entries
            after = services.open_case(db, case_id, who, at).interview
            assert after is not None
            assert after.interview.version == db.survey.questionnaire.version
            assert after.entries[: len(entries)] == entries
