"""THE questionnaire of 2016: learning and mastery in the health trusts and private hospitals.

Declarations only, in the order of the conversation.  What is written here is bokmål; nynorsk and
English stand in `translations`, under the same sentences.  Ids, codes, routes and checks belong to
a version: whoever changes one gives the questionnaire a new one.

The conditions of sections have names, because mypy does not look into the head of a class.
"""

from decimal import Decimal
from typing import Annotated, ClassVar, Final

from pydantic import Field

from schemas.frame.design import Noun
from schemas.language.text import Text
from schemas.questionnaire.answers import Answer
from schemas.questionnaire.checks import hard, soft
from schemas.questionnaire.conditions import THIS_YEAR
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.questions import ask, given, other
from schemas.questionnaire.sections import Roster, Section
from schemas.questionnaire.types import (
    Email,
    LongText,
    Number,
    Phone,
    Read,
    Several,
    ShortText,
    Url,
    Whole,
    Year,
)
from schemas.surveys.health_trusts_2016 import code_lists as codes
from schemas.surveys.health_trusts_2016.definitions import CENTRE, DEFINITIONS
from schemas.surveys.health_trusts_2016.departments import TrustDepartment
from schemas.surveys.health_trusts_2016.translations import TRANSLATIONS
from schemas.surveys.shared import questions as common
from schemas.surveys.shared.definitions import EQUALS, OFFER

# ── A ────────────────────────────────────────────────────────────────────────────────────────────


class Introduction(Section, heading="Innledning"):
    """Who calls, whether it suits, and whether this is the one to ask."""

    intro: Answer[Read] = ask(
        "God dag, jeg heter {intervjuer} og ringer fra Nasjonal kompetansetjeneste for "
        "læring og mestring innen helse. Vi kartlegger lærings- og mestringsvirksomheten i "
        "alle helseforetak. Samtalen tar omtrent tjue minutter. Svarene brukes i et notat og "
        "som grunnlag for prioriteringer. Det er frivillig å delta, og du kan når som helst "
        "trekke deg."
    )
    consent: Answer[codes.Consent] = common.consent()
    right_person: Answer[codes.RightPerson] = common.right_person(
        "Er du leder eller nøkkelperson for lærings- og mestringsvirksomheten i {foretak}?",
        consent=consent,
    )

    CAN_ANSWER: ClassVar = common.can_answer(right_person)

    respondent_name: Answer[ShortText] = common.respondent_name(when=CAN_ANSWER)
    respondent_role: Answer[ShortText] = common.respondent_role(when=CAN_ANSWER)
    respondent_unit: Answer[TrustDepartment] = common.respondent_unit(
        "Hvilken del av {foretak} arbeider du i?", when=CAN_ANSWER
    )
    respondent_unit_other: Answer[ShortText] = other(respondent_unit)
    respondent_phone: Answer[Phone] = common.respondent_phone(when=CAN_ANSWER)
    respondent_email: Answer[Email] = common.respondent_email(when=CAN_ANSWER)


# ── B ────────────────────────────────────────────────────────────────────────────────────────────

# The right person is only asked for when it suits them: so this means consent, too.
BEGUN = Introduction.CAN_ANSWER


class Centres(Section, heading="Sentrene", when=BEGUN):
    """How the teaching of patients is organised."""

    organised: Answer[codes.Organised] = ask(
        "Hvordan er pasient- og pårørendeopplæringen organisert i {foretak}?",
        define=CENTRE,
        must=True,
    )
    organised_other: Answer[ShortText] = other(organised)

    HAS_CENTRES: ClassVar = given(organised).is_(codes.Organised.centres)
    IS_ORGANISED: ClassVar = given(organised).is_not(codes.Organised.none)
    HAS_A_PLACE: ClassVar = given(organised).is_(
        codes.Organised.centres, codes.Organised.department
    )


HAS_CENTRES = Centres.HAS_CENTRES
IS_ORGANISED = Centres.IS_ORGANISED


CENTRE_NOUN: Final = Noun(
    one=Text("senter", en="centre"),
    a=Text("et senter", nn="eit senter", en="a centre"),
    many=Text("sentre", nn="senter", en="centres"),
    the=Text("senteret", en="the centre"),
    all=Text("sentrene", nn="sentera", en="the centres"),
)


