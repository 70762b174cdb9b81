"""Section J: what the interviewer thinks, after the conversation."""

from schemas.questionnaire.answers import Answer
from schemas.questionnaire.questions import ask, given
from schemas.questionnaire.sections import Section
from schemas.questionnaire.types import (
    LongText,
)
from schemas.surveys.municipal_services_2015 import code_lists as codes
from schemas.surveys.municipal_services_2015.sections.introduction import BEGUN
from schemas.surveys.shared import questions as common

# ── J ────────────────────────────────────────────────────────────────────────────────────────────


class Assessment(Section, heading="Etter samtalen", when=BEGUN, aloud=False):
    """What the interviewer thinks: filled in afterwards, never read out."""

    fit: Answer[codes.Fit] = ask("Passer svarene med definisjonen?", must=True)
    fit_reason: Answer[LongText] = ask(
        "Hvorfor er det et grensetilfelle?", must=True, when=given(fit).is_(codes.Fit.borderline)
    )
    respondent_certainty: Answer[codes.Certainty] = common.respondent_certainty()
    private_note: Answer[LongText] = common.private_note()
