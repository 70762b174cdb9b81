"""What is exported as a workbook, read back by openpyxl."""

import csv
import errno
import gc
import re
import shutil
import subprocess
from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.exports import xlsx
from db.exports.excel_cells import cells_of
from db.exports.problems import CellTooLong, FileExists, TooManyRows
from db.exports.writing import Options
from db.exports.xlsx import workbook, write_xlsx
from schemas.calls.outcomes import Outcome
from schemas.surveys.municipal_services_2015.questionnaire import PhaseTwo
from tests.db import counting
from tests.db.rounds import MANY, Round

Rows = list[dict[str, Any]]

SHEETS = [
    "interviews", "offers", "offers_wide", "cases", "calls", "redirects", "undone", "openings",
    "remarks", "checks", "codings", "codes", "decisions", "claims", "assignments", "notes",
    "paradata", "stamp", "codebook",
]  # fmt: skip

TYPED = st.characters(exclude_categories=("Cc", "Cs", "Cn"))
"""What people can type, or paste."""

HOSTILE = ("=1+1", "+47 22", "-1", "@SUM(A1)", "\t=1", "＝1", "https://x.no", "007")


def sheets(path: Path) -> dict[str, Rows]:
    """Every sheet, as another program reads it."""
    import openpyxl  # type: ignore[import-untyped]

    book = openpyxl.load_workbook(path)
    found = {}
    for sheet in book:
        header, *rows = sheet.iter_rows(values_only=True)
        found[sheet.title] = [dict(zip(header, row, strict=True)) for row in rows]
    return found


def exported(many: Round, out: Path, **how: Any) -> dict[str, Rows]:
    written = write_xlsx(many.db, out, **how)
    found = sheets(out)
    assert {one.sheet: one.rows for one in written} == {n: len(r) for n, r in found.items()}
    return found


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the workbook lies that most tests read."""
    return tmp_path_factory.mktemp("xlsx") / "intervjuer.xlsx"


@pytest.fixture(scope="module")
def found(many: Round, file: Path) -> dict[str, Rows]:
    """What stands in it; nobody has asked for anything."""
    return exported(many, file)


@pytest.fixture(scope="module")
def asked_for(many: Round, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Rows]:
    """What stands in one with contacts, and codes in words of another language form."""
    out = tmp_path_factory.mktemp("asked") / "intervjuer.xlsx"
    how = {"options": Options(contacts=True), "labels": True, "language": "nn"}
    return exported(many, out, **how)


class TestWhatHasNoRoom:
    """A cell of Excel takes 32 767 characters."""

    def test_is_told_and_not_cut(self, tmp_path: Path) -> None:
        """Where it is, how long, and what to do; an emoji counts for two."""
        with (tmp_path / "a.xlsx").open("wb") as file, workbook(file, tmp_path) as book:
            book.sheet("remarks", ["unit_id", "remark"])
            book.row("remarks", cells_of(["0101", "å" * 32_767]))
            with pytest.raises(CellTooLong) as caught:
                book.row("remarks", cells_of(["0104", "😀" * 16_384]))
        assert caught.value.code == "EXPORT-LONG"
        for words in ("Excel", "remark i 0104 (remarks)", "32768", "CSV"):
            assert words in str(caught.value)

    def test_more_rows_than_a_sheet_has(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A sheet has 1 048 576."""
        monkeypatch.setattr(xlsx, "MOST_ROWS", 3)
        with (tmp_path / "a.xlsx").open("wb") as file, workbook(file, tmp_path) as book:
            book.sheet("calls", ["unit_id"])
            book.row("calls", cells_of(["0101"]))
            book.row("calls", cells_of(["0104"]))
            with pytest.raises(TooManyRows) as caught:
                book.row("calls", cells_of(["0105"]))
        assert "calls har flere" in str(caught.value)


