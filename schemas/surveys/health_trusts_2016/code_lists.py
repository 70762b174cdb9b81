"""The code lists of the health-trust questionnaire, in the instrument's order.

A code's name is what stands in data; its three texts are bokmål, nynorsk and English.  The order
of a list is part of it: SPSS and Stata get the positions as numbers.  Those that other surveys use,
too, stand in `shared`.
"""

from schemas.language.text import Text
from schemas.questionnaire.answers import Choice, Only, Scale
from schemas.surveys.shared.code_lists import (
    AgreementForm,
    Certainty,
    Consent,
    FollowUp,
    HealthTrustForm,
    OfferTarget,
    Publish,
    RightPerson,
    UserInvolvement,
    YesNo,
)

__all__ = [
    "AgreementForm",
    "Belongs",
    "Budget",
    "CentreRole",
    "Certainty",
    "Challenge",
    "Consent",
    "Decider",
    "FollowUp",
    "Future",
    "HealthTrustForm",
    "InStrategy",
    "KnowsCentres",
    "LedByManagement",
    "OfferGroup",
    "OfferPermanence",
    "Organised",
    "Publish",
    "RegionalSupport",
    "Reports",
    "RightPerson",
    "TrainsMunicipalities",
    "UserInvolvement",
    "YesNo",
]

# ── B. Sentrene ──────────────────────────────────────────────────────────────────────────────────


class Organised(Choice):
    """How the teaching of patients and their relatives is organised."""

    centres = Text(
        "I ett eller flere lærings- og mestringssentre",
        "I eitt eller fleire lærings- og meistringssenter",
        "In one or more learning and mastery centres",
    )
    department = Text(
        "I en avdeling uten eget senter",
        "I ei avdeling utan eige senter",
        "In a department with no centre of its own",
    )
    clinics = Text("Bare i klinikkene", "Berre i klinikkane", "Only in the clinics")
    none = Text("Ikke organisert", "Ikkje organisert", "Not organised")
    other = Text("Annet", "Anna", "Other")


class CentreRole(Choice):
    """What a centre does."""

    assists = Text(
        "Bistår klinikkene med deres tilbud",
        "Hjelper klinikkane med tilboda deira",
        "Assists the clinics with their programmes",
    )
    runs = Text(
        "Koordinerer og gjennomfører tilbud",
        "Koordinerer og gjennomfører tilbod",
        "Coordinates and runs programmes",
    )
    pedagogy = Text(
        "Helsepedagogisk fagressurs for ansatte",
        "Helsepedagogisk fagressurs for tilsette",
        "Resource in patient education for the staff",
    )
    other = Text("Annet", "Anna", "Other")


class Belongs(Choice):
    """Where in the organisation a centre is."""

    clinic = Text("I en klinikk", "I ein klinikk", "In a clinic")
    staff_unit = Text("I stab", "I stab", "In a staff unit")
    research = Text("Forskning og utdanning", "Forsking og utdanning", "Research and education")
    collaboration = Text("Samhandling", "Samhandling", "Collaboration")
    patient_service = Text("Pasientservice", "Pasientservice", "Patient service")
    other = Text("Annet", "Anna", "Other")


# ── C. Styring og prioritering ───────────────────────────────────────────────────────────────────


class LedByManagement(Scale):
    """How far the management of the hospital directs the activity."""

    large = Text("I stor grad", "I stor grad", "To a large extent")
    some = Text("I noen grad", "I nokon grad", "To some extent")
    little = Text("I liten grad", "I liten grad", "To a small extent")
    # No name can be spelt like a word of Python's, but a code may be.
    vars()["not"] = Text("Ikke", "Ikkje", "Not at all")


class InStrategy(Scale):
    """Whether the activity stands in the trust's strategic plan."""

    own_goals = Text("Ja, med egne mål", "Ja, med eigne mål", "Yes, with goals of its own")
    mentioned = Text("Ja, nevnt", "Ja, nemnt", "Yes, mentioned")
    no = Text("Nei", "Nei", "No")


class Decider(Choice):
    """Who decides which groups of patients get programmes."""

    centre_staff = Text(
        "De ansatte i senteret", "Dei tilsette i senteret", "The employees of the centre"
    )
    clinic_staff = Text("Ansatte i klinikkene", "Tilsette i klinikkane", "Employees of the clinics")
    clinic_leaders = Text("Klinikkledelsen", "Klinikkleiinga", "The management of the clinics")
    management = Text("Foretaksledelsen", "Føretaksleiinga", "The management of the trust")
    user_council = Text("Brukerutvalget", "Brukarutvalet", "The user council")
    regional = Text("Den regionale funksjonen", "Den regionale funksjonen", "The regional function")
    other = Text("Annet", "Anna", "Other")


