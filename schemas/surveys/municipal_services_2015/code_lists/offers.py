"""Sections D to F: the offers, who takes part in making them, and who else is involved."""

from schemas.language.text import Text
from schemas.questionnaire.answers import Choice, Only, Scale

# ── D. Tilbudene ─────────────────────────────────────────────────────────────────────────────────


class OfferScope(Choice):
    """How many diagnoses an offer is for."""

    one = Text("Én diagnose", "Éin diagnose", "One diagnosis")
    group = Text("En diagnosegruppe", "Ei diagnosegruppe", "A group of diagnoses")
    across = Text(
        "På tvers: «å leve med» langvarige helseutfordringer",
        "På tvers: «å leve med» langvarige helseutfordringar",
        "Across diagnoses: «living with» long-term health challenges",
    )


class OfferRelatives(Choice):
    """Whether relatives take part."""

    own = Text("Ja, i et eget tilbud", "Ja, i eit eige tilbod", "Yes, in a programme of their own")
    together = Text(
        "Ja, sammen med deltakerne",
        "Ja, saman med deltakarane",
        "Yes, together with the participants",
    )
    no = Text("Nei", "Nei", "No")


class OfferKind(Choice):
    """What sort of thing it is: only `lm` is what the survey is about."""

    lm = Text(
        "Lærings- og mestringstilbud",
        "Lærings- og meistringstilbod",
        "Learning and mastery programme",
    )
    kid = Text("KiD", "KiD", "KiD")
    kib = Text("KiB", "KiB", "KiB")
    lifestyle = Text(
        "Livsstilskurs (kosthold, røykeslutt, aktivitet)",
        "Livsstilskurs (kosthald, røykeslutt, aktivitet)",
        "Lifestyle course (diet, smoking, activity)",
    )
    other = Text("Annet", "Anna", "Other")


# ── E. Brukermedvirkning og kompetanse ───────────────────────────────────────────────────────────


class UserRecruitment(Choice):
    """Where the experienced users come from."""

    organisations = Text("Brukerorganisasjoner", "Brukarorganisasjonar", "User organisations")
    former_participants = Text("Tidligere deltakere", "Tidlegare deltakarar", "Former participants")
    user_council = Text("Brukerråd/brukerutvalg", "Brukarråd/brukarutval", "User council/panel")
    hospital_lms = Text(
        "Via sykehusets lærings- og mestringssenter",
        "Via lærings- og meistringssenteret på sjukehuset",
        "Through the hospital's learning and mastery centre",
    )
    none = Only("Har ingen", "Har ingen", "Has none")
    other = Text("Annet", "Anna", "Other")


class UserPaid(Scale):
    """Whether the experienced users are paid."""

    yes = Text("Ja", "Ja", "Yes")
    some = Text("Noen av dem", "Nokre av dei", "Some of them")
    no = Text("Nei", "Nei", "No")


class PedagogyTraining(Scale):
    """How many of the staff are trained in patient education."""

    all = Text("Alle", "Alle", "All")
    some = Text("Noen", "Nokre", "Some")
    none = Text("Ingen", "Ingen", "None")


class PedagogyBy(Choice):
    """Who trained them."""

    nk_lmh = Text("NK LMH", "NK LMH", "NK LMH")
    health_trust = Text("Helseforetaket", "Helseføretaket", "The health trust")
    college = Text("Høgskole/universitet", "Høgskule/universitet", "University/college")
    municipality = Text("Kommunen selv", "Kommunen sjølv", "The municipality itself")
    other = Text("Annet", "Anna", "Other")


# ── F. Samhandling ───────────────────────────────────────────────────────────────────────────────


class Clarity(Scale):
    """Whether it is clear who does what."""

    clear = Text("Ja", "Ja", "Yes")
    partly = Text("Delvis", "Delvis", "Partly")
    unclear = Text("Nei", "Nei", "No")


class Partner(Choice):
    """Whom else the municipality works with."""

    gps = Text("Fastleger", "Fastlegar", "GPs")
    user_organisations = Text("Brukerorganisasjoner", "Brukarorganisasjonar", "User organisations")
    volunteers = Text(
        "Frivillige/frivilligsentral", "Frivillige/frivilligsentral", "Volunteers/volunteer centre"
    )
    nav = Text("NAV", "NAV", "NAV (labour and welfare)")
    healthy_life_centre = Text("Frisklivssentral", "Frisklivssentral", "Healthy life centre")
    other_municipalities = Text("Andre kommuner", "Andre kommunar", "Other municipalities")
    none = Only("Ingen", "Ingen", "Nobody")
    other = Text("Annet", "Anna", "Other")
