"""Whom the questionnaire of the health trusts asks what."""

from typing import Any

import pytest

from schemas.questionnaire.answers import DONT_KNOW
from tests.support.conversations import TRUSTS

asked_ids, walked = TRUSTS.asked_ids, TRUSTS.walked


class TestRoutes:
    """What is asked when, both ways."""

    def test_no_consent_ends_it(self) -> None:
        assert asked_ids(consent="no") == asked_ids(consent="later") == {"intro", "consent"}

    def test_the_wrong_person_ends_it(self) -> None:
        assert asked_ids(right_person="no") == {"intro", "consent", "right_person"}

    def test_a_proxy_answers_as_the_right_person_does(self) -> None:
        assert asked_ids(right_person="proxy") == asked_ids(right_person="yes")

    def test_a_trust_with_centres_sees_every_section(self) -> None:
        sections = {step.question.section.__name__ for step in walked().steps}
        assert sections == {
            "Introduction", "Centres", "Centre", "Governance", "Offers", "Collaboration",
            "Outlook", "Closing", "Assessment",
        }  # fmt: skip

    @pytest.mark.parametrize("organised", ["department", "clinics", "other"])
    def test_without_a_centre_none_is_asked_for(self, organised: str) -> None:
        ids = asked_ids(organised=organised)
        assert not ids & {"centre", "centre_name", "centre_staff"}
        assert {"led_by_management", "offer_groups", "municipalities", "challenges"} <= ids

    def test_nothing_organised_is_over_soon(self) -> None:
        """No governance, no programmes, no collaboration: but challenges, and thanks."""
        ids = asked_ids(organised="none")
        assert not ids & {"centre", "led_by_management", "offer_groups", "municipalities"}
        assert {"challenges", "future", "follow_up", "thanks", "knows_all_centres"} <= ids
        assert len(ids) < 22

    @pytest.mark.parametrize(
        ("organised", "is_asked"),
        [
            ("centres", True),
            ("department", True),
            ("clinics", False),
            ("none", False),
            ("other", False),
        ],
    )
    def test_publishing_is_asked_where_there_is_a_place(
        self, organised: str, is_asked: bool
    ) -> None:
        assert ("publish" in asked_ids(organised=organised)) is is_asked

    @pytest.mark.parametrize(
        ("said", "opens"),
        [
            ({"respondent_unit": "other"}, "respondent_unit_other"),
            ({"organised": "other"}, "organised_other"),
            ({"centre_role": [("runs", "other")]}, "centre_role_other"),
            ({"centre_belongs": ["other"]}, "centre_belongs_other"),
            ({"decides_groups": ("centre_staff", "other")}, "decides_groups_other"),
            ({"offer_groups": ("pain", "other")}, "offer_groups_other"),
            ({"offer_groups": ("children_youth",)}, "offer_children"),
            ({"offer_groups": ("minority_language",)}, "offer_minority"),
            ({"municipal_forms": ("other",)}, "municipal_forms_other"),
            ({"challenges": ("other",)}, "challenges_other"),
        ],
    )
    def test_an_answer_that_opens_a_question(self, said: Any, opens: str) -> None:
        assert opens in asked_ids(**said)
        assert opens not in asked_ids()

    @pytest.mark.parametrize(
        ("said", "closes"),
        [
            ({"dropped": "no"}, "dropped_which"),
            ({"municipalities": 0}, "municipal_forms municipal_agreement"),
            ({"municipalities": DONT_KNOW}, "municipal_forms municipal_agreement"),
            ({"publish": "no"}, "public_contact_name public_phone public_email public_url"),
        ],
    )
    def test_an_answer_that_closes_questions(self, said: Any, closes: str) -> None:
        assert not set(closes.split()) & asked_ids(**said)
        assert set(closes.split()) <= asked_ids()

    def test_groups_that_nobody_can_name_open_nothing(self) -> None:
        assert not asked_ids(offer_groups=DONT_KNOW) & {"offer_children", "offer_minority"}
