"""The report of this survey: its chapters, in order."""

from typing import Final

from schemas.language.text import Text
from schemas.review.report.design import ReportDesign
from schemas.review.report.method import method, rated
from schemas.review.report.questions import questions
from schemas.review.report.way import way
from schemas.surveys.municipal_services_2015.report.findings import findings, maps, moved
from schemas.surveys.municipal_services_2015.report.phase_one import phase_one
from schemas.surveys.municipal_services_2015.report.services_and_offers import (
    experience,
    offers,
    services,
)
from schemas.surveys.municipal_services_2015.report.short import short

REPORT: Final = ReportDesign(
    title=Text("Lærings- og mestringstjenester i kommunene"),
    chapters=(
        short,
        findings,
        moved,
        maps,
        services,
        offers,
        experience,
        phase_one,
        way,
        method,
        rated,
        questions,
    ),
    in_short=("figur-4", "figur-7", "kart-tjenester", "malgrupper", "utfordringer", "gevinster"),
    quoted=("challenges_text", "benefits_text"),
)
