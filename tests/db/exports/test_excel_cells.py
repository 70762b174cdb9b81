"""Rows and cells that we spell ourselves, beside what XlsxWriter makes of the same values."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl  # type: ignore[import-untyped]  # has no types
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from xlsxwriter import Workbook  # type: ignore[import-untyped]  # has no types

from db.exports.excel_cells import (
    ExcelCell,
    ExcelCells,
    SheetRows,
    Style,
    cells_of,
    styles_of,
    text_of,
)
from schemas.language.text import Text

SAY = ExcelCells()
HEADING = ("unit_id", "<&>", " x ")

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
"""Whatever can be written as UTF-8, control characters among it."""

NUMBERS = st.integers(-(10**17), 10**17) | st.floats(allow_nan=False, allow_infinity=False)
MOMENTS = st.datetimes(datetime(1900, 3, 1), timezones=st.just(UTC))  # noqa: DTZ001  a bound
DAYS = st.dates(date(1900, 1, 1))

HOSTILE = (
    "=1+1", "+47 22", "\t=1", "＝1", "_x0041_", "__x000D__x0041_", "a\r\nb", "\x00", "\x1f",
    " a", "a ", "a\n", "\u00a0", "\ufffe\uffff", "<b>&amp;</b>", '"', "]]>", "😀", "\x7f\x85",
)  # fmt: skip

RICH = "<r><t>a</t></r>"
"""The library takes it for a part of the file."""

Rows = Callable[[Any, dict[Style, Any]], None]
"""Writes rows to a sheet that has its heading, with the styles of the workbook."""


def sheet_of(folder: Path, rows: Rows) -> str:
    """The sheet as it stands in the file."""
    with Workbook(folder / "a.xlsx", {"constant_memory": True}) as workbook:
        styles, sheet = styles_of(workbook), workbook.add_worksheet("a")
        for column, words in enumerate(HEADING):
            sheet.write_string(0, column, words, styles[Style.heading])
        rows(sheet, styles)
    with ZipFile(folder / "a.xlsx") as file:
        return file.read("xl/worksheets/sheet1.xml").decode()


def ours(*rows: Sequence[ExcelCell]) -> Rows:
    """Rows of our own."""

    def write(sheet: Any, _: dict[Style, Any]) -> None:
        below = SheetRows(sheet, len(HEADING))
        for number, cells in enumerate(rows, start=2):
            below.write(number, cells)

    return write


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cells")


class TestASheet:
    """It is byte for byte what the library writes of the same values."""

    @settings(max_examples=25)
    @given(st.lists(st.tuples(TEXTS, NUMBERS), min_size=1))
    @example([(text, -7) for text in HOSTILE])
    def test_of_text_and_numbers(self, folder: Path, told: list[tuple[str, float]]) -> None:
        """With a cell between them that is empty."""

        def theirs(sheet: Any, styles: dict[Style, Any]) -> None:
            for row, (text, number) in enumerate(told, start=1):
                formula = f's="{Style.quoted}"' in SAY.words(text)
                sheet.write_string(row, 0, text, styles[Style.quoted] if formula else None)
                sheet.write_number(row, 2, number)

        said = ours(*((SAY.words(text), SAY.nothing(), SAY.number(one)) for text, one in told))
        assert sheet_of(folder, said) == sheet_of(folder, theirs)

    @settings(max_examples=25)
    @given(MOMENTS, DAYS)
    @example(datetime(2015, 3, 4, 12, 3, 4, 999_999, UTC), date(1900, 2, 28))
    @example(datetime(2079, 6, 6, 23, 59, 59, tzinfo=UTC), date(1900, 3, 1))
    def test_of_moments_and_days(self, folder: Path, at: datetime, on: date) -> None:
        """To the second; 1900 had a 29th of February."""

        def theirs(sheet: Any, styles: dict[Style, Any]) -> None:
            second = at.replace(microsecond=0, tzinfo=None)
            sheet.write_datetime(1, 0, second, styles[Style.moment])
            sheet.write_datetime(1, 1, on, styles[Style.day])

        said = ours((SAY.moment(at), SAY.day(on)))
        assert sheet_of(folder, said) == sheet_of(folder, theirs)


def test_only_what_a_spreadsheet_would_run_is_quoted() -> None:
    """However it begins."""
    quoted = [text for text in HOSTILE if f's="{Style.quoted}"' in SAY.words(text)]
    assert quoted == ["=1+1", "+47 22", "\t=1", "＝1"]


def test_styles_have_the_numbers_that_cells_say(folder: Path) -> None:
    """As another program reads them."""
    at = datetime(2015, 3, 4, 12, 3, 4, tzinfo=UTC)
    sheet_of(folder, ours((SAY.moment(at), SAY.day(at.date()), SAY.words("=1"))))
    heading, row = openpyxl.load_workbook(folder / "a.xlsx")["a"].iter_rows()
    assert [cell.font.bold for cell in (*heading, *row)] == [True] * 3 + [False] * 3
    assert [cell.number_format for cell in row] == ["yyyy-mm-dd hh:mm:ss", "yyyy-mm-dd", "General"]
    assert [cell.quotePrefix for cell in row] == [False, False, True]
    assert row[0].value == at.replace(tzinfo=None)


def test_what_looks_like_a_part_of_the_file_is_text(folder: Path) -> None:
    """The library's own rich text is one: somebody may have typed it."""
    sheet_of(folder, ours([SAY.words(RICH)]))
    assert openpyxl.load_workbook(folder / "a.xlsx")["a"]["A2"].value == RICH


@given(TEXTS)
@example("_x0041_x0042_")
def test_what_was_typed_is_found_again(text: str) -> None:
    """To tell how long it is, and whose."""
    assert text_of(SAY.words(text)) == text
    assert not text_of(SAY.number(len(text)))


def test_the_same_spelling_as_everywhere() -> None:
    """Numbers with decimals, what is a figure only among text, labels, and nothing."""
    label = Text("Ja & nei", nn="Ja & nei", en="Yes & no")
    assert SAY.decimal("2.50") == SAY.number(2.5) == '"><v>2.5</v></c>'
    assert SAY.figure("-7") == SAY.words("-7") != SAY.number(-7)
    assert SAY.phone("+4722222222") == SAY.words("+4722222222")
    assert SAY.code("yes", label) == SAY.words("yes")
    assert ExcelCells("en").code("yes", label) == SAY.words("Yes & no")
    assert cells_of(["a", 1, None, ""]) == [SAY.words("a"), SAY.number(1), "", SAY.nothing()]
