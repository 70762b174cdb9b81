"""Phase two: what was found, set against what had been claimed, and where in the country."""

from collections import Counter
from collections.abc import Callable, Iterator
from fractions import Fraction

from interviewer.publish.blocks import (
    Block,
    Chapter,
    Figure,
    Table,
    Words,
    answers,
    counted,
    numbered,
    per,
)
from interviewer.publish.claim_matrix import headline
from interviewer.publish.report_data import Material
from interviewer.publish.svg import tile_map
from schemas.calls.outcomes import Outcome
from schemas.language.numerals import show_number
from schemas.review.claim_matrix import FINDINGS, HAS_SERVICE, NOT_KNOWN, Cell, MatrixRow
from schemas.review.progress import Followed
from schemas.review.tilemap import Tile, tiles
from schemas.surveys.municipal_services_2015.classification import ServiceClass as Class

INTERVIEWS = "intervjuer"


def findings(material: Material) -> Chapter:
    """The counterparts of phase one's figures, and the classes."""
    return Chapter("fase-to", "Fase to: det intervjuene fant", tuple(_findings(material)))


def _findings(material: Material) -> Iterator[Block]:
    screening, future = material.everybody["screening"], material.everybody["future"]
    yield answers("figur-4", "Figur 4. Har enheten tilbud?", screening["has_offers"], INTERVIEWS)
    yield answers(
        "figur-5", "Figur 5. Hvordan tilbudene er samlet", screening["coordination"], INTERVIEWS
    )
    yield answers(
        "figur-6", "Figur 6. Planer der det ikke er en tjeneste", future["plans"], INTERVIEWS
    )
    found = Counter(case.finding for case in material.cases)
    classes = [(str(one.label), found[one]) for one in Class]
    note = f"Prosent av {sum(n for _, n in classes)} avklarte enheter."
    yield counted("figur-7", "Figur 7. Enhetene etter klasse", classes, note)


# ── Claim against finding ────────────────────────────────────────────────────────────────────────


def moved(material: Material) -> Chapter:
    """The transition matrix."""
    return Chapter("overgang", "Påstand mot funn", tuple(_moved(material)))


def _moved(material: Material) -> Iterator[Block]:
    found = material.matrix
    yield Words(headline(found))
    heads = tuple(str(one.label if one else NOT_KNOWN) for one in FINDINGS)
    yield Table(
        "matrise",
        "Påstand i fase én (rader) og funn i fase to (kolonner): enheter, og prosent av raden",
        ("Påstand", *heads, "Alle"),
        tuple(map(_row, found.rows)),
        sums=(_row(found.total),),
    )
    told = sum(cell.count for _, cell in found.reasons)
    reasons = [(str(reason.label), cell.count) for reason, cell in found.reasons]
    yield Table(
        "grunner",
        "Grunner som intervjuerne oppga når påstand og funn ble sammenholdt",
        ("Grunn", "Enheter", "Prosent"),
        numbered(reasons, told),
        sums=(("Alle", show_number(told), ""),),
    )


def _row(row: MatrixRow) -> tuple[str, ...]:
    return (str(row.label), *map(_cell, row.cells), show_number(row.total))


def _cell(cell: Cell) -> str:
    return f"{cell.count} ({per(cell.percent)})" if cell.count else "0"


# ── The map ──────────────────────────────────────────────────────────────────────────────────────


def on_the_map(material: Material) -> Chapter:
    """Norway by county, twice."""
    return Chapter("kart", "Fylkene", tuple(_maps(material)))


def _maps(material: Material) -> Iterator[Block]:
    yield _map(
        "kart-avklart",
        "Kart 1. Andel enheter der funnet er kjent",
        material,
        lambda case: case.finding is not None,
        lambda case: case.state.outcome is not Outcome.out_of_frame,
    )
    yield _map(
        "kart-tjenester",
        "Kart 2. Andel av de avklarte enhetene som har eller deler en tjeneste",
        material,
        lambda case: case.finding in HAS_SERVICE,
        lambda case: case.finding is not None,
    )


Test = Callable[[Followed], bool]


def _map(id: str, title: str, material: Material, counts: Test, among: Test) -> Figure:
    of, have = Counter[str](), Counter[str]()
    for case in filter(among, material.cases):
        of[case.state.unit.group.id] += 1
        have[case.state.unit.group.id] += counts(case)
    frame = material.frame
    assert frame.design.map, "the chapter is for surveys with a map"
    shares = {one.id: _part(have[one.id], of[one.id]) for one in frame.groups}
    drawn = [_tile(one, have, of) for one in tiles(frame.design.map, frame.groups, shares)]
    note = "Hver flis er et fylke. Jo mørkere flis, desto større andel; tallene står i flisen."
    return Figure(id, title, tile_map(id, title, frame.design.map, drawn), note)


def _part(have: int, of: int) -> Fraction | None:
    return Fraction(have, of) if of else None


def _tile(tile: Tile, have: Counter[str], of: Counter[str]) -> tuple[Tile, str]:
    return tile, f"{have[tile.group.id]} av {of[tile.group.id]}"
