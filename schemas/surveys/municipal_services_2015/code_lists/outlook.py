"""Sections G, H and J: plans, gains and challenges, and the interviewer's judgement."""

from schemas.language.text import Text
from schemas.questionnaire.answers import Choice, Only

# ── G. Planer ────────────────────────────────────────────────────────────────────────────────────


class Plans(Choice):
    """Whether a service is planned."""

    decided = Text("Ja, det er vedtatt", "Ja, det er vedteke", "Yes, it is decided")
    well_under_way = Text(
        "Ja, vi er godt i gang med å planlegge",
        "Ja, vi er godt i gang med å planleggje",
        "Yes, planning is well under way",
    )
    considering = Text("Det vurderes", "Det blir vurdert", "It is being considered")
    no = Text("Nei, ikke foreløpig", "Nei, ikkje førebels", "No, not for now")
    not_wanted = Text("Nei, det er ikke ønskelig", "Nei, det er ikkje ønskjeleg", "No, not wanted")
    other = Text("Annet", "Anna", "Other")


class PlanForm(Choice):
    """How the planned service is to be organised: as `Coordination`, but never scattered."""

    centre = Text("Et eget senter", "Eit eige senter", "A centre of its own")
    department = Text("En avdeling", "Ei avdeling", "A department")
    unit = Text("En enhet", "Ei eining", "A unit")
    coordinator = Text(
        "En ansatt koordinator, leder eller kontaktperson",
        "Ein tilsett koordinator, leiar eller kontaktperson",
        "An employed coordinator, leader or contact person",
    )
    other = Text("Annet", "Anna", "Other")


class NoServiceReason(Choice):
    """Why there will be no service."""

    small_population = Text(
        "For få innbyggere til å fylle grupper",
        "For få innbyggjarar til å fylle grupper",
        "Too few inhabitants to fill groups",
    )
    economy = Text("Økonomi", "Økonomi", "Finances")
    staff = Text("Mangler fagpersoner", "Manglar fagpersonar", "Shortage of professionals")
    covered_by_hospital = Text(
        "Dekkes av sykehuset", "Blir dekt av sjukehuset", "Covered by the hospital"
    )
    covered_by_healthy_life = Text(
        "Dekkes av frisklivssentralen",
        "Blir dekt av frisklivssentralen",
        "Covered by the healthy life centre",
    )
    not_priority = Text("Ikke prioritert", "Ikkje prioritert", "Not a priority")
    unknown_concept = Text(
        "Kjenner ikke til begrepet", "Kjenner ikkje til omgrepet", "Does not know the concept"
    )
    other = Text("Annet", "Anna", "Other")


class OtherUnit(Choice):
    """Where else there may be offers."""

    other_department = Text("En annen avdeling", "Ei anna avdeling", "Another department")
    other_municipality = Text("En annen kommune", "Ein annan kommune", "Another municipality")
    no = Text("Nei", "Nei", "No")


# ── H. Gevinster og utfordringer ─────────────────────────────────────────────────────────────────


class Challenge(Choice):
    """What is hard."""

    economy = Text("Økonomiske rammer", "Økonomiske rammer", "Tight budgets")
    staff = Text("Mangel på fagpersoner", "Mangel på fagpersonar", "Shortage of professionals")
    premises = Text(
        "Små eller uegnede lokaler", "Små eller ueigna lokale", "Small or unsuitable premises"
    )
    infrastructure = Text(
        "Manglende infrastruktur", "Manglande infrastruktur", "Lack of infrastructure"
    )
    recruitment = Text("For få deltakere", "For få deltakarar", "Too few participants")
    users = Text(
        "Vanskelig å finne erfarne brukere",
        "Vanskeleg å finne erfarne brukarar",
        "Experienced service users are hard to find",
    )
    priority = Text(
        "Lav prioritet i ledelsen", "Låg prioritet i leiinga", "Low priority among management"
    )
    knowledge = Text(
        "Liten kunnskap om læring og mestring",
        "Lite kunnskap om læring og meistring",
        "Little knowledge of learning and mastery",
    )
    none = Only("Ingen", "Ingen", "None")
    other = Text("Annet", "Anna", "Other")


class Benefit(Choice):
    """What is gained."""

    low_threshold = Text(
        "Lavere terskel for å delta", "Lågare terskel for å delta", "Easier to take part"
    )
    adapted = Text(
        "Bedre individuell tilpasning",
        "Betre individuell tilpassing",
        "Better tailored to the individual",
    )
    cross_service = Text(
        "Mer samarbeid på tvers av tjenester",
        "Meir samarbeid på tvers av tenester",
        "More collaboration across services",
    )
    competence = Text(
        "Økt kompetanse hos ansatte", "Auka kompetanse hos tilsette", "Better staff skills"
    )
    fewer_hospital = Text(
        "Mindre bruk av spesialisthelsetjenesten",
        "Mindre bruk av spesialisthelsetenesta",
        "Less use of specialist health care",
    )
    quality_of_life = Text(
        "Bedre livskvalitet for deltakerne",
        "Betre livskvalitet for deltakarane",
        "Better quality of life for participants",
    )
    too_early = Only("For tidlig å si", "For tidleg å seie", "Too early to say")
    other = Text("Annet", "Anna", "Other")


# ── I. Avslutning ────────────────────────────────────────────────────────────────────────────────


class ContactAgain(Choice):
    """Whether we may ring in a year to ask what has changed."""

    yes = Text("Ja", "Ja", "Yes")
    email = Text("Helst på e-post", "Helst på e-post", "Preferably by e-mail")
    no = Text("Nei", "Nei", "No")


# ── J. Etter samtalen ────────────────────────────────────────────────────────────────────────────


class Fit(Choice):
    """Whether the answers fit the definition, in the interviewer's judgement."""

    clear = Text("Klart innenfor", "Klart innanfor", "Clearly within")
    borderline = Text("Grenseland", "Grenseland", "Borderline")
    outside = Text("Utenfor", "Utanfor", "Outside")
    not_relevant = Text("Ingen tilbud", "Ingen tilbod", "No programmes")
