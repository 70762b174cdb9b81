"""The frame of a survey: its units, and the words for them, whichever survey it is."""

import pytest

from schemas.frame.design import FrameDesign
from schemas.frame.frame import Frame
from schemas.frame.register import register
from schemas.language.text import LANGUAGES, Text, capital
from schemas.surveys.health_trusts_2016.frame import FRAME as TRUSTS
from schemas.surveys.municipal_services_2015.frame import FRAME as MUNICIPAL
from schemas.surveys.registry import names, survey_called
from tests.support.municipalities import FRAME

DESIGNS = [survey_called(name).frame for name in names()]


class TestTheHealthTrusts:
    """25 units: 20 trusts and 5 private hospitals, in four regions."""

    def test_there_are_25(self) -> None:
        units = register(TRUSTS).units
        kinds = [unit.kind.id for unit in units]
        assert (len(units), kinds.count("trust"), kinds.count("private")) == (25, 20, 5)
        assert {unit.group for unit in units} == set(TRUSTS.groups)

    def test_a_unit_is_known_by_its_name_alone(self) -> None:
        """And what the survey does not know is not there."""
        ahus = register(TRUSTS)["AHUS"]
        assert (ahus.label, ahus.group.name) == (ahus.name, "Helse Sør-Øst RHF")
        assert (ahus.other_names, ahus.around, ahus.size) == (("Ahus",), ("Lørenskog",), None)
        assert (TRUSTS.map, TRUSTS.size) == (None, None)


class TestASample:
    def test_has_the_groups_that_are_in_it(self) -> None:
        """In the order of the survey, and no others: nobody waits for an empty county."""
        some = Frame(MUNICIPAL, [FRAME["0301" + "12"], FRAME["0137"], FRAME["0101"]])
        assert [group.name for group in some.groups] == ["Østfold", "Oslo"]
        assert [unit.id for unit in some] == ["0101", "0137", "030112"]

    def test_knows_namesakes_of_its_own_only(self) -> None:
        """Våler in Hedmark cannot be mistaken for where nobody calls."""
        alone = Frame(MUNICIPAL, [FRAME["0137"]])
        assert alone.same_name(FRAME["0137"]) == ()
        assert FRAME.same_name(FRAME["0137"]) == (FRAME["0426"],)

    def test_says_of_a_unit_that_is_not_in_it_no_more_than_its_id(self) -> None:
        assert Frame(MUNICIPAL, []).label("0101") == "0101"

    def test_counts_parts_as_one(self) -> None:
        """The districts are one municipality."""
        assert len(FRAME.wholes) == 428
        assert FRAME["030112"].counts_as == "0301"

    def test_of_two_units_alike_is_the_same_only_if_it_is_one(self) -> None:
        """What was worked out for one sample is never used for another."""
        assert Frame(MUNICIPAL, [FRAME["0101"]]) != Frame(MUNICIPAL, [FRAME["0101"]])


@pytest.mark.parametrize("design", DESIGNS, ids=list(names()))
class TestADesign:
    """What every survey says of its units."""

    def test_every_word_is_there_in_every_language(self, design: FrameDesign) -> None:
        for noun in (design.unit, design.group):
            for form in noun.forms("x").values():
                assert all(map(form.in_, LANGUAGES))
                assert form.en

    def test_ids_look_as_it_says(self, design: FrameDesign) -> None:
        for unit in register(design):
            assert design.id_form.fullmatch(unit.id), unit.id

    def test_every_group_has_a_place_on_the_map_if_there_is_one(self, design: FrameDesign) -> None:
        if design.map:
            assert set(design.map.tiles) == set(design.groups_by_id)

    def test_no_two_units_have_the_same_label(self, design: FrameDesign) -> None:
        labels = [unit.label for unit in register(design)]
        assert len(set(labels)) == len(labels)

    def test_no_two_units_are_called_the_same_in_full(self, design: FrameDesign) -> None:
        """As whoever gets a letter, or writes of a fault in the public list, has it."""
        frame = register(design)
        called = [frame.in_full(unit.id) for unit in frame]
        assert len(set(called)) == len(called)

    def test_the_further_columns_are_in_its_register(self, design: FrameDesign) -> None:
        """Whatever is shown, or tells where a unit is, is kept with it."""
        assert {*design.columns.around, *design.columns.shown} <= set(design.columns.more)


class TestTheWords:
    def test_are_put_where_a_sentence_wants_them(self) -> None:
        """In every language that the sentence is in."""
        words = Text("{units} i {the_group}", nn="{all_units} i {a_group}", en="{a_unit}")
        said = MUNICIPAL.put(words)
        assert said == Text("kommuner i fylket", "kommunane i eit fylke", "a municipality")
        assert str(TRUSTS.put(words)) == "helseforetak i RHF-et"
        assert TRUSTS.put(Text("{unit}")).en is None

    def test_leave_other_braces_alone(self) -> None:
        assert str(MUNICIPAL.put(Text("{count} {kommune}"))) == "{count} {kommune}"

    def test_stand_for_the_name_where_a_question_is_about_any_unit(self) -> None:
        """As in a column's label."""
        asked = Text("Har {kommune} tilbud?", en="Does {kommune} have offers?")
        assert MUNICIPAL.in_general(asked).en == "Does the municipality have offers?"
        assert str(TRUSTS.in_general(Text("I {foretak}"))) == "I helseforetaket"

    def test_name_every_kind(self) -> None:
        assert str(MUNICIPAL.any_kind) == "kommune eller bydel"
        assert capital(TRUSTS.any_kind).en == "Health trust or private hospital"
