"""Persons in free text: what is taken for one, and what is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.review.privacy import PersonFound, Search, Sign, is_searched, look, may_point
from schemas.surveys.municipal_services_2015.parts import PARTS
from schemas.surveys.municipal_services_2015.questionnaire import PhaseTwo
from tests.support.municipalities import FRAME


def found(text: str, name: str = "Kari Lie") -> list[tuple[str, str]]:
    return [(sign.name, words) for sign, words in look(text, name)]


class TestWhatIsFound:
    @pytest.mark.parametrize(
        "number",
        ["69174500", "69 17 45 00", "918 22 334", "+47 91822334", "02800", "+46 8 123 456 00"],
    )
    def test_telephone_numbers(self, number: str) -> None:
        """As they are written in Norway, in the middle of a sentence."""
        assert found(f"Ring {number}, sier de.") == [("phone", number)]

    def test_several_numbers(self) -> None:
        """Each of them."""
        assert len(found("69 17 45 00 eller 91822334")) == 2

    def test_e_mail_addresses(self) -> None:
        """Without the full stop behind."""
        assert found("Skriv til post.lms@halden.kommune.no.") == [
            ("email", "post.lms@halden.kommune.no")
        ]

    @pytest.mark.parametrize("text", ["Kari vet det", "spør Lie", "Lies kontor", "KARI LIE"])
    def test_the_respondents_own_name(self, text: str) -> None:
        """Any part of it, with an s behind it too."""
        assert [sign for sign, _ in found(text)] == ["person"]

    def test_names_with_hyphens(self) -> None:
        """As one word."""
        assert found("Anne-Grete sa det", "Anne-Grete Moe") == [("person", "Anne-Grete")]


PIECES = (
    "Ring ", "69 17 45 00", "918", "22 334", "\n", " ", ", ", "Storgata", "12", " 4 B", "Karis",
    "lie", "post@halden.no", "01", "010170", "12345", "1234.56.78903", "+47", "Postboks ", "Vei",
)  # fmt: skip
TEXT = st.lists(st.sampled_from(PIECES), max_size=6).map("".join)


class TestTheQuickLook:
    """Before an export, to leave out what has nothing: what is found is never left out."""

    @given(texts=st.lists(TEXT, max_size=4))
    def test_whatever_is_found_in_one_of_several_texts(self, texts: list[str]) -> None:
        """Wherever the text ends, and whatever stands below it."""
        if any(found(text) for text in texts):
            assert may_point("\n".join(texts), "Kari Lie")

    @pytest.mark.parametrize("text", ["", "22 kurs, fra 2014", "karikert", "Storgata", "lie seg"])
    def test_most_texts_are_left_out(self, text: str) -> None:
        """As of most there is nothing that anybody could be known by."""
        assert not may_point(text, "Kari Lie")

    @pytest.mark.parametrize("name", ["experience", "offers", "confirmed", "closing"])
    def test_a_document_whatever_stands_there(self, name: str) -> None:
        """Also where somebody has spoilt it."""
        search = Search(PhaseTwo, PARTS)
        for stored in (None, 5, "Kari", [], [None, "Kari"], {"benefits_text": ["Kari"]}):
            assert not search.may_find({name: stored}, "Kari Lie")
        assert not search.may_find([name], "Kari Lie")
        assert search.may_find({name: [], "confirmed": [{"reason": "Kari"}]}, "Kari Lie")
        assert search.may_find({"offers": [{"offer_name": "Hos Kari"}]}, "Kari Lie")


class TestWhatIsNot:
    @pytest.mark.parametrize(
        "text",
        [
            "fra 2014-2015",
            "02.03.2015",
            "12 000 000 kr",
            "org.nr 971 234 567",
            "22 kurs, 115 stk",
            "",
        ],
    )
    def test_other_numbers(self, text: str) -> None:
        """Years, dates, sums."""
        assert found(text) == []

    @pytest.mark.parametrize("text", ["de vil lie seg", "Liene", "karikert"])
    def test_words_that_only_look_like_the_name(self, text: str) -> None:
        """A name has a capital letter, and is a whole word."""
        assert found(text) == []

    def test_letters_too_few_to_be_a_name_alone(self) -> None:
        """«Bo» would be found everywhere."""
        assert found("Bo er best", "Bo Å Lie") == []

    def test_no_name_is_known(self) -> None:
        """Then none is looked for."""
        assert found("Kari Lie", "") == []


class TestWhereItIsLookedFor:
    def test_free_text_that_is_exported_without_contacts(self) -> None:
        """Not what is never exported, nor what they have agreed to see published."""
        searched = {one.id for one in PhaseTwo.questions() if is_searched(one, PARTS)}
        assert {"challenges_text", "final_remarks", "offer_name", "fit_reason"} <= searched
        assert not searched & {
            "respondent_name", "respondent_phone", "private_note", "public_contact_name",
        }  # fmt: skip

    def test_answers_offers_and_reasons(self) -> None:
        """Each with the number of its offer."""
        document = {
            "introduction": {"respondent_name": "Kari Lie"},
            "offers": [{"offer_name": "A"}, {"offer_name": "Karis kurs"}],
            "experience": {"benefits_text": {"missing": "refused"}},
            "confirmed": [{"check": "fte_above_ten", "item": None, "reason": "Lie er sikker"}],
        }
        assert list(Search(PhaseTwo, PARTS).document("0101", document, "Kari Lie")) == [
            PersonFound("0101", "offer_name", 2, Sign.person, "Karis"),
            PersonFound("0101", "fte_above_ten", None, Sign.person, "Lie"),
        ]

    def test_a_hit_in_words(self) -> None:
        """Unit, question, what: on one line, whatever stands in it."""
        hit = PersonFound("0101", "offer_name", 2, Sign.phone, "69 17\n45 00")
        assert hit.told(FRAME) == "0101 Halden, offer_name (2): telefonnummer «69 17 45 00»"
        code = PersonFound("", "challenges_text", None, Sign.email, "kari@halden.no")
        assert code.told(FRAME) == "En kode, challenges_text: e-postadresse «kari@halden.no»"
