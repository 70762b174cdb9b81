"""Whom the questionnaire of phase two asks what."""

from typing import Any

import pytest

from schemas.questionnaire.answers import DONT_KNOW
from schemas.surveys.municipal_services_2015.questionnaire import PhaseTwo
from tests.support.conversations import asked_ids, walked

COORDINATIONS = ("centre", "department", "unit", "coordinator", "other")


class TestRoutes:
    """What is asked when, both ways."""

    def test_no_consent_ends_it(self) -> None:
        assert asked_ids(consent="no") == asked_ids(consent="later") == {"intro", "consent"}

    def test_the_wrong_person_ends_it(self) -> None:
        assert asked_ids(right_person="no") == {"intro", "consent", "right_person"}

    def test_a_proxy_answers_as_the_right_person_does(self) -> None:
        assert asked_ids(right_person="proxy") == asked_ids(right_person="yes")

    def test_a_full_service_sees_everything_but_plans(self) -> None:
        sections = {step.question.section.__name__ for step in walked().steps}
        assert sections == {
            "Introduction", "Screening", "Organisation", "Offer", "Involvement",
            "Collaboration", "Experience", "Closing", "Assessment",
        }  # fmt: skip

    def test_nothing_here_is_over_soon(self) -> None:
        """No offers and no plans: a few minutes, the reading included."""
        ids = asked_ids(has_offers="no", plans="no")
        assert len(ids) < 25
        assert not ids & {"service_name", "offer_name", "user_paid", "plan_when", "publish"}

    @pytest.mark.parametrize("has_offers", ["planned", "no", DONT_KNOW])
    def test_without_offers_straight_to_the_plans(self, has_offers: Any) -> None:
        ids = asked_ids(has_offers=has_offers)
        assert not ids & {q.id for q in PhaseTwo.sections["screening"].questions[2:]}
        assert {"plans", "knows_other_unit"} <= ids
        assert not ids & {"offers", "user_paid", "task_division", "service_name"}

    def test_scattered_offers_have_no_organisation_but_plans(self) -> None:
        ids = asked_ids(coordination="scattered")
        assert "service_name" not in ids
        assert {"plans", "offers", "user_paid", "task_division", "challenges"} <= ids
        assert "knows_other_unit" not in ids

    @pytest.mark.parametrize("coordination", COORDINATIONS)
    def test_everything_but_scattered_is_asked_about_the_service(self, coordination: str) -> None:
        ids = asked_ids(coordination=coordination)
        assert "service_name" in ids
        assert "plans" not in ids

    def test_not_knowing_how_it_is_organised_leads_past_it(self) -> None:
        ids = asked_ids(coordination=DONT_KNOW)
        assert not ids & {"service_name", "plans"}
        assert "offers" in ids

    @pytest.mark.parametrize(
        ("said", "opens"),
        [
            ({"respondent_unit": "other"}, "respondent_unit_other"),
            ({"coordination": "other"}, "coordination_other"),
            ({"hosted_in": ("gp_office", "other")}, "hosted_in_other"),
            ({"cooperation": "intermunicipal"}, "partner_units host_unit"),
            ({"funding": ("other",)}, "funding_other"),
            ({"funding_secure": "until"}, "funding_until"),
            ({"access": ("self", "other")}, "access_other"),
            ({"offer_kind": ["other"]}, "offer_kind_other"),
            ({"offer_targets": [("pain", "other")]}, "offer_targets_other"),
            ({"user_recruitment": ("other",)}, "user_recruitment_other"),
            ({"pedagogy_by": ("other",)}, "pedagogy_by_other"),
            ({"health_trust_forms": ("other",)}, "health_trust_forms_other"),
            ({"other_partners": ("other",)}, "other_partners_other"),
            ({"challenges": ("other",)}, "challenges_other"),
            ({"benefits": ("other",)}, "benefits_other"),
            ({"fit": "borderline"}, "fit_reason"),
        ],
    )
    def test_an_answer_that_opens_a_question(self, said: Any, opens: str) -> None:
        assert set(opens.split()) <= asked_ids(**said)
        assert not set(opens.split()) & asked_ids()

    @pytest.mark.parametrize(
        ("said", "closes"),
        [
            ({"pedagogy_training": "none"}, "pedagogy_by"),
            ({"pedagogy_training": DONT_KNOW}, "pedagogy_by"),
            (
                {"health_trust_contact": "no"},
                "health_trust_name health_trust_forms health_trust_agreement",
            ),
            ({"publish": "no"}, "public_contact_name public_phone public_email public_url"),
        ],
    )
    def test_an_answer_that_closes_questions(self, said: Any, closes: str) -> None:
        assert not set(closes.split()) & asked_ids(**said)
        assert set(closes.split()) <= asked_ids()

    def test_some_training_has_somebody_who_gave_it(self) -> None:
        assert "pedagogy_by" in asked_ids(pedagogy_training="some")

    @pytest.mark.parametrize(
        ("plans", "leads_to"),
        [
            ("decided", "plan_when plan_form plan_cooperation challenges publish"),
            ("well_under_way", "plan_when plan_form plan_cooperation challenges publish"),
            ("considering", "plan_when plan_form plan_cooperation"),
            ("no", "no_service_reason"),
            ("not_wanted", "no_service_reason"),
            ("other", "plans_other"),
            (DONT_KNOW, ""),
        ],
    )
    def test_what_plans_lead_to(self, plans: Any, leads_to: str) -> None:
        every = "plan_when plan_form plan_cooperation challenges publish no_service_reason "
        depends = set((every + "plans_other").split())
        assert asked_ids(has_offers="no", plans=plans) & depends == set(leads_to.split())

    def test_details_of_a_plan(self) -> None:
        plan: dict[str, Any] = {"has_offers": "planned", "plans": "decided"}
        assert "plan_partners" in asked_ids(**plan, plan_cooperation="intermunicipal")
        assert "plan_partners" not in asked_ids(**plan, plan_cooperation="municipal")
        assert "plan_form_other" in asked_ids(**plan, plan_form="other")

    def test_another_municipality_is_named(self) -> None:
        assert "covered_by" in asked_ids(has_offers="no", knows_other_unit="other_municipality")
        assert "covered_by" not in asked_ids(has_offers="no", knows_other_unit="other_department")

    def test_every_interview_that_got_that_far_is_closed_and_assessed(self) -> None:
        for has_offers in ("yes", "planned", "no", DONT_KNOW):
            assert {"follow_up", "thanks", "fit"} <= asked_ids(has_offers=has_offers)

    @pytest.mark.parametrize(
        ("said", "is_asked"),
        [
            ({}, True),
            ({"fit": "outside"}, True),  # the interviewer judges later
            ({"coordination": "scattered"}, True),
            ({"has_offers": "planned", "plans": "decided"}, True),
            ({"has_offers": "no", "plans": "considering"}, False),
            ({"criterion_planned": "no"}, True),  # in the borderland, too: a coordinator looks
            ({"offer_kind": ["kid"]}, True),
            ({"coordination": "other"}, True),
            ({"coordination": DONT_KNOW}, True),
        ],
    )
    def test_publishing_is_asked_of_whoever_may_be_listed(self, said: Any, is_asked: bool) -> None:
        assert ("publish" in asked_ids(**said)) is is_asked