class Centre(
    Roster,
    heading="Sentrene",
    more="Har dere flere sentre?",
    noun=CENTRE_NOUN,
    at_most=10,
    when=HAS_CENTRES,
):
    """One centre: asked for each of them."""

    centre_name: Answer[ShortText] = ask(
        "Hva heter senteret?",
        instruct="Spør: «Har dere flere sentre?» til respondenten sier nei.",
        must=True,
    )
    centre_place: Answer[ShortText] = ask("Hvor ligger senteret?")
    centre_since: Answer[Year] = ask("Når ble senteret etablert?", between=(1990, THIS_YEAR))
    centre_staff: Answer[Annotated[Whole, Field(ge=0, le=100)]] = ask(
        "Hvor mange ansatte har senteret?", must=True, may_not_know=True
    )
    centre_fte: Answer[Annotated[Number, Field(ge=Decimal(0), le=Decimal(100))]] = ask(
        "Hvor mange årsverk utgjør de ansatte i senteret til sammen?", must=True, may_not_know=True
    )
    centre_role: Answer[Several[codes.CentreRole]] = ask("Hva gjør senteret?")
    centre_role_other: Answer[ShortText] = other(centre_role)
    centre_belongs: Answer[codes.Belongs] = ask("Hvor i organisasjonen ligger senteret?")
    centre_belongs_other: Answer[ShortText] = other(centre_belongs)

    checks = (
        hard(
            "centre_named_twice",
            on=centre_name,
            when=given(centre_name).repeats_an_earlier_item,
            says="To sentre kan ikke ha samme navn.",
        ),
        hard(
            "fte_above_staff",
            on=centre_fte,
            when=given(centre_fte) > given(centre_staff),
            says="Årsverkene kan ikke være flere enn de ansatte.",
        ),
        soft(
            "staff_without_fte",
            on=centre_fte,
            when=given(centre_fte).equals(0) & (given(centre_staff) > 0),
            says="Det er ansatte i senteret, men ingen årsverk. Stemmer svaret?",
        ),
    )


# ── C ────────────────────────────────────────────────────────────────────────────────────────────


class Governance(Section, heading="Styring og prioritering", when=IS_ORGANISED):
    """Who directs the activity, and who decides which patients it is for."""

    led_by_management: Answer[codes.LedByManagement] = ask(
        "I hvor stor grad styrer sykehusets ledelse virksomheten?", must=True, may_not_know=True
    )
    in_strategy: Answer[codes.InStrategy] = ask("Er virksomheten omtalt i foretakets strategiplan?")
    decides_groups: Answer[Several[codes.Decider]] = ask(
        "Hvem avgjør hvilke pasientgrupper som får tilbud?", must=True, may_not_know=True
    )
    decides_groups_other: Answer[ShortText] = other(decides_groups)
    decides_text: Answer[LongText] = ask(
        "Vil du utdype hvem som avgjør?", instruct=common.WORD_FOR_WORD
    )
    own_budget: Answer[codes.Budget] = ask("Har virksomheten eget budsjett?")
    reports_activity: Answer[codes.Reports] = ask("Rapporteres aktiviteten?")


# ── D ────────────────────────────────────────────────────────────────────────────────────────────


class Offers(Section, heading="Tilbudene", when=IS_ORGANISED):
    """For whom there are programmes today, and how many were held."""

    offer_groups: Answer[Several[codes.OfferGroup]] = ask(
        "Hvilke grupper har dere tilbud til i dag?", define=OFFER, must=True, may_not_know=True
    )
    offer_groups_other: Answer[ShortText] = other(offer_groups)
    offer_children: Answer[codes.OfferPermanence] = ask(
        "Er tilbudet til barn og unge fast eller ved behov?",
        when=given(offer_groups).includes(codes.OfferGroup.children_youth),
    )
    offer_minority: Answer[LongText] = ask(
        "Hvordan er tilbudet tilrettelagt for personer med minoritetsspråklig bakgrunn?",
        when=given(offer_groups).includes(codes.OfferGroup.minority_language),
    )
    offers_last_year: Answer[Annotated[Whole, Field(ge=0, le=1000)]] = ask(
        "Hvor mange kurs og samlinger ble holdt siste kalenderår?"
    )
    participants_last_year: Answer[Annotated[Whole, Field(ge=0, le=50000)]] = ask(
        "Hvor mange deltok til sammen?"
    )
    user_involvement: Answer[Several[codes.UserInvolvement]] = ask(
        "Hva er erfarne brukere med på?", define=EQUALS
    )
    dropped: Answer[codes.YesNo] = ask("Er grupper blitt uten tilbud de siste tre årene?")
    dropped_which: Answer[ShortText] = ask(
        "Hvilke grupper er blitt uten tilbud?", when=given(dropped).is_(codes.YesNo.yes)
    )

    checks = (
        soft(
            "many_participants",
            on=participants_last_year,
            when=given(participants_last_year) > 60 * given(offers_last_year),
            says="Det er flere enn 60 deltakere per kurs eller samling. Stemmer svaret?",
        ),
        hard(
            "participants_without_courses",
            on=participants_last_year,
            when=given(offers_last_year).equals(0) & (given(participants_last_year) > 0),
            says="Når ingen kurs eller samlinger ble holdt, kan det ikke ha vært deltakere.",
        ),
    )


