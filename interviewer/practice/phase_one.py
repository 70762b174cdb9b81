"""What is known before the first call: a list of switchboards, and the forms of phase one.

Invented, and brought in by the verbs that carry out an import of files.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from interviewer.practice.people import (
    email_of,
    invented_name,
)
from schemas.calls.contact_rows import ContactLine
from schemas.frame.frame import Frame
from schemas.frame.units import Unit
from schemas.language.phone import read_phone
from schemas.questionnaire.types.dice import Dice
from schemas.questionnaire.types.phone import invented_phone
from schemas.review.phase_one import ClaimedOffers, ClaimedOrganisation, ClaimedPlans, PhaseOneForm
from schemas.surveys.survey import Survey

if TYPE_CHECKING:
    from db.engine import Database

ANSWERED: Final = 1 / 3
"""So many units answered the form of 2014."""

SAY_YES: Final = 2 / 3
"""So many of those said that they have offers."""


def bring_in(db: "Database", dice: Dice) -> None:
    """A week before the first call."""
    from db.phase_one import apply_contacts, apply_phase_one

    before = db.survey.practice.begins - timedelta(days=7)
    apply_contacts(db, [_switchboard(db.survey, dice, unit) for unit in db.frame], before)
    if db.survey.earlier:
        forms = list(_forms(db.survey, db.frame, dice))
        apply_phase_one(db, forms, before + timedelta(hours=1))


def _switchboard(survey: Survey, dice: Dice, unit: Unit) -> ContactLine:
    return ContactLine(
        unit_id=unit.id,
        department=survey.departments.first_rung(),
        department_name="",
        person="",
        role="",
        phone=read_phone(invented_phone(dice)),
        email="",
        source="oppdiktet kontaktliste",
    )


def _forms(survey: Survey, frame: Frame, dice: Dice) -> Iterator[PhaseOneForm]:
    for unit in frame:
        if dice.happens(ANSWERED):
            yield _yes(survey, dice, unit) if dice.happens(SAY_YES) else _no(dice, unit)


def _yes(survey: Survey, dice: Dice, unit: Unit) -> PhaseOneForm:
    person, department = invented_name(dice), dice.one(survey.practice.sent_to)
    return PhaseOneForm(
        unit.id,
        answered_on=_day(dice),
        offers=ClaimedOffers.ja,
        organisation=dice.one(tuple(ClaimedOrganisation)),
        contact_person=person,
        contact_role=survey.practice.role(dice, department),
        contact_department=str(department.label),
        contact_phone=read_phone(invented_phone(dice)),
        contact_email=email_of(person, unit),
    )


def _no(dice: Dice, unit: Unit) -> PhaseOneForm:
    return PhaseOneForm(
        unit.id,
        answered_on=_day(dice),
        offers=ClaimedOffers.nei,
        plans=dice.one(tuple(ClaimedPlans)),
    )


def _day(dice: Dice) -> date:
    """In the weeks that the form was out."""
    return date(2014, 10, 20) + timedelta(days=dice.between(0, 40))
