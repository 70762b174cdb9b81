"""What was decided.

decisions  one row for each decision, the last of which counts
"""

from __future__ import annotations

from typing import Final

from db.exports.export_tables import AT, DECIDED, QUESTION, REASON
from db.exports.fields import (
    DAY,
    INTERVIEW_ID,
    MOMENT,
    WHOLE,
    Field,
    coded,
    person,
    unit,
)
from db.exports.record_sources import DecisionMade
from schemas.frame.frame import Frame
from schemas.language.text import Text
from schemas.review.consents import ConsentHow
from schemas.review.decisions import DecisionKind
from schemas.surveys.survey import Survey

EACH_DECISION: Final = Text(
    "én rad per avgjørelse, der den siste av sitt slag gjelder",
    nn="éi rad per avgjerd, der den siste av sitt slag gjeld",
    en="one row per decision, of which the last of its kind counts",
)
DECISION: Final = Text("Avgjørelse", nn="Avgjerd", en="Decision")
DECIDED_BY: Final = Text(
    "Hvem som avgjorde, nummer", nn="Kven som avgjorde, nummer", en="Who decided, number"
)


def decision_fields(survey: Survey, frame: Frame) -> tuple[Field[DecisionMade], ...]:
    """The columns of a decision."""
    return (
        *unit(frame, lambda made: made.unit_id),
        Field(
            "decision_no",
            Text("Avgjørelsens nummer", nn="Nummeret til avgjerda", en="Decision number"),
            lambda made: made.number,
            WHOLE,
        ),
        coded("decision", DECISION, lambda made: made.kind, DecisionKind),
        Field("at", AT, lambda made: made.at, MOMENT, is_stored=True),
        *person("decided_by", DECIDED_BY, lambda made: made.by, lambda made: made.by_name),
        Field("reason", REASON, lambda made: made.reason),
        Field("interview_id", INTERVIEW_ID, lambda made: made.interview_id, is_id=True),
        Field(
            "revision",
            Text(
                "Revisjonen det ble avgjort på",
                nn="Revisjonen det vart avgjort på",
                en="The revision it was decided on",
            ),
            lambda made: made.revision,
            WHOLE,
        ),
        coded("class", DECIDED, lambda made: made.klass, survey.classes),
        Field("question", QUESTION, lambda made: made.question),
        *(_of_another() if survey.sharing else ()),
        *(_consented() if survey.parts.publishing else ()),
    )


def _of_another() -> tuple[Field[DecisionMade], ...]:
    label = Text("Den andre enheten", nn="Den andre eininga", en="The other unit")
    return (Field("by_unit", label, lambda made: made.by_unit),)


def _consented() -> tuple[Field[DecisionMade], ...]:
    """What was said after the interview: what may stand on the public list is nobody's secret."""
    return (
        coded("consent_how", Text("Hvordan samtykket kom", nn="Korleis samtykket kom",
              en="How the consent came"), lambda made: made.how, ConsentHow),
        Field("consent_on", Text("Samtykke gitt", nn="Samtykke gitt", en="Consent given on"),
              lambda made: made.given_on, DAY),
        Field("consent_by", Text("Samtykke gitt av", nn="Samtykke gitt av", en="Consent given by"),
              lambda made: made.given_by, personal=True),
        Field("consent_contact", Text("Kan føres opp: kontaktperson",
              nn="Kan førast opp: kontaktperson", en="May be listed: contact person"),
              lambda made: made.contact),
        Field("consent_phone", Text("Kan føres opp: telefon", nn="Kan førast opp: telefon",
              en="May be listed: telephone"), lambda made: made.phone, is_phone=True),
        Field("consent_email", Text("Kan føres opp: e-post", nn="Kan førast opp: e-post",
              en="May be listed: e-mail"), lambda made: made.email),
        Field("consent_url", Text("Kan føres opp: nettadresse", nn="Kan førast opp: nettadresse",
              en="May be listed: web address"), lambda made: made.url),
    )  # fmt: skip
