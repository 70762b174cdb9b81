"""Sections G and H: what is planned, what is hard, what is gained."""

from typing import ClassVar

from schemas.questionnaire.answers import DONT_KNOW, Answer
from schemas.questionnaire.conditions import THIS_YEAR
from schemas.questionnaire.questions import ask, given, other
from schemas.questionnaire.sections import Section, asked
from schemas.questionnaire.types import (
    LongText,
    Several,
    ShortText,
    Units,
    Year,
)
from schemas.surveys.municipal_services_2015 import code_lists as codes
from schemas.surveys.municipal_services_2015.sections.introduction import HAS_OFFERS, Screening
from schemas.surveys.shared import questions as common

# ── G ────────────────────────────────────────────────────────────────────────────────────────────

NO_SERVICE_YET = (
    given(asked(Screening).has_offers).is_(codes.HasOffers.planned, codes.HasOffers.no, DONT_KNOW)
    | Screening.SCATTERED
)


class Future(Section, heading="Planer", when=NO_SERVICE_YET):
    """What is planned where there is no service, and who else may have one."""

    plans: Answer[codes.Plans] = ask(
        "Har kommunen planer om å etablere en lærings- og mestringstjeneste?",
        must=True,
        may_not_know=True,
    )
    plans_other: Answer[ShortText] = other(plans)

    PLANNING: ClassVar = given(plans).is_(
        codes.Plans.decided, codes.Plans.well_under_way, codes.Plans.considering
    )

    plan_when: Answer[Year] = ask(
        "Hvilket år skal tjenesten etter planen etableres?",
        between=(THIS_YEAR, THIS_YEAR + 10),
        when=PLANNING,
    )
    plan_form: Answer[codes.PlanForm] = ask("Hvordan skal tjenesten organiseres?", when=PLANNING)
    plan_form_other: Answer[ShortText] = other(plan_form)
    plan_cooperation: Answer[codes.Cooperation] = ask(
        "Skal tjenesten være kommunal eller interkommunal?", when=PLANNING
    )
    plan_partners: Answer[Units] = ask(
        "Hvilke kommuner skal samarbeide?",
        when=given(plan_cooperation).is_(codes.Cooperation.intermunicipal),
    )
    no_service_reason: Answer[Several[codes.NoServiceReason]] = ask(
        "Hva er grunnen til at det ikke er planer?",
        when=given(plans).is_(codes.Plans.no, codes.Plans.not_wanted),
    )
    no_service_reason_other: Answer[ShortText] = other(no_service_reason)
    knows_other_unit: Answer[codes.OtherUnit] = ask(
        "Kan det finnes slike tilbud i en annen avdeling eller i en nabokommune som dere "
        "samarbeider med?",
        when=given(asked(Screening).has_offers).is_not(codes.HasOffers.yes),
    )
    covered_by: Answer[Units] = ask(
        "Hvilken kommune har slike tilbud?",
        when=given(knows_other_unit).is_(codes.OtherUnit.other_municipality),
    )


# ── H ────────────────────────────────────────────────────────────────────────────────────────────

HAS_OR_WILL_HAVE = HAS_OFFERS | given(asked(Future).plans).is_(
    codes.Plans.decided, codes.Plans.well_under_way
)


class Experience(Section, heading="Gevinster og utfordringer", when=HAS_OR_WILL_HAVE):
    """What is hard, and what is gained."""

    challenges: Answer[Several[codes.Challenge]] = ask("Hva er de største utfordringene?")
    challenges_other: Answer[ShortText] = other(challenges)
    challenges_text: Answer[LongText] = ask(
        "Vil du utdype utfordringene?", instruct=common.WORD_FOR_WORD
    )
    benefits: Answer[Several[codes.Benefit]] = ask("Hvilke gevinster ser dere?")
    benefits_other: Answer[ShortText] = other(benefits)
    benefits_text: Answer[LongText] = ask("Vil du utdype gevinstene?")
