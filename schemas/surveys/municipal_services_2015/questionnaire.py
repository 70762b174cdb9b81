"""THE questionnaire of phase two: telephone interviews about learning and mastery services.

Declarations only, in the order of the conversation.  What is written here is bokmål; nynorsk and
English stand in `translations`, under the same sentences.  Ids, codes, routes and checks belong to
a version: whoever changes one gives the questionnaire a new one.

The conditions of sections have names, because mypy does not look into the head of a class.
"""

from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field

from schemas.questionnaire.answers import (
    DONT_KNOW,
    Answer,
    Email,
    LongText,
    Month,
    Number,
    Phone,
    Read,
    Several,
    ShortText,
    Units,
    Url,
    Whole,
    Year,
)
from schemas.questionnaire.checks import hard, soft
from schemas.questionnaire.conditions import any_of, derived, fact
from schemas.questionnaire.preloads import Claim
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.questions import THIS_YEAR, ask, given, other
from schemas.questionnaire.sections import Roster, Section, asked
from schemas.review.classify import CASES_SO_FAR, Class, class_so_far
from schemas.surveys.municipal_services_2015 import code_lists as codes
from schemas.surveys.municipal_services_2015.definitions import (
    DEFINITIONS,
    LONG_TERM,
    NOT_ALONE,
    SERVICE,
)
from schemas.surveys.municipal_services_2015.departments import Office
from schemas.surveys.municipal_services_2015.translations import TRANSLATIONS
from schemas.surveys.shared import questions as common
from schemas.surveys.shared.definitions import EQUALS, OFFER

ELABORATE = "Vil du utdype?"

# ── A ────────────────────────────────────────────────────────────────────────────────────────────


