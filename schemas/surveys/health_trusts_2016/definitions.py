"""The definitions that the interviewer can open on a question and read aloud."""

from typing import Final

from schemas.questionnaire.questions import Definition
from schemas.surveys.health_trusts_2016.translations import text
from schemas.surveys.shared.definitions import EQUALS, OFFER

CENTRE: Final = Definition(
    "senter",
    text("Lærings- og mestringssenter"),
    text(
        "Et lærings- og mestringssenter er en enhet i helseforetaket eller sykehuset som legger "
        "til rette for opplæring av pasienter og pårørende, og som har egne ansatte til det."
    ),
)

DEFINITIONS: Final = (CENTRE, OFFER, EQUALS)
