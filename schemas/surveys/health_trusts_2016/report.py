"""The report of this survey: its chapters, in order."""

from typing import Final

from schemas.language.text import Text
from schemas.review.report.design import ReportDesign
from schemas.review.report.method import method, rated
from schemas.review.report.questions import questions
from schemas.review.report.way import way

REPORT: Final = ReportDesign(
    title=Text("Lærings- og mestringsvirksomheten i helseforetakene"),
    chapters=(method, rated, way, questions),
)
