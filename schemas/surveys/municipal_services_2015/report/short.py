"""The findings in short."""

from collections.abc import Iterator
from fractions import Fraction

from schemas.language.numerals import show_number
from schemas.review.report.blocks import Chapter, KeyFigures
from schemas.review.report.figures import share
from schemas.review.report.report_data import ReportData
from schemas.surveys.municipal_services_2015.phase_one import borderland


def short(data: ReportData) -> Chapter:
    """The numbers that people remember."""
    return Chapter("kort", "Kort fortalt", (KeyFigures(tuple(_facts(data))),))


def _facts(data: ReportData) -> Iterator[tuple[str, str]]:
    known, sample = data.determination.part, data.determination.of or Fraction()
    yield f"av {data.having.of} kommuner har eller deler en tjeneste", data.having.at_least
    if data.having.waiting:
        yield "av dem står i oversikten", show_number(len(data.having.listed))
    yield f"av {int(sample)} enheter er avklart", share(int(known), int(sample))
    yield "intervjuer er fullført", show_number(len(data.found))
    found = data.matrix
    if found and found.checked:
        beside = borderland(found)
        told = f"av {found.checked} oppgitte tjenester viste seg ikke å være tjenester"
        wrong = share(found.disproved.count, found.checked)
        yield f"{told} ({beside})" if beside else told, wrong
