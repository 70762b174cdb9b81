"""The claims of phase one beside what the interviews find."""

from collections.abc import Mapping
from typing import Any, Final

from schemas.questionnaire.preloads import Claim
from schemas.questionnaire.walk import Key
from schemas.review.earlier_phase import EarlierPhase
from schemas.surveys.municipal_services_2015.classification import ORGANISED
from schemas.surveys.municipal_services_2015.code_lists import HasOffers


def found_so_far(answers: Mapping[Key, Any]) -> Claim:
    """What section B says, in the words of phase one."""
    if answers.get(Key("has_offers")) is not HasOffers.yes:
        return Claim.none
    organised = answers.get(Key("coordination")) in ORGANISED
    return Claim.service if organised else Claim.offers_only


PHASE_ONE: Final = EarlierPhase(
    claims=Claim,
    shown_after="screening",
    found=found_so_far,
    checks=frozenset({"claimed_a_service", "claimed_no_offers"}),
)
