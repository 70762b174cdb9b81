"""The invented forms of phase one."""

from datetime import date, timedelta
from typing import Final

from schemas.frame.units import Unit
from schemas.language.phone import read_phone
from schemas.questionnaire.types.dice import Dice
from schemas.questionnaire.types.phone import invented_phone
from schemas.review.claim_forms import ClaimForm
from schemas.surveys.invented_people import email_of, invented_name
from schemas.surveys.municipal_services_2015.phase_one_form import (
    OFFERS,
    ORGANISATION,
    PLANS,
    ClaimedOffers,
    ClaimedOrganisation,
    ClaimedPlans,
)
from schemas.surveys.practice import PracticeScript

ANSWERED: Final = 1 / 3
"""So many units answered the form of 2014."""

SAY_YES: Final = 2 / 3
"""So many of those said that they have offers."""


def claims(script: PracticeScript, dice: Dice, unit: Unit) -> ClaimForm | None:
    """What a unit answered; most did not."""
    if not dice.happens(ANSWERED):
        return None
    return _yes(script, dice, unit) if dice.happens(SAY_YES) else _no(dice, unit)


def _yes(script: PracticeScript, dice: Dice, unit: Unit) -> ClaimForm:
    person, department = invented_name(dice), dice.one(script.sent_to)
    day, organisation = _day(dice), dice.one(tuple(ClaimedOrganisation))
    return ClaimForm(
        unit.id,
        answered_on=day,
        answers={OFFERS: ClaimedOffers.ja, ORGANISATION: organisation},
        contact_person=person,
        contact_role=script.role(dice, department),
        contact_department=str(department.label),
        contact_phone=read_phone(invented_phone(dice)),
        contact_email=email_of(person, unit),
    )


def _no(dice: Dice, unit: Unit) -> ClaimForm:
    day, plans = _day(dice), dice.one(tuple(ClaimedPlans))
    return ClaimForm(unit.id, answered_on=day, answers={OFFERS: ClaimedOffers.nei, PLANS: plans})


def _day(dice: Dice) -> date:
    """In the weeks that the form was out."""
    return date(2014, 10, 20) + timedelta(days=dice.between(0, 40))
