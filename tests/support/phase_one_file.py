"""A phase-one file with the margins of the article, invented down to the last contact.

144 units answered, 95 of them with offers; 44 more are named as partners, some with a row of their
own and some only in another's `samarbeid_med`.
"""

import csv
import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any, Final

from db.imports.claim_forms import columns
from schemas.surveys.municipal_services_2015.phase_one_form import FORM
from tests.support.municipalities import FRAME

COLUMNS: Final = columns(FORM, FRAME.design)
HEADING: Final = (*COLUMNS.required, *COLUMNS.optional)

ANSWERS: Final = (
    (18, "ja", "koordinator", ""),
    (46, "ja", "senter", ""),
    (7, "ja", "annen", ""),
    (10, "ja", "ikke_felles", "planer"),
    (13, "ja", "ikke_felles", "ingen_planer"),
    (1, "ja", "ikke_felles", "annet"),
    (15, "nei", "", "planer"),
    (18, "nei", "", "ingen_planer"),
    (14, "nei", "", "annet"),
    (2, "nei", "", ""),
)
"""How many answered what: figures 1-3, of which only the sums are in the article."""

RESPONDENTS: Final = 144
PARTNERS: Final = 44
SHEET: Final = "xl/worksheets/sheet1.xml"
"""The part of an Excel file that has the first sheet's cells."""

FIRST_DAY: Final = date(2014, 10, 20)


def article_rows() -> list[dict[str, str]]:
    """A row for each unit that answered, and for half of those known through cooperation."""
    answered, partners = FRAME.units[:RESPONDENTS], FRAME.units[RESPONDENTS:][:PARTNERS]
    rows = [
        row_of(unit.id, navn=unit.name, svart_dato=_day(at), **answer, **_contact(at, answer))
        for at, (unit, answer) in enumerate(zip(answered, _answers(), strict=True))
    ]
    for at, partner in enumerate(partners):  # the centres come second, from row 18 on
        rows[18 + at]["samarbeid_med"] = partner.id
    return rows + [row_of(partner.id, navn=partner.name) for partner in partners[::2]]


def _answers() -> Iterator[dict[str, str]]:
    for count, offers, organisation, plans in ANSWERS:
        for _ in range(count):
            yield {"tilbud": offers, "organisering": organisation, "planer": plans}


def _contact(at: int, answer: dict[str, str]) -> dict[str, str]:
    """Whom to call, where there is a service."""
    if answer["organisering"] not in {"koordinator", "senter"}:
        return {}
    return {
        "kontakt_navn": f"Kari Oppdiktet {at}",
        "kontakt_stilling": "leder",
        "kontakt_avdeling": "Frisklivssentral",
        "kontakt_telefon": f"69 17 45 {at:02}",
        "kontakt_epost": f"kari{at}@kommune.example",
    }


def _day(at: int) -> str:
    day = FIRST_DAY + timedelta(days=at % 60)
    return f"{day.day}.{day.month}.{day.year}" if at % 2 else day.isoformat()


def row_of(unit: str, **cells: str) -> dict[str, str]:
    """A row with nothing but what is given."""
    return dict.fromkeys(HEADING, "") | {"enhet": unit} | cells


def csv_of(
    rows: Sequence[dict[str, str]],
    *,
    heading: Sequence[str] = HEADING,
    separator: str = ";",
    encoding: str = "utf-8-sig",
    line_end: str = "\r\n",
) -> bytes:
    """The rows as a CSV file."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator, lineterminator=line_end)
    writer.writerow(heading)
    writer.writerows([row.get(name, "") for name in heading] for row in rows)
    return text.getvalue().encode(encoding)


def xlsx_of(rows: Sequence[Sequence[Any]]) -> bytes:
    """Cells as an Excel file, the heading being the first row."""
    import openpyxl  # type: ignore[import-untyped]

    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def cells_of(rows: Sequence[dict[str, str]]) -> list[list[Any]]:
    """The rows as an Excel file would have them: heading first."""
    return [list(HEADING), *([row[name] for name in HEADING] for row in rows)]


def changed(content: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """An Excel file with one of its parts made into something else."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return file.getvalue()
