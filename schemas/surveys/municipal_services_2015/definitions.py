"""The definitions that the interviewer can open on a question and read aloud."""

from schemas.questionnaire.questions import Definition
from schemas.surveys.municipal_services_2015.translations import text
from schemas.surveys.shared.definitions import EQUALS, OFFER

SERVICE = Definition(
    "tjeneste",
    text("Lærings- og mestringstjeneste"),
    text(
        "En lærings- og mestringstjeneste er enten et senter, en avdeling eller en enhet i "
        "kommunen som har lærings- og mestringstilbud, eller en ansatt koordinator, leder eller "
        "kontaktperson som koordinerer tilbudene. Et enkeltstående tilbud er ikke en tjeneste."
    ),
)

LONG_TERM = Definition(
    "langvarig",
    text("Langvarige helseutfordringer"),
    text(
        "Med langvarige helseutfordringer mener vi kronisk sykdom, vedvarende fysisk eller "
        "psykisk belastning, eller nedsatt funksjonsevne."
    ),
)

NOT_ALONE = Definition(
    "ikke",
    text("Livsstilskurs, KiD og KiB"),
    text(
        "Noen tilbud regnes ikke som lærings- og mestringstilbud: livsstilskurs om kosthold "
        "eller røykeslutt som ikke er rettet mot personer med langvarige helseutfordringer, og "
        "KiD (kurs i depresjonsmestring) og KiB (kurs i mestring av belastninger) når de ikke "
        "følger arbeidsmåten for lærings- og mestringstilbud."
    ),
)

DEFINITIONS = (OFFER, SERVICE, LONG_TERM, EQUALS, NOT_ALONE)
