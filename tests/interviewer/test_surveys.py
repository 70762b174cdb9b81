"""Several surveys on the command line: which there are, and which one a command is about."""

from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import Result

from db.open_database import open_database
from interviewer.places import begin_at, default_database
from schemas.frame.register import register
from schemas.surveys.health_trusts_2016.survey import SURVEY as TRUSTS
from schemas.surveys.registry import names, survey_called
from tests.support.commands import run, said, typed_in
from tests.support.own_survey import NAME, QUESTIONS, folder_beside
from tests.support.unit_file import csv_of_units, heading_of, row_of_unit

DESIGN = TRUSTS.frame
UNITS = register(DESIGN).units


def asked(*words: str) -> Result:
    """A command, with nothing in front of it."""
    return typed_in(*words)


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A file with four health trusts."""
    file = tmp_path / "utvalg.csv"
    rows = [row_of_unit(unit, DESIGN) for unit in UNITS[:4]]
    file.write_bytes(csv_of_units(rows, heading_of(DESIGN)))
    return file


class TestTheSurveys:
    def test_are_listed_with_what_they_are_about(self) -> None:
        """By the name that one types."""
        shown = asked("surveys").output
        for name in names():
            assert f"\n{name}\n  {survey_called(name).title}\n" in f"\n{shown}"
        assert "442 enheter" in shown
        assert "25 enheter (Helseforetak og private sykehus)" in shown

    def test_are_named_where_one_is_mistyped(self, database_path: Path) -> None:
        """Before anything is looked at."""
        told = said(run(database_path, "--survey", "health-trusts", "status"))
        assert told == (
            "Det er ingen undersøkelse som heter «health-trusts». "
            f"Velg {' eller '.join(names())}. (CLI-SURVEY)"
        )
        assert not database_path.exists()

    @pytest.mark.parametrize(
        ("right", "wrong", "code"),
        [
            ("ask(", "given(hue) or ask(", "U-PYTHON"),
            ("blue =", "red =", "U-PYTHON"),
            ('"Blå", nn="Blå"', '"Rød", nn="Raud"', "Q-LABEL"),
        ],
    )
    def test_are_told_of_where_one_cannot_be_read(
        self,
        database_path: Path,
        sample: Path,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        right: str,
        wrong: str,
        code: str,
    ) -> None:
        """A route that points nowhere, codes that clash: nothing is made."""
        file = folder_beside(tmp_path, monkeypatch) / "survey.py"
        file.write_text(QUESTIONS.replace(right, wrong), "utf-8")
        result = run(database_path, "--survey", NAME, "new", "--units", str(sample))
        assert said(result).endswith(f"({code})")
        assert not database_path.exists()

    def test_have_a_file_each(self) -> None:
        """In the same folder; the first one's is called as it always was."""
        first, second = default_database(), default_database(TRUSTS.name)
        assert first == default_database("municipal-services-2015")
        assert (first.name, second.name) == (
            "ringerunde.sqlite",
            "ringerunde-health-trusts-2016.sqlite",
        )
        assert first.parent == second.parent

    def test_need_no_name_where_there_is_one_database(self) -> None:
        """Whoever began with the second survey goes on with it, by every command."""
        usual = default_database(TRUSTS.name)
        begin_at(str(usual), TRUSTS).close()
        assert default_database() == usual
        assert "RHF" in asked("status").output
        begin_at(str(default_database("municipal-services-2015"))).close()
        assert default_database() == default_database("municipal-services-2015")

    def test_are_made_at_the_first_start(self, database_path: Path) -> None:
        """And then known without being named."""
        begin_at(str(database_path), TRUSTS).close()
        with closing(begin_at(str(database_path))) as begun:
            assert begun.survey is TRUSTS

    def test_are_not_taken_for_one_another(self, database_path: Path) -> None:
        begin_at(str(database_path), TRUSTS).close()
        told = said(run(database_path, "--survey", "municipal-services-2015", "status"))
        assert told.endswith("(DB-SURVEY)")


class TestANewSample:
    def test_becomes_a_database(self, database_path: Path, sample: Path) -> None:
        """For the survey named, before the command or behind it; it says how many units."""
        done = run(database_path, "new", "--survey", TRUSTS.name, "--units", str(sample))
        assert done.output == f"Ny database i {database_path} for health-trusts-2016: 4 enheter.\n"
        opened = open_database(database_path, create=False)
        assert (opened.survey, opened.frame.units) == (TRUSTS, UNITS[:4])
        opened.close()

    def test_has_a_case_for_every_unit(self, database_path: Path, sample: Path) -> None:
        """Also before anybody has sat down to call."""
        run(database_path, "new", "--survey", TRUSTS.name, "--units", str(sample))
        assert "0 av 4 avsluttet" in run(database_path, "status").output

    def test_lies_where_the_survey_s_database_usually_lies(self, sample: Path) -> None:
        done = asked("--survey", TRUSTS.name, "new", "--units", str(sample))
        assert done.exit_code == 0
        assert default_database(TRUSTS.name).exists()

    def test_takes_nobody_s_place(self, database_path: Path, sample: Path) -> None:
        """Neither another database's nor another file's."""
        begin_at(str(database_path)).close()
        before = database_path.read_bytes()
        told = said(run(database_path, "new", "--survey", TRUSTS.name, "--units", str(sample)))
        assert told.endswith("(DB-EXISTS)")
        assert database_path.read_bytes() == before

    def test_with_faults_makes_nothing(
        self, database_path: Path, sample: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """They are shown in a table, with line and column."""
        monkeypatch.setenv("COLUMNS", "200")
        sample.write_text(sample.read_text(encoding="utf-8").replace("trust;", "by;", 1))
        done = run(database_path, "new", "--survey", TRUSTS.name, "--units", str(sample))
        assert said(done).endswith("Ingenting er importert. (IMPORT-SAMPLE)")
        assert "│ kind" in done.stderr
        assert "IMPORT-KIND" in done.stderr
        assert not database_path.exists()

    def test_of_the_wrong_columns_makes_nothing(self, database_path: Path, sample: Path) -> None:
        """The columns are those of the survey: another one's do not do."""
        told = said(run(database_path, "new", "--units", str(sample)))
        assert told.endswith("(IMPORT-COLUMN-MISSING)")
        assert not database_path.exists()


def test_a_demo_has_no_more_interviews_than_units(database_path: Path) -> None:
    place = ["--no-ui", "--database", str(database_path)]
    told = said(asked("demo", "--interviews", "443", *place))
    assert told == "Undersøkelsen har 442 enheter. Oppgi høyst --interviews 442. (S-DEMO-UNITS)"