class Introduction(Section, heading="Innledning"):
    """Who calls, whether it suits, and whether this is the one to ask."""

    intro: Answer[Read] = ask(
        "God dag, jeg heter {intervjuer} og ringer fra Nasjonal kompetansetjeneste for "
        "læring og mestring innen helse. Vi ringer alle kommuner og bydeler for å få "
        "oversikt over lærings- og mestringstjenester. Samtalen tar omtrent et kvarter, "
        "og kortere hvis dere ikke har en slik tjeneste. Svarene om tjenesten brukes i en "
        "nasjonal oversikt og i statistikk. Det er frivillig å delta, og du kan trekke "
        "deg underveis."
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
        instruct="Les definisjonen «Lærings- og mestringstilbud». Ved usikker: Les også «Regnes "
        "ikke med alene».",
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
        "Er de for personer med langvarige helseutfordringer, eller deres pårørende?",
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
        "Hvordan er tilbudene samlet i kommunen?",
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
            says="Svarene tyder på at tilbudet ikke fyller definisjonen. Les definisjonen "
            "«Lærings- og mestringstilbud» på nytt og bekreft.",
        ),
        soft(
            "claimed_a_service",
            on=has_offers,
            when=fact("claim").equals(Claim.service)
            & (given(has_offers).is_not(codes.HasOffers.yes) | SCATTERED),
            says="Rådmannen oppga i 2014 at kommunen har en tjeneste. Bekreft svaret.",
        ),
        # What was claimed is not shown before the section is done: hence the last answer, too.
        soft(
            "claimed_no_offers",
            on=offers_since,
            when=fact("claim").equals(Claim.none)
            & HAS_OFFERS
            & (given(offers_since) < 2014)
            & given(coordination).answered,
            says="Rådmannen oppga i 2014 at kommunen ikke har tilbud, men tilbudene startet før "
            "2014. Bekreft svaret.",
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

# ── C ────────────────────────────────────────────────────────────────────────────────────────────


class Organisation(Section, heading="Organisering", when=COORDINATED):
    """What the service is, whose it is, and what it stands on."""

    service_name: Answer[ShortText] = ask("Hva heter tjenesten?", must=True)
    hosted_in: Answer[Several[codes.HostedIn]] = ask(
        "Hva er tjenesten en del av, eller knyttet til?"
    )
    hosted_in_other: Answer[ShortText] = other(hosted_in)
    cooperation: Answer[codes.Cooperation] = ask(
        "Er tjenesten kommunal eller interkommunal?", must=True
    )

    SHARED: ClassVar = given(cooperation).is_(codes.Cooperation.intermunicipal)

    partner_units: Answer[Units] = ask("Hvilke kommuner samarbeider?", must=True, when=SHARED)
    # Only what several municipalities share has a host among them.
    host_unit: Answer[Units] = ask("Hvilken kommune er vertskommune?", at_most=1, when=SHARED)
    service_since: Answer[Year] = ask("Når ble tjenesten etablert?", between=(1900, THIS_YEAR))
    service_since_month: Answer[Month] = ask(
        "I hvilken måned ble tjenesten etablert?", may_be_empty=True
    )
    stage: Answer[codes.Stage] = ask("Hvor langt er dere kommet?")
    staff: Answer[Annotated[Whole, Field(ge=0, le=200)]] = ask(
        "Hvor mange ansatte har oppgaver i tjenesten?"
    )
    fte: Answer[Annotated[Number, Field(ge=Decimal(0), le=Decimal(100))]] = ask(
        "Hvor mange årsverk utgjør det til sammen?"
    )
    funding: Answer[Several[codes.Funding]] = ask("Hvordan er tjenesten finansiert?")
    funding_other: Answer[ShortText] = other(funding)
    funding_secure: Answer[codes.FundingSecure] = ask("Er videreføringen sikret?")
    funding_until: Answer[Year] = ask(
        "Til hvilket år?",
        between=(THIS_YEAR, 2100),
        when=given(funding_secure).is_(codes.FundingSecure.until),
    )
    plan_anchored: Answer[Several[codes.PlanAnchored]] = ask("Er tjenesten forankret i en plan?")
    access: Answer[Several[codes.Access]] = ask("Hvordan kommer deltakerne til tjenesten?")
    access_other: Answer[ShortText] = other(access)

    checks = (
        hard(
            "no_other_partner",
            on=partner_units,
            when=given(partner_units).within(fact("unit_id")),
            says="En interkommunal tjeneste må ha minst én annen kommune enn den intervjuede.",
        ),
        hard(
            "host_is_not_a_partner",
            on=host_unit,
            when=given(host_unit).has_value
            & ~given(host_unit).within(fact("unit_id"), given(partner_units)),
            says="Vertskommunen må være den intervjuede eller en av dem som samarbeider.",
        ),
        soft(
            "service_before_offers",
            on=service_since,
            when=given(service_since) < given(asked(Screening).offers_since),
            says="Tjenesten ble etablert før de første tilbudene startet. Bekreft årstallet.",
        ),
        hard(
            "fte_above_staff",
            on=fte,
            when=given(fte) > given(staff),
            says="Årsverkene kan ikke være flere enn de ansatte.",
        ),
        soft(
            "staff_without_fte",
            on=fte,
            when=given(fte).equals(0) & (given(staff) > 0),
            says="Det er ansatte i tjenesten, men ingen årsverk. Bekreft svaret.",
        ),
        soft(
            "fte_above_ten",
            on=fte,
            when=given(fte) > 10,
            says="Over 10 årsverk er uvanlig mange. Bekreft svaret.",
        ),
    )


# ── D ────────────────────────────────────────────────────────────────────────────────────────────


class Offer(Roster, heading="Tilbudene", more="Har dere flere?", at_most=30, when=HAS_OFFERS):
    """One offer: asked for each of them."""

    offer_name: Answer[ShortText] = ask(
        "Hva heter tilbudet?",
        instruct="Spør: «Har dere flere?» til respondenten sier nei.",
        must=True,
    )
    offer_scope: Answer[codes.OfferScope] = ask(
        "Er det for én diagnose, en gruppe diagnoser, eller på tvers?"
    )
    offer_targets: Answer[Several[codes.OfferTarget]] = ask("Hvem er det for?")
    offer_targets_other: Answer[ShortText] = other(offer_targets)
    offer_relatives: Answer[codes.OfferRelatives] = ask("Er pårørende med?")
    offer_kind: Answer[codes.OfferKind] = ask(
        "Hva slags opplegg er det?", instruct="Spør ved behov."
    )
    offer_kind_other: Answer[ShortText] = other(offer_kind)
    offer_user_involvement: Answer[Several[codes.UserInvolvement]] = ask(
        "Hvor er erfarne brukere med?"
    )
    offer_courses: Answer[Annotated[Whole, Field(ge=0, le=200)]] = ask(
        "Hvor mange ganger ble det holdt siste kalenderår?"
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
            says="Det er flere enn 40 deltakere per gang. Bekreft svaret.",
        ),
        hard(
            "participants_without_courses",
            on=offer_participants,
            when=given(offer_courses).equals(0) & (given(offer_participants) > 0),
            says="Tilbudet ble ikke holdt siste kalenderår, og kan ikke ha hatt deltakere.",
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
            when=given(Offer.more).is_all
            & given(asked(Offer).offer_kind).in_every_item_is(
                codes.OfferKind.kid, codes.OfferKind.kib, codes.OfferKind.lifestyle
            ),
            says="Ingen av tilbudene regnes som lærings- og mestringstilbud.",
        ),
    )


# ── F ────────────────────────────────────────────────────────────────────────────────────────────


