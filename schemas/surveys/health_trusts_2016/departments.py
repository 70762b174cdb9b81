"""Where in a health trust or a hospital people are reached."""

from typing import Final

from schemas.language.text import Text
from schemas.questionnaire.answers import Choice


class Department(Choice):
    """The types of department: what a redirect leads to, and where a respondent works."""

    switchboard = Text("Sentralbord", en="Switchboard")
    patient_service = Text("Pasientservice", en="Patient service")
    lm_centre = Text(
        "Lærings- og mestringssenter",
        nn="Lærings- og meistringssenter",
        en="Learning and mastery centre",
    )
    management = Text("Foretaksledelse/stab", nn="Føretaksleiing/stab", en="Management/staff unit")
    clinic = Text("Klinikk", en="Clinic")
    ward = Text("Sengepost/poliklinikk", en="Ward/outpatient clinic")
    research = Text(
        "Forsknings- og utdanningsavdeling",
        nn="Forskings- og utdanningsavdeling",
        en="Research and education department",
    )
    collaboration = Text("Samhandlingsavdeling", en="Collaboration department")
    user_council = Text("Brukerutvalg", nn="Brukarutval", en="User council")
    rehabilitation = Text(
        "Fysikalsk medisin og rehabilitering", en="Physical medicine and rehabilitation"
    )
    mental_health = Text("Psykisk helsevern", en="Mental health care")
    paediatrics = Text("Barne- og ungdomsklinikk", en="Children's and young people's clinic")
    communication = Text("Kommunikasjon", en="Communications")
    other = Text("Annet", nn="Anna", en="Other")


FRONT_LINE: Final = frozenset({Department.switchboard, Department.patient_service})
"""Those who pick up for everybody, and seldom know who does what."""
