"""What the questionnaire of the health trusts doubts, and the document that comes out of it."""

from decimal import Decimal
from typing import Any

import pytest

from schemas.questionnaire.answers import DONT_KNOW, NOT_ASKED, REFUSED
from schemas.questionnaire.document import document
from schemas.surveys.health_trusts_2016.questionnaire import HealthTrusts
from tests.support.conversations import TRUST_FACTS, TRUSTS

fired, talk = TRUSTS.fired, TRUSTS.talk


class TestChecks:
    """When a check speaks up, and when it keeps quiet."""

    def test_which_are_hard(self) -> None:
        assert {check.id: check.hard for check in HealthTrusts.checks()} == {
            "centre_named_twice": True,
            "fte_above_staff": True,
            "staff_without_fte": False,
            "many_participants": False,
            "participants_without_courses": True,
            "nothing_to_publish": True,
        }

    @pytest.mark.parametrize(
        ("check", "said"),
        [
            ("centre_named_twice", {"centre_name": ["LMS Ahus", " lms ahus "]}),
            ("fte_above_staff", {"centre_staff": [2], "centre_fte": [Decimal("2.5")]}),
            ("staff_without_fte", {"centre_staff": [1], "centre_fte": [Decimal(0)]}),
            ("many_participants", {"participants_last_year": 61}),
            (
                "nothing_to_publish",
                {"public_phone": None, "public_email": REFUSED, "public_url": None},
            ),
        ],
    )
    def test_speaks_up(self, check: str, said: Any) -> None:
        assert fired(**said) == {check}

    def test_participants_where_no_course_was_held(self) -> None:
        """Any are too many for none: both checks say so."""
        assert fired(offers_last_year=0, participants_last_year=1) == {
            "participants_without_courses",
            "many_participants",
        }

    @pytest.mark.parametrize(
        "said",
        [
            {},
            {"centre_name": ["Ahus", "Ski"]},
            {"centre_staff": [2], "centre_fte": [Decimal(2)]},
            {"centre_staff": [0], "centre_fte": [Decimal(0)]},
            {"centre_staff": [DONT_KNOW], "centre_fte": [Decimal(3)]},
            {"participants_last_year": 60},
            {"offers_last_year": 0, "participants_last_year": 0},
            {"offers_last_year": DONT_KNOW, "participants_last_year": 900},
            {"public_phone": None, "public_email": None},
            {"organised": "none"},
        ],
    )
    def test_keeps_quiet(self, said: Any) -> None:
        assert fired(**said) == set()


class TestDocument:
    """A finished interview is one validated document."""

    def test_sections_off_the_route_were_not_asked(self) -> None:
        finished = document(HealthTrusts, talk(organised="none"), TRUST_FACTS)
        assert isinstance(finished, HealthTrusts)
        assert finished.governance.led_by_management == NOT_ASKED
        assert finished.centre == ()

    def test_goes_through_json_and_comes_back(self) -> None:
        finished = document(HealthTrusts, talk(centre_staff=[5, DONT_KNOW]), TRUST_FACTS)
        assert HealthTrusts.model_validate_json(finished.model_dump_json()) == finished
