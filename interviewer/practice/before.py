"""What is known before the first call: switchboards, and what units claimed in an earlier phase.

Invented, and brought in by the verbs that carry out an import of files.
"""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from schemas.calls.contact_rows import ContactLine
from schemas.frame.units import Unit
from schemas.language.phone import read_phone
from schemas.questionnaire.types.dice import Dice
from schemas.questionnaire.types.phone import invented_phone
from schemas.surveys.survey import Survey

if TYPE_CHECKING:
    from db.database import Database


def bring_in(db: "Database", dice: Dice, begins: datetime) -> None:
    """A week before the first call, which is made when the season `begins`."""
    from db.import_plans import apply_claim_forms, apply_contacts

    script = db.survey.practice
    before = begins - timedelta(days=7)
    apply_contacts(db, [_switchboard(db.survey, dice, unit) for unit in db.frame], before)
    if script.claims:
        forms = (script.claims(script, dice, unit) for unit in db.frame)
        apply_claim_forms(db, [one for one in forms if one], before + timedelta(hours=1))


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