class Collaboration(Section, heading="Samhandling", when=HAS_OFFERS):
    """The health trust and other partners."""

    health_trust_contact: Answer[codes.YesNo] = ask(
        "Samarbeider dere med et lærings- og mestringssenter i helseforetaket?"
    )

    WITH_TRUST: ClassVar = given(health_trust_contact).is_(codes.YesNo.yes)

    health_trust_name: Answer[ShortText] = ask("Hvilket?", when=WITH_TRUST)
    health_trust_forms: Answer[Several[codes.HealthTrustForm]] = ask("Om hva?", when=WITH_TRUST)
    health_trust_forms_other: Answer[ShortText] = other(health_trust_forms)
    health_trust_agreement: Answer[codes.AgreementForm] = ask(
        "Er samarbeidet avtalefestet?", when=WITH_TRUST
    )
    task_division: Answer[codes.Clarity] = ask(
        "Er det klart hvem som har ansvar for hvilke tilbud, dere eller helseforetaket?"
    )
    other_partners: Answer[Several[codes.Partner]] = ask("Hvem andre samarbeider dere med?")
    other_partners_other: Answer[ShortText] = other(other_partners)


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
        "Hva er grunnen?", when=given(plans).is_(codes.Plans.no, codes.Plans.not_wanted)
    )
    no_service_reason_other: Answer[ShortText] = other(no_service_reason)
    knows_other_unit: Answer[codes.OtherUnit] = ask(
        "Kan det finnes slike tilbud i en annen avdeling eller i en nabokommune som dere "
        "samarbeider med?",
        when=given(asked(Screening).has_offers).is_not(codes.HasOffers.yes),
    )
    covered_by: Answer[Units] = ask(
        "Hvilken kommune?", when=given(knows_other_unit).is_(codes.OtherUnit.other_municipality)
    )


# ── H ────────────────────────────────────────────────────────────────────────────────────────────

HAS_OR_WILL_HAVE = HAS_OFFERS | given(asked(Future).plans).is_(
    codes.Plans.decided, codes.Plans.well_under_way
)


class Experience(Section, heading="Gevinster og utfordringer", when=HAS_OR_WILL_HAVE):
    """What is hard, and what is gained."""

    challenges: Answer[Several[codes.Challenge]] = ask("Hva er de største utfordringene?")
    challenges_other: Answer[ShortText] = other(challenges)
    challenges_text: Answer[LongText] = ask(ELABORATE, instruct=common.WORD_FOR_WORD)
    benefits: Answer[Several[codes.Benefit]] = ask("Hvilke gevinster ser dere?")
    benefits_other: Answer[ShortText] = other(benefits)
    benefits_text: Answer[LongText] = ask(ELABORATE)


# ── I ────────────────────────────────────────────────────────────────────────────────────────────

# Offers in the borderland are not asked yet: a coordinator looks at them before anybody is listed.
CLASS = derived(
    "class_without_fit",
    class_so_far(
        Screening.questions + Organisation.questions + Future.questions, asked(Offer).offer_kind
    ),
    CASES_SO_FAR,
)
FOR_THE_OVERVIEW = any_of(
    CLASS.equals(found) for found in (Class.service, Class.offers_only, Class.planning)
)


class Closing(Section, heading="Avslutning", when=BEGUN):
    """What may be published, what they want from us, and thanks."""

    publish: Answer[codes.Publish] = ask(
        "Kan vi føre opp tjenesten i den nasjonale oversikten på nett?",
        must=True,
        when=FOR_THE_OVERVIEW,
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


# ── J ────────────────────────────────────────────────────────────────────────────────────────────


class Assessment(Section, heading="Etter samtalen", when=BEGUN, aloud=False):
    """What the interviewer thinks: filled in afterwards, never read out."""

    fit: Answer[codes.Fit] = ask("Passer svarene med definisjonen?", must=True)
    fit_reason: Answer[LongText] = ask(
        "Hvorfor er det i grenseland?", must=True, when=given(fit).is_(codes.Fit.borderline)
    )
    respondent_certainty: Answer[codes.Certainty] = common.respondent_certainty()
    private_note: Answer[LongText] = common.private_note()


# ── The whole ────────────────────────────────────────────────────────────────────────────────────


class PhaseTwo(
    Questionnaire,
    name="phase-two",
    version="2015.1",
    heading="Telefonintervju om kommunale lærings- og mestringstjenester",
    definitions=DEFINITIONS,
    derived=(CLASS,),
    translations=TRANSLATIONS,
):
    """A whole interview.  Sections that the route leaves out may be left out."""

    introduction: Introduction
    screening: Screening = Screening()
    organisation: Organisation = Organisation()
    offers: tuple[Offer, ...] = ()
    involvement: Involvement = Involvement()
    collaboration: Collaboration = Collaboration()
    future: Future = Future()
    experience: Experience = Experience()
    closing: Closing = Closing()
    assessment: Assessment = Assessment()
