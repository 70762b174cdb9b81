"""The list of bad files that an import stands up to, each with what is to be said of it."""

import io
import struct
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from tests.support.phase_one_file import HEADING, SHEET, cells_of, changed, csv_of, row_of, xlsx_of

GOOD = row_of("0101", navn="Halden", svart_dato="2014-11-03", tilbud="ja", organisering="senter")


Content: TypeAlias = bytes | Callable[[], bytes]
"""Excel files are made when they are asked for: every process of a run reads the list."""


@dataclass(frozen=True)
class Bad:
    """A bad file, and what is to be said of it: (code, line, column) of everything, in order."""

    name: str
    made: Content
    said: tuple[tuple[str, int, str], ...]

    @property
    def content(self) -> bytes:
        """What is in it."""
        return self.made if isinstance(self.made, bytes) else self.made()


def whole(name: str, content: Content, code: str, line: int = 0, column: str = "") -> Bad:
    """A file of which one thing is to be said."""
    return Bad(name, content, ((code, line, column),))


def cell(name: str, column: str, content: str, code: str, **others: str) -> Bad:
    """A file with a good row, and on line 3 a bad cell."""
    other = row_of("0104", **others) | {column: content}
    return Bad(name, csv_of([GOOD, other]), ((code, 3, column),))


def heading(name: str, columns: list[str], *said: tuple[str, str]) -> Bad:
    """A file with a good row under these columns."""
    content = csv_of([GOOD], heading=columns)
    return Bad(name, content, tuple((code, 1, column) for code, column in said))


def without(*columns: str) -> list[str]:
    """The heading without some columns."""
    return [name for name in HEADING if name not in columns]


def renamed(column: str, name: str) -> list[str]:
    """The heading with one column called something else."""
    return [name if each == column else each for each in HEADING]


def sheet(**cells: Any) -> bytes:
    """An Excel file with a good row, and on row 3 Moss with these cells."""
    other = row_of("0104") | cells
    return xlsx_of([*cells_of([GOOD]), [other[name] for name in HEADING]])


def in_sheet(name: str, column: str, content: Any, code: str) -> Bad:
    """An Excel file with one bad cell on row 3."""
    return Bad(name, lambda: sheet(**{column: content}), ((code, 3, column),))


