"""Which questions play which part, and what the answers lead to besides the next question."""

from typing import Final

from schemas.calls.outcomes import Outcome
from schemas.calls.parts import Ending, Parts, ReadOn, SaysNone, SomebodyElse
from schemas.surveys.municipal_services_2015.code_lists import (
    HasOffers,
    OtherUnit,
    RightPerson,
    Understanding,
)
from schemas.surveys.shared.parts import ENDINGS, PUBLISHING, THEY_RANG

PARTS: Final = Parts(
    consent="consent",
    right_person="right_person",
    the_one=RightPerson.yes,
    begins="has_offers",
    core=(
        "consent",
        "right_person",
        "respondent_unit",
        "has_offers",
        "coordination",
        "service_name",
        "cooperation",
        "publish",
    ),
    endings=(
        *ENDINGS,
        Ending("knows_other_unit", OtherUnit.other_department, SomebodyElse.redirect),
    ),
    says_none=SaysNone(
        question="has_offers", code=HasOffers.no, voices=2, outcome=Outcome.no_service
    ),
    publishing=PUBLISHING,
    certainty="respondent_certainty",
    they_rang=THEY_RANG,
    private_note="private_note",
    opening="intro",
    named=("public_contact_name", "service_name"),
    reads_on=(ReadOn("definition_read", Understanding.unsure),),
)
