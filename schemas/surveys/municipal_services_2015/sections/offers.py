"""Sections D to F: the offers, and everybody who takes part in them."""

from typing import Annotated, ClassVar, Final

from pydantic import Field

from schemas.frame.design import Noun
from schemas.language.text import Text
from schemas.questionnaire.answers import Answer
from schemas.questionnaire.checks import hard, soft
from schemas.questionnaire.questions import ask, given, other
from schemas.questionnaire.sections import Roster, Section, asked
from schemas.questionnaire.types import (
    Several,
    ShortText,
    Whole,
)
from schemas.surveys.municipal_services_2015 import code_lists as codes
from schemas.surveys.municipal_services_2015.sections.introduction import HAS_OFFERS

# ── D ────────────────────────────────────────────────────────────────────────────────────────────


OFFER_NOUN: Final = Noun(
    one=Text("tilbud", nn="tilbod", en="programme"),
    a=Text("et tilbud", nn="eit tilbod", en="a programme"),
    many=Text("tilbud", nn="tilbod", en="programmes"),
    the=Text("tilbudet", nn="tilbodet", en="the programme"),
    all=Text("tilbudene", nn="tilboda", en="the programmes"),
)


class Offer(
    Roster,
    heading="Tilbudene",
    more="Har dere flere tilbud?",
    noun=OFFER_NOUN,
    at_most=30,
    when=HAS_OFFERS,
):
    """One offer: asked for each of them."""

    offer_name: Answer[ShortText] = ask(
        "Hva heter tilbudet?",
        instruct="Spør: «Har dere flere tilbud?» til respondenten sier nei.",
        must=True,
    )
    offer_scope: Answer[codes.OfferScope] = ask(
        "Er det for én diagnose, for en gruppe diagnoser eller på tvers av diagnoser?"
    )
    offer_targets: Answer[Several[codes.OfferTarget]] = ask("Hvem er det for?")
    offer_targets_other: Answer[ShortText] = other(offer_targets)
    offer_relatives: Answer[codes.OfferRelatives] = ask("Er pårørende med?")
    offer_kind: Answer[codes.OfferKind] = ask(
        "Hva slags opplegg er det?", instruct="Spør ved behov."
    )
    offer_kind_other: Answer[ShortText] = other(offer_kind)
    offer_user_involvement: Answer[Several[codes.UserInvolvement]] = ask(
        "Hva er erfarne brukere med på?"
    )
    offer_courses: Answer[Annotated[Whole, Field(ge=0, le=200)]] = ask(
        "Hvor mange slike kurs eller grupper ble gjennomført i fjor?"
    )
    offer_participants: Answer[Annotated[Whole, Field(ge=0, le=5000)]] = ask(
        "Hvor mange deltok til sammen?"
    )

    checks = (
        hard(
            "offer_named_twice",
            on=offer_name,
            when=given(offer_name).repeats_an_earlier_item,
            says="To tilbud kan ikke ha samme navn.",
        ),
        soft(
            "many_participants",
            on=offer_participants,
            when=given(offer_participants) > 40 * given(offer_courses),
            says="Det er flere enn 40 deltakere per kurs eller gruppe. Stemmer svaret?",
        ),
        hard(
            "participants_without_courses",
            on=offer_participants,
            when=given(offer_courses).equals(0) & (given(offer_participants) > 0),
            says="Tilbudet ble ikke gjennomført i fjor, og kan ikke ha hatt deltakere.",
        ),
    )


# ── E ────────────────────────────────────────────────────────────────────────────────────────────


class Involvement(Section, heading="Brukermedvirkning og kompetanse", when=HAS_OFFERS):
    """Who the experienced users are, and what the staff have learnt."""

    user_recruitment: Answer[Several[codes.UserRecruitment]] = ask(
        "Hvor kommer de erfarne brukerne fra?"
    )
    user_recruitment_other: Answer[ShortText] = other(user_recruitment)
    user_paid: Answer[codes.UserPaid] = ask("Får de erfarne brukerne honorar?")
    pedagogy_training: Answer[codes.PedagogyTraining] = ask(
        "Har ansatte fått opplæring i helsepedagogikk?"
    )
    pedagogy_by: Answer[Several[codes.PedagogyBy]] = ask(
        "Hvem holdt opplæringen?",
        when=given(pedagogy_training).is_(codes.PedagogyTraining.all, codes.PedagogyTraining.some),
    )
    pedagogy_by_other: Answer[ShortText] = other(pedagogy_by)

    # About the offers as a whole, so it can stand in no single one of them.
    checks = (
        soft(
            "no_offer_counts",
            on=Offer.more,
            when=given(Offer.more).is_complete
            & given(asked(Offer).offer_kind).in_every_item_is(
                codes.OfferKind.kid, codes.OfferKind.kib, codes.OfferKind.lifestyle
            ),
            says="Ingen av tilbudene regnes som lærings- og mestringstilbud. Stemmer svarene?",
        ),
    )


# ── F ────────────────────────────────────────────────────────────────────────────────────────────


class Collaboration(Section, heading="Samhandling", when=HAS_OFFERS):
    """The health trust and other partners."""

    health_trust_contact: Answer[codes.YesNo] = ask(
        "Samarbeider dere med et lærings- og mestringssenter i helseforetaket?"
    )

    WITH_TRUST: ClassVar = given(health_trust_contact).is_(codes.YesNo.yes)

    health_trust_name: Answer[ShortText] = ask(
        "Hvilket lærings- og mestringssenter?", when=WITH_TRUST
    )
    health_trust_forms: Answer[Several[codes.HealthTrustForm]] = ask(
        "Hva samarbeider dere om?", when=WITH_TRUST
    )
    health_trust_forms_other: Answer[ShortText] = other(health_trust_forms)
    health_trust_agreement: Answer[codes.AgreementForm] = ask(
        "Er samarbeidet avtalefestet?", when=WITH_TRUST
    )
    task_division: Answer[codes.Clarity] = ask(
        "Er det klart hvem som har ansvar for hvilke tilbud, dere eller helseforetaket?"
    )
    other_partners: Answer[Several[codes.Partner]] = ask("Hvem andre samarbeider dere med?")
    other_partners_other: Answer[ShortText] = other(other_partners)