def zipped(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file with these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return file.getvalue()


WORKBOOK = "xl/workbook.xml"
TYPES = b"<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"
BARE = {"[Content_Types].xml": TYPES, WORKBOOK: b"<x/>"}


def in_part(part: str, before: bytes, after: bytes) -> bytes:
    """A good Excel file, but for some bytes of a part."""

    def change(content: bytes) -> bytes:
        assert before in content
        return content.replace(before, after, 1)

    return changed(sheet(), part, change)


def lying_zip() -> bytes:
    """An Excel file that says that its sheet is 10 bytes, which unpack to far more."""
    content = bytearray(changed(sheet(), SHEET, lambda part: part + b" " * 60_000_000))
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as made:
        info = made.getinfo(SHEET)
    central = content.rindex(SHEET.encode()) - 46
    struct.pack_into("<I", content, central + 24, 10)
    struct.pack_into("<I", content, info.header_offset + 22, 10)
    return bytes(content)


NO_COLUMNS = b"fornavn;etternavn\r\nKari;Lie\r\n"
ALONE = csv_of([])
TEXT = csv_of([GOOD], encoding="utf-8").decode()

BAD = [
    # ── Nothing in it ────────────────────────────────────────────────────────────────────────
    whole("empty", b"", "IMPORT-EMPTY"),
    whole("only a BOM", b"\xef\xbb\xbf", "IMPORT-EMPTY"),
    whole("only line ends", b"\r\n\r\n", "IMPORT-EMPTY"),
    whole("only separators", b";;;;\r\n;;;;\r\n", "IMPORT-EMPTY"),
    whole("only NUL", b"\0" * 4096, "IMPORT-EMPTY"),
    whole("only a heading", ALONE, "IMPORT-NO-ROWS"),
    whole("a heading and blank rows", ALONE + b";;;;;;;;;;;;\r\n" * 3, "IMPORT-NO-ROWS"),
    whole("an empty sheet", lambda: xlsx_of([]), "IMPORT-EMPTY"),
    whole("a sheet with a heading only", lambda: xlsx_of([HEADING]), "IMPORT-NO-ROWS"),
    # ── Too much ─────────────────────────────────────────────────────────────────────────────
    whole("huge", b"x" * 10_000_001, "IMPORT-HUGE"),
    whole("very many rows", ALONE + b"0101\r\n" * 100_001, "IMPORT-MANY-ROWS"),
    whole("very many columns", b"enhet" + b";x" * 300 + b"\r\n", "IMPORT-MANY-COLUMNS", 1),
    whole("a huge cell", ALONE + b"0101;" + b"x" * 140_000, "IMPORT-CELL-HUGE", 2),
    whole(
        "a cell at the bottom right of a sheet",
        lambda: in_part(
            SHEET, b"</sheetData>", b'<row r="200001"><c r="A200001"><v>1</v></c></row></sheetData>'
        ),
        "IMPORT-MANY-ROWS",
    ),
    whole(
        "very many columns in a sheet",
        lambda: xlsx_of([[*HEADING, *("x" for _ in range(300))]]),
        "IMPORT-MANY-COLUMNS",
        1,
    ),
    whole(
        "a zip bomb",
        lambda: changed(sheet(), SHEET, lambda part: part + b" " * 60_000_000),
        "IMPORT-BOMB",
    ),
    whole("a zip bomb that says it is small", lying_zip, "IMPORT-XLSX"),
    # ── Wrong letters ────────────────────────────────────────────────────────────────────────
    whole("UTF-16 that breaks off", TEXT.encode("utf-16")[:-1], "IMPORT-UTF16"),
    whole("UTF-16 without a mark", TEXT.encode("utf-16-le"), "IMPORT-UTF16"),
    whole("UTF-16, the other way round", TEXT.encode("utf-16-be"), "IMPORT-UTF16"),
    whole("UTF-32", TEXT.encode("utf-32"), "IMPORT-UTF16"),
    whole(
        "UTF-8 and Windows-1252 mixed",
        csv_of([GOOD | {"kommentar": "på"}], encoding="utf-8") + "0104;blå\r\n".encode("cp1252"),
        "IMPORT-ENCODING",
        3,
    ),
    whole(
        "a BOM before Windows-1252", b"\xef\xbb\xbf" + b"enhet\r\nbl\xe5\r\n", "IMPORT-ENCODING", 2
    ),
    whole("bytes that no letters have", ALONE[3:] + b"0101;\x81\r\n", "IMPORT-ENCODING", 2),
    cell("UTF-8 read as something else", "kontakt_navn", "KÃ¥re", "IMPORT-LETTERS"),
    cell("letters that were lost", "kontakt_navn", "K\ufffdre", "IMPORT-LETTERS"),
    Bad(
        "from an old Mac",
        csv_of([GOOD, row_of("0104", kontakt_navn="Kåre")], encoding="mac_roman"),
        (("IMPORT-LETTERS", 3, "kontakt_navn"),),
    ),
    Bad(
        "from DOS",
        csv_of([GOOD, row_of("0104", kontakt_navn="Kåre")], encoding="cp865"),
        (("IMPORT-LETTERS", 3, "kontakt_navn"),),
    ),
    # ── Something else ───────────────────────────────────────────────────────────────────────
    whole("a PDF", b"%PDF-1.7\n...", "IMPORT-BINARY"),
    whole("a picture", b"\x89PNG\r\n\x1a\n" + b"\0\1\2" * 50, "IMPORT-BINARY"),
    whole("a database", b"SQLite format 3\0" + b"\0\1" * 500, "IMPORT-BINARY"),
    whole("a program", b"\x7fELF" + bytes(range(1, 32)) * 9, "IMPORT-BINARY"),
    whole("an .xls, or a password", bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 999, "IMPORT-XLS"),
    whole("a zip of something else", zipped({"a.txt": b"hei"}), "IMPORT-NOT-SHEET"),
    whole("an empty zip", zipped({}), "IMPORT-NOT-SHEET"),
    whole("a document", zipped({"word/document.xml": b"<w/>"}), "IMPORT-NOT-SHEET"),
    whole("half an .xlsx", lambda: sheet()[:3000], "IMPORT-XLSX"),
    whole("the beginning of a zip", b"PK\3\4", "IMPORT-XLSX"),
    whole(
        "a sheet with a DTD",
        lambda: changed(sheet(), SHEET, lambda part: b"<!DOCTYPE x [<!ENTITY a 'b'>]>" + part),
        "IMPORT-XLSX-UNSAFE",
    ),
    whole(
        "a sheet packed in an odd way",
        zipped(BARE, zipfile.ZIP_LZMA),
        "IMPORT-XLSX-UNSAFE",
    ),
    whole(
        "a workbook without sheets",
        zipped(BARE),
        "IMPORT-XLSX",
    ),
    whole(
        "XML that is none", lambda: changed(sheet(), SHEET, lambda _: b"<worksheet"), "IMPORT-XLSX"
    ),
    whole(
        "a sheet with no visible sheet",
        lambda: in_part(WORKBOOK, b'state="visible"', b'state="hidden"'),
        "IMPORT-NO-SHEET",
    ),
    # ── The heading ──────────────────────────────────────────────────────────────────────────
    whole("another separator", csv_of([GOOD], separator="|"), "IMPORT-SEPARATOR", 1),
    whole("colons", csv_of([GOOD], separator=":"), "IMPORT-SEPARATOR", 1),
    whole("another file", NO_COLUMNS, "IMPORT-HEADING", 1),
    whole("no heading", b"0101;Halden;2014-11-03\r\n", "IMPORT-HEADING", 1),
    whole("prose", "Kjære rådmann, her er svarene.\n".encode(), "IMPORT-HEADING", 1),
    whole("a web page", b"<html><body>Logg inn</body></html>", "IMPORT-HEADING", 1),
    heading("a column too few", without("tilbud"), ("IMPORT-COLUMN-MISSING", "tilbud")),
    heading(
        "several columns too few",
        without("enhet", "navn", "planer"),
        ("IMPORT-COLUMN-MISSING", "enhet"),
        ("IMPORT-COLUMN-MISSING", "planer"),
    ),
    heading(
        "a misspelt column",
        renamed("organisering", "organsering"),
        ("IMPORT-COLUMN-MEANT", "organisering"),
    ),
    heading("a column twice", [*HEADING, "planer"], ("IMPORT-COLUMN-TWICE", "planer")),
    heading(
        "twice, spelt otherwise", [*HEADING, "Svart-Dato"], ("IMPORT-COLUMN-TWICE", "svart_dato")
    ),
    heading(
        "one twice and one missing",
        [*without("planer"), "enhet"],
        ("IMPORT-COLUMN-TWICE", "enhet"),
        ("IMPORT-COLUMN-MISSING", "planer"),
    ),
    # ── Lines ────────────────────────────────────────────────────────────────────────────────
    whole(
        "a quote that never ends", csv_of([GOOD]) + b'0104;"Kari\r\n0105;\r\n', "IMPORT-QUOTE", 3
    ),
    whole("text after a quote", csv_of([GOOD]) + b'0104;"Moss" by;\r\n', "IMPORT-QUOTE", 3),
    whole(
        "a separator within a text",
        csv_of([GOOD, row_of("0104", kommentar="ja")]) + b"0105" + b";" * 13 + b"og nei\r\n",
        "IMPORT-CELLS",
        4,
    ),
    whole(
        "a line end within a text, no quotes",
        csv_of([GOOD]) + b"0104;;;;;;;;;;;Moss;ja\r\nog nei\r\n",
        "IMPORT-UNIT-FORM",
        4,
        "enhet",
    ),
    # ── Units ────────────────────────────────────────────────────────────────────────────────
    cell("no unit", "enhet", "", "IMPORT-UNIT-EMPTY", navn="Moss"),
    cell("no such unit", "enhet", "9999", "IMPORT-UNIT-UNKNOWN"),
    cell("too short a number", "enhet", "01", "IMPORT-UNIT-FORM"),
    cell("a name of nobody", "enhet", "Langtvekk", "IMPORT-UNIT-FORM"),
    cell("a name of two", "enhet", "Våler", "IMPORT-UNIT-SEVERAL"),
    cell("other digits", "enhet", "٠١٠٤", "IMPORT-UNIT-FORM"),
    cell("the whole of Oslo", "enhet", "301", "IMPORT-UNIT-INSTEAD"),
    cell("an unknown partner", "samarbeid_med", "0105, 9999", "IMPORT-UNIT-UNKNOWN"),
    cell("partners of nobody", "samarbeid_med", "Langtvekk", "IMPORT-UNIT-FORM"),
    cell("partners made into a number", "samarbeid_med", "105.0106", "IMPORT-UNIT-ROUNDED"),
    Bad(
        "a unit twice",
        csv_of([GOOD, row_of("0104"), GOOD]),
        (("IMPORT-UNIT-TWICE", 2, "enhet"), ("IMPORT-UNIT-TWICE", 4, "enhet")),
    ),
    Bad(
        "a unit twice, once without its zero",
        csv_of([GOOD, row_of("101")]),
        (("IMPORT-UNIT-TWICE", 2, "enhet"), ("IMPORT-UNIT-TWICE", 3, "enhet")),
    ),
    # ── Answers ──────────────────────────────────────────────────────────────────────────────
    cell("an unknown answer", "tilbud", "kanskje", "IMPORT-CODE", svart_dato="2014-11-03"),
    cell("a code of another column", "organisering", "planer", "IMPORT-CODE"),
    cell("a number for an answer", "planer", "1", "IMPORT-CODE", svart_dato="2014-11-03"),
    cell("no such day", "svart_dato", "31.11.2014", "IMPORT-DATE", tilbud="ja"),
    cell("perhaps an American date", "svart_dato", "11/03/2014", "IMPORT-DATE-TWO"),
    cell("half a year", "svart_dato", "3.11.14", "IMPORT-DATE"),
    cell("no such hour", "svart_dato", "2014-11-03T25:10:00Z", "IMPORT-DATE"),
    cell("a day number", "svart_dato", "41946", "IMPORT-DATE-NUMBER"),
    Bad(
        "answers without a date",
        csv_of([GOOD, row_of("0104", tilbud="nei")]),
        (("IMPORT-DATE-MISSING", 3, "svart_dato"),),
    ),
    cell(
        "no offers, yet organised",
        "organisering",
        "senter",
        "IMPORT-CONTRADICTION",
        svart_dato="2014-11-03",
        tilbud="nei",
    ),
    # ── Contacts ─────────────────────────────────────────────────────────────────────────────
    cell("too short a phone number", "kontakt_telefon", "6917450", "IMPORT-PHONE"),
    cell("a name for a phone number", "kontakt_telefon", "Kari", "IMPORT-PHONE"),
    cell("a number that Excel rounded", "kontakt_telefon", "4,79E+09", "IMPORT-PHONE-ROUNDED"),
    cell("an address without @", "kontakt_epost", "kari.moss.no", "IMPORT-EMAIL"),
    cell("an address that is spelt", "kontakt_epost", "kari at moss.no", "IMPORT-EMAIL"),
    cell("a very long name", "kontakt_navn", "K" * 201, "IMPORT-CELL-LONG"),
    cell("a very long comment", "kommentar", "k" * 4001, "IMPORT-CELL-LONG"),
    cell("a formula", "kontakt_navn", '=HYPERLINK("http://x")', "IMPORT-FORMULA"),
    cell("a full-width formula", "kommentar", "＝1+1", "IMPORT-FORMULA"),
    cell("a command", "kommentar", "+cmd|' /C calc'!A0", "IMPORT-FORMULA"),
    # ── Cells of a sheet ─────────────────────────────────────────────────────────────────────
    in_sheet("a formula without a value", "kontakt_navn", "=A1&B1", "IMPORT-FORMULA"),
    in_sheet("a formula for a date", "svart_dato", "=TODAY()", "IMPORT-FORMULA"),
    in_sheet("an error for a value", "kontakt_navn", "#N/A", "IMPORT-ERROR-VALUE"),
    in_sheet("true for yes", "tilbud", True, "IMPORT-CODE"),
    in_sheet("partners as a decimal number", "samarbeid_med", 105.0106, "IMPORT-UNIT-ROUNDED"),
    in_sheet("a day number in a sheet", "svart_dato", 41946, "IMPORT-DATE-NUMBER"),
]
