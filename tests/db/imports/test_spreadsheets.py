"""Spreadsheets as people leave them: what nobody sees, merged cells, titles above, sums below."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from db.imports.contacts import read_contacts
from db.imports.lines import numbers
from db.imports.table import FileReading
from schemas.calls.contact_rows import ContactLine
from schemas.surveys.municipal_services_2015.departments import Office
from tests.support.municipalities import FRAME
from tests.support.phase_one_file import changed, xlsx_of

HEADING = ["enhet", "avdeling", "person", "telefon"]
MOSS = ["0104", "Sentralbord", None, "69 24 80 00"]
HALDEN = ["0101", "Sentralbord", None, "69 17 45 00"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the file is."""
    return tmp_path / "kontakter.xlsx"


def read(file: Path, content: bytes) -> FileReading[ContactLine]:
    """What is read of it; nothing is wrong."""
    file.write_bytes(content)
    reading = read_contacts(file, FRAME, Office)
    assert reading.bad == ()
    return reading


def edited(rows: list[list[Any]], edit: Callable[[Any], object]) -> bytes:
    """A workbook with something done to its sheet."""
    import openpyxl  # type: ignore[import-untyped]

    book = openpyxl.load_workbook(io.BytesIO(xlsx_of(rows)))
    edit(book.active)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def told(reading: FileReading[ContactLine]) -> list[tuple[str, int]]:
    """The notices: what and where."""
    return [(notice.code, notice.line) for notice in reading.notices]


class TestWhatNobodySees:
    """It is read, for a filter is not always a choice; but it is told before it is written."""

    def test_hidden_rows(self, file: Path) -> None:
        """By their numbers."""

        def hide(sheet: Any) -> None:
            sheet.row_dimensions[3].hidden = True

        reading = read(file, edited([HEADING, MOSS, HALDEN], hide))
        assert [row.unit_id for row in reading.rows] == ["0104", "0101"]
        assert told(reading) == [("IMPORT-HIDDEN-ROWS", 3)]
        assert "Linje 3 er skjult" in reading.notices[0].sentence

    def test_a_hidden_sheet(self, file: Path) -> None:
        """A list that nobody sees is not read, and that is told; notes there are nobody's list."""

        def hide(sheet: Any) -> None:
            for name, row in ("Gammel", HEADING), ("Notater", ["Ring dem"]):
                other = sheet.parent.create_sheet(name)
                other.append(row)
                other.sheet_state = "hidden"

        reading = read(file, edited([HEADING, MOSS], hide))
        assert [row.unit_id for row in reading.rows] == ["0104"]
        assert told(reading) == [("IMPORT-HIDDEN-SHEET", 0)]
        assert "«Gammel»" in reading.notices[0].sentence

    def test_hidden_columns(self, file: Path) -> None:
        """By their letters."""

        def hide(sheet: Any) -> None:
            sheet.column_dimensions["D"].hidden = True

        reading = read(file, edited([HEADING, MOSS], hide))
        assert told(reading) == [("IMPORT-HIDDEN-COLUMNS", 0)]
        assert "Kolonne D" in reading.notices[0].sentence

    @pytest.mark.parametrize(
        ("escaped", "meant"),
        [
            ("Kari_x000D_\nLie", "Kari Lie"),
            ("_x005F_x000D_", "_x000D_"),
            ("K_x00E5_re", "Kåre"),
            ("a_xD83D__xDE00_b", "a😀b"),
            ("_xyz_", "_xyz_"),
        ],
    )
    def test_characters_that_xml_cannot_hold(self, file: Path, escaped: str, meant: str) -> None:
        """The format writes them by their number, and an underscore that would look like that."""
        assert read(file, xlsx_of([HEADING, ["0104", None, escaped, None]])).rows[0].person == meant

    def test_a_heading_of_two_lines(self, file: Path) -> None:
        """Headings are cells, too."""
        heading = [*HEADING[:3], "telefon_x000D_\n"]
        assert read(file, xlsx_of([heading, MOSS])).rows[0].phone == "+4769248000"

    def test_numbers_in_words(self) -> None:
        """What follows each other is put together, and many are not all named."""
        assert numbers([3, 7, 8, 9]) == "3, 7–9"
        assert numbers(range(1, 60, 2)).endswith("…")


