"""The register: the 442 survey units of 2014 and their counties."""

from collections import Counter
from dataclasses import FrozenInstanceError
from typing import get_args

import pytest

from schemas.frame.register import register
from schemas.frame.units import LanguageForm
from schemas.surveys.municipal_services_2015.frame import FRAME as DESIGN
from tests.support.municipalities import FRAME


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
