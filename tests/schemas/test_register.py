"""The register: the 442 survey units of 2014 and their counties."""

from collections import Counter
from dataclasses import FrozenInstanceError
from typing import get_args

import pytest

from schemas.frame.register import (
    LanguageForm,
    UnitKind,
    counties,
    same_name,
    unit,
    units,
    units_by_id,
)


class TestUnits:
    """442 units: 427 municipalities and, in place of Oslo, its 15 districts."""

    def test_there_are_442(self) -> None:
        assert Counter(unit.kind for unit in units()) == {"municipality": 427, "district": 15}
        assert len(units_by_id()) == 442

    def test_an_id_is_text_with_its_leading_zero(self) -> None:
        assert unit("0101").name == "Halden"
        with pytest.raises(KeyError):
            unit("101")

    def test_oslo_is_not_a_unit_of_its_own(self) -> None:
        assert "0301" not in units_by_id()
        assert {unit.id[:4] for unit in units() if unit.kind == "district"} == {"0301"}

    def test_they_come_by_number(self) -> None:
        ids = [unit.id for unit in units()]
        assert ids == sorted(ids)

    def test_every_row_says_what_it_must(self) -> None:
        for row in units():
            assert row.name, row.id
            assert row.health_trust, row.id
            assert row.population > 0, row.id
            assert row.kind in get_args(UnitKind)
            assert row.language_form in get_args(LanguageForm)

    def test_nobody_changes_the_register(self) -> None:
        with pytest.raises(FrozenInstanceError):
            unit("0101").name = "Fredrikshald"  # type: ignore[misc]

    def test_it_is_read_once(self) -> None:
        assert units() is units()


class TestNames:
    """The county always stands beside the name, because six names occur twice."""

    def test_the_county_is_in_the_label(self) -> None:
        assert unit("0137").label == "Våler (Østfold)"
        assert unit("0426").label == "Våler (Hedmark)"

    def test_a_district_says_that_it_is_one(self) -> None:
        assert unit("030112").label == "Bydel Alna (Oslo)"

    def test_no_two_labels_are_equal(self) -> None:
        assert len({unit.label for unit in units()}) == 442

    def test_the_others_of_the_same_name_are_known(self) -> None:
        assert same_name(unit("0137")) == (unit("0426"),)
        assert same_name(unit("0101")) == ()

    def test_six_names_occur_twice(self) -> None:
        twice = {unit.name for unit in units() if same_name(unit)}
        assert twice == {"Våler", "Nes", "Os", "Sande", "Bø", "Herøy"}

    def test_a_unit_may_have_several_other_names(self) -> None:
        assert unit("1939").alt_names == ("Omasvuotna", "Omasvuono")
        assert unit("0101").alt_names == ()


class TestCounties:
    """19 counties, each with its regional health authority and a tile of its own."""

    def test_there_are_19_and_every_unit_lies_in_one(self) -> None:
        named = {county.no: (county.name, county.rhf) for county in counties()}
        assert len(named) == 19
        assert all(named[unit.county_no] == (unit.county, unit.rhf) for unit in units())

    def test_no_two_share_a_tile(self) -> None:
        assert len({(county.tile_col, county.tile_row) for county in counties()}) == 19
