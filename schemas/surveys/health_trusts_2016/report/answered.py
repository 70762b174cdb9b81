"""The findings in short, and who answered."""

from collections.abc import Iterable, Iterator

from schemas.frame.units import Unit
from schemas.language.numerals import show_number
from schemas.review.rates import exact
from schemas.review.report.blocks import Chapter, KeyFigures, Table
from schemas.review.report.figures import share
from schemas.review.report.report_data import ReportData
from schemas.surveys.health_trusts_2016.report.sums import KINDS, of_centres


def short(data: ReportData) -> Chapter:
    """The numbers that people remember."""
    return Chapter("kort", "Kort fortalt", (KeyFigures(tuple(_facts(data))),))


def _facts(data: ReportData) -> Iterator[tuple[str, str]]:
    have, of = len(data.found), len(data.frame)
    yield f"av {of} helseforetak og private sykehus har svart", share(have, of)
    answered = [data.frame[one.unit_id].kind.id for one in data.found]
    for kind, words in KINDS.items():
        yield words.lower(), show_number(answered.count(kind))
    sums = of_centres(data.found)
    yield "lærings- og mestringssentre", show_number(sums.centres)
    yield "ansatte i sentrene", exact(sums.staff)
    yield "årsverk i sentrene", exact(sums.fte)


def answered(data: ReportData) -> Chapter:
    """The units that answered, by kind and regional health authority."""
    have = {one.unit_id for one in data.found}

    def told(units: Iterable[Unit]) -> str:
        ids = {unit.id for unit in units}
        return f"{len(ids & have)} av {len(ids)}" if ids else "–"

    def row(label: str, units: list[Unit]) -> tuple[str, ...]:
        by_kind = ([unit for unit in units if unit.kind.id == kind] for kind in KINDS)
        return label, *map(told, by_kind), told(units)

    groups = ((group.name, group.id) for group in data.frame.groups)
    rows = (row(name, [u for u in data.frame if u.group.id == id]) for name, id in groups)
    table = Table(
        "svar-etter-rhf",
        "Enheter som har svart, etter RHF og type",
        ("RHF", *KINDS.values(), "Alle"),
        tuple(rows),
        sums=(row("Alle", list(data.frame)),),
    )
    return Chapter("svart", "Hvem som har svart", (table,))
