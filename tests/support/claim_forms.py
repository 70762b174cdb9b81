"""Forms of phase one, written as short as one thinks of them."""

from datetime import date
from typing import Any

from schemas.review.claim_forms import ClaimForm
from schemas.surveys.municipal_services_2015.phase_one_form import (
    OFFERS,
    ORGANISATION,
    PLANS,
    ClaimedOffers,
    ClaimedOrganisation,
    ClaimedPlans,
)


def claim_form(
    unit_id: str,
    answered_on: date | None = None,
    offers: ClaimedOffers | None = None,
    organisation: ClaimedOrganisation | None = None,
    plans: ClaimedPlans | None = None,
    partners: tuple[str, ...] = (),
    **more: Any,
) -> ClaimForm:
    """What a unit answered in 2014."""
    said = {OFFERS: offers, ORGANISATION: organisation, PLANS: plans}
    answers = {name: code for name, code in said.items() if code}
    return ClaimForm(unit_id, answered_on, answers, partners, **more)
