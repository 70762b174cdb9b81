"""Sections A and B: who is on the line, and what there is."""

from typing import ClassVar

from schemas.questionnaire.answers import Answer
from schemas.questionnaire.checks import soft
from schemas.questionnaire.conditions import THIS_YEAR, any_of, preload
from schemas.questionnaire.questions import ask, given, other
from schemas.questionnaire.sections import Section, asked
from schemas.questionnaire.types import (
    Email,
    Phone,
    Read,
    ShortText,
    Year,
)
from schemas.surveys.municipal_services_2015 import code_lists as codes
from schemas.surveys.municipal_services_2015.claims import ExecutiveClaim
from schemas.surveys.municipal_services_2015.definitions import (
    LONG_TERM,
    NOT_ALONE,
    SERVICE,
)
from schemas.surveys.municipal_services_2015.departments import Office
from schemas.surveys.shared import questions as common
from schemas.surveys.shared.definitions import EQUALS, OFFER

# ── A ────────────────────────────────────────────────────────────────────────────────────────────


class Introduction(Section, heading="Innledning"):
    """Who calls, whether it suits, and whether this is the one to ask."""

    intro: Answer[Read] = ask(
        "God dag, jeg heter {intervjuer} og ringer fra Nasjonal kompetansetjeneste for læring "
        "og mestring innen helse. Vi ringer alle kommuner og bydeler for å få oversikt over "
        "lærings- og mestringstjenester. Samtalen tar omtrent et kvarter, mindre hvis dere ikke "
        "har en slik tjeneste. Svarene om tjenesten brukes i en nasjonal oversikt og i "
        "statistikk. Det er frivillig å delta, og du kan når som helst trekke deg."
    )
    consent: Answer[codes.Consent] = common.consent()
    right_person: Answer[codes.RightPerson] = common.right_person(
        "Er du den som har ansvar for, eller kjenner best til, lærings- og "
        "mestringsarbeidet i {kommune}?",
        consent=consent,
    )

    CAN_ANSWER: ClassVar = common.can_answer(right_person)

    respondent_name: Answer[ShortText] = common.respondent_name(when=CAN_ANSWER)
    respondent_role: Answer[ShortText] = common.respondent_role(when=CAN_ANSWER)
    respondent_unit: Answer[Office] = common.respondent_unit(
        "Hvilken del av kommunen arbeider du i?", when=CAN_ANSWER
    )
    respondent_unit_other: Answer[ShortText] = other(respondent_unit)
    respondent_phone: Answer[Phone] = common.respondent_phone(when=CAN_ANSWER)
    respondent_email: Answer[Email] = common.respondent_email(when=CAN_ANSWER)


# ── B ────────────────────────────────────────────────────────────────────────────────────────────

# The right person is only asked for when it suits them: so this means consent, too.
BEGUN = Introduction.CAN_ANSWER


class Screening(Section, heading="Avklaring", when=BEGUN):
    """Whether there are offers that fit the definition, and whether they make a service."""

    definition_read: Answer[codes.Understanding] = ask(
        "Er det greit for deg at vi bruker denne forståelsen i resten av samtalen?",
        instruct="Les definisjonen «Lærings- og mestringstilbud». Er respondenten usikker, les "
        "også «Livsstilskurs, KiD og KiB».",
        define=(OFFER, NOT_ALONE),
        must=True,
    )
    has_offers: Answer[codes.HasOffers] = ask(
        "Har {kommune} i dag lærings- og mestringstilbud slik jeg beskrev dem, alene "
        "eller sammen med andre kommuner?",
        define=OFFER,
        must=True,
        may_not_know=True,
    )

    HAS_OFFERS: ClassVar = given(has_offers).is_(codes.HasOffers.yes)

    criterion_group: Answer[codes.Criterion] = ask("Er tilbudene gruppebaserte?", when=HAS_OFFERS)
    criterion_long_term: Answer[codes.Criterion] = ask(
        "Er de for personer med langvarige helseutfordringer, eller for pårørende til dem?",
        define=LONG_TERM,
        when=HAS_OFFERS,
    )
    criterion_planned: Answer[codes.Criterion] = ask(
        "Planlegges de sammen med erfarne brukere?", define=EQUALS, when=HAS_OFFERS
    )
    criterion_delivered: Answer[codes.Criterion] = ask(
        "Gjennomføres de sammen med erfarne brukere?", when=HAS_OFFERS
    )
    criterion_evaluated: Answer[codes.Criterion] = ask(
        "Evalueres de sammen med erfarne brukere?", when=HAS_OFFERS
    )
    offers_since: Answer[Year] = ask(
        "Omtrent hvilket år startet de første av disse tilbudene?",
        between=(1990, THIS_YEAR),
        when=HAS_OFFERS,
    )
    coordination: Answer[codes.Coordination] = ask(
        "Hvordan er tilbudene organisert i kommunen?",
        define=SERVICE,
        must=True,
        may_not_know=True,
        when=HAS_OFFERS,
    )
    coordination_other: Answer[ShortText] = other(coordination)

    SCATTERED: ClassVar = given(coordination).is_(codes.Coordination.scattered)

    checks = (
        soft(
            "offers_miss_the_definition",
            on=has_offers,
            when=HAS_OFFERS
            & any_of(
                given(criterion).is_(codes.Criterion.no)
                for criterion in (
                    criterion_group,
                    criterion_long_term,
                    criterion_planned,
                    criterion_delivered,
                    criterion_evaluated,
                )
            )
            # Once, when all five are answered: not a word in between.
            & given(criterion_evaluated).answered,
            says="Svarene tyder på at tilbudene ikke kommer inn under definisjonen. Les «Lærings- "
            "og mestringstilbud» på nytt. Stemmer svarene?",
        ),
        soft(
            "claimed_a_service",
            on=has_offers,
            when=preload("claim").is_(ExecutiveClaim.service)
            & (given(has_offers).is_not(codes.HasOffers.yes) | SCATTERED),
            says="Rådmannen oppga i 2014 at kommunen hadde en tjeneste. Stemmer svaret?",
        ),
        # What was claimed is not shown before the section is done: hence the last answer, too.
        soft(
            "claimed_no_offers",
            on=offers_since,
            when=preload("claim").is_(ExecutiveClaim.none)
            & HAS_OFFERS
            & (given(offers_since) < 2014)
            & given(coordination).answered,
            says="Rådmannen oppga i 2014 at kommunen ikke hadde tilbud, men tilbudene startet før "
            "2014. Stemmer svaret?",
        ),
    )


HAS_OFFERS = Screening.HAS_OFFERS
COORDINATED = given(asked(Screening).coordination).is_(
    codes.Coordination.centre,
    codes.Coordination.department,
    codes.Coordination.unit,
    codes.Coordination.coordinator,
    codes.Coordination.other,
)
