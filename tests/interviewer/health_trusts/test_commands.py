"""What the commands write about health trusts, and what they refuse in a sentence."""

import csv
import re
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from typer.testing import Result

from db.calls import hang_up
from db.database import Database
from db.finished import finished
from db.problems import ForeignCode
from db.records import Lease, Signed
from db.shared_services import confirm_covered
from schemas.calls.outcomes import Outcome
from schemas.calls.parts import said as said_in
from schemas.surveys.health_trusts_2016.survey import SURVEY
from tests.interviewer.health_trusts.conftest import INTERVIEWS
from tests.support.commands import run, said, typed_in
from tests.support.pages import Page


@pytest.mark.slow
class TestExports:
    """Every format, with the names of this survey."""

    def test_csv_has_a_table_of_centres(self, path: Path, tmp_path: Path) -> None:
        assert run(path, "export", "csv", "--out", str(tmp_path / "csv")).exit_code == 0
        assert {one.name for one in (tmp_path / "csv").iterdir()} == {
            "interviews.csv", "centre.csv", "remarks.csv", "checks.csv", "calls.csv",
            "redirects.csv", "undone.csv", "openings.csv", "cases.csv", "decisions.csv",
            "codes.csv", "codings.csv", "paradata.csv", "assignments.csv", "notes.csv", "stamp.csv",
        }  # fmt: skip
        head, *rows = _rows(tmp_path / "csv/interviews.csv")
        assert head[:3] == ["unit_id", "name", "rhf"]
        assert len(rows) == INTERVIEWS
        assert "claim" not in head
        assert _rows(tmp_path / "csv/centre.csv")[0][:3] == ["interview_id", "centre_no", "unit_id"]

    @pytest.mark.parametrize(
        ("format", "name"),
        [
            ("xlsx", "a.xlsx"),
            ("sav", "a.sav"),
            ("dta", "a.dta"),
            ("parquet", "parquet"),
            ("json", "json"),
        ],
    )
    def test_the_others(self, path: Path, tmp_path: Path, format: str, name: str) -> None:
        result = run(path, "export", format, "--out", str(tmp_path / name))
        assert result.exit_code == 0, said(result)

    def test_one_row_per_centre_for_spss(self, path: Path, tmp_path: Path) -> None:
        words = ("export", "sav", "--table", "centre", "--out", str(tmp_path / "centre.sav"))
        assert run(path, *words).exit_code == 0

    def test_there_is_no_table_of_offers(self, path: Path, tmp_path: Path) -> None:
        words = ("export", "sav", "--table", "offers", "--out", str(tmp_path / "a.sav"))
        assert "Velg interviews, centre" in said(run(path, *words))

    def test_the_archive_says_what_lies_in_it(self, path: Path, tmp_path: Path) -> None:
        assert run(path, "export", "archive", "--out", str(tmp_path / "arkiv")).exit_code == 0
        told = (tmp_path / "arkiv/README.txt").read_text("utf-8")
        assert "centre.csv             én rad per senter" in told
        assert "ved siden av hverandre" in " ".join(told.split())
        assert "25 enheter (Helseforetak og private sykehus)" in " ".join(
            (tmp_path / "arkiv/method.txt").read_text("utf-8").split()
        )

    @pytest.mark.parametrize("format", ["text", "json", "ddi", "xlsform"])
    def test_every_codebook(self, path: Path, tmp_path: Path, format: str) -> None:
        words = ("codebook", "--format", format, "--out", str(tmp_path / "book"))
        assert run(path, *words).exit_code == 0
        assert (tmp_path / "book").stat().st_size > 1000


@pytest.mark.slow
class TestContacts:
    """A list of people to call is read by the departments of hospitals."""

    def test_what_would_change(self, path: Path, tmp_path: Path) -> None:
        file = tmp_path / "kontakter.csv"
        file.write_text(
            "enhet;avdeling;person;stilling;telefon;kilde\n"
            "AHUS;Lærings- og mestringssenter;Siv Moen;leder;67960000;nettsiden\n"
            "UNN;LMS Tromsø;;;77626000;nettsiden\n",
            encoding="utf-8",
        )
        result = run(path, "import", "contacts", str(file), "--dry-run")
        assert result.exit_code == 0, said(result)
        assert "2 kan importeres" in result.output
        assert "Kontaktpunkter" in result.output
        assert "ingen kjent type avdeling" not in result.output
        assert "fase" not in result.output
        assert "dekket" not in result.output


