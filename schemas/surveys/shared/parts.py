"""The parts that the questions play which several surveys share."""

from typing import Final

from schemas.calls.outcomes import Outcome
from schemas.calls.parts import Ending, PublishingParts, SomebodyElse
from schemas.surveys.shared.code_lists import Consent, Publish, RightPerson

ENDINGS: Final = (
    Ending("consent", Consent.later, Outcome.appointment),
    Ending("consent", Consent.no, Outcome.refusal_soft),
    Ending("right_person", RightPerson.no, SomebodyElse.redirect),
)
"""Where the first questions lead when it does not suit them, or somebody else is the one to ask."""

THEY_RANG: Final = (
    (" og ringer fra ", " og er fra "),
    (" og ringjer frå ", " og er frå "),
    ("I am calling from ", "I am from "),
)
"""How one presents oneself to somebody who has rung, in each of the languages."""

PUBLISHING: Final = PublishingParts(
    question="publish",
    yes=Publish.yes,
    after_check=Publish.after_check,
    contact="public_contact_name",
    phone="public_phone",
    email="public_email",
    url="public_url",
)
