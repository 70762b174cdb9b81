"""The code lists of calling: what somebody knew, how they sent us on, what can be undone."""

from schemas.language.text import Text
from schemas.questionnaire.answers import Choice


class Knowledge(Choice):
    """What a contact point turned out to know about the service."""

    unknown = Text("Ikke spurt ennå", nn="Ikkje spurd enno", en="Not asked yet")
    does_not_know = Text("Vet ikke", nn="Veit ikkje", en="Does not know")
    says_none = Text("Sier det ikke finnes", nn="Seier det ikkje finst", en="Says there is none")
    knows_who = Text("Vet hvem", nn="Veit kven", en="Knows who")
    is_the_one = Text("Er rett person", nn="Er rett person", en="Is the right person")


class RedirectHow(Choice):
    """How somebody sent us on."""

    transferred = Text("Satt over", nn="Sett over", en="Put through")
    number_given = Text("Fikk nummer", nn="Fekk nummer", en="Number given")
    they_call_back = Text("De ringer tilbake", nn="Dei ringjer tilbake", en="They call back")
    name_only = Text("Fikk bare navn", nn="Fekk berre namn", en="Name only")
    dead_end = Text("Blindvei", nn="Blindveg", en="Dead end")


class DeedKind(Choice):
    """What can be undone."""

    answer = Text("Svar eller merknad", nn="Svar eller merknad", en="Answer or remark")
    check = Text("Bekreftet kontroll", nn="Stadfesta kontroll", en="Confirmed check")
    redirect = Text("Viderekobling", nn="Vidarekopling", en="Redirect")
    outcome = Text("Utfall og avtale", nn="Utfall og avtale", en="Outcome and appointment")
