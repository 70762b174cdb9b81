"""Every question counted: answers, what they are per cent of, and the missing ones apart."""

from fractions import Fraction
from typing import Any

import pytest

from schemas.review.frequencies import (
    FEW,
    Hidden,
    NotCounted,
    Summary,
    Told,
    frequencies,
    frequency,
    is_about_persons,
)
from schemas.surveys.municipal_services_2015.parts import PARTS
from schemas.surveys.municipal_services_2015.questionnaire import PhaseTwo
from schemas.surveys.municipal_services_2015.sections.offers import OFFER_NOUN

NO, UNKNOWN, REFUSED = ({"missing": kind} for kind in ("not_asked", "dont_know", "refused"))


def counted(question: str, *answers: Any) -> dict[str, Told]:
    found = frequency(PhaseTwo.by_id[question], answers)
    return {one.code: one.n for one in (*found.counts, *found.missing) if one.n != 0}


class TestOneQuestion:
    def test_a_choice(self) -> None:
        assert counted("stage", "operating", "operating", "starting", UNKNOWN, REFUSED, NO, NO) == {
            "operating": 2, "starting": 1, "dont_know": 1, "refused": 1, "not_asked": 2,
        }  # fmt: skip

    def test_per_cent_are_of_those_who_answered(self) -> None:
        """Rounded half up: one of eight is 13."""
        found = frequency(PhaseTwo.by_id["stage"], ["starting"] + 7 * ["operating"] + 92 * [NO])
        assert found.base == 8
        assert [one.percent for one in found.counts] == [88, 13, 0]
        assert {one.percent for one in found.missing} == {None}

    def test_several_choices(self) -> None:
        """The base is people, not answers."""
        found = frequency(PhaseTwo.by_id["funding"], [["grant", "project"], ["grant"], UNKNOWN])
        assert (found.base, found.of("grant"), found.of("project")) == (2, 2, 1)
        assert next(one.percent for one in found.counts if one.code == "grant") == 100

    def test_numbers(self) -> None:
        found = frequency(PhaseTwo.by_id["fte"], ["0.5", "2.25", "1", UNKNOWN])
        expected = Summary(Fraction(15, 4), Fraction(1, 2), Fraction(1), Fraction(9, 4))
        assert (found.base, found.summary) == (3, expected)

    def test_the_median_of_an_even_number(self) -> None:
        found = frequency(PhaseTwo.by_id["offers_since"], [2010, 2013])
        assert found.summary
        assert found.summary.median == Fraction(4023, 2)

    def test_no_numbers(self) -> None:
        assert frequency(PhaseTwo.by_id["fte"], [UNKNOWN]).summary is None

    def test_months_by_name(self) -> None:
        found = frequency(PhaseTwo.by_id["service_since_month"], [5, 5, None])
        assert [(str(one.label), one.n) for one in found.counts if one.n] == [("mai", 2)]
        assert found.of("empty") == 1

    def test_text_is_counted_and_never_shown(self) -> None:
        assert counted("challenges_text", "Økonomien", None, NO) == {
            "answered": 1, "empty": 1, "not_asked": 1,
        }  # fmt: skip


class TestFewPersons:
    def test_are_not_told(self) -> None:
        """Three and two are hidden; nobody can tell which is which from the sum."""
        answers = 20 * ["certain"] + 3 * ["somewhat"] + 2 * ["uncertain"]
        found = frequency(PhaseTwo.by_id["respondent_certainty"], answers, PARTS.about_persons)
        assert [one.n for one in found.counts] == [20, Hidden.few, Hidden.few]
        assert [one.percent for one in found.counts] == [80, None, None]

    def test_nor_is_the_next_number_where_only_one_is_small(self) -> None:
        """26 less 25 would have been the answer.  Five are not few, and are not called so."""
        answers = 20 * ["certain"] + 5 * ["somewhat"] + ["uncertain"]
        found = frequency(PhaseTwo.by_id["respondent_certainty"], answers, PARTS.about_persons)
        assert [one.n for one in found.counts] == [20, Hidden.beside, Hidden.few]

    def test_nor_where_all_small_ones_are_alike(self) -> None:
        """22 less 20 leaves two, and neither is nobody: so each would be one."""
        answers = 20 * ["certain"] + ["somewhat", "uncertain"]
        found = frequency(PhaseTwo.by_id["respondent_certainty"], answers, PARTS.about_persons)
        assert [one.n for one in found.counts] == [Hidden.beside, Hidden.few, Hidden.few]
        said = frequency(PhaseTwo.by_id["respondent_role"], 28 * ["Leder"] + [UNKNOWN, REFUSED])
        assert (said.base, said.of("dont_know")) == (Hidden.beside, Hidden.few)

    def test_nor_how_few_have_answered(self) -> None:
        answers = ["certain", "somewhat", "somewhat"]
        found = frequency(PhaseTwo.by_id["respondent_certainty"], answers, PARTS.about_persons)
        assert found.base is Hidden.few

    def test_nor_the_base_where_it_is_one_of_them(self) -> None:
        found = frequency(PhaseTwo.by_id["respondent_phone"], ["+4790000001"] + 30 * [UNKNOWN])
        few, beside = Hidden.few, Hidden.beside
        assert (found.base, found.of("answered"), found.of("dont_know")) == (few, few, beside)

    def test_of_services_everything_is_told(self) -> None:
        assert counted("stage", "operating") == {"operating": 1}

    def test_who_is_a_person(self) -> None:
        """The introduction but the greeting and the department, and how sure somebody sounded."""
        asked = tuple(PhaseTwo.questions())
        first = {one.id for one in asked if one.section.__name__ == "Introduction"}
        first -= {one.id for one in asked if one.type.name == "info"}
        inside = first - {"respondent_unit", "respondent_unit_other"} | {"respondent_certainty"}
        assert {one.id for one in asked if is_about_persons(one, PARTS.about_persons)} == inside

    def test_a_few_is_fewer_than_five(self) -> None:
        assert FEW == 5


class TestAllOfThem:
    def test_by_section(self) -> None:
        counted_ = frequencies(PhaseTwo, [{"screening": {"has_offers": "yes"}}, {}])
        assert list(counted_) == list(PhaseTwo.sections)
        assert counted_["screening"]["has_offers"].of("yes") == 1
        assert counted_["screening"]["has_offers"].of("not_asked") == 1

    def test_a_roster_counts_its_items(self) -> None:
        offers = [{"offer_kind": "lm"}, {"offer_kind": "kid"}]
        found = frequencies(PhaseTwo, [{"offers": offers}, {}])["offers"]
        assert (found.noun, found.count, found["offer_kind"].base) == (OFFER_NOUN, 2, 2)

    def test_what_is_private_or_only_read_is_not_there(self) -> None:
        shown = {
            one.question.id
            for some in frequencies(PhaseTwo, []).values()
            for one in some.frequencies
        }
        assert not shown & {"private_note", "intro", "thanks"}
        assert "respondent_name" in shown


def test_a_chapter_about_a_question_that_is_gone_is_told_which() -> None:
    """Whoever takes a question out of the questionnaire has forgotten it there."""
    section = frequencies(PhaseTwo, [])["offers"]
    with pytest.raises(NotCounted, match="Rapporten teller gone"):
        section["gone"]
