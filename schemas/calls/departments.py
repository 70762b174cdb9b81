"""Where in a municipality, or beside it, people are reached."""

from schemas.language.text import Text
from schemas.questionnaire.answers import Choice


class Department(Choice):
    """The types of department: what a redirect leads to, and where a respondent works."""

    switchboard = Text("Sentralbord", en="Switchboard")
    service_desk = Text("Servicetorg", en="Service desk")
    chief_executive = Text(
        "Rådmannens stab", nn="Staben til rådmannen", en="Chief executive's staff"
    )
    health_and_care = Text(
        "Helse og omsorg (ledelse)",
        nn="Helse og omsorg (leiing)",
        en="Health and care (management)",
    )
    healthy_life_centre = Text("Frisklivssentral", en="Healthy life centre")
    lm_centre = Text(
        "Lærings- og mestringssenter",
        nn="Lærings- og meistringssenter",
        en="Learning and mastery centre",
    )
    rehabilitation = Text("Rehabilitering", en="Rehabilitation")
    physio_occupational = Text("Fysio- og ergoterapi", en="Physiotherapy and occupational therapy")
    mental_health = Text("Psykisk helse og rus", en="Mental health and substance use")
    home_care = Text("Hjemmetjenesten", nn="Heimetenesta", en="Home care")
    health_house = Text("Helsehus/lokalmedisinsk senter", en="Health house/local medical centre")
    coordinating_unit = Text(
        "Koordinerende enhet", nn="Koordinerande eining", en="Coordinating unit"
    )
    allocation_office = Text(
        "Tildelings-/bestillerkontor", nn="Tildelings-/bestillarkontor", en="Allocation office"
    )
    chief_medical_officer = Text("Kommuneoverlege", en="Chief medical officer")
    public_health = Text("Folkehelsekoordinator", en="Public health coordinator")
    gp_office = Text("Fastlegekontor", en="GP's office")
    social_services = Text("NAV/sosialtjeneste", nn="NAV/sosialteneste", en="NAV/social services")
    culture = Text("Kultur/frivillighet", nn="Kultur/frivilligheit", en="Culture/voluntary work")
    other_municipality = Text("Annen kommune", nn="Annan kommune", en="Another municipality")
    hospital = Text("Helseforetak/sykehus", nn="Helseføretak/sjukehus", en="Health trust/hospital")
    other = Text("Annet", nn="Anna", en="Other")


FRONT_LINE = frozenset({Department.switchboard, Department.service_desk})
"""Those who pick up for everybody, and seldom know who does what."""
