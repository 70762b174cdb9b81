"""THE questionnaire of phase two: telephone interviews about learning and mastery services.

Declarations only, in the order of the conversation.  Every text stands in bokmål, nynorsk and
English, in that order.  Ids, codes, routes and checks belong to a version: whoever changes one
gives the questionnaire a new one.
"""

from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field

from schemas import codes
from schemas.answers import (
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
from schemas.classify import Class, class_so_far
from schemas.definitions import DEFINITIONS, EQUALS, LONG_TERM, NOT_ALONE, OFFER, SERVICE
from schemas.departments import Department
from schemas.facts import Claim
from schemas.predicates import any_of, derived, fact
from schemas.questionnaire import (
    THIS_YEAR,
    Questionnaire,
    Roster,
    Section,
    ask,
    asked,
    given,
    hard,
    other,
    soft,
)
from schemas.text import Text

WHAT = Text("Hva?", "Kva?", "What?")
ELABORATE = Text("Vil du utdype?", "Vil du utdjupe?", "Would you like to say more?")

CONFIRM = Text(
    "Forhåndsutfylt når den er kjent. Les opp og bekreft.",
    "Ferdig utfylt når han er kjend. Les opp og stadfest.",
    "Filled in already where it is known. Read out and confirm.",
)

# ── A ────────────────────────────────────────────────────────────────────────────────────────────


class Introduction(Section, heading=Text("Innledning", "Innleiing", "Introduction")):
    """Who calls, whether it suits, and whether this is the one to ask."""

    intro: Answer[Read] = ask(
        Text(
            "God dag, jeg heter {intervjuer} og ringer fra Nasjonal kompetansetjeneste for læring "
            "og mestring innen helse. Vi ringer alle kommuner og bydeler for å få oversikt over "
            "lærings- og mestringstjenester. Samtalen tar omtrent et kvarter, og kortere hvis "
            "dere ikke har en slik tjeneste. Svarene om tjenesten brukes i en nasjonal oversikt "
            "og i statistikk. Det er frivillig å delta, og du kan trekke deg underveis.",
            "God dag, eg heiter {intervjuer} og ringjer frå Nasjonal kompetanseteneste for læring "
            "og meistring innan helse. Vi ringjer alle kommunar og bydelar for å få oversikt over "
            "lærings- og meistringstenester. Samtalen tek omtrent eit kvarter, og kortare om "
            "de ikkje har ei slik teneste. Svara om tenesta blir brukte i ei nasjonal oversikt "
            "og i statistikk. Det er frivillig å delta, og du kan trekkje deg undervegs.",
            "Good day, my name is {intervjuer}, and I am calling from the Norwegian National "
            "Advisory Unit on Learning and Mastery in Health. We are calling every municipality "
            "and city district to get an overview of learning and mastery services. It takes "
            "about a quarter of an hour, and less if you have no such service. The answers about "
            "the service are used in a national overview and in statistics. Taking part is "
            "voluntary, and you may withdraw along the way.",
        )
    )
    consent: Answer[codes.Consent] = ask(
        Text(
            "Passer det at jeg stiller deg noen spørsmål nå?",
            "Passar det at eg stiller deg nokre spørsmål no?",
            "Is it convenient if I ask you some questions now?",
        ),
        must=True,
    )
    right_person: Answer[codes.RightPerson] = ask(
        Text(
            "Er du den som har ansvar for, eller kjenner best til, lærings- og mestringsarbeidet "
            "i {kommune}?",
            "Er du den som har ansvar for, eller kjenner best til, lærings- og meistringsarbeidet "
            "i {kommune}?",
            "Are you the one who is responsible for, or knows most about, the work with learning "
            "and mastery in {kommune}?",
        ),
        must=True,
        when=given(consent).is_(codes.Consent.yes),
    )

    CAN_ANSWER: ClassVar = given(right_person).is_(codes.RightPerson.yes, codes.RightPerson.proxy)

    respondent_name: Answer[ShortText] = ask(
        Text("Hva er navnet ditt?", "Kva er namnet ditt?", "What is your name?"),
        must=True,
        when=CAN_ANSWER,
        personal=True,
        known_as="person",
    )
    respondent_role: Answer[ShortText] = ask(
        Text("Hvilken stilling har du?", "Kva stilling har du?", "What is your position?"),
        when=CAN_ANSWER,
        known_as="role",
    )
    respondent_unit: Answer[Department] = ask(
        Text(
            "Hvilken del av kommunen arbeider du i?",
            "Kva del av kommunen arbeider du i?",
            "Which part of the municipality do you work in?",
        ),
        when=CAN_ANSWER,
        known_as="department",
    )
    respondent_unit_other: Answer[ShortText] = other(respondent_unit, WHAT)
    respondent_phone: Answer[Phone] = ask(
        Text(
            "Hvilket direkte telefonnummer har du?",
            "Kva direkte telefonnummer har du?",
            "What is your direct telephone number?",
        ),
        instruct=CONFIRM,
        when=CAN_ANSWER,
        personal=True,
        known_as="phone",
    )
    respondent_email: Answer[Email] = ask(
        Text("Hvilken e-postadresse har du?", "Kva e-postadresse har du?", "What is your e-mail?"),
        instruct=CONFIRM,
        when=CAN_ANSWER,
        personal=True,
        known_as="email",
    )


# ── B ────────────────────────────────────────────────────────────────────────────────────────────

# The right person is only asked for when it suits them: so this means consent, too.
BEGUN = Introduction.CAN_ANSWER


class Screening(Section, heading=Text("Avklaring", "Avklaring", "Screening"), when=BEGUN):
    """Whether there are offers that fit the definition, and whether they make a service."""

    definition_read: Answer[codes.Understanding] = ask(
        Text(
            "Er det greit for deg at vi bruker denne forståelsen i resten av samtalen?",
            "Er det greitt for deg at vi bruker denne forståinga i resten av samtalen?",
            "Is it all right with you that we use this understanding in the rest of the call?",
        ),
        instruct=Text(
            "Les definisjonen «Lærings- og mestringstilbud». Ved usikker: Les også «Regnes ikke "
            "med alene».",
            "Les definisjonen «Lærings- og meistringstilbod». Ved usikker: Les òg «Blir ikkje "
            "rekna med åleine».",
            "Read the definition “Learning and mastery offer”. If unsure, read “Does not count on "
            "its own” as well.",
        ),
        define=(OFFER, NOT_ALONE),
        must=True,
    )
    has_offers: Answer[codes.HasOffers] = ask(
        Text(
            "Har {kommune} i dag lærings- og mestringstilbud slik jeg beskrev dem, alene eller "
            "sammen med andre kommuner?",
            "Har {kommune} i dag lærings- og meistringstilbod slik eg skildra dei, åleine eller "
            "saman med andre kommunar?",
            "Does {kommune} today have learning and mastery offers as I described them, alone or "
            "together with other municipalities?",
        ),
        define=OFFER,
        must=True,
        may_not_know=True,
    )

    HAS_OFFERS: ClassVar = given(has_offers).is_(codes.HasOffers.yes)

    criterion_group: Answer[codes.Criterion] = ask(
        Text(
            "Er tilbudene gruppebaserte?", "Er tilboda gruppebaserte?", "Are the offers in groups?"
        ),
        when=HAS_OFFERS,
    )
    criterion_long_term: Answer[codes.Criterion] = ask(
        Text(
            "Er de for personer med langvarige helseutfordringer, eller deres pårørende?",
            "Er dei for personar med langvarige helseutfordringar, eller dei pårørande deira?",
            "Are they for people with long-term health challenges, or their relatives?",
        ),
        define=LONG_TERM,
        when=HAS_OFFERS,
    )
    criterion_planned: Answer[codes.Criterion] = ask(
        Text(
            "Planlegges de sammen med erfarne brukere?",
            "Blir dei planlagde saman med erfarne brukarar?",
            "Are they planned together with experienced users?",
        ),
        define=EQUALS,
        when=HAS_OFFERS,
    )
    criterion_delivered: Answer[codes.Criterion] = ask(
        Text(
            "Gjennomføres de sammen med erfarne brukere?",
            "Blir dei gjennomførte saman med erfarne brukarar?",
            "Are they delivered together with experienced users?",
        ),
        when=HAS_OFFERS,
    )
    criterion_evaluated: Answer[codes.Criterion] = ask(
        Text(
            "Evalueres de sammen med erfarne brukere?",
            "Blir dei evaluerte saman med erfarne brukarar?",
            "Are they evaluated together with experienced users?",
        ),
        when=HAS_OFFERS,
    )
    offers_since: Answer[Year] = ask(
        Text(
            "Omtrent hvilket år startet de første av disse tilbudene?",
            "Omtrent kva år starta dei første av desse tilboda?",
            "In about which year did the first of these offers start?",
        ),
        between=(1990, THIS_YEAR),
        when=HAS_OFFERS,
    )
    coordination: Answer[codes.Coordination] = ask(
        Text(
            "Hvordan er tilbudene samlet i kommunen?",
            "Korleis er tilboda samla i kommunen?",
            "How are the offers brought together in the municipality?",
        ),
        define=SERVICE,
        must=True,
        may_not_know=True,
        when=HAS_OFFERS,
    )
    coordination_other: Answer[ShortText] = other(coordination, WHAT)

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
            ),
            says=Text(
                "Svarene tyder på at tilbudet ikke fyller definisjonen. Les definisjonen "
                "«Lærings- og mestringstilbud» på nytt og bekreft.",
                "Svara tyder på at tilbodet ikkje fyller definisjonen. Les definisjonen "
                "«Lærings- og meistringstilbod» på nytt og stadfest.",
                "The answers suggest that the offer does not meet the definition. Read the "
                "definition “Learning and mastery offer” again and confirm.",
            ),
        ),
        soft(
            "claimed_a_service",
            on=has_offers,
            when=fact("claim").equals(Claim.service)
            & (given(has_offers).is_not(codes.HasOffers.yes) | SCATTERED),
            says=Text(
                "Rådmannen oppga i 2014 at kommunen har en tjeneste. Bekreft svaret.",
                "Rådmannen opplyste i 2014 at kommunen har ei teneste. Stadfest svaret.",
                "In 2014 the chief executive said that the municipality has a service. Confirm.",
            ),
        ),
        # What was claimed is not shown before the section is done: hence the last answer, too.
        soft(
            "claimed_no_offers",
            on=offers_since,
            when=fact("claim").equals(Claim.none)
            & HAS_OFFERS
            & (given(offers_since) < 2014)
            & given(coordination).answered,
            says=Text(
                "Rådmannen oppga i 2014 at kommunen ikke har tilbud, men tilbudene startet før "
                "2014. Bekreft svaret.",
                "Rådmannen opplyste i 2014 at kommunen ikkje har tilbod, men tilboda starta før "
                "2014. Stadfest svaret.",
                "In 2014 the chief executive said that there are no offers, but the offers "
                "started before 2014. Confirm.",
            ),
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


class Organisation(
    Section, heading=Text("Organisering", "Organisering", "Organisation"), when=COORDINATED
):
    """What the service is, whose it is, and what it stands on."""

    service_name: Answer[ShortText] = ask(
        Text("Hva heter tjenesten?", "Kva heiter tenesta?", "What is the service called?"),
        must=True,
    )
    hosted_in: Answer[Several[codes.HostedIn]] = ask(
        Text(
            "Hva er tjenesten en del av, eller knyttet til?",
            "Kva er tenesta ein del av, eller knytt til?",
            "What is the service part of, or connected to?",
        ),
    )
    hosted_in_other: Answer[ShortText] = other(hosted_in, WHAT)
    cooperation: Answer[codes.Cooperation] = ask(
        Text(
            "Er tjenesten kommunal eller interkommunal?",
            "Er tenesta kommunal eller interkommunal?",
            "Is the service municipal or inter-municipal?",
        ),
        must=True,
    )

    SHARED: ClassVar = given(cooperation).is_(codes.Cooperation.intermunicipal)

    partner_units: Answer[Units] = ask(
        Text(
            "Hvilke kommuner samarbeider?",
            "Kva kommunar samarbeider?",
            "Which municipalities cooperate?",
        ),
        must=True,
        when=SHARED,
    )
    # Only what several municipalities share has a host among them.
    host_unit: Answer[Units] = ask(
        Text(
            "Hvilken kommune er vertskommune?",
            "Kva kommune er vertskommune?",
            "Which municipality is the host?",
        ),
        at_most=1,
        when=SHARED,
    )
    service_since: Answer[Year] = ask(
        Text(
            "Når ble tjenesten etablert?",
            "Når vart tenesta etablert?",
            "When was the service established?",
        ),
        between=(1900, THIS_YEAR),
    )
    service_since_month: Answer[Month] = ask(
        Text(
            "I hvilken måned ble tjenesten etablert?",
            "I kva månad vart tenesta etablert?",
            "In which month was the service established?",
        ),
        may_be_empty=True,
    )
    stage: Answer[codes.Stage] = ask(
        Text("Hvor langt er dere kommet?", "Kor langt er de komne?", "How far have you come?"),
    )
    staff: Answer[Annotated[Whole, Field(ge=0, le=200)]] = ask(
        Text(
            "Hvor mange ansatte har oppgaver i tjenesten?",
            "Kor mange tilsette har oppgåver i tenesta?",
            "How many employees have tasks in the service?",
        ),
    )
    fte: Answer[Annotated[Number, Field(ge=Decimal(0), le=Decimal(100))]] = ask(
        Text(
            "Hvor mange årsverk utgjør det til sammen?",
            "Kor mange årsverk utgjer det til saman?",
            "How many full-time equivalents is that altogether?",
        ),
    )
    funding: Answer[Several[codes.Funding]] = ask(
        Text(
            "Hvordan er tjenesten finansiert?",
            "Korleis er tenesta finansiert?",
            "How is the service funded?",
        ),
    )
    funding_other: Answer[ShortText] = other(funding, WHAT)
    funding_secure: Answer[codes.FundingSecure] = ask(
        Text("Er videreføringen sikret?", "Er vidareføringa sikra?", "Is its future secured?"),
    )
    funding_until: Answer[Year] = ask(
        Text("Til hvilket år?", "Til kva år?", "Until which year?"),
        between=(THIS_YEAR, 2100),
        when=given(funding_secure).is_(codes.FundingSecure.until),
    )
    plan_anchored: Answer[Several[codes.PlanAnchored]] = ask(
        Text(
            "Er tjenesten forankret i en plan?",
            "Er tenesta forankra i ein plan?",
            "Is the service part of a plan?",
        ),
    )
    access: Answer[Several[codes.Access]] = ask(
        Text(
            "Hvordan kommer deltakerne til tjenesten?",
            "Korleis kjem deltakarane til tenesta?",
            "How do participants come to the service?",
        ),
    )
    access_other: Answer[ShortText] = other(access, WHAT)

    checks = (
        hard(
            "no_other_partner",
            on=partner_units,
            when=given(partner_units).within(fact("unit_id")),
            says=Text(
                "En interkommunal tjeneste må ha minst én annen kommune enn den intervjuede.",
                "Ei interkommunal teneste må ha minst éin annan kommune enn den intervjua.",
                "An inter-municipal service needs at least one municipality besides this one.",
            ),
        ),
        hard(
            "host_is_not_a_partner",
            on=host_unit,
            when=given(host_unit).has_value
            & ~given(host_unit).within(fact("unit_id"), given(partner_units)),
            says=Text(
                "Vertskommunen må være den intervjuede eller en av dem som samarbeider.",
                "Vertskommunen må vere den intervjua eller ein av dei som samarbeider.",
                "The host must be the municipality interviewed or one of those it works with.",
            ),
        ),
        soft(
            "service_before_offers",
            on=service_since,
            when=given(service_since) < given(asked(Screening).offers_since),
            says=Text(
                "Tjenesten ble etablert før de første tilbudene startet. Bekreft årstallet.",
                "Tenesta vart etablert før dei første tilboda starta. Stadfest årstalet.",
                "The service was established before the first offers started. Confirm the year.",
            ),
        ),
        hard(
            "fte_above_staff",
            on=fte,
            when=given(fte) > given(staff),
            says=Text(
                "Årsverkene kan ikke være flere enn de ansatte.",
                "Årsverka kan ikkje vere fleire enn dei tilsette.",
                "There cannot be more full-time equivalents than employees.",
            ),
        ),
        soft(
            "staff_without_fte",
            on=fte,
            when=given(fte).equals(0) & (given(staff) > 0),
            says=Text(
                "Det er ansatte i tjenesten, men ingen årsverk. Bekreft svaret.",
                "Det er tilsette i tenesta, men ingen årsverk. Stadfest svaret.",
                "There are employees, but no full-time equivalents. Confirm.",
            ),
        ),
        soft(
            "fte_above_ten",
            on=fte,
            when=given(fte) > 10,
            says=Text(
                "Over 10 årsverk er uvanlig mange. Bekreft svaret.",
                "Over 10 årsverk er uvanleg mange. Stadfest svaret.",
                "More than 10 full-time equivalents is unusual. Confirm.",
            ),
        ),
    )


# ── D ────────────────────────────────────────────────────────────────────────────────────────────


class Offer(
    Roster,
    heading=Text("Tilbudene", "Tilboda", "The offers"),
    more=Text("Har dere flere?", "Har de fleire?", "Do you have more?"),
    at_most=30,
    when=HAS_OFFERS,
):
    """One offer: asked for each of them."""

    offer_name: Answer[ShortText] = ask(
        Text("Hva heter tilbudet?", "Kva heiter tilbodet?", "What is the offer called?"),
        instruct=Text(
            "Spør: «Har dere flere?» til respondenten sier nei.",
            "Spør: «Har de fleire?» til respondenten seier nei.",
            "Ask: “Do you have more?” until the respondent says no.",
        ),
        must=True,
    )
    offer_scope: Answer[codes.OfferScope] = ask(
        Text(
            "Er det for én diagnose, en gruppe diagnoser, eller på tvers?",
            "Er det for éin diagnose, ei gruppe diagnosar, eller på tvers?",
            "Is it for one diagnosis, a group of diagnoses, or across them?",
        ),
    )
    offer_targets: Answer[Several[codes.OfferTarget]] = ask(
        Text("Hvem er det for?", "Kven er det for?", "Whom is it for?"),
    )
    offer_targets_other: Answer[ShortText] = other(offer_targets, WHAT)
    offer_relatives: Answer[codes.OfferRelatives] = ask(
        Text("Er pårørende med?", "Er pårørande med?", "Do relatives take part?"),
    )
    offer_kind: Answer[codes.OfferKind] = ask(
        Text("Hva slags opplegg er det?", "Kva slags opplegg er det?", "What sort of offer is it?"),
        instruct=Text("Spør ved behov.", "Spør ved behov.", "Ask if needed."),
    )
    offer_kind_other: Answer[ShortText] = other(offer_kind, WHAT)
    offer_user_involvement: Answer[Several[codes.UserInvolvement]] = ask(
        Text(
            "Hvor er erfarne brukere med?",
            "Kvar er erfarne brukarar med?",
            "Where do experienced users take part?",
        ),
    )
    offer_courses: Answer[Annotated[Whole, Field(ge=0, le=200)]] = ask(
        Text(
            "Hvor mange ganger ble det holdt siste kalenderår?",
            "Kor mange gonger vart det halde siste kalenderår?",
            "How many times was it held in the last calendar year?",
        ),
    )
    offer_participants: Answer[Annotated[Whole, Field(ge=0, le=5000)]] = ask(
        Text(
            "Hvor mange deltok til sammen?",
            "Kor mange deltok til saman?",
            "How many took part altogether?",
        ),
    )

    checks = (
        hard(
            "offer_named_twice",
            on=offer_name,
            when=given(offer_name).repeats_an_earlier_item,
            says=Text(
                "To tilbud kan ikke ha samme navn.",
                "To tilbod kan ikkje ha same namn.",
                "Two offers cannot have the same name.",
            ),
        ),
        soft(
            "many_participants",
            on=offer_participants,
            when=given(offer_participants) > 40 * given(offer_courses),
            says=Text(
                "Det er flere enn 40 deltakere per gang. Bekreft svaret.",
                "Det er fleire enn 40 deltakarar per gong. Stadfest svaret.",
                "That is more than 40 participants each time. Confirm.",
            ),
        ),
        hard(
            "participants_without_courses",
            on=offer_participants,
            when=given(offer_courses).equals(0) & (given(offer_participants) > 0),
            says=Text(
                "Tilbudet ble ikke holdt siste kalenderår, og kan ikke ha hatt deltakere.",
                "Tilbodet vart ikkje halde siste kalenderår, og kan ikkje ha hatt deltakarar.",
                "The offer was not held last calendar year, and cannot have had participants.",
            ),
        ),
    )


# ── E ────────────────────────────────────────────────────────────────────────────────────────────


class Involvement(
    Section,
    heading=Text(
        "Brukermedvirkning og kompetanse",
        "Brukarmedverknad og kompetanse",
        "User involvement and competence",
    ),
    when=HAS_OFFERS,
):
    """Who the experienced users are, and what the staff have learnt."""

    user_recruitment: Answer[Several[codes.UserRecruitment]] = ask(
        Text(
            "Hvor kommer de erfarne brukerne fra?",
            "Kvar kjem dei erfarne brukarane frå?",
            "Where do the experienced users come from?",
        ),
    )
    user_recruitment_other: Answer[ShortText] = other(user_recruitment, WHAT)
    user_paid: Answer[codes.UserPaid] = ask(
        Text(
            "Får de erfarne brukerne honorar?",
            "Får dei erfarne brukarane honorar?",
            "Are the experienced users paid a fee?",
        ),
    )
    pedagogy_training: Answer[codes.PedagogyTraining] = ask(
        Text(
            "Har ansatte fått opplæring i helsepedagogikk?",
            "Har tilsette fått opplæring i helsepedagogikk?",
            "Have employees been trained in health pedagogy?",
        ),
    )
    pedagogy_by: Answer[Several[codes.PedagogyBy]] = ask(
        Text("Hvem holdt opplæringen?", "Kven heldt opplæringa?", "Who gave the training?"),
        when=given(pedagogy_training).is_(codes.PedagogyTraining.all, codes.PedagogyTraining.some),
    )
    pedagogy_by_other: Answer[ShortText] = other(pedagogy_by, WHAT)

    # About the offers as a whole, so it can stand in no single one of them.
    checks = (
        soft(
            "no_offer_counts",
            on=Offer.more,
            when=given(asked(Offer).offer_kind).in_every_item_is(
                codes.OfferKind.kid, codes.OfferKind.kib, codes.OfferKind.lifestyle
            ),
            says=Text(
                "Ingen av tilbudene regnes som lærings- og mestringstilbud.",
                "Ingen av tilboda blir rekna som lærings- og meistringstilbod.",
                "None of the offers counts as a learning and mastery offer.",
            ),
        ),
    )


# ── F ────────────────────────────────────────────────────────────────────────────────────────────


class Collaboration(
    Section, heading=Text("Samhandling", "Samhandling", "Collaboration"), when=HAS_OFFERS
):
    """The health trust and other partners."""

    health_trust_contact: Answer[codes.YesNo] = ask(
        Text(
            "Samarbeider dere med et lærings- og mestringssenter i helseforetaket?",
            "Samarbeider de med eit lærings- og meistringssenter i helseføretaket?",
            "Do you cooperate with a learning and mastery centre in the health trust?",
        ),
    )

    WITH_TRUST: ClassVar = given(health_trust_contact).is_(codes.YesNo.yes)

    health_trust_name: Answer[ShortText] = ask(
        Text("Hvilket?", "Kva for eit?", "Which one?"), when=WITH_TRUST
    )
    health_trust_forms: Answer[Several[codes.HealthTrustForm]] = ask(
        Text("Om hva?", "Om kva?", "On what?"), when=WITH_TRUST
    )
    health_trust_forms_other: Answer[ShortText] = other(health_trust_forms, WHAT)
    health_trust_agreement: Answer[codes.AgreementForm] = ask(
        Text(
            "Er samarbeidet avtalefestet?",
            "Er samarbeidet avtalefesta?",
            "Is the cooperation set down in an agreement?",
        ),
        when=WITH_TRUST,
    )
    task_division: Answer[codes.Clarity] = ask(
        Text(
            "Er det klart hvem som har ansvar for hvilke tilbud, dere eller helseforetaket?",
            "Er det klart kven som har ansvar for kva tilbod, de eller helseføretaket?",
            "Is it clear who is responsible for which offers, you or the health trust?",
        ),
    )
    other_partners: Answer[Several[codes.Partner]] = ask(
        Text(
            "Hvem andre samarbeider dere med?",
            "Kven andre samarbeider de med?",
            "Whom else do you cooperate with?",
        ),
    )
    other_partners_other: Answer[ShortText] = other(other_partners, WHAT)


# ── G ────────────────────────────────────────────────────────────────────────────────────────────

NO_SERVICE_YET = (
    given(asked(Screening).has_offers).is_(codes.HasOffers.planned, codes.HasOffers.no, DONT_KNOW)
    | Screening.SCATTERED
)


class Future(Section, heading=Text("Planer", "Planar", "Plans"), when=NO_SERVICE_YET):
    """What is planned where there is no service, and who else may have one."""

    plans: Answer[codes.Plans] = ask(
        Text(
            "Har kommunen planer om å etablere en lærings- og mestringstjeneste?",
            "Har kommunen planar om å etablere ei lærings- og meistringsteneste?",
            "Does the municipality plan to establish a learning and mastery service?",
        ),
        must=True,
        may_not_know=True,
    )
    plans_other: Answer[ShortText] = other(plans, WHAT)

    PLANNING: ClassVar = given(plans).is_(
        codes.Plans.decided, codes.Plans.well_under_way, codes.Plans.considering
    )

    plan_when: Answer[Year] = ask(
        Text(
            "Hvilket år skal tjenesten etter planen etableres?",
            "Kva år skal tenesta etter planen bli etablert?",
            "In which year is the service planned to be established?",
        ),
        between=(THIS_YEAR, THIS_YEAR + 10),
        when=PLANNING,
    )
    plan_form: Answer[codes.PlanForm] = ask(
        Text(
            "Hvordan skal tjenesten organiseres?",
            "Korleis skal tenesta organiserast?",
            "How is the service to be organised?",
        ),
        when=PLANNING,
    )
    plan_form_other: Answer[ShortText] = other(plan_form, WHAT)
    plan_cooperation: Answer[codes.Cooperation] = ask(
        Text(
            "Skal tjenesten være kommunal eller interkommunal?",
            "Skal tenesta vere kommunal eller interkommunal?",
            "Is the service to be municipal or inter-municipal?",
        ),
        when=PLANNING,
    )
    plan_partners: Answer[Units] = ask(
        Text(
            "Hvilke kommuner skal samarbeide?",
            "Kva kommunar skal samarbeide?",
            "Which municipalities are to cooperate?",
        ),
        when=given(plan_cooperation).is_(codes.Cooperation.intermunicipal),
    )
    no_service_reason: Answer[Several[codes.NoServiceReason]] = ask(
        Text("Hva er grunnen?", "Kva er grunnen?", "What is the reason?"),
        when=given(plans).is_(codes.Plans.no, codes.Plans.not_wanted),
    )
    no_service_reason_other: Answer[ShortText] = other(no_service_reason, WHAT)
    knows_other_unit: Answer[codes.OtherUnit] = ask(
        Text(
            "Kan det finnes slike tilbud i en annen avdeling eller i en nabokommune som dere "
            "samarbeider med?",
            "Kan det finnast slike tilbod i ei anna avdeling eller i ein nabokommune som de "
            "samarbeider med?",
            "Could there be such offers in another department, or in a neighbouring municipality "
            "that you cooperate with?",
        ),
        when=given(asked(Screening).has_offers).is_not(codes.HasOffers.yes),
    )
    covered_by: Answer[Units] = ask(
        Text("Hvilken kommune?", "Kva kommune?", "Which municipality?"),
        when=given(knows_other_unit).is_(codes.OtherUnit.other_municipality),
    )


# ── H ────────────────────────────────────────────────────────────────────────────────────────────

HAS_OR_WILL_HAVE = HAS_OFFERS | given(asked(Future).plans).is_(
    codes.Plans.decided, codes.Plans.well_under_way
)


class Experience(
    Section,
    heading=Text(
        "Gevinster og utfordringer", "Gevinstar og utfordringar", "Benefits and challenges"
    ),
    when=HAS_OR_WILL_HAVE,
):
    """What is hard, and what is gained."""

    challenges: Answer[Several[codes.Challenge]] = ask(
        Text(
            "Hva er de største utfordringene?",
            "Kva er dei største utfordringane?",
            "What are the greatest challenges?",
        ),
    )
    challenges_other: Answer[ShortText] = other(challenges, WHAT)
    challenges_text: Answer[LongText] = ask(
        ELABORATE,
        instruct=Text(
            "Skriv sitatet så ordrett som mulig.",
            "Skriv sitatet så ordrett som mogleg.",
            "Write down what is said as literally as possible.",
        ),
    )
    benefits: Answer[Several[codes.Benefit]] = ask(
        Text("Hvilke gevinster ser dere?", "Kva gevinstar ser de?", "What benefits do you see?"),
    )
    benefits_other: Answer[ShortText] = other(benefits, WHAT)
    benefits_text: Answer[LongText] = ask(ELABORATE)


# ── I ────────────────────────────────────────────────────────────────────────────────────────────

# Offers in the borderland are not asked yet: a coordinator looks at them before anybody is listed.
CLASS = derived(
    "class_without_fit",
    class_so_far(
        Screening.questions + Organisation.questions + Future.questions, asked(Offer).offer_kind
    ),
)
FOR_THE_OVERVIEW = any_of(
    CLASS.equals(found) for found in (Class.service, Class.offers_only, Class.planning)
)


class Closing(Section, heading=Text("Avslutning", "Avslutning", "Closing"), when=BEGUN):
    """What may be published, what they want from us, and thanks."""

    publish: Answer[codes.Publish] = ask(
        Text(
            "Kan vi føre opp tjenesten i den nasjonale oversikten på nett?",
            "Kan vi føre opp tenesta i den nasjonale oversikta på nett?",
            "May we list the service in the national overview on the web?",
        ),
        must=True,
        when=FOR_THE_OVERVIEW,
    )

    MAY_PUBLISH: ClassVar = given(publish).is_(codes.Publish.yes, codes.Publish.after_check)

    public_contact_name: Answer[ShortText] = ask(
        Text(
            "Hvilke kontaktopplysninger kan stå der? Først: Hvilken kontaktperson?",
            "Kva kontaktopplysningar kan stå der? Først: Kva kontaktperson?",
            "Which contact details may stand there? First: which contact person?",
        ),
        when=MAY_PUBLISH,
    )
    public_phone: Answer[Phone] = ask(
        Text(
            "Hvilket telefonnummer kan stå der?",
            "Kva telefonnummer kan stå der?",
            "Which telephone number may stand there?",
        ),
        when=MAY_PUBLISH,
    )
    public_email: Answer[Email] = ask(
        Text(
            "Hvilken e-postadresse kan stå der?",
            "Kva e-postadresse kan stå der?",
            "Which e-mail address may stand there?",
        ),
        when=MAY_PUBLISH,
    )
    public_url: Answer[Url] = ask(
        Text(
            "Hvilken nettadresse kan stå der?",
            "Kva nettadresse kan stå der?",
            "Which web address may stand there?",
        ),
        when=MAY_PUBLISH,
    )
    follow_up: Answer[Several[codes.FollowUp]] = ask(
        Text(
            "Ønsker dere noe fra oss?",
            "Ønskjer de noko frå oss?",
            "Would you like anything from us?",
        ),
    )
    final_remarks: Answer[LongText] = ask(
        Text(
            "Er det noe du vil legge til?",
            "Er det noko du vil leggje til?",
            "Is there anything you would like to add?",
        ),
    )
    thanks: Answer[Read] = ask(
        Text(
            "Tusen takk for hjelpen!",
            "Tusen takk for hjelpa!",
            "Thank you very much for your help!",
        ),
    )

    checks = (
        hard(
            "nothing_to_publish",
            on=public_url,
            when=given(public_url).answered
            & ~(
                given(public_phone).has_value
                | given(public_email).has_value
                | given(public_url).has_value
            ),
            says=Text(
                "Oversikten trenger minst én av telefon, e-post og nettadresse.",
                "Oversikta treng minst éin av telefon, e-post og nettadresse.",
                "The overview needs at least one of telephone, e-mail and web address.",
            ),
        ),
    )


# ── J ────────────────────────────────────────────────────────────────────────────────────────────


class Assessment(
    Section,
    heading=Text("Etter samtalen", "Etter samtalen", "After the call"),
    when=BEGUN,
    aloud=False,
):
    """What the interviewer thinks: filled in afterwards, never read out."""

    fit: Answer[codes.Fit] = ask(
        Text(
            "Passer svarene med definisjonen?",
            "Passar svara med definisjonen?",
            "Do the answers fit the definition?",
        ),
        must=True,
    )
    fit_reason: Answer[LongText] = ask(
        Text(
            "Hvorfor er det i grenseland?",
            "Kvifor er det i grenseland?",
            "Why is it in the borderland?",
        ),
        must=True,
        when=given(fit).is_(codes.Fit.borderline),
    )
    respondent_certainty: Answer[codes.Certainty] = ask(
        Text(
            "Hvor sikker virket respondenten?",
            "Kor sikker verka respondenten?",
            "How sure did the respondent seem?",
        ),
        must=True,
    )
    private_note: Answer[LongText] = ask(
        Text(
            "Notat til koordinator (eksporteres aldri sammen med svarene).",
            "Notat til koordinator (blir aldri eksportert saman med svara).",
            "Note to the coordinator (never exported with the answers).",
        ),
        private=True,
    )


# ── The whole ────────────────────────────────────────────────────────────────────────────────────


class PhaseTwo(
    Questionnaire,
    name="phase-two",
    version="2015.1",
    heading=Text(
        "Telefonintervju om kommunale lærings- og mestringstjenester",
        "Telefonintervju om kommunale lærings- og meistringstenester",
        "Telephone interview about municipal learning and mastery services",
    ),
    definitions=DEFINITIONS,
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
