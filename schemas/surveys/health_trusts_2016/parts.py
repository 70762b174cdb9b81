"""Which questions play which part, and what the answers lead to besides the next question."""

from typing import Final

from schemas.calls.outcomes import Outcome
from schemas.calls.parts import Ending, Parts, Publishing, SaysNone, SomebodyElse
from schemas.surveys.health_trusts_2016.code_lists import Consent, Organised, Publish, RightPerson

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
    endings=(
        Ending("consent", Consent.later, Outcome.appointment),
        Ending("consent", Consent.no, Outcome.refusal_soft),
        Ending("right_person", RightPerson.no, SomebodyElse.redirect),
    ),
    # Anybody but the front line may say so; of those, not even two together.
    says_none=SaysNone(question="organised", code=Organised.none),
    publishing=Publishing(
        question="publish",
        yes=Publish.yes,
        after_check=Publish.after_check,
        contact="public_contact_name",
        phone="public_phone",
        email="public_email",
        url="public_url",
    ),
    certainty="respondent_certainty",
    private_note="private_note",
    named=("public_contact_name", "centre_name", "centre_place"),
)
