"""The survey of learning and mastery services in the municipalities: all its parts, by name."""

from typing import Final

from schemas.frame.design import Noun
from schemas.language.text import Text
from schemas.surveys.municipal_services_2015.classification import CLASSIFICATION
from schemas.surveys.municipal_services_2015.departments import Office
from schemas.surveys.municipal_services_2015.frame import FRAME
from schemas.surveys.municipal_services_2015.letter import LETTER
from schemas.surveys.municipal_services_2015.overview import OVERVIEW
from schemas.surveys.municipal_services_2015.parts import PARTS
from schemas.surveys.municipal_services_2015.phase_one import PHASE_ONE
from schemas.surveys.municipal_services_2015.practice.script import SCRIPT
from schemas.surveys.municipal_services_2015.questionnaire import PhaseTwo
from schemas.surveys.municipal_services_2015.releases import CODEBOOKS, RELEASES
from schemas.surveys.municipal_services_2015.report import REPORT
from schemas.surveys.municipal_services_2015.sharing import SHARING
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
    questionnaire=PhaseTwo,
    parts=PARTS,
    departments=Office,
    classification=CLASSIFICATION,
    releases=RELEASES,
    codebooks=CODEBOOKS,
    practice=SCRIPT,
    letter=LETTER,
    sought=Noun(
        one=Text("tjeneste", nn="teneste", en="service"),
        a=Text("en tjeneste", nn="ei teneste", en="a service"),
        many=Text("tjenester", nn="tenester", en="services"),
        the=Text("tjenesten", nn="tenesta", en="the service"),
        all=Text("tjenestene", nn="tenestene", en="the services"),
    ),
    report=REPORT,
    overview=OVERVIEW,
    earlier=PHASE_ONE,
    sharing=SHARING,
)
