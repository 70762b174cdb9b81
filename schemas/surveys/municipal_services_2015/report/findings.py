"""Phase two: what was found, set against what had been claimed, and where in the country."""

from collections import Counter
from collections.abc import Iterator

from schemas.calls.outcomes import Outcome
from schemas.language.numerals import how_many, show_number
from schemas.review.claim_matrix import NOT_KNOWN, Cell, MatrixRow
from schemas.review.report.blocks import Block, Chapter, Table, Words
from schemas.review.report.figures import answers, counted, numbered, on_the_map, per
from schemas.review.report.report_data import ReportData
from schemas.surveys.municipal_services_2015.classification import ORGANISED
from schemas.surveys.municipal_services_2015.code_lists import HasOffers
from schemas.surveys.municipal_services_2015.phase_one import headline

UNITS = ("enhet", "enheter")
DETERMINED = ("avklart enhet", "avklarte enheter")
HAVING = ("enhet med tilbud", "enheter med tilbud")
HAVE = ((HasOffers.yes,), "har lærings- og mestringstilbud")
TOGETHER = (ORGANISED, "har samlet dem i et senter, en avdeling, en enhet eller hos en koordinator")


def findings(data: ReportData) -> Chapter:
    """The counterparts of phase one's figures, and the classes."""
    return Chapter("fase-to", "Fase to: det intervjuene fant", tuple(_findings(data)))


def _findings(data: ReportData) -> Iterator[Block]:
    screening, future = data.everybody["screening"], data.everybody["future"]
    yield answers(
        data.frame, "figur-4", "Har enheten tilbud?", screening["has_offers"], UNITS, says=HAVE
    )
    yield answers(
        data.frame,
        "figur-5",
        "Hvordan tilbudene er organisert",
        screening["coordination"],
        HAVING,
        says=TOGETHER,
    )
    yield answers(
        data.frame, "figur-6", "Planer der det ikke er en tjeneste", future["plans"], UNITS
    )
    found = Counter(case.finding for case in data.cases)
    classes = [(str(one.label), found[one]) for one in data.classes]
    note = (
        f"Prosent av {how_many(sum(n for _, n in classes), 'avklart enhet', 'avklarte enheter')}."
    )
    yield counted("figur-7", "Enhetene etter klasse", classes, note, among=DETERMINED, whole=True)


# ── Claim against finding ────────────────────────────────────────────────────────────────────────


def moved(data: ReportData) -> Chapter:
    """The transition matrix."""
    return Chapter("overgang", "Oppgitt i fase én, funnet i fase to", tuple(_moved(data)))


def _moved(data: ReportData) -> Iterator[Block]:
    found = data.matrix
    assert found, "this survey has an earlier phase"
    yield Words(headline(found))
    heads = tuple(str(one.label if one else NOT_KNOWN) for one in found.findings)
    yield Table(
        "matrise",
        "Oppgitt i fase én (rader) og funnet i fase to (kolonner): enheter, og prosent av raden",
        ("Oppgitt", *heads, "Alle"),
        tuple(map(_row, found.rows)),
        sums=(_row(found.total),),
    )
    told = sum(cell.count for _, cell in found.reasons)
    reasons = [(str(reason.label), cell.count) for reason, cell in found.reasons]
    yield Table(
        "grunner",
        "Grunner som intervjuerne noterte når funnet var et annet enn det som ble oppgitt",
        ("Grunn", "Enheter", "Prosent"),
        numbered(reasons, told),
        sums=(("Alle", show_number(told), ""),),
    )


def _row(row: MatrixRow) -> tuple[str, ...]:
    return (str(row.label), *map(_cell, row.cells.values()), show_number(row.total))


def _cell(cell: Cell) -> str:
    return f"{cell.count} ({per(cell.percent)})" if cell.count else "0"


# ── The map ──────────────────────────────────────────────────────────────────────────────────────


def maps(data: ReportData) -> Chapter:
    """Norway by county, twice."""
    return Chapter("kart", "Fylkene", tuple(_maps(data)))


def _maps(data: ReportData) -> Iterator[Block]:
    yield on_the_map(
        "kart-avklart",
        "Avklarte enheter i hvert fylke",
        data.frame,
        data.cases,
        counts=lambda case: case.finding is not None,
        among=lambda case: case.state.outcome is not Outcome.out_of_frame,
        says=(UNITS, "er avklart"),
    )
    yield on_the_map(
        "kart-tjenester",
        "Enheter med egen eller felles tjeneste, av de avklarte",
        data.frame,
        data.cases,
        counts=lambda case: case.finding is not None and case.finding.has_any,
        among=lambda case: case.finding is not None,
        says=(DETERMINED, "har eller deler en tjeneste"),
    )
