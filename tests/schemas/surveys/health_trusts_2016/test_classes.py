"""What the interviews with the health trusts are taken to show, and which must be looked at."""

from decimal import Decimal
from typing import Any

import pytest

from schemas.questionnaire.answers import DONT_KNOW
from schemas.questionnaire.document import document
from schemas.review.classify import Classification, classify_document, to_data
from schemas.surveys.health_trusts_2016.classification import CLASSIFICATION, TrustClass
from schemas.surveys.health_trusts_2016.questionnaire import HealthTrusts
from tests.support.conversations import TRUST_FACTS, TRUSTS


def classified(**said: Any) -> Classification:
    """The class of a whole interview where this was said."""
    said = {"knows_all_centres": "yes"} | said
    finished = document(HealthTrusts, TRUSTS.talk(**said), TRUST_FACTS)
    return classify_document(CLASSIFICATION, finished)


class TestClasses:
    """The first rule that matches wins; here no two of them match."""

    @pytest.mark.parametrize(
        ("organised", "klass", "look"),
        [
            ("centres", "centres", False),
            ("department", "department", False),
            ("clinics", "clinics_only", False),
            ("none", "none", False),
            ("other", "other", True),
        ],
    )
    def test_by_how_it_is_organised(self, organised: str, klass: str, look: bool) -> None:
        found = classified(organised=organised)
        assert (found.klass.name, found.needs_look) == (klass, look)

    def test_classes_in_order(self) -> None:
        assert " ".join(one.name for one in TrustClass) == (
            "centres department clinics_only none other"
        )

    def test_nothing_is_shared_between_trusts(self) -> None:
        assert CLASSIFICATION.traits == ()


class TestLook:
    """Who must look again: the class stays what it is."""

    @pytest.mark.parametrize("knows", ["partly", "no"])
    @pytest.mark.parametrize("organised", ["centres", "none"])
    def test_whoever_did_not_know_all_centres(self, organised: str, knows: str) -> None:
        found = classified(organised=organised, knows_all_centres=knows)
        assert (found.klass.name, found.needs_look) == (organised, True)
        assert "knows_all_centres" in {reason.question for reason in found.reasons}

    @pytest.mark.parametrize(
        "said",
        [
            {"centre_staff": [4, DONT_KNOW]},
            {"centre_fte": [DONT_KNOW, Decimal(1)]},
            {"centre_staff": [DONT_KNOW], "centre_fte": [DONT_KNOW]},
        ],
    )
    def test_a_centre_of_unknown_size(self, said: dict[str, Any]) -> None:
        found = classified(**said)
        assert (found.klass, found.needs_look) == (TrustClass.centres, True)
        assert set(said) <= {reason.question for reason in found.reasons}

    def test_known_sizes_are_no_reason(self) -> None:
        found = classified(centre_staff=[4, 2])
        assert [reason.question for reason in found.reasons] == ["organised"]
        assert not found.needs_look


class TestWords:
    """The reasons as a coordinator reads them, and as they are stored."""

    def test_in_three_languages(self) -> None:
        [reason] = classified(organised="clinics").reasons
        assert reason.words.nb == "Organisering: Bare i klinikkene"
        assert reason.words.nn == "Organisering: Berre i klinikkane"
        assert reason.words.en == "Organisation: Only in the clinics"

    def test_as_data(self) -> None:
        assert to_data(classified(organised="none")) == {
            "class": "none",
            "reasons": [
                {
                    "question": "organised",
                    "value": "none",
                    "words": "Organisering: Ikke organisert",
                }
            ],
            "needs_look": False,
        }

    def test_numbers_of_every_centre_as_data(self) -> None:
        """What is stored is JSON: a decimal number is written as text, as in the interview."""
        found = classified(centre_staff=[3, 4], centre_fte=[Decimal("2.5"), DONT_KNOW])
        said = {one["question"]: one["value"] for one in to_data(found)["reasons"]}
        assert said["centre_fte"] == ["2.5", {"missing": "dont_know"}]