class Budget(Scale):
    """Whether the activity has a budget of its own."""

    yes = Text("Ja", "Ja", "Yes")
    part = Text("En del av et større", "Ein del av eit større", "Part of a larger one")
    no = Text("Nei", "Nei", "No")


class Reports(Choice):
    """Whether the activity is reported."""

    yes_public = Text("Ja, åpent", "Ja, ope", "Yes, publicly")
    yes_internal = Text("Ja, internt", "Ja, internt", "Yes, internally")
    no = Text("Nei", "Nei", "No")


# ── D. Tilbudene ─────────────────────────────────────────────────────────────────────────────────


class OfferGroup(Choice):
    """For whom there are programmes: the groups of `OfferTarget`, and rare conditions."""

    musculoskeletal = OfferTarget.musculoskeletal.label
    pain = OfferTarget.pain.label
    anxiety_depression = OfferTarget.anxiety_depression.label
    diabetes = OfferTarget.diabetes.label
    copd = OfferTarget.copd.label
    cardiovascular = OfferTarget.cardiovascular.label
    cancer = OfferTarget.cancer.label
    obesity = OfferTarget.obesity.label
    neurological = OfferTarget.neurological.label
    dementia = OfferTarget.dementia.label
    fatigue = OfferTarget.fatigue.label
    substance = OfferTarget.substance.label
    children_youth = OfferTarget.children_youth.label
    minority_language = OfferTarget.minority_language.label
    other = OfferTarget.other.label
    rare = Text("Sjeldne tilstander", "Sjeldne tilstandar", "Rare conditions")
    none = Only("Ingen", "Ingen", "None")


class OfferPermanence(Choice):
    """Whether a programme is always there."""

    permanent = Text("Fast", "Fast", "Permanent")
    on_demand = Text("Ved behov", "Ved behov", "When needed")


# ── E. Samhandling ───────────────────────────────────────────────────────────────────────────────


class RegionalSupport(Scale):
    """How often the regional function supports them."""

    regularly = Text("Jevnlig", "Jamleg", "Regularly")
    sometimes = Text("Av og til", "Av og til", "Now and then")
    no = Text("Nei", "Nei", "No")


class TrainsMunicipalities(Scale):
    """Whether they train municipal staff in patient education."""

    systematic = Text("Systematisk", "Systematisk", "Systematically")
    on_request = Text("Når de spør", "Når dei spør", "When they ask")
    no = Text("Nei", "Nei", "No")


# ── F. Utfordringer og framtid ───────────────────────────────────────────────────────────────────


class Challenge(Choice):
    """What is hard."""

    positions = Text("For få stillinger", "For få stillingar", "Too few positions")
    economy = Text("Økonomi", "Økonomi", "Finances")
    priority = Text(
        "Nedprioriteres av ledelsen",
        "Blir nedprioritert av leiinga",
        "Given low priority by the management",
    )
    recruiting_patients = Text("Få henvises", "Få blir tilviste", "Few are referred")
    users = Text(
        "Vanskelig å finne erfarne brukere",
        "Vanskeleg å finne erfarne brukarar",
        "Experienced service users are hard to find",
    )
    premises = Text("Lokaler", "Lokale", "Premises")
    unclear_tasks = Text(
        "Uklar oppgavedeling med kommunene",
        "Uklar oppgåvedeling med kommunane",
        "Unclear division of tasks with the municipalities",
    )
    none = Only("Ingen", "Ingen", "None")
    other = Text("Annet", "Anna", "Other")


class Future(Scale):
    """How the future looks."""

    better = Text("Lysere", "Lysare", "Brighter")
    same = Text("Som nå", "Som no", "As now")
    worse = Text("Mer usikker", "Meir usikker", "More uncertain")


# ── H. Etter samtalen ────────────────────────────────────────────────────────────────────────────


class KnowsCentres(Scale):
    """Whether the respondent knew all the centres."""

    yes = Text("Ja", "Ja", "Yes")
    partly = Text("Delvis", "Delvis", "Partly")
    no = Text("Nei", "Nei", "No")
