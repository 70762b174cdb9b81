"""The survey of learning and mastery services in the municipalities: all its parts, by name."""

from typing import Final

from schemas.frame.design import Noun
from schemas.language.text import Text
from schemas.surveys.municipal_services_2015.departments import Office
from schemas.surveys.municipal_services_2015.frame import FRAME
from schemas.surveys.municipal_services_2015.phase_name import NAME
from schemas.surveys.part import LiesIn
from schemas.surveys.survey import Survey

SURVEY: Final = Survey(
    name="municipal-services-2015",
    title=Text(
        "Lærings- og mestringstjenester i kommunene, 2015",
        nn="Lærings- og meistringstenester i kommunane, 2015",
        en="Learning and mastery services in the municipalities, 2015",
    ),
    year=2015,
    frame=FRAME,
    questionnaire=LiesIn(__name__, "questionnaire", "PhaseTwo"),
    parts=LiesIn(__name__, "parts", "PARTS"),
    departments=Office,
    classification=LiesIn(__name__, "classification", "CLASSIFICATION"),
    releases=LiesIn(__name__, "releases", "RELEASES"),
    codebooks=LiesIn(__name__, "releases", "CODEBOOKS"),
    practice=LiesIn(__name__, "practice.script", "SCRIPT"),
    letter=LiesIn(__name__, "letter", "LETTER"),
    sought=Noun(
        one=Text("tjeneste", nn="teneste", en="service"),
        a=Text("en tjeneste", nn="ei teneste", en="a service"),
        many=Text("tjenester", nn="tenester", en="services"),
        the=Text("tjenesten", nn="tenesta", en="the service"),
        all=Text("tjenestene", nn="tenestene", en="the services"),
    ),
    report=LiesIn(__name__, "report", "REPORT"),
    overview=LiesIn(__name__, "overview", "OVERVIEW"),
    earlier_name=NAME,
    earlier=LiesIn(__name__, "phase_one", "PHASE_ONE"),
    sharing=LiesIn(__name__, "sharing", "SHARING"),
)