class TestMergedCells:
    """What stands in merged cells holds for every line they stand on."""

    def test_a_unit_with_several_contacts(self, file: Path) -> None:
        """The id stands once, over three lines."""
        per: list[Any] = [None, "Helsehus", "Per", "69 24 80 01"]
        rows: list[list[Any]] = [HEADING, MOSS, per, [None, "NAV", "Åse", None], HALDEN]
        reading = read(file, edited(rows, lambda sheet: sheet.merge_cells("A2:A4")))
        assert [row.unit_id for row in reading.rows] == ["0104", "0104", "0104", "0101"]
        assert ("IMPORT-MERGED", 2) in told(reading)

    def test_two_heading_rows(self, file: Path) -> None:
        """The upper one groups the columns of the lower."""
        upper, lower = ["enhet", "Kontakt", None, None], [None, *HEADING[1:]]

        def merge(sheet: Any) -> None:
            sheet.merge_cells("A1:A2")
            sheet.merge_cells("B1:D1")

        reading = read(file, edited([upper, lower, MOSS], merge))
        assert reading.rows[0].phone == "+4769248000"
        assert ("IMPORT-ABOVE-HEADING", 1) in told(reading)


class TestAroundTheTable:
    """Titles, other headings and sums are no rows."""

    def test_a_title_above(self, file: Path) -> None:
        """With whatever stands between."""
        content = xlsx_of([["Kontaktliste 2015"], ["Hentet 3.2."], HEADING, MOSS])
        assert told(read(file, content)) == [("IMPORT-ABOVE-HEADING", 1)]

    def test_a_title_above_in_a_text_file(self, file: Path) -> None:
        """Whatever separates the columns."""
        content = b"Kontaktliste 2015\nenhet,avdeling,person,telefon\n0104,Sentralbord,,69248000\n"
        assert read(file, content).rows[0].phone == "+4769248000"

    def test_headings_twice(self, file: Path) -> None:
        """Tools put the questions below their codes."""
        reading = read(file, xlsx_of([HEADING, ["Unit", "Department", "Navn", "Tlf"], MOSS]))
        assert told(reading) == [("IMPORT-SECOND-HEADING", 2)]

    @pytest.mark.parametrize("word", ["Sum", "Totalt", "I alt", "Antall svar:"])
    def test_sums_below(self, file: Path, word: str) -> None:
        """However they are called."""
        reading = read(file, xlsx_of([HEADING, MOSS, HALDEN, [word, None, None, 2]]))
        assert len(reading.rows) == 2
        assert told(reading) == [("IMPORT-TOTALS", 4)]

    @pytest.mark.parametrize("note", ["Kilde: Nettskjema", "N = 2", "Sist oppdatert 3.11.2014"])
    def test_remarks_below(self, file: Path, note: str) -> None:
        """Alone on a line, and with a word for what it is."""
        reading = read(file, xlsx_of([HEADING, MOSS, HALDEN, [note]]))
        assert len(reading.rows) == 2
        assert told(reading) == [("IMPORT-TOTALS", 4)]

    def test_another_sheet_first(self, file: Path) -> None:
        """The one with our columns is read, and which it is, is told."""

        def title_page(sheet: Any) -> None:
            sheet.title = "Kontakter"
            front = sheet.parent.create_sheet("Forside", 0)
            front.append(["Undersøkelsen 2015"])

        reading = read(file, edited([HEADING, MOSS], title_page))
        assert reading.rows[0].unit_id == "0104"
        assert "arket «Kontakter»" in reading.notices[0].sentence

    def test_a_strict_file(self, file: Path) -> None:
        """The other namespace of the format says hidden just as well."""

        def hide(sheet: Any) -> None:
            sheet.row_dimensions[2].hidden = True

        content = changed(
            edited([HEADING, MOSS], hide),
            "xl/worksheets/sheet1.xml",
            lambda part: part.replace(b'hidden="1"', b'hidden="true"'),
        )
        assert told(read(file, content)) == [("IMPORT-HIDDEN-ROWS", 2)]
