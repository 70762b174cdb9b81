"""The report of this survey: its chapters, in order."""

from typing import Final

from schemas.language.text import Text
from schemas.review.report.design import ReportDesign
from schemas.review.report.effort import effort
from schemas.review.report.method import method, rated
from schemas.review.report.questions import questions
from schemas.review.report.way import way
from schemas.surveys.health_trusts_2016.report.activity import offers, together
from schemas.surveys.health_trusts_2016.report.answered import answered, short
from schemas.surveys.health_trusts_2016.report.centres import centres
from schemas.surveys.health_trusts_2016.report.priorities import governance, outlook

REPORT: Final = ReportDesign(
    title=Text("Lærings- og mestringsvirksomheten i helseforetakene"),
    chapters=(
        short,
        centres,
        offers,
        governance,
        together,
        outlook,
        effort,
        way,
        answered,
        method,
        rated,
        questions,
    ),
    in_short=("organisering", "pasientgrupper", "ledelsen", "avgjor", "utfordringer", "framtiden"),
    quoted=("decides_text", "future_text"),
)
