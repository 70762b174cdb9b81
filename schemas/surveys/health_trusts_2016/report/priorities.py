"""Who directs and who decides, what is hard, and what they think will come."""

from collections.abc import Iterator

from schemas.review.report.blocks import Block, Chapter
from schemas.review.report.figures import answers, quoted
from schemas.review.report.quotes import said
from schemas.review.report.report_data import ReportData
from schemas.surveys.health_trusts_2016.code_lists import (
    Budget,
    Future,
    InStrategy,
    Reports,
)

ANSWERED = ("enhet", "enheter")


def governance(data: ReportData) -> Chapter:
    """How far the management directs, and who decides for whom there is something."""
    return Chapter("styring", "Styring og prioritering", tuple(_governance(data)))


def _governance(data: ReportData) -> Iterator[Block]:
    told = data.everybody["governance"]
    yield answers(
        data.frame,
        "ledelsen",
        "I hvor stor grad ledelsen styrer",
        told["led_by_management"],
        ANSWERED,
        says="svares oftest om hvor mye ledelsen styrer",
    )
    yield answers(
        data.frame,
        "strategi",
        "Om virksomheten står i strategiplanen",
        told["in_strategy"],
        ANSWERED,
        says=((InStrategy.own_goals, InStrategy.mentioned), "er omtalt i strategiplanen"),
    )
    yield answers(
        data.frame,
        "avgjor",
        "Hvem som avgjør hvilke grupper som får tilbud",
        told["decides_groups"],
        ANSWERED,
        says="avgjør oftest hvem som får tilbud",
        sort=True,
    )
    yield from quoted(said(data, "decides_text"))
    yield answers(
        data.frame,
        "budsjett",
        "Om virksomheten har eget budsjett",
        told["own_budget"],
        ANSWERED,
        says=((Budget.yes,), "har eget budsjett til virksomheten"),
    )
    yield answers(
        data.frame,
        "rapport",
        "Om aktiviteten rapporteres",
        told["reports_activity"],
        ANSWERED,
        says=((Reports.yes_public, Reports.yes_internal), "rapporterer aktiviteten"),
    )


def outlook(data: ReportData) -> Chapter:
    """Challenges, and the future, with their own words."""
    return Chapter("framtid", "Utfordringer og framtid", tuple(_outlook(data)))


def _outlook(data: ReportData) -> Iterator[Block]:
    told = data.everybody["outlook"]
    yield answers(
        data.frame,
        "utfordringer",
        "De største utfordringene",
        told["challenges"],
        ANSWERED,
        says="nevnes oftest som utfordring",
        sort=True,
    )
    brighter = ((Future.better,), "ser lysere på framtiden")
    about = "Hvordan de ser på framtiden"
    yield answers(data.frame, "framtiden", about, told["future"], ANSWERED, says=brighter)
    yield from quoted(said(data, "future_text"))
