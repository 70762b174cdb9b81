"""The register: the 442 survey units of 2014 and their counties."""

from collections import Counter
from dataclasses import FrozenInstanceError
from importlib.resources import files
from pathlib import Path
from typing import get_args

import pytest

from schemas.frame.register import RegisterFault, register
from schemas.frame.units import LanguageForm
from schemas.surveys.health_trusts_2016.frame import FRAME as TRUSTS
from schemas.surveys.municipal_services_2015.frame import FRAME as DESIGN
from tests.support.municipalities import FRAME
from tests.support.own_register import design_with


class TestUnits:
    """442 units: 427 municipalities and, in place of Oslo, its 15 districts."""

    def test_there_are_442(self) -> None:
        assert Counter(unit.kind.id for unit in FRAME) == {
            "municipality": 427,
            "district": 15,
        }
        assert len(FRAME.by_id) == 442

    def test_an_id_is_text_with_its_leading_zero(self) -> None:
        assert FRAME["0101"].name == "Halden"
        with pytest.raises(KeyError):
            FRAME["101"]

    def test_oslo_is_not_a_unit_of_its_own(self) -> None:
        assert "0301" not in FRAME.by_id
        assert {unit.id[:4] for unit in FRAME if unit.kind.id == "district"} == {"0301"}

    def test_they_come_by_number(self) -> None:
        ids = [unit.id for unit in FRAME]
        assert ids == sorted(ids)

    def test_every_row_says_what_it_must(self) -> None:
        for row in FRAME:
            assert row.name, row.id
            assert row.more["health_trust"], row.id
            assert row.size, row.id
            assert row.language_form in get_args(LanguageForm)

    def test_nobody_changes_the_register(self) -> None:
        with pytest.raises(FrozenInstanceError):
            FRAME["0101"].name = "Fredrikshald"  # type: ignore[misc]

    def test_it_is_read_once(self) -> None:
        assert register(DESIGN) is FRAME


class TestNames:
    """The county always stands beside the name, because six names occur twice."""

    def test_the_county_is_in_the_label(self) -> None:
        assert FRAME["0137"].label == "Våler (Østfold)"
        assert FRAME["0426"].label == "Våler (Hedmark)"

    def test_a_district_says_that_it_is_one(self) -> None:
        assert FRAME["030112"].label == "Bydel Alna (Oslo)"

    def test_no_two_labels_are_equal(self) -> None:
        assert len({unit.label for unit in FRAME}) == 442

    def test_a_name_that_others_have_is_told_with_the_county(self) -> None:
        assert FRAME.in_full("0137") == "Våler kommune (Østfold)"
        assert FRAME.in_full("0101") == "Halden kommune"

    def test_the_others_of_the_same_name_are_known(self) -> None:
        assert FRAME.same_name(FRAME["0137"]) == (FRAME["0426"],)
        assert FRAME.same_name(FRAME["0101"]) == ()

    def test_six_names_occur_twice(self) -> None:
        twice = {unit.name for unit in FRAME if FRAME.same_name(unit)}
        assert twice == {"Våler", "Nes", "Os", "Sande", "Bø", "Herøy"}

    def test_a_unit_may_have_several_other_names(self) -> None:
        assert FRAME["1939"].other_names == ("Omasvuotna", "Omasvuono")
        assert FRAME["0101"].other_names == ()


class TestCounties:
    """19 counties, each with its regional health authority and a tile of its own."""

    def test_there_are_19_and_every_unit_lies_in_one(self) -> None:
        assert len(FRAME.groups) == 19
        assert {unit.group for unit in FRAME} == set(FRAME.groups)

    def test_no_two_share_a_tile(self) -> None:
        assert DESIGN.map
        assert len({DESIGN.map.tiles[county.id] for county in FRAME.groups}) == 19


HEADING = "unit_id,name,short_name,kind,rhf,main_town,language_form"
AHUS = "AHUS,Akershus universitetssykehus HF,Ahus,trust,Helse Sør-Øst RHF,Lørenskog,nb"


class TestARegisterThatCannotBeUsed:
    """Somebody has made a survey, or changed one: every fault is told, with its line."""

    @pytest.mark.parametrize(
        ("lines", "sentence"),
        [
            (
                (HEADING, AHUS, AHUS),
                "Linje 3: AHUS står også på linje 2. Gi hver enhet sin egen id.",
            ),
            ((HEADING, AHUS.replace("Sør-Øst", "Øst")), "Linje 2: «Helse Øst RHF» er ikke et RHF"),
            (
                (HEADING, AHUS.replace("trust", "hospital")),
                "Linje 2: «hospital» er ingen slags enhet",
            ),
            ((HEADING, AHUS.replace("AHUS", "a hus")), "Linje 2: «a hus» kan ikke være en id"),
            ((HEADING, AHUS.replace(",nb", ",dansk")), "Linje 2: «dansk» er ingen målform"),
            ((HEADING, "AHUS"), "Linje 2: «» er ikke et RHF i undersøkelsen"),
            ((HEADING.replace("rhf", "region"), AHUS), "Kolonnen rhf mangler."),
            ((), "Kolonnen unit_id mangler."),
        ],
    )
    def test_is_told_by_line(
        self,
        lines: tuple[str, ...],
        sentence: str,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        content = "\n".join(lines).encode()
        with pytest.raises(RegisterFault) as fault:
            register(design_with(TRUSTS, content, tmp_path, monkeypatch))
        assert sentence in str(fault.value)
        assert fault.value.code == "U-REGISTER"

    def test_is_told_of_all_its_faults(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Nobody starts the program ten times to find them."""
        row = "a hus,Ahus,,hospital,Helse Øst RHF,,dansk"
        content = "\n".join((HEADING, row)).encode()
        with pytest.raises(RegisterFault) as fault:
            register(design_with(TRUSTS, content, tmp_path, monkeypatch))
        assert len(fault.value.sentences) == 4

    def test_has_a_size_where_the_survey_counts_one(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Words are no number of inhabitants."""
        package = files(DESIGN.package) / DESIGN.file
        heading, first, *_ = package.read_text("utf-8").splitlines()
        wrong = first.replace(str(FRAME[first[:4]].size), "mange")
        content = f"{heading}\n{wrong}\n".encode()
        with pytest.raises(RegisterFault, match="Linje 2: «mange» er ikke et helt tall"):
            register(design_with(DESIGN, content, tmp_path, monkeypatch))

    def test_in_the_wrong_encoding_is_told_with_what_to_do(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """By the first line that cannot be read."""
        content = f"{HEADING}\n{AHUS}\n".encode("latin-1")
        with pytest.raises(RegisterFault, match=r"Linje 2: .* Lagre filen som UTF-8"):
            register(design_with(TRUSTS, content, tmp_path, monkeypatch))
