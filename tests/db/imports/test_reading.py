"""Good files, in all the forms in which they come: what is read, and what is told besides."""

import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from db.imports.claim_forms import read_claim_forms
from db.imports.contacts import read_contacts
from db.imports.table import FileReading
from schemas.calls.contact_rows import ContactLine
from schemas.review.claim_forms import ClaimForm
from schemas.surveys.municipal_services_2015.departments import Office
from schemas.surveys.municipal_services_2015.phase_one_form import (
    FORM,
    OFFERS,
    ORGANISATION,
    PLANS,
    ClaimedOffers,
    ClaimedOrganisation,
    ClaimedPlans,
)
from tests.support.claim_forms import claim_form
from tests.support.municipalities import FRAME
from tests.support.phase_one_file import (
    HEADING,
    SHEET,
    article_rows,
    cells_of,
    changed,
    csv_of,
    row_of,
    xlsx_of,
)

DAY = date(2014, 11, 3)
LIE = row_of(
    "0101",
    navn="Halden",
    svart_dato="3.11.2014",
    tilbud="ja",
    organisering="senter",
    samarbeid_med="0106, 0111",
    kontakt_navn="Åse Lie",
    kontakt_telefon="69 17 45 00",
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A place for a file, whose name tells nothing."""
    return tmp_path / "fil"


def read(file: Path, content: bytes) -> FileReading[ClaimForm]:
    """What is read of a phase-one file, of which nothing is bad."""
    file.write_bytes(content)
    reading = read_claim_forms(file, FORM, FRAME)
    assert reading.bad == ()
    return reading


def one(file: Path, **cells: str) -> ClaimForm:
    """The row that is read of one for Halden with these cells."""
    return read(file, csv_of([row_of("0101", **cells)])).rows[0]


def told(reading: FileReading[Any]) -> list[tuple[str, int, str]]:
    """The notices: what and where."""
    return [(notice.code, notice.line, notice.column) for notice in reading.notices]


class TestForms:
    """The same rows come out of every form of the file."""

    @pytest.mark.parametrize("separator", [";", ",", "\t"])
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
    @pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
    def test_text(self, file: Path, separator: str, encoding: str, line_end: str) -> None:
        """Whatever separates, in whichever letters, with the line ends of any system."""
        rows = [LIE | {"kommentar": 'på\nto "linjer"; og, flere'}]
        content = csv_of(rows, separator=separator, encoding=encoding, line_end=line_end)
        row = read(file, content).rows[0]
        assert (row.contact_person, row.partners) == ("Åse Lie", ("0106", "0111"))
        assert row.comment == 'på\nto "linjer"; og, flere'

    def test_excel(self, file: Path) -> None:
        """The article's file in both forms."""
        rows = article_rows()
        text = read(file, csv_of(rows))
        assert read(file, xlsx_of(cells_of(rows))).rows == text.rows
        assert len(text.rows) == 166

    def test_columns_in_any_order_under_names_as_people_write_them(self, file: Path) -> None:
        """Capitals, spaces and hyphens do not matter."""
        heading = [name.upper().replace("_", " ") for name in reversed(HEADING)]
        lines = [";".join(heading), ";".join(LIE[name] for name in reversed(HEADING))]
        assert read(file, "\n".join(lines).encode()).rows == read(file, csv_of([LIE])).rows

    @pytest.mark.parametrize("said", ["sep=;", '"sep=;"', "SEP=;", '"sep=;";;;', "\ufeffsep=;"])
    def test_excels_line_about_the_separator(self, file: Path, said: str) -> None:
        """Lines are counted as an editor shows them."""
        content = f"{said}\r\n".encode() + csv_of([LIE, row_of("104")], encoding="utf-8")
        assert told(read(file, content)) == [("IMPORT-UNIT-RESTORED", 4, "enhet")]

    def test_blank_lines_are_passed_over(self, file: Path) -> None:
        """Before the heading, between rows and after them; lines are still counted."""
        content = csv_of([LIE], encoding="utf-8") + b"\r\n;;;\r\n104\r\n\r\n"
        assert told(read(file, b"\r\n\r\n" + content)) == [("IMPORT-UNIT-RESTORED", 7, "enhet")]

    def test_cells_that_excel_left_out(self, file: Path) -> None:
        """It drops separators at the end of rows."""
        content = csv_of([LIE]) + b"0104;2014-11-03;nei\r\n"
        assert read(file, content).rows[1] == claim_form("0104", DAY, ClaimedOffers.nei)

    def test_the_line_of_a_row_is_where_it_begins(self, file: Path) -> None:
        """Also after a cell of several lines."""
        content = csv_of([LIE | {"kommentar": "a\nb\nc"}, row_of("104")])
        assert told(read(file, content)) == [("IMPORT-UNIT-RESTORED", 5, "enhet")]

    def test_unknown_columns_are_kept_out_and_told(self, file: Path) -> None:
        """They are often the tool's own."""
        content = csv_of([LIE | {"IP": "1.2.3.4", "": "x"}], heading=[*HEADING, "IP", ""])
        assert told(read(file, content)) == [
            ("IMPORT-COLUMN-UNKNOWN", 1, "IP"),
            ("IMPORT-COLUMN-NAMELESS", 1, "kolonne 15"),
        ]

    def test_optional_columns(self, file: Path) -> None:
        """Name and comment may be missing."""
        heading = [name for name in HEADING if name not in {"navn", "kommentar"}]
        assert told(read(file, csv_of([LIE], heading=heading))) == []


class TestUnits:
    """Unit numbers are text, and Excel does not know it."""

    @pytest.mark.parametrize(
        "written", ["106", "0106", "106.0", "106,0", "'0106", '="0106"', " 0106 "]
    )
    def test_lost_zeros_are_restored(self, file: Path, written: str) -> None:
        """In whatever way they were lost or protected."""
        assert read(file, csv_of([row_of(written)])).rows[0].unit_id == "0106"

    def test_districts(self, file: Path) -> None:
        """Six digits, or five without the zero."""
        content = csv_of([row_of("30101"), row_of("030102")])
        assert [row.unit_id for row in read(file, content).rows] == ["030101", "030102"]

    def test_it_is_told(self, file: Path) -> None:
        """A zero that was never there would make another unit."""
        reading = read(file, csv_of([row_of("106")]))
        assert told(reading) == [("IMPORT-UNIT-RESTORED", 2, "enhet")]
        assert "106 er lest som 0106" in reading.notices[0].sentence

    @pytest.mark.parametrize("number", [106, 106.0])
    def test_numbers_in_excel(self, file: Path, number: float) -> None:
        """It makes them numbers of one kind or the other."""
        row: list[Any] = [number, *([None] * (len(HEADING) - 1))]
        assert read(file, xlsx_of([HEADING, row])).rows[0].unit_id == "0106"

    @pytest.mark.parametrize("written", ["0106,0111", "0106 0111", "106; 111", "0106\n0111,,0106"])
    def test_partners(self, file: Path, written: str) -> None:
        """Commas or spaces between; each is named once."""
        assert one(file, samarbeid_med=written).partners == ("0106", "0111")

    def test_a_unit_is_not_its_own_partner(self, file: Path) -> None:
        """It is left out, and told."""
        reading = read(file, csv_of([row_of("0101", samarbeid_med="0101 0106")]))
        assert reading.rows[0].partners == ("0106",)
        assert told(reading) == [("IMPORT-PARTNER-SELF", 2, "samarbeid_med")]

    @pytest.mark.parametrize(
        ("unit", "name"),
        [
            ("0101", "HALDEN"),
            ("0101", "Halden kommune"),
            ("0137", "Våler (Østfold)"),
            ("0137", "Våler i Østfold"),
            ("0301" + "01", "Bydel Gamle Oslo"),
            ("2021", "Kárášjohka"),
            ("0221", "Aurskog Høland"),
            ("2021", "Kárášjohka - Karasjok"),
            ("2011", "Guovdageaidnu - Kautokeino"),
            ("1736", "Snåase - Snåsa"),
            ("1850", "Divtasvuodna - Tysfjord"),
            ("2027", "Unjárga - Nesseby"),
            ("1940", "Gáivuotna - Kåfjord"),
            ("1756", "Mosvik"),
        ],
    )
    def test_names_that_are_right(self, file: Path, unit: str, name: str) -> None:
        """In other languages, and with the words that stand around them."""
        assert told(read(file, csv_of([row_of(unit, navn=name)]))) == []

    def test_another_name_is_a_warning_that_names_both(self, file: Path) -> None:
        """And the unit that has the name."""
        reading = read(file, csv_of([row_of("0101", navn="Moss")]))
        assert told(reading) == [("IMPORT-UNIT-NAME-OF", 2, "navn")]
        for word in ("Moss", "Halden (Østfold)", "0104"):
            assert word in reading.notices[0].sentence

    def test_the_same_name_in_another_county(self, file: Path) -> None:
        """Six names occur twice."""
        reading = read(file, csv_of([row_of("0137", navn="Våler (Hedmark)")]))
        assert told(reading) == [("IMPORT-UNIT-NAME-OF", 2, "navn")]

    def test_a_name_of_nobody(self, file: Path) -> None:
        """A typing error, or a merged municipality."""
        reading = read(file, csv_of([row_of("0101", navn="Haldn")]))
        assert told(reading) == [("IMPORT-UNIT-NAME", 2, "navn")]


class TestAnswers:
    """Answers and dates, as people and tools write them."""

    @pytest.mark.parametrize(
        "written",
        [
            "2014-11-03",
            "2014-11-3",
            "3.11.2014",
            "03.11.2014",
            "3. 11. 2014",
            "2014-11-03 14:22:01",
            "3.11.2014 14:22",
            "03.11.2014 kl. 14.22",
            "03.11.2014, 14:22:01",
            "2014-11-03T14:22:01Z",
            "2014-11-03T00:10:00.000+01:00",
        ],
    )
    def test_dates(self, file: Path, written: str) -> None:
        """The year first or last; a time of day is passed over."""
        assert one(file, svart_dato=written).answered_on == DAY

    @pytest.mark.parametrize(
        "written",
        ["2014-11-02T23:30:00Z", "2014-11-02T23:30:00.000+00:00", "2014-11-02 18:30:00 -0500"],
    )
    def test_a_day_elsewhere_that_is_the_next_in_norway(self, file: Path, written: str) -> None:
        """Half past eleven in Greenwich is after midnight in Oslo; which day is read is told."""
        reading = read(file, csv_of([row_of("0101", svart_dato=written)]))
        assert reading.rows[0].answered_on == DAY
        assert told(reading) == [("IMPORT-DATE-ZONE", 2, "svart_dato")]

    @pytest.mark.parametrize("written", [DAY, datetime(2014, 11, 3, 14, 22)])  # noqa: DTZ001
    def test_real_dates_in_excel(self, file: Path, written: date) -> None:
        """With a time of day or without."""
        row: list[Any] = ["0101", written, *([None] * (len(HEADING) - 2))]
        assert read(file, xlsx_of([HEADING, row])).rows[0].answered_on == DAY

    @pytest.mark.parametrize("written", ["23/11/2014", "11/23/2014 2:22:05 PM", "23-11-2014 14:22"])
    def test_a_day_that_can_be_no_month(self, file: Path, written: str) -> None:
        """Then it is plain which comes first; else both readings are offered."""
        assert one(file, svart_dato=written).answered_on == date(2014, 11, 23)

    def test_a_date_outside_the_survey_is_told(self, file: Path) -> None:
        """It is kept: the coordinator knows better."""
        reading = read(file, csv_of([row_of("0101", svart_dato="2041-11-03", tilbud="nei")]))
        assert told(reading) == [("IMPORT-DATE-ODD", 2, "svart_dato")]

    def test_codes(self, file: Path) -> None:
        """Capitals, spaces and real letters for the codes' own."""
        row = one(file, svart_dato="3.11.2014", tilbud=" JA ", organisering="Ikke felles")
        assert row.answers == {
            OFFERS: ClaimedOffers.ja,
            ORGANISATION: ClaimedOrganisation.ikke_felles,
        }
        row = one(file, svart_dato="3.11.2014", tilbud="Nei", planer="Ønsker ikke")
        assert row.answers[PLANS] is ClaimedPlans.onsker_ikke

    def test_answers_that_no_figure_counts_are_told(self, file: Path) -> None:
        """They are kept all the same."""
        centre = LIE | {"planer": "planer"}
        unsaid = LIE | {"enhet": "0104", "navn": "", "tilbud": ""}
        assert told(read(file, csv_of([centre, unsaid]))) == [
            ("IMPORT-NOT-COUNTED", 2, "planer"),
            ("IMPORT-NOT-COUNTED", 3, "organisering"),
        ]

    def test_known_through_cooperation(self, file: Path) -> None:
        """A row with nothing but the number."""
        assert one(file) == claim_form("0101")


class TestText:
    """What can be seen stays as it is; what cannot goes, and is told."""

    @pytest.mark.parametrize(
        "name", ["[bold]Kari[/] [/helse]", "{unit} {0}", "Kari & <Lie>", "O'Lie"]
    )
    def test_markup_is_text(self, file: Path, name: str) -> None:
        """Nothing is told: there is nothing wrong with it."""
        reading = read(file, csv_of([row_of("0101", kontakt_navn=name)]))
        assert (reading.rows[0].contact_person, told(reading)) == (name, [])

    @pytest.mark.parametrize(
        "name", ["Ka\x1b[31mri\x1b[0m", "Ka\x00ri", "Ka\u200bri", "\u202eKari", "Kari\x07"]
    )
    def test_what_cannot_be_seen_goes(self, file: Path, name: str) -> None:
        """Told with what stands there now."""
        reading = read(file, csv_of([row_of("0101", kontakt_navn=name)]))
        assert reading.rows[0].contact_person == "Kari"
        assert told(reading) == [("IMPORT-CLEANED", 2, "kontakt_navn")]
        assert reading.notices[0].sentence.isprintable()

    def test_nothing_but_what_cannot_be_seen(self, file: Path) -> None:
        """Is empty."""
        reading = read(file, csv_of([row_of("0101", kontakt_navn="\u200b")]))
        assert reading.rows[0].contact_person == ""
        assert told(reading) == [("IMPORT-UNSEEN", 2, "kontakt_navn")]

    def test_differences_that_nobody_sees_are_not_told(self, file: Path) -> None:
        """A Mac writes å as two characters, and cells have spaces at the end."""
        reading = read(file, csv_of([row_of("0101", kontakt_navn=" A\u030ase\tLie ")]))
        assert (reading.rows[0].contact_person, told(reading)) == ("Åse Lie", [])

    def test_several_lines_only_in_comments(self, file: Path) -> None:
        """A name is on one line."""
        row = one(file, kontakt_navn="Kari\r\nLie", kommentar="en\r\nto")
        assert (row.contact_person, row.comment) == ("Kari Lie", "en\nto")

    def test_a_dash_is_no_formula(self, file: Path) -> None:
        """People begin lists with it."""
        assert one(file, kommentar="- vi planlegger").comment == "- vi planlegger"


class TestReaching:
    """Telephone numbers and addresses, in the form that is stored."""

    @pytest.mark.parametrize(
        ("written", "stored"),
        [
            ("69 17 45 00", "+4769174500"),
            ("tlf. 69174500", "+4769174500"),
            ("+47 69 17 45 00", "+4769174500"),
            ("'+4769174500", "+4769174500"),
            ("02525", "02525"),
            ("116117", "116117"),
            ("815 00 123", "+4781500123"),
            ("+46 8 508 290 00", "+46850829000"),
        ],
    )
    def test_phone(self, file: Path, written: str, stored: str) -> None:
        """Any usual Norwegian form, and foreign ones with +."""
        reading = read(file, csv_of([row_of("0101", kontakt_telefon=written)]))
        assert (reading.rows[0].contact_phone, told(reading)) == (stored, [])

    @pytest.mark.parametrize(
        "written",
        [
            "69174500 / 91822334", "69 17 45 00 (sentralbord)", "6917450091822334",
            "69 17 45 00 el. 918 22 334", "69 17 45 00 (mobil 918 22 334)",
            "Telefon 69 17 45 00 / Faks 69 17 45 01", "Faks 69 17 45 01, tlf. 69 17 45 00",
        ],
    )  # fmt: skip
    def test_the_first_of_several_numbers(self, file: Path, written: str) -> None:
        """The rest is told, in full."""
        reading = read(file, csv_of([row_of("0101", kontakt_telefon=written)]))
        assert reading.rows[0].contact_phone == "+4769174500"
        assert told(reading) == [("IMPORT-PHONE-FIRST", 2, "kontakt_telefon")]
        assert written in reading.notices[0].sentence

    def test_a_number_in_excel(self, file: Path) -> None:
        """It makes them numbers."""
        row = ["0101", *([None] * 8), 69174500.0, None, None, None]
        assert read(file, xlsx_of([HEADING, row])).rows[0].contact_phone == "+4769174500"

    def test_email(self, file: Path) -> None:
        """Without what mail programs put around it; the first of several."""
        assert one(file, kontakt_epost="mailto:kari@moss.no").contact_email == "kari@moss.no"
        reading = read(file, csv_of([row_of("0101", kontakt_epost="a@moss.no; b@moss.no")]))
        assert reading.rows[0].contact_email == "a@moss.no"
        assert told(reading) == [("IMPORT-EMAIL-FIRST", 2, "kontakt_epost")]


class TestSheets:
    """What Excel files have that text files do not."""

    def test_only_the_first_sheet(self, file: Path) -> None:
        """That there are others is told."""
        import openpyxl  # type: ignore[import-untyped]

        book = openpyxl.Workbook()
        for row in cells_of([LIE]):
            book.active.append(row)
        book.create_sheet("Notater")["A1"] = "ikke dette"
        book.save(file)
        reading = read_claim_forms(file, FORM, FRAME)
        assert [row.unit_id for row in reading.rows] == ["0101"]
        assert told(reading) == [("IMPORT-OTHER-SHEETS", 0, "")]

    def test_a_formula_whose_value_was_saved(self, file: Path) -> None:
        """The value is what people saw; that it is a formula is told."""
        content = _with_saved_value(file, b"<v>104</v>")
        reading = read(file, content)
        assert [row.unit_id for row in reading.rows] == ["0104"]
        assert ("IMPORT-FORMULA-VALUE", 2, "enhet") in told(reading)

    def test_rows_and_columns_left_blank(self, file: Path) -> None:
        """A table need not begin at the top left."""
        rows = [[], [], [None, *HEADING], [None, *cells_of([LIE])[1]], [], [None, 104]]
        reading = read(file, xlsx_of(rows))
        assert [row.unit_id for row in reading.rows] == ["0101", "0104"]
        assert told(reading) == [("IMPORT-UNIT-RESTORED", 6, "enhet")]


def _with_saved_value(file: Path, value: bytes) -> bytes:
    """An Excel file in which a unit's number is a formula, as Excel saves it."""
    content = xlsx_of([HEADING, ["=100+4"]])
    return changed(content, SHEET, lambda part: re.sub(rb"<v ?/>|<v></v>", value, part))


class TestContacts:
    """`import contacts`: switchboards, departments and people."""

    def test_a_row(self, file: Path) -> None:
        """Everything that is known of somebody."""
        file.write_text(
            "enhet;avdeling;person;stilling;telefon;epost;kilde\n"
            "0101;Frisklivssentral;Kari Lie;leder;69 17 45 00;kari@halden.no;nettsiden\n"
        )
        department = Office.healthy_life_centre
        assert read_contacts(file, FRAME, Office).accepted(skip_bad=False) == (
            ContactLine(
                "0101",
                department,
                "",
                "Kari Lie",
                "leder",
                "+4769174500",
                "kari@halden.no",
                "nettsiden",
            ),
        )

    def test_english_names_and_few_columns(self, file: Path) -> None:
        """And a source where the file names none."""
        file.write_text("unit,department,person,phone\n0101,switchboard,,69174500\n")
        row = read_contacts(file, FRAME, Office).rows[0]
        assert (row.department, row.source) == (Office.switchboard, "kontaktfil")

    def test_an_unknown_department_is_kept_by_its_name(self, file: Path) -> None:
        """And told."""
        file.write_text("enhet;avdeling;person;telefon\n0101;Brannvesenet;;69174500\n")
        reading = read_contacts(file, FRAME, Office)
        row = reading.rows[0]
        assert (row.department, row.department_name) == (Office.other, "Brannvesenet")
        assert told(reading) == [("IMPORT-DEPARTMENT", 2, "avdeling")]

    @pytest.mark.parametrize(
        ("person", "is_told"),
        [
            ("Anne Berg 918 22 334", True),
            ("Anne Berg <anne@halden.no>", True),
            ("Dr. Anne Berg / Per Ås, 2. etasje", False),
        ],
    )
    def test_a_number_in_a_name(self, file: Path, person: str, *, is_told: bool) -> None:
        """It stays there as it stands, and nobody dials it: that is told."""
        file.write_text(f"enhet;avdeling;person;telefon\n0101;Sentralbord;{person};\n")
        reading = read_contacts(file, FRAME, Office)
        assert reading.rows[0].person == person
        assert told(reading) == [("IMPORT-WHO-REACHED", 2, "person")] * is_told

    def test_several_contacts_of_a_unit(self, file: Path) -> None:
        """The same one twice is one, and told."""
        file.write_text(
            "enhet;avdeling;person;telefon\n"
            "0101;sentralbord;;69174500\n101;helsehus;Per Ås;\n0101;Sentralbord;;69 17 45 00\n"
        )
        reading = read_contacts(file, FRAME, Office)
        assert [row.person for row in reading.accepted(skip_bad=False)] == ["", "Per Ås"]
        assert ("IMPORT-CONTACT-TWICE", 4, "") in told(reading)

    def test_a_number_twice(self, file: Path) -> None:
        """In words that differ it is told: the two become one contact point."""
        file.write_text(
            "enhet;avdeling;person;telefon\n"
            "0104;Frisklivssentral;Kari Prøve;918 22 334\n"
            "0104;Frisklivssentralen i Moss;Kari  Prøve;+47 91822334\n"
        )
        assert ("IMPORT-CONTACT-SAME", 3, "telefon") in told(read_contacts(file, FRAME, Office))

    def test_bad_rows(self, file: Path) -> None:
        """Nobody to call, no such unit, a number that cannot be dialled."""
        file.write_text(
            "enhet;avdeling;person;telefon\n0101;;;\n9999;;Kari;\n0104;;Kari;123\n0105;nav;;\n"
        )
        reading = read_contacts(file, FRAME, Office)
        assert [(bad.code, bad.line) for bad in reading.bad] == [
            ("IMPORT-CONTACT-EMPTY", 2),
            ("IMPORT-UNIT-UNKNOWN", 3),
            ("IMPORT-PHONE", 4),
        ]
        assert [row.unit_id for row in reading.accepted(skip_bad=True)] == ["0105"]

    def test_progress(self, file: Path) -> None:
        """Told after each row."""
        file.write_text("enhet;avdeling;person;telefon\n0101;nav;;\n0104;nav;;\n")
        seen: list[tuple[int, int]] = []
        read_contacts(file, FRAME, Office, lambda done, of: seen.append((done, of)))
        assert seen == [(1, 2), (2, 2)]