@pytest.mark.slow
class TestTheOverview:
    """The centres of every trust, by health region, as far as they allowed it."""

    def test_by_region_with_centres(self, path: Path, trusts: Database, tmp_path: Path) -> None:
        """Of those that a coordinator has confirmed."""
        with trusts.look() as reads:
            told = next(one for one in finished(reads) if said_in(one.document, "publish") == "yes")
        assert run(path, "review", "accept", told.unit_id, "--by", "Berit").exit_code == 0
        assert run(path, "overview", "--out", str(tmp_path / "oversikt")).exit_code == 0
        page = Page((tmp_path / "oversikt/oversikt.html").read_text("utf-8"))
        assert page.says("//h2[@id='grupper']") == "RHF"
        assert "Lærings- og mestringssentre i helseforetakene" in page.says("//h1")
        head, *_ = _rows(tmp_path / "oversikt/oversikt.csv")
        assert head == [
            "RHF", "enhet_nr", "helseforetak", "type", "organisering", "sentre",
            "kontaktperson", "telefon", "epost", "nettsted", "opplyst",
            "laget_av",
        ]  # fmt: skip


@pytest.mark.slow
class TestWhatThereIsNot:
    """A sentence, where a command is about something that this survey does not have."""

    @pytest.mark.parametrize(
        "words",
        [
            ("report", "phase-one"),
            ("report", "transition"),
            ("import", "phase-one", "x.csv"),
        ],
    )
    def test_no_earlier_phase(self, path: Path, words: tuple[str, ...]) -> None:
        sentence = said(run(path, *words))
        assert "har ingen tidligere fase" in sentence
        assert sentence.endswith("(S-NO-EARLIER)")

    @pytest.mark.parametrize(
        ("group", "absent"),
        [
            ("import", {"phase-one"}),
            ("report", {"phase-one", "transition"}),
            ("review", {"shared", "cover", "apart"}),
        ],
    )
    def test_help_lists_no_command_about_it(self, path: Path, group: str, absent: set[str]) -> None:
        """Neither where the database is named, nor where the survey is."""
        of_file = listed(run(path, group, "--help"))
        named = typed_in("--survey", SURVEY.name, group, "--help")
        assert of_file == listed(named) != set()
        assert not absent & of_file
        every = listed(run(path.with_name("none.sqlite"), group, "--help"))
        assert every == of_file | absent

    @pytest.mark.parametrize(
        "words",
        [
            ("review", "shared"),
            ("review", "cover", "DIA", "OUS"),
            ("review", "cover", "--all", "OUS"),
            ("review", "apart", "DIA", "OUS", "--reason", "nei"),
        ],
    )
    def test_nothing_is_shared(self, path: Path, words: tuple[str, ...]) -> None:
        signed = () if words[1] == "shared" else ("--by", "Berit")
        assert said(run(path, *words, *signed)).endswith("(S-NO-SHARING)")

    @pytest.mark.parametrize("command", ["status", "rates"])
    def test_nobody_is_counted_as_having_none(self, path: Path, command: str) -> None:
        """All are asked how they are organised: there is nothing to have or to lack."""
        shown = run(path, command).output
        assert not re.search(r"\bhar et\b|\bfant et\b", shown)

    def test_no_case_comes_to_an_outcome_of_the_other_survey(self, trusts: Database) -> None:
        """The database takes neither, whoever asks it to."""
        nobody, now = uuid4(), datetime(2016, 9, 5, 9, tzinfo=UTC)
        with pytest.raises(ForeignCode, match="no_service"):
            hang_up(trusts, Lease(nobody, nobody, 1, now), nobody, Outcome.no_service, "", now)
        with pytest.raises(ForeignCode, match="covered"):
            confirm_covered(trusts, Signed(nobody, nobody, now), "DIA", "OUS")

    def test_a_class_of_the_other_survey(self, path: Path) -> None:
        words = ("review", "override", "DIA", "service", "--reason", "x", "--by", "Berit")
        assert "Velg centres (egne sentre)" in said(run(path, *words))

    def test_it_is_not_opened_as_another_survey(self, path: Path) -> None:
        sentence = said(run(path, "--survey", "municipal-services-2015", "status"))
        assert "health-trusts-2016" in sentence


def listed(page: Result) -> set[str]:
    """The commands on a help page."""
    *_, below = page.output.partition("Kommandoer:\n")
    return {line.split()[0] for line in below.splitlines() if line.strip()}


def _rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))