# ── E ────────────────────────────────────────────────────────────────────────────────────────────


class Collaboration(Section, heading="Samhandling", when=IS_ORGANISED):
    """The municipalities, and the regional function."""

    municipalities: Answer[Annotated[Whole, Field(ge=0, le=442)]] = ask(
        "Hvor mange kommuner og bydeler samarbeider dere med om læring og mestring?"
    )
    municipal_forms: Answer[Several[codes.HealthTrustForm]] = ask(
        "Hva samarbeider dere med kommunene om?", when=given(municipalities) > 0
    )
    municipal_forms_other: Answer[ShortText] = other(municipal_forms)
    # The specification leaves open whom this is for.  Its codes are those of phase two, which asks
    # only those who cooperate: where there is no municipality, there is nothing to agree on.
    municipal_agreement: Answer[codes.AgreementForm] = ask(
        "Er samarbeidet med kommunene avtalefestet?", when=given(municipalities) > 0
    )
    regional_support: Answer[codes.RegionalSupport] = ask(
        "Får dere støtte fra den regionale funksjonen?"
    )
    trains_municipalities: Answer[codes.TrainsMunicipalities] = ask(
        "Holder dere helsepedagogiske kurs for kommuner?"
    )


# ── F ────────────────────────────────────────────────────────────────────────────────────────────


class Outlook(Section, heading="Utfordringer og framtid", when=BEGUN):
    """What is hard, and what they think will come."""

    challenges: Answer[Several[codes.Challenge]] = ask("Hva er de største utfordringene?")
    challenges_other: Answer[ShortText] = other(challenges)
    future: Answer[codes.Future] = ask(
        "Hvordan ser du på framtiden for læring og mestring i {foretak}?",
        must=True,
        may_not_know=True,
    )
    future_text: Answer[LongText] = ask(
        "Vil du utdype hvordan du ser på framtiden?", instruct=common.WORD_FOR_WORD
    )


# ── G ────────────────────────────────────────────────────────────────────────────────────────────


class Closing(Section, heading="Avslutning", when=BEGUN):
    """What may be published, what they want from us, and thanks."""

    publish: Answer[codes.Publish] = common.publish(
        "Kan vi føre opp sentrene i den nasjonale oversikten på nettet?", when=Centres.HAS_A_PLACE
    )

    MAY_PUBLISH: ClassVar = common.may_publish(publish)

    public_contact_name: Answer[ShortText] = common.public_contact_name(when=MAY_PUBLISH)
    public_phone: Answer[Phone] = common.public_phone(when=MAY_PUBLISH)
    public_email: Answer[Email] = common.public_email(when=MAY_PUBLISH)
    public_url: Answer[Url] = common.public_url(when=MAY_PUBLISH)
    follow_up: Answer[Several[codes.FollowUp]] = common.follow_up()
    final_remarks: Answer[LongText] = common.final_remarks()
    thanks: Answer[Read] = common.thanks()

    checks = (common.nothing_to_publish(public_phone, public_email, public_url),)


# ── H ────────────────────────────────────────────────────────────────────────────────────────────


class Assessment(Section, heading="Etter samtalen", when=BEGUN, aloud=False):
    """What the interviewer thinks: filled in afterwards, never read out."""

    respondent_certainty: Answer[codes.Certainty] = common.respondent_certainty()
    knows_all_centres: Answer[codes.KnowsCentres] = ask(
        "Kjente respondenten alle sentrene?", must=True
    )
    private_note: Answer[LongText] = common.private_note()


# ── The whole ────────────────────────────────────────────────────────────────────────────────────


class HealthTrusts(
    Questionnaire,
    name="health-trusts",
    version="2016.1",
    heading="Telefonintervju om lærings- og mestringsvirksomheten i helseforetakene",
    definitions=DEFINITIONS,
    translations=TRANSLATIONS,
):
    """A whole interview.  Sections that the route leaves out may be left out.

    They are made then: one takes long to make, and most commands read no whole interview.
    """

    introduction: Introduction
    centres: Centres = Field(default_factory=Centres)
    centre: tuple[Centre, ...] = ()
    governance: Governance = Field(default_factory=Governance)
    offers: Offers = Field(default_factory=Offers)
    collaboration: Collaboration = Field(default_factory=Collaboration)
    outlook: Outlook = Field(default_factory=Outlook)
    closing: Closing = Field(default_factory=Closing)
    assessment: Assessment = Field(default_factory=Assessment)