class TestTheWorkbook:
    def test_each_table_has_a_sheet(self, found: dict[str, Rows]) -> None:
        """In the order in which people look for them."""
        assert list(found) == SHEETS

    @pytest.mark.parametrize("question", ["has_offers", "plans", "coordination", "fit"])
    def test_counts_are_those_of_the_database(
        self, many: Round, found: dict[str, Rows], question: str
    ) -> None:
        """Against SQL written by hand."""
        section = next(n for n, s in PhaseTwo.sections.items() if question in s.model_fields)
        counts = counting.single(Path(many.db.where), section, question)
        missing = {"not_asked": -7, "dont_know": -8, "refused": -9}
        assert Counter(row[question] for row in found["interviews"]) == Counter(
            {missing.get(slug, slug): number for slug, number in counts.items()}
        )

    def test_what_is_empty_has_no_cell(self, found: dict[str, Rows], file: Path) -> None:
        """ISBLANK and COUNTA would take an empty text for an answer."""
        with ZipFile(file) as parts:
            names = [name for name in parts.namelist() if name.startswith("xl/worksheets/")]
            sheets = [parts.read(name).decode() for name in names]
        assert len(sheets) == len(found)
        assert not [one for one in sheets if re.search(r"<t[^>]*></t>|<t[^>]*/>", one)]

    def test_numbers_are_numbers_and_ids_are_text(
        self, found: dict[str, Rows], asked_for: dict[str, Rows]
    ) -> None:
        """Missing codes are numbers, too; what was left empty is an empty cell."""
        row = found["interviews"][0]
        assert row["unit_id"] == "0101"
        assert (row["staff"], row["fte"], row["plans"]) == (3, 2.5, -7)
        assert (row["hosted_in__other"], row["hosted_in__gp_office"]) == (1, 0)
        assert row["service_since_month"] is None
        assert asked_for["interviews"][0]["respondent_phone"] == "+4769174500"

    def test_labels_in_any_language(self, asked_for: dict[str, Rows]) -> None:
        """Codes in words; the columns keep their names."""
        assert asked_for["interviews"][0]["class"] == "Teneste"
        assert asked_for["calls"][0]["outcome"] == str(Outcome.no_answer.label.in_("nn"))

    def test_offers_stand_side_by_side_too(self, found: dict[str, Rows]) -> None:
        """Up to the number that occurs, under short names."""
        wide = found["offers_wide"]
        assert len(wide) == len(MANY)
        assert [wide[0][f"offer_{n}_kind"] for n in (1, 2, 3)] == ["lm", "kid", "kib"]
        assert (wide[1]["offer_1_kind"], wide[5]["offer_3_name"]) == (-7, -7)
        assert "offer_4_name" not in wide[0]
        assert max(map(len, wide[0])) <= 32

    def test_the_codebook_has_every_column_and_code(self, found: dict[str, Rows]) -> None:
        """Of interviews and offers, as they stand on their sheets."""
        book = found["codebook"]
        for table in ("interviews", "offers"):
            columns = dict.fromkeys(row["Kolonne"] for row in book if row["Tabell"] == table)
            assert list(columns) == list(found[table][0])
        plans = {row["Verdi"]: row["Kode"] for row in book if row["Kolonne"] == "plans"}
        assert (plans[1], plans[-7]) == ("decided", None)

    def test_nobody_is_named_unless_asked_for(
        self, found: dict[str, Rows], asked_for: dict[str, Rows]
    ) -> None:
        """No person, no number, no note."""
        text = repr(found)
        assert not [word for word in ("Kari", "69174500", "Hemmelig", "22222222") if word in text]
        assert asked_for["contacts"][0]["phone"] == "22222222"
        assert "Hemmelig" not in repr(asked_for)

    def test_it_is_not_written_over(self, many: Round, found: object, file: Path) -> None:
        """And nothing is left beside it."""
        with pytest.raises(FileExists):
            write_xlsx(many.db, file)
        assert [path.name for path in file.parent.iterdir()] == [file.name]


class TestCells:
    """Text stays text, whatever a spreadsheet would make of it."""

    def test_nothing_becomes_a_formula(self, tmp_path: Path) -> None:
        """No formula, no link, no number; and still text when somebody edits the cell."""
        import openpyxl

        path = self._written(tmp_path, *HOSTILE)
        cells = [row[0] for row in openpyxl.load_workbook(path)["a"].iter_rows(min_row=2)]
        assert [cell.value for cell in cells] == list(HOSTILE)
        assert {cell.data_type for cell in cells} <= {"s", "inlineStr"}
        assert not any(cell.hyperlink for cell in cells)
        quoted = {cell.value for cell in cells if cell.quotePrefix}
        assert quoted == set(HOSTILE) - {"https://x.no", "007"}

    @given(st.text(TYPED, min_size=1, max_size=40))
    def test_any_text_comes_back(self, tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
        """Letter by letter."""
        path = self._written(tmp_path_factory.mktemp("xlsx"), text)
        assert sheets(path)["a"] == [{"text": text}]

    def _written(self, folder: Path, *texts: str) -> Path:
        path = folder / "a.xlsx"
        with path.open("wb") as file, workbook(file, folder) as book:
            book.sheet("a", ["text"])
            for text in texts:
                book.row("a", cells_of([text]))
        return path


def test_a_full_disk(tmp_path: Path) -> None:
    """What the disk says reaches whoever writes; a half zip thrown away later says no more."""

    class Full(BytesIO):
        def write(self, data: object) -> int:
            raise OSError(errno.ENOSPC, "full")

    with pytest.raises(OSError, match="full"), workbook(Full(), tmp_path) as book:
        book.sheet("a", ["x"])
    gc.collect()


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_has_the_same_cells(many: Round, tmp_path: Path) -> None:
    """A program that knows nothing of ours opens every sheet, and reads what openpyxl reads."""
    file = tmp_path / "ut.xlsx"
    write_xlsx(many.db, file)
    each_sheet = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1"
    place = f"-env:UserInstallation={(tmp_path / 'libreoffice').as_uri()}"
    command = [
        "soffice",
        place,
        "--headless",
        "--convert-to",
        each_sheet,
        "--outdir",
        str(tmp_path),
    ]
    subprocess.run([*command, str(file)], check=True, capture_output=True, timeout=300)
    for name, rows in sheets(file).items():
        with (tmp_path / f"ut-{name}.csv").open(encoding="utf-8", newline="") as read:
            shown = list(csv.reader(read, delimiter=";"))
        assert len(shown) == len(rows) + 1
        for row, cells in zip(rows, shown[1:], strict=True):
            said = [cell or "" for cell in row.values() if cell is None or isinstance(cell, str)]
            told = (cell for cell, value in zip(cells, row.values(), strict=True)
                    if value is None or isinstance(value, str))  # fmt: skip
            assert list(told) == said
