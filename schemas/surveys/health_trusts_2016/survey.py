"""The survey of the health trusts and private hospitals: all its parts, by name."""

from typing import Final

from schemas.frame.design import Noun
from schemas.language.text import Text
from schemas.surveys.health_trusts_2016.departments import TrustDepartment
from schemas.surveys.health_trusts_2016.frame import FRAME
from schemas.surveys.part import LiesIn
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
    questionnaire=LiesIn(__name__, "questionnaire", "HealthTrusts"),
    parts=LiesIn(__name__, "parts", "PARTS"),
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
    overview=LiesIn(__name__, "overview", "OVERVIEW"),
    report=LiesIn(__name__, "report", "REPORT"),
    classification=LiesIn(__name__, "classification", "CLASSIFICATION"),
    releases=LiesIn(__name__, "releases", "RELEASES"),
    codebooks=LiesIn(__name__, "releases", "CODEBOOKS"),
    practice=LiesIn(__name__, "practice", "SCRIPT"),
    letter=LiesIn(__name__, "letter", "LETTER"),
)
