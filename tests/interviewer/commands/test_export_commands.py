"""The export commands as people type them."""

import shutil
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import Result

from db.calls import add_contact
from db.open_database import open_database
from interviewer.commands import running as telling
from interviewer.commands.running import ProgressBar
from interviewer.failure_sentences import sentence_of
from interviewer.publish.export_request import Order, Watch
from interviewer.publish.report import write_report
from schemas.surveys.municipal_services_2015.report import REPORT
from tests.db.rounds import SERVICE, Round
from tests.support.commands import typed_in


@pytest.fixture
def database(filled_file: Path, tmp_path: Path) -> Path:
    """One interview, where somebody's name was written down among the answers."""
    path = Path(shutil.copy(filled_file, tmp_path / "runde.sqlite"))
    db = open_database(path, create=False)
    desk = Round(db)
    add_contact(db, desk.lease, replace(desk.contact(), person="Kari Lie"))
    desk.interviewed(**(SERVICE | {"challenges_text": "Spør Kari, 69 17 45 00"}))
    db.close()
    return path


def run(database: Path, *words: str) -> Result:
    return typed_in("--database", str(database), *words)


def said(result: Result) -> str:
    """The sentence for what went wrong."""
    assert result.exception is not None
    return sentence_of(result.exception)


class TestEveryFormat:
    @pytest.mark.parametrize(
        ("format", "out", "module"),
        [
            ("csv", "ut", ""),
            ("xlsx", "a.xlsx", ""),
            ("json", "ut", ""),
            ("sav", "a.sav", "pyreadstat"),
            ("dta", "a.dta", "pyreadstat"),
            ("parquet", "ut", "pyarrow"),
            ("archive", "ut", "pyreadstat"),
        ],
    )
    def test_it_is_written_and_persons_are_told_of(
        self, database: Path, tmp_path: Path, format: str, out: str, module: str
    ) -> None:
        """Files with their rows on one hand, a warning on the other."""
        if module:
            pytest.importorskip(module, reason=f"{module} is not installed")
        result = run(database, "export", format, "--out", str(tmp_path / out))
        assert result.exit_code == 0, said(result)
        assert str(tmp_path / out) in result.stdout
        assert "0101 Halden, challenges_text: telefonnummer «69 17 45 00»" in result.stderr
        assert "challenges_text: navn på en kontaktperson «Kari»" in result.stderr
        again = run(database, "export", format, "--out", str(tmp_path / out))
        assert said(again).endswith("(EXPORT-EXISTS)")

    def test_with_contacts_nobody_is_warned(self, database: Path, tmp_path: Path) -> None:
        """Persons are what was asked for."""
        out = str(tmp_path / "ut")
        result = run(database, "export", "csv", "--out", out, "--with-contacts")
        assert result.stderr == ""
        assert "contacts.csv" in result.stdout

    def test_without_the_package(
        self, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """It says what to install."""
        monkeypatch.setitem(sys.modules, "pyreadstat", None)
        result = run(database, "export", "sav", "--out", str(tmp_path / "a.sav"))
        assert result.exit_code == 1
        assert "pip install 'ringerunde[spss]'" in said(result)


class TestCodebook:
    def test_ddi_on_the_screen_and_in_a_file(self, database: Path, tmp_path: Path) -> None:
        """The same."""
        shown = run(database, "codebook", "--format", "ddi").stdout
        assert shown.startswith("<?xml")
        run(database, "codebook", "--format", "ddi", "--out", str(tmp_path / "c.xml"))
        assert (tmp_path / "c.xml").read_text("utf-8") == shown

    def test_a_form_needs_a_file(self, database: Path, tmp_path: Path) -> None:
        """It is a workbook."""
        assert "--out FIL" in said(run(database, "codebook", "--format", "xlsform"))
        form = tmp_path / "skjema.xlsx"
        run(database, "codebook", "--format", "xlsform", "--out", str(form))
        assert form.read_bytes().startswith(b"PK")

    def test_never_over_the_database(self, database: Path) -> None:
        """Not even with force."""
        before = database.read_bytes()
        for format in ("text", "xlsform"):
            words = ("codebook", "--format", format, "--out", str(database), "--force")
            assert said(run(database, *words)).endswith("(EXPORT-DATABASE)")
        assert database.read_bytes() == before


class TestProgress:
    """A bar for whoever waits for more than a moment."""

    def test_it_fills_and_goes(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Drawn now and then, rubbed out at the end."""
        clock = iter([0.0, 0.1, 0.7, 0.75, 0.9])
        monkeypatch.setattr(telling, "monotonic", lambda: next(clock))
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
        bar = ProgressBar("intervjuer")
        for done in (1, 2, 3, 4):
            bar(done, 4)
        shown = capsys.readouterr().err
        assert "2 av 4 intervjuer" in shown
        assert "1 av 4" not in shown
        assert "3 av 4" not in shown
        assert shown.endswith("4 av 4 intervjuer\r\x1b[K")

    def test_not_in_a_file(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Nor for an export that is done at once."""
        ProgressBar("intervjuer")(1, 1)
        assert capsys.readouterr().err == ""

    def test_the_report_counts_its_chapters(self, database: Path, tmp_path: Path) -> None:
        """One after the other, up to the last."""
        told: list[tuple[int, int]] = []
        watch = Watch(progress=lambda done, of: told.append((done, of)))
        with closing(open_database(database, create=False)) as db:
            write_report(db, Order(tmp_path / "rapport.html"), watch)
        all_of_them = len(REPORT.chapters)
        assert told == [(number + 1, all_of_them) for number in range(all_of_them)]
