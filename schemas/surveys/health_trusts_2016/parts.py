"""Which questions play which part, and what the answers lead to besides the next question."""

from typing import Final

from schemas.calls.parts import Parts, SaysNone
from schemas.surveys.health_trusts_2016.code_lists import Organised, RightPerson
from schemas.surveys.shared.parts import ENDINGS, PUBLISHING, THEY_RANG

PARTS: Final = Parts(
    consent="consent",
    right_person="right_person",
    the_one=RightPerson.yes,
    begins="organised",
    core=(
        "consent",
        "right_person",
        "respondent_unit",
        "organised",
        "centre_name",
        "decides_groups",
    ),
    endings=ENDINGS,
    # Anybody but the front line may say so; of those, not even two together.
    says_none=SaysNone(question="organised", code=Organised.none),
    publishing=PUBLISHING,
    certainty="respondent_certainty",
    they_rang=THEY_RANG,
    private_note="private_note",
    opening="intro",
    named=("public_contact_name", "centre_name", "centre_place"),
    of_one_unit=(
        "centre_staff",
        "centre_fte",
        "offers_last_year",
        "participants_last_year",
        "municipalities",
    ),
)
