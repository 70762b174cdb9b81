"""The figures of an earlier phase: in the terminal, or as a file."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from interviewer.failures import Trouble
from interviewer.places import command
from interviewer.publish.export_request import Order, Watch, WrittenFiles
from interviewer.survey_parts import earlier_phase
from schemas.language.numerals import how_many, show_number

if TYPE_CHECKING:
    from db.plain_sql import Looked
    from schemas.frame.frame import Frame
    from schemas.review.claim_forms import ClaimFigure, ClaimFigures

HEADING = ("figur", "kode", "svar", "antall", "prosent")


def _read(source: "Looked") -> "ClaimFigures":
    from db.claim_forms import claim_forms

    earlier = earlier_phase(source.survey)
    figures = earlier.figures(claim_forms(source), len(source.frame))
    if not figures.known:
        raise Trouble(
            "REPORT-EMPTY",
            f"Ingen svar fra {earlier.words.name} er lest inn ennå. Bruk "
            f"«{command(source, 'import', earlier.command, 'FIL')}» først.",
        )
    return figures


# ── In the terminal ──────────────────────────────────────────────────────────────────────────────


def print_claim_figures(source: "Looked") -> None:
    """The figures as tables."""
    figures, console = _read(source), Console()
    console.print(_about(source.frame, figures))
    for figure in figures.figures:
        console.print()
        console.print(_table(figure))
    console.print(Text(f"Prosent av dem som svarte ({figures.answered}), avrundet til hele tall."))


def _about(frame: "Frame", figures: "ClaimFigures") -> Table:
    table = Table(title=Text("Hvem vi vet noe om"), title_justify="left")
    table.add_column("")
    table.add_column("Antall", justify="right")
    table.add_column("Prosent", justify="right")
    for _, words, count, share in _totals(frame, figures):
        table.add_row(Text(words), show_number(count), _percent(share) if share else "")
    return table


def _totals(frame: "Frame", figures: "ClaimFigures") -> Iterator[tuple[str, str, int, int | None]]:
    yield "enheter", str(frame.design.universe), figures.units, None
    yield "svarte", "Svarte selv", figures.answered, figures.answered_percent
    yield "samarbeid", "Kjent gjennom samarbeid", figures.through_cooperation, None
    yield "kjent", "Kjent til sammen", figures.known, None
    yield "ukjent", "Må ringes uten kontaktperson", figures.cold, None


def _table(figure: "ClaimFigure") -> Table:
    share = _percent(figure.percent)
    units = how_many(figure.count, "enhet", "enheter")
    title = f"Figur {figure.number}: {figure.title} ({units}, {share})"
    table = Table(title=Text(title), title_justify="left")
    table.add_column("Svar")
    for heading in ("Antall", "Prosent", *(part.capitalize() for part in figure.parts)):
        table.add_column(heading, justify="right")
    for bar in figure.bars:
        cells = [str(bar.label), show_number(bar.count), _percent(bar.percent)]
        if bar.first is not None:
            cells += [str(bar.first), str(bar.count - bar.first)]
        table.add_row(*map(Text, cells))
    return table


def _percent(share: int | None) -> str:
    return "–" if share is None else f"{share} %"


# ── In a file ────────────────────────────────────────────────────────────────────────────────────


def write_claim_figures(source: "Looked", order: Order, watch: Watch) -> WrittenFiles:
    """The figures as a CSV file."""
    from db.exports.csv import write_rows
    from db.stamp import stamp

    figures = _read(source)
    first = [f"antall_{one.parts[0].replace(' ', '_')}" for one in figures.figures if one.parts]
    heading = (*HEADING, *first[:1])
    made_of = ("0", "laget av", stamp(source).line)
    stamped = (*made_of, *("" for _ in heading[len(made_of) :]))
    rows = (heading, *_rows(source.frame, figures, width=len(first[:1])), stamped)
    return WrittenFiles((write_rows(source, order.out, rows, force=order.force),))


def _rows(frame: "Frame", figures: "ClaimFigures", width: int) -> Iterator[tuple[str, ...]]:
    """The totals as figure 0, then bar by bar; `width` is 1 where bars have two parts."""
    blank = ("",) * width
    for code, words, count, share in _totals(frame, figures):
        yield "0", code, words, str(count), _number(share), *blank
    for figure in figures.figures:
        number = str(figure.number)
        yield number, "alle", str(figure.title), str(figure.count), _number(figure.percent), *blank
        for bar in figure.bars:
            split = (_number(bar.first),)[:width]
            yield number, bar.code, str(bar.label), str(bar.count), _number(bar.percent), *split


def _number(number: int | None) -> str:
    return "" if number is None else str(int(number))
