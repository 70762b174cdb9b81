"""The definitions that the interviewer can open on a question and read aloud."""

from schemas.questionnaire.sections import Definition
from schemas.surveys.municipal_services_2015.translations import text

OFFER = Definition(
    "tilbud",
    text("Lærings- og mestringstilbud"),
    text(
        "gruppebaserte tilbud til personer som har langvarige helseutfordringer, og til "
        "deres pårørende. Målet er økt mestring og bedre livskvalitet. Tilbudet er "
        "planlagt, gjennomført og evaluert i sidestilt samarbeid mellom fagpersoner og "
        "erfarne brukere."
    ),
)

SERVICE = Definition(
    "tjeneste",
    text("Lærings- og mestringstjeneste"),
    text(
        "enten et senter, en avdeling eller en enhet i kommunen som har lærings- og "
        "mestringstilbud, eller en ansatt koordinator, leder eller kontaktperson som "
        "koordinerer tilbudene. Ett enkeltstående tilbud er ikke en tjeneste."
    ),
)

LONG_TERM = Definition(
    "langvarig",
    text("Langvarige helseutfordringer"),
    text(
        "kronisk sykdom, vedvarende fysisk eller psykisk belastning, eller nedsatt funksjonsevne."
    ),
)

EQUALS = Definition(
    "sidestilt",
    text("Sidestilt samarbeid"),
    text(
        "brukererfaring og fagkunnskap teller likt, både når tilbudet planlegges, når det "
        "gjennomføres og når det evalueres."
    ),
)

NOT_ALONE = Definition(
    "ikke",
    text("Regnes ikke med alene"),
    text(
        "livsstilskurs om kosthold eller røykeslutt som ikke er rettet mot personer med "
        "langvarige helseutfordringer, og KiD (kurs i depresjonsmestring) og KiB (kurs i "
        "mestring av belastninger) når de ikke følger arbeidsmåten over."
    ),
)

DEFINITIONS = (OFFER, SERVICE, LONG_TERM, EQUALS, NOT_ALONE)
