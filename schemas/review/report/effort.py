"""What it took: calls, minutes on the telephone, and being sent on."""

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction

from schemas.language.numerals import how_many, show_number
from schemas.review.followed import Followed
from schemas.review.progress import Effort, effort_in, rung_and_settled
from schemas.review.rates import NOTHING, one_decimal
from schemas.review.report.blocks import Block, Chapter, KeyFigures, Words
from schemas.review.report.figures import beside, counted
from schemas.review.report.report_data import ReportData

SETTLED = ("avsluttet sak", "avsluttede saker")
MANY = 5
"""From so many calls on, they are counted together."""


def effort(data: ReportData) -> Chapter:
    """What a settled case has cost."""
    return Chapter("innsats", "Oppringninger og tid", tuple(_effort(data)))


def _effort(data: ReportData) -> Iterator[Block]:
    settled = rung_and_settled(data.cases)
    spent = effort_in(settled)
    yield KeyFigures(
        (
            ("oppringninger i alle saker", show_number(data.calls)),
            ("viderekoblinger i alle saker", show_number(len(data.ways_on))),
            ("oppringninger per avsluttet sak som er ringt", _one_decimal(spent.calls_per_case)),
            (
                "minutter i telefonen per avsluttet sak som er ringt",
                _one_decimal(spent.minutes_per_case),
            ),
        )
    )
    yield from _untimed(spent)
    over = sum(case.is_settled for case in data.cases)
    note = f"Prosent av {how_many(len(settled), *SETTLED)} som er ringt." + beside(
        (over - len(settled), "avsluttet sak som ikke er ringt", "avsluttede saker uten ringing"),
        (len(data.cases) - over, "sak som ikke er avsluttet", "saker som ikke er avsluttet"),
    )
    yield counted(
        "oppringninger",
        "Oppringninger i en avsluttet sak",
        _calls(settled),
        note,
        answers="Hvor mange ganger ringte vi før en sak var avsluttet?",
        among=SETTLED,
    )


def _untimed(spent: Effort) -> Iterator[Block]:
    if spent.untimed:
        words = f"Oppringninger uten kjent varighet, ikke med i minuttene: {spent.untimed}."
        yield Words(words, note=True)


def _calls(settled: Sequence[Followed]) -> Iterator[tuple[str, int]]:
    numbers = Counter(min(case.state.attempts, MANY) for case in settled)
    for number in range(1, MANY + 1):
        yield f"{number} eller flere" if number == MANY else str(number), numbers[number]


def _one_decimal(value: Fraction | None) -> str:
    return NOTHING if value is None else one_decimal(value)
