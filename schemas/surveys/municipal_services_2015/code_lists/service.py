"""Sections B and C: the screening, and how the service is organised."""

from schemas.language.text import Text
from schemas.questionnaire.answers import Choice, Only, Scale

# ── B. Avklaring ─────────────────────────────────────────────────────────────────────────────────


class Understanding(Choice):
    """Whether the definition read aloud will do for the rest of the conversation."""

    yes = Text("Ja", "Ja", "Yes")
    unsure = Text("Usikker", "Usikker", "Unsure")


class HasOffers(Scale):
    """Whether there are offers today."""

    yes = Text("Ja", "Ja", "Yes")
    planned = Text("Nei, men det er planlagt", "Nei, men det er planlagt", "No, but planned")
    no = Text("Nei", "Nei", "No")


class Criterion(Scale):
    """How many of the offers have a mark of a real one."""

    yes = Text("Ja, alle", "Ja, alle", "Yes, all of them")
    some = Text("Noen av dem", "Nokre av dei", "Some of them")
    no = Text("Nei", "Nei", "No")


class Coordination(Choice):
    """How the offers are held together: what makes them a service."""

    centre = Text("Et eget senter", "Eit eige senter", "A centre of its own")
    department = Text("En avdeling", "Ei avdeling", "A department")
    unit = Text("En enhet", "Ei eining", "A unit")
    coordinator = Text(
        "En ansatt koordinator, leder eller kontaktperson",
        "Ein tilsett koordinator, leiar eller kontaktperson",
        "An employed coordinator, leader or contact person",
    )
    scattered = Text(
        "Tilbudene ligger i ulike avdelinger uten felles organisering",
        "Tilboda ligg i ulike avdelingar utan felles organisering",
        "The programmes are in different departments with no common organisation",
    )
    other = Text("Annet", "Anna", "Other")


# ── C. Organisering ──────────────────────────────────────────────────────────────────────────────


class HostedIn(Choice):
    """What the service is part of."""

    own_centre = Text(
        "Eget lærings- og mestringssenter",
        "Eige lærings- og meistringssenter",
        "A learning and mastery centre of its own",
    )
    healthy_life_centre = Text("Frisklivssentral", "Frisklivssentral", "Healthy life centre")
    healthy_life_and_coping = Text(
        "Frisklivs- og mestringssenter",
        "Frisklivs- og meistringssenter",
        "Healthy life and mastery centre",
    )
    local_medical = Text(
        "Lokalmedisinsk tjeneste/senter",
        "Lokalmedisinsk teneste/senter",
        "Local medical service/centre",
    )
    rehabilitation = Text(
        "Rehabiliteringsavdeling", "Rehabiliteringsavdeling", "Rehabilitation department"
    )
    health_house = Text("Helsehus", "Helsehus", "Municipal health centre")
    gp_office = Text("Fastlegekontor", "Fastlegekontor", "GP practice")
    mental_health = Text(
        "Psykisk helse og rus", "Psykisk helse og rus", "Mental health and substance use"
    )
    physio_occupational = Text(
        "Fysio- og ergoterapitjeneste",
        "Fysio- og ergoterapiteneste",
        "Physiotherapy and occupational therapy",
    )
    other = Text("Annet", "Anna", "Other")


class Cooperation(Choice):
    """One municipality's service, or several's."""

    municipal = Text("Kommunal", "Kommunal", "Municipal")
    intermunicipal = Text("Interkommunal", "Interkommunal", "Inter-municipal")


class Stage(Scale):
    """How far the service has come."""

    operating = Text("I ordinær drift", "I ordinær drift", "Fully up and running")
    starting = Text("I oppstartsfasen", "I oppstartsfasen", "Starting up")
    not_started = Text(
        "Etablert, men tilbudene er ikke i gang ennå",
        "Etablert, men tilboda er ikkje i gang enno",
        "Set up, but the programmes have not started yet",
    )


class Funding(Choice):
    """Where the money comes from."""

    ordinary_budget = Text(
        "Kommunens ordinære budsjett",
        "Det ordinære budsjettet til kommunen",
        "The municipality's ordinary budget",
    )
    grant = Text(
        "Tilskudd fra Helsedirektoratet/fylkesmannen",
        "Tilskot frå Helsedirektoratet/fylkesmannen",
        "Grant from the Directorate of Health/county governor",
    )
    project = Text("Prosjektmidler", "Prosjektmidlar", "Project funds")
    health_trust = Text(
        "Midler fra helseforetaket", "Midlar frå helseføretaket", "Funds from the health trust"
    )
    foundation = Text(
        "Stiftelser/organisasjoner", "Stiftingar/organisasjonar", "Foundations/organisations"
    )
    other = Text("Annet", "Anna", "Other")


class FundingSecure(Choice):
    """Whether the service will go on."""

    yes = Text("Ja", "Ja", "Yes")
    until = Text("Til et bestemt tidspunkt", "Til eit bestemt tidspunkt", "Until a set date")
    uncertain = Text("Usikkert", "Usikkert", "Uncertain")


class PlanAnchored(Choice):
    """Which plans the service stands in."""

    municipal_plan = Text("Kommuneplanen", "Kommuneplanen", "The municipal master plan")
    health_plan = Text(
        "Helse- og omsorgsplanen", "Helse- og omsorgsplanen", "The health and care plan"
    )
    public_health_plan = Text("Folkehelseplan", "Folkehelseplan", "A public health plan")
    other_plan = Text("Annen plan", "Annan plan", "Another plan")
    none = Only("Nei", "Nei", "No")


class Access(Choice):
    """How participants come to the service."""

    self = Text("Tar kontakt selv", "Tek kontakt sjølv", "They contact it themselves")
    gp = Text("Henvisning fra fastlege", "Tilvising frå fastlege", "Referred by their GP")
    hospital = Text("Henvisning fra sykehus", "Tilvising frå sjukehus", "Referred by a hospital")
    municipal = Text(
        "Fra andre kommunale tjenester",
        "Frå andre kommunale tenester",
        "From other municipal services",
    )
    decision = Text("Etter vedtak", "Etter vedtak", "After a formal decision")
    other = Text("Annet", "Anna", "Other")
