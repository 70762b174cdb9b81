"""The survey of the health trusts and private hospitals: all its parts, by name."""

from typing import Final

from schemas.frame.design import Noun
from schemas.language.text import Text
from schemas.surveys.health_trusts_2016.classification import CLASSIFICATION
from schemas.surveys.health_trusts_2016.departments import TrustDepartment
from schemas.surveys.health_trusts_2016.frame import FRAME
from schemas.surveys.health_trusts_2016.letter import LETTER
from schemas.surveys.health_trusts_2016.overview import OVERVIEW
from schemas.surveys.health_trusts_2016.parts import PARTS
from schemas.surveys.health_trusts_2016.practice import SCRIPT
from schemas.surveys.health_trusts_2016.questionnaire import HealthTrusts
from schemas.surveys.health_trusts_2016.releases import CODEBOOKS, RELEASES
from schemas.surveys.health_trusts_2016.report import REPORT
from schemas.surveys.survey import Survey

SURVEY: Final = Survey(
    name="health-trusts-2016",
    title=Text(
        "Lærings- og mestringsvirksomheten i helseforetakene, 2016",
        nn="Lærings- og meistringsverksemda i helseføretaka, 2016",
        en="Learning and mastery activities in the health trusts, 2016",
    ),
    year=2016,
    frame=FRAME,
    questionnaire=HealthTrusts,
    parts=PARTS,
    departments=TrustDepartment,
    sought=Noun(
        one=Text("helseforetak eller sykehus", nn="helseføretak eller sjukehus", en="hospital"),
        a=Text(
            "et helseforetak eller sykehus", nn="eit helseføretak eller sjukehus", en="a hospital"
        ),
        many=Text("helseforetak og sykehus", nn="helseføretak og sjukehus", en="hospitals"),
        the=Text(
            "helseforetaket eller sykehuset",
            nn="helseføretaket eller sjukehuset",
            en="the hospital",
        ),
        all=Text(
            "helseforetakene og sykehusene",
            nn="helseføretaka og sjukehusa",
            en="the hospitals",
        ),
    ),
    overview=OVERVIEW,
    report=REPORT,
    classification=CLASSIFICATION,
    releases=RELEASES,
    codebooks=CODEBOOKS,
    practice=SCRIPT,
    letter=LETTER,
)
