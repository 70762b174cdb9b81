"""The code lists that several surveys use: what is answered in the same words can be compared.

In the order of a conversation.  Whoever changes one changes every survey that uses it: each of them
gets a new version.
"""

from schemas.language.text import Text
from schemas.questionnaire.answers import Choice, Only, Scale


class Consent(Choice):
    """Whether it suits them to be asked now."""

    yes = Text("Ja", "Ja", "Yes")
    later = Text("Ikke nå, men senere", "Ikkje no, men seinare", "Not now, but later")
    no = Text("Nei", "Nei", "No")


class RightPerson(Choice):
    """Whether the one on the line is the one to ask."""

    yes = Text("Ja", "Ja", "Yes")
    proxy = Text(
        "Nei, men jeg kan svare (stedfortreder)",
        "Nei, men eg kan svare (stadfortredar)",
        "No, but I can answer (proxy)",
    )
    no = Text("Nei, det er en annen", "Nei, det er ein annan", "No, it is somebody else")


class OfferTarget(Choice):
    """Whom an offer is for."""

    musculoskeletal = Text(
        "Muskel- og skjelettsykdom", "Muskel- og skjelettsjukdom", "Musculoskeletal disease"
    )
    pain = Text("Langvarig smerte", "Langvarig smerte", "Chronic pain")
    anxiety_depression = Text(
        "Angst eller depresjon", "Angst eller depresjon", "Anxiety or depression"
    )
    diabetes = Text("Diabetes", "Diabetes", "Diabetes")
    copd = Text("Kols/lungesykdom", "Kols/lungesjukdom", "COPD/lung disease")
    cardiovascular = Text("Hjerte- og karsykdom", "Hjarte- og karsjukdom", "Cardiovascular disease")
    cancer = Text("Kreft", "Kreft", "Cancer")
    obesity = Text("Overvekt", "Overvekt", "Obesity")
    neurological = Text(
        "Nevrologisk sykdom/skade", "Nevrologisk sjukdom/skade", "Neurological disease/injury"
    )
    dementia = Text("Demens", "Demens", "Dementia")
    fatigue = Text("Utmattelse", "Utmatting", "Fatigue")
    substance = Text("Rus", "Rus", "Substance use")
    children_youth = Text("Barn og unge", "Barn og unge", "Children and young people")
    minority_language = Text(
        "Personer med minoritetsspråklig bakgrunn",
        "Personar med minoritetsspråkleg bakgrunn",
        "People with a minority language background",
    )
    other = Text("Annet", "Anna", "Other")


class UserInvolvement(Choice):
    """Where experienced users take part."""

    planning = Text("Planlegging", "Planlegging", "Planning")
    delivery = Text("Gjennomføring", "Gjennomføring", "Delivery")
    evaluation = Text("Evaluering", "Evaluering", "Evaluation")
    none = Only("Ikke med", "Ikkje med", "Not involved")


class YesNo(Choice):
    """Yes or no."""

    yes = Text("Ja", "Ja", "Yes")
    no = Text("Nei", "Nei", "No")


class HealthTrustForm(Choice):
    """What municipalities and a health trust do together."""

    delivery = Text("Gjennomføring av tilbud", "Gjennomføring av tilbod", "Running programmes")
    training = Text(
        "Helsepedagogisk opplæring", "Helsepedagogisk opplæring", "Training in patient education"
    )
    projects = Text("Prosjektarbeid", "Prosjektarbeid", "Projects")
    network = Text("Nettverk", "Nettverk", "Networks")
    groups = Text("Samarbeidsgrupper", "Samarbeidsgrupper", "Joint working groups")
    other = Text("Annet", "Anna", "Other")


class AgreementForm(Choice):
    """Whether the cooperation is written down."""

    yes_specific = Text("Ja, egen avtale", "Ja, eigen avtale", "Yes, a separate agreement")
    yes_general = Text(
        "Ja, i den generelle samarbeidsavtalen",
        "Ja, i den generelle samarbeidsavtalen",
        "Yes, in the general collaboration agreement",
    )
    no = Text("Nei", "Nei", "No")


class Publish(Choice):
    """Whether the national overview may list them."""

    yes = Text("Ja", "Ja", "Yes")
    after_check = Text(
        "Ja, men vi vil se teksten først",
        "Ja, men vi vil sjå teksten først",
        "Yes, but we want to see the text first",
    )
    no = Text("Nei", "Nei", "No")


class FollowUp(Choice):
    """What they would like from us."""

    newsletter = Text("Nyhetsbrev", "Nyheitsbrev", "Newsletter")
    guidance = Text("Veiledning", "Rettleiing", "Guidance")
    course = Text("Kurs i helsepedagogikk", "Kurs i helsepedagogikk", "Course in patient education")
    network = Text("Nettverk", "Nettverk", "Network")
    none = Only("Ingenting", "Ingenting", "Nothing")


class Certainty(Scale):
    """How sure the respondent seemed."""

    certain = Text("Sikker", "Sikker", "Certain")
    somewhat = Text("Noe usikker", "Noko usikker", "Somewhat uncertain")
    uncertain = Text("Usikker", "Usikker", "Uncertain")
