"""What the questionnaire of phase two doubts, and the document that comes out of it."""

from decimal import Decimal
from typing import Any

import pytest

from schemas.questionnaire.answers import DONT_KNOW, NOT_ASKED, REFUSED, Items
from schemas.questionnaire.document import document, read_document
from schemas.questionnaire.preloads import Preloads
from schemas.questionnaire.walk import Confirmed, Key, route
from schemas.surveys.municipal_services_2015 import code_lists as codes
from schemas.surveys.municipal_services_2015.claims import ExecutiveClaim
from schemas.surveys.municipal_services_2015.questionnaire import PhaseTwo
from tests.support.conversations import FACTS, fired, talk

CLAIMED = FACTS.model_copy(update={"claim": ExecutiveClaim.service.name})
CLAIMED_NONE = FACTS.model_copy(update={"claim": ExecutiveClaim.none.name})
SHARED = {"cooperation": "intermunicipal"}


class TestChecks:
    """When a check speaks up, and when it keeps quiet."""

    def test_which_are_hard(self) -> None:
        assert {check.id for check in PhaseTwo.checks() if check.hard} == {
            "no_other_partner", "host_is_not_a_partner", "fte_above_staff", "offer_named_twice",
            "participants_without_courses", "nothing_to_publish",
        }  # fmt: skip
        assert len(list(PhaseTwo.checks())) == 14

    @pytest.mark.parametrize(
        ("check", "facts", "said"),
        [
            ("offers_miss_the_definition", FACTS, {"criterion_group": "no"}),
            ("offers_miss_the_definition", FACTS, {"criterion_evaluated": "no"}),
            ("claimed_a_service", CLAIMED, {"has_offers": "no"}),
            ("claimed_a_service", CLAIMED, {"has_offers": DONT_KNOW}),
            ("claimed_a_service", CLAIMED, {"coordination": "scattered"}),
            ("claimed_no_offers", CLAIMED_NONE, {"offers_since": 2013}),
            (
                "no_other_partner",
                FACTS,
                SHARED | {"partner_units": ("0101",), "host_unit": ("0101",)},
            ),
            (
                "host_is_not_a_partner",
                FACTS,
                SHARED | {"partner_units": ("0104",), "host_unit": ("0105",)},
            ),
            ("service_before_offers", FACTS, {"offers_since": 2010, "service_since": 2009}),
            ("fte_above_staff", FACTS, {"staff": 2, "fte": Decimal("2.5")}),
            ("staff_without_fte", FACTS, {"staff": 1, "fte": Decimal(0)}),
            ("fte_above_ten", FACTS, {"staff": 20, "fte": Decimal("10.5")}),
            ("offer_named_twice", FACTS, {"offer_name": ["Leve med KOLS", " leve med kols "]}),
            ("many_participants", FACTS, {"offer_participants": [41]}),
            ("no_offer_counts", FACTS, {"offer_kind": ["kid", "kib", "lifestyle"]}),
            (
                "nothing_to_publish",
                FACTS,
                {"public_phone": None, "public_email": REFUSED, "public_url": None},
            ),
        ],
    )
    def test_speaks_up(self, check: str, facts: Preloads, said: Any) -> None:
        assert fired(facts, **said) == {check}

    def test_participants_in_a_course_never_held(self) -> None:
        """Any are too many for none: both checks say so."""
        answers = talk() | {Key("offer_courses", 1): 0, Key("offer_participants", 1): 1}
        found = {one.check.id for one in route(PhaseTwo, answers, FACTS).firing}
        assert found == {"participants_without_courses", "many_participants"}

    @pytest.mark.parametrize(
        ("facts", "said"),
        [
            (FACTS, {}),
            (FACTS, {"criterion_group": "some", "criterion_planned": DONT_KNOW}),
            (FACTS, {"has_offers": "no"}),
            (CLAIMED, {}),
            (CLAIMED_NONE, {"offers_since": 2014}),
            (CLAIMED_NONE, {"offers_since": DONT_KNOW}),
            (CLAIMED_NONE, {"has_offers": "no"}),
            (FACTS, SHARED | {"partner_units": ("0101", "0104"), "host_unit": ("0101",)}),
            (FACTS, SHARED | {"partner_units": ("0104",), "host_unit": ("0104",)}),
            (FACTS, SHARED | {"host_unit": DONT_KNOW}),
            (FACTS, {"offers_since": 2010, "service_since": 2010}),
            (FACTS, {"staff": 2, "fte": Decimal(2)}),
            (FACTS, {"staff": 0, "fte": Decimal(0)}),
            (FACTS, {"staff": 10, "fte": Decimal(10)}),
            (FACTS, {"staff": DONT_KNOW, "fte": Decimal(3)}),
            (FACTS, {"offer_participants": [40]}),
            (FACTS, {"offer_courses": [0], "offer_participants": [0]}),
            (FACTS, {"offer_kind": ["kid", "lm"]}),
            (FACTS, {"offer_kind": ["kid", "other"]}),
            (FACTS, {"offer_kind": ["kid", DONT_KNOW]}),
            (FACTS, {"public_phone": None, "public_email": None}),
        ],
    )
    def test_keeps_quiet(self, facts: Preloads, said: Any) -> None:
        assert fired(facts, **said) == set()

    def test_a_claim_is_not_shown_before_the_section_is_done(self) -> None:
        answers = talk(CLAIMED_NONE, offers_since=2010)
        del answers[Key("coordination")]
        assert not route(PhaseTwo, answers, CLAIMED_NONE).firing

    def test_more_offers_may_still_come(self) -> None:
        answers = talk(offer_kind=["kid"]) | {Key("offers"): Items((1,), complete=False)}
        assert not route(PhaseTwo, answers, FACTS).firing

    def test_a_confirmation_falls_when_an_offer_changes(self) -> None:
        answers = talk(offer_kind=["kid"])
        [doubt] = route(PhaseTwo, answers, FACTS).firing
        confirmed = [Confirmed("no_offer_counts", None, "Bare KiD", doubt.evidence)]
        assert document(PhaseTwo, answers, FACTS, confirmed)
        answers[Key("offer_kind", 1)] = codes.OfferKind.kib
        [doubt_again] = route(PhaseTwo, answers, FACTS).firing
        assert doubt_again.evidence != doubt.evidence


class TestDocument:
    """A finished interview is one validated document."""

    def test_sections_off_the_route_were_not_asked(self) -> None:
        finished = document(PhaseTwo, talk(has_offers="no", plans="no"), FACTS)
        assert isinstance(finished, PhaseTwo)
        assert finished.organisation.service_name == NOT_ASKED
        assert finished.offers == ()

    def test_goes_through_json_and_comes_back(self) -> None:
        finished = document(PhaseTwo, talk(offer_kind=["lm", "kid"]), FACTS)
        assert read_document(PhaseTwo, finished.model_dump(mode="json")) == finished
