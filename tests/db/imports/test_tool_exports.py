"""Files nobody here made: columns are known by the names that survey tools give them."""

from pathlib import Path
from types import MappingProxyType
from typing import Final

import pytest

from db.imports.claim_forms import read_claim_forms
from db.imports.contacts import read_contacts
from db.imports.problems import BadHeading, ImportProblem
from db.imports.units import read_units
from schemas.surveys.municipal_services_2015.departments import Office
from schemas.surveys.municipal_services_2015.frame import FRAME as DESIGN
from schemas.surveys.municipal_services_2015.phase_one_form import (
    FORM,
    OFFERS,
    ORGANISATION,
    PLANS,
    ClaimedOffers,
    ClaimedOrganisation,
    ClaimedPlans,
)
from tests.db.imports.test_reading import DAY
from tests.support.municipalities import FRAME
from tests.support.phase_one_file import xlsx_of
from tests.support.tool_exports import EXCEL, LIMESURVEY, NETTSKJEMA, QUESTBACK, SURVEYXACT

EXPORTS = {
    "Nettskjema": NETTSKJEMA,
    "SurveyXact": SURVEYXACT,
    "Questback": QUESTBACK,
    "LimeSurvey": LIMESURVEY,
    "Excel": xlsx_of(EXCEL),
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a file is."""
    return tmp_path / "fil"


class TestTheFormsOfAnEarlierPhase:
    """Every tool's export gives the same two forms."""

    @pytest.mark.parametrize("tool", EXPORTS)
    def test_of_every_tool(self, file: Path, tool: str) -> None:
        """Who answered what, when, with whom, and whom to call."""
        file.write_bytes(EXPORTS[tool])
        reading = read_claim_forms(file, FORM, FRAME)
        assert reading.bad == ()
        moss, halden = reading.rows
        assert (moss.unit_id, halden.unit_id) == ("0104", "0101")
        assert moss.answers == {OFFERS: ClaimedOffers.ja, ORGANISATION: ClaimedOrganisation.senter}
        assert halden.answers == {OFFERS: ClaimedOffers.nei, PLANS: ClaimedPlans.ingen_planer}
        assert moss.answered_on == halden.answered_on == DAY
        assert moss.partners == ("0105",)
        assert (moss.contact_person, moss.contact_role) == ("Ola Prøve", "leder")
        assert (moss.contact_phone, halden.contact_phone) == ("+4769174500", "+4769174501")
        assert moss.contact_email == "ola@moss.example"

    @pytest.mark.parametrize("tool", sorted(EXPORTS.keys() - {"SurveyXact"}))
    def test_what_was_recognised_is_told(self, file: Path, tool: str) -> None:
        """Each heading, and what it is read as."""
        file.write_bytes(EXPORTS[tool])
        told = read_claim_forms(file, FORM, FRAME).notices
        read = [one.sentence for one in told if one.code == "IMPORT-COLUMN-READ"]
        assert any(sentence.startswith("Leses som svart_dato.") for sentence in read)

    def test_of_several_times_the_likeliest(self, file: Path) -> None:
        """When it was handed in, not when it was begun; the other is told."""
        file.write_bytes(SURVEYXACT)
        notices = read_claim_forms(file, FORM, FRAME).notices
        beside = [one.column for one in notices if one.code == "IMPORT-COLUMN-BESIDE"]
        assert beside == ["created"]


class TestSayingIt:
    """`--column OURS=THEIRS`"""

    CONTACTS = "Kommunenr;Sted;Hvem;Tlf. jobb;Tlf\n0104;Sentralbord;;69 24 80 00;69 24 80 99\n"
    SAID: Final = MappingProxyType({"avdeling": "Sted", "person": "Hvem", "telefon": "tlf jobb"})

    def test_goes_before_what_is_recognised(self, file: Path) -> None:
        """Whatever else could be it."""
        file.write_text(self.CONTACTS)
        (row,) = read_contacts(file, FRAME, Office, named=self.SAID).rows
        assert (row.department, row.phone) == (Office.switchboard, "+4769248000")

    def test_without_it_what_is_missing_is_told(self, file: Path) -> None:
        """All of it."""
        file.write_text(self.CONTACTS)
        with pytest.raises(BadHeading) as caught:
            read_contacts(file, FRAME, Office)
        assert {one.column for one in caught.value.findings} == {"avdeling", "person"}

    def test_a_column_that_is_none_of_ours(self, file: Path) -> None:
        """Which there are, is said."""
        file.write_text(self.CONTACTS)
        with pytest.raises(ImportProblem) as caught:
            read_contacts(file, FRAME, Office, named={"fax": "Tlf"})
        assert caught.value.code == "IMPORT-COLUMN-OURS"
        assert "telefon" in str(caught.value)

    def test_a_heading_that_the_file_does_not_have(self, file: Path) -> None:
        """Nobody is guessed."""
        file.write_text(self.CONTACTS)
        with pytest.raises(BadHeading) as caught:
            read_contacts(file, FRAME, Office, named={**self.SAID, "epost": "Adresse"})
        assert [one.code for one in caught.value.findings] == ["IMPORT-COLUMN-THEIRS"]


class TestContactsAndSamples:
    """Lists from elsewhere."""

    @pytest.mark.parametrize(
        "heading",
        [
            "kommunenr;avdeling;kontaktperson;tittel;telefonnummer;e-postadresse",
            "Municipality number;Department;Contact person;Job title;Phone number;Email address",
            "Kommune;Avdeling;Kontakt;Stilling;Mobil;E-post",
        ],
    )
    def test_a_list_of_contacts(self, file: Path, heading: str) -> None:
        """By numbers or by names."""
        unit = "Moss kommune" if heading.startswith("Kommune;") else "0104"
        file.write_text(f"{heading}\n{unit};Frisklivssentral;Kari Prøve;leder;91822334;k@moss.no\n")
        (row,) = read_contacts(file, FRAME, Office).rows
        assert (row.unit_id, row.person, row.role) == ("0104", "Kari Prøve", "leder")
        assert (row.phone, row.email) == ("+4791822334", "k@moss.no")

    @pytest.mark.parametrize(
        "heading",
        [
            "kommunenr;kommunenavn;type;fylkesnr;antall innbyggere;målform",
            "Municipality number;Municipality name;Kind;County number;Population;Language form",
            "Id;Navn;Slag;Fylkesnummer;Folketall;Målform",
        ],
    )
    def test_a_sample(self, file: Path, heading: str) -> None:
        """As statistics offices name its columns."""
        file.write_text(f"{heading}\n0104;Moss;kommune;01;31802;nb\n")
        (unit,) = read_units(file, DESIGN).rows
        assert (unit.label, unit.size, unit.language_form) == ("Moss (Østfold)", 31802, "nb")
