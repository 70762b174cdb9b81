"""Figures 1-3 of phase one: in the terminal, or as a file."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from interviewer.failures import Trouble
from interviewer.publish.export_request import Order, Watch, WrittenFiles
from schemas.language.numerals import show_number

if TYPE_CHECKING:
    from db.engine import Database
    from schemas.review.phase_one import Figures, PhaseOneFigure

HEADING = ("figur", "kode", "svar", "antall", "prosent", "antall_uten_tilbud")


def _read(database: "Database") -> "Figures":
    from db.phase_one import phase_one_forms
    from schemas.review.phase_one import figures_of

    figures = figures_of(phase_one_forms(database))
    if not figures.known:
        raise Trouble(
            "REPORT-EMPTY",
            "Ingen svar fra fase 1 er lest inn ennå. Bruk «ringerunde import phase-one FIL» først.",
        )
    return figures


# ── In the terminal ──────────────────────────────────────────────────────────────────────────────


def print_phase_one(database: "Database") -> None:
    """The figures as tables."""
    figures, console = _read(database), Console()
    console.print(_about(figures))
    for figure in figures.figures:
        console.print()
        console.print(_table(figure))
    console.print(Text(f"Prosent av de {figures.answered} som svarte, avrundet til hele tall."))


def _about(figures: "Figures") -> Table:
    table = Table(title=Text("Fase 1: hvem vi vet noe om"), title_justify="left")
    table.add_column("")
    table.add_column("Antall", justify="right")
    table.add_column("Prosent", justify="right")
    for _, words, count, share in _totals(figures):
        table.add_row(Text(words), show_number(count), _percent(share) if share else "")
    return table


def _totals(figures: "Figures") -> Iterator[tuple[str, str, int, int | None]]:
    yield "enheter", "Kommuner og bydeler", figures.units, None
    yield "svarte", "Svarte selv", figures.answered, figures.answered_percent
    yield "samarbeid", "Kjent gjennom samarbeid", figures.through_cooperation, None
    yield "kjent", "Kjent til sammen", figures.known, None
    yield "ukjent", "Må ringes uten kontakt", figures.cold, None


def _table(figure: "PhaseOneFigure") -> Table:
    share = _percent(figure.percent)
    title = f"Figur {figure.number}: {figure.title} ({figure.count} enheter, {share})"
    table = Table(title=Text(title), title_justify="left")
    split = any(bar.without_offers is not None for bar in figure.bars)
    table.add_column("Svar")
    for heading in ("Antall", "Prosent", *(("Uten tilbud", "Ikke felles") if split else ())):
        table.add_column(heading, justify="right")
    for bar in figure.bars:
        cells = [str(bar.label), show_number(bar.count), _percent(bar.percent)]
        if bar.without_offers is not None:
            cells += [str(bar.without_offers), str(bar.count - bar.without_offers)]
        table.add_row(*map(Text, cells))
    return table


def _percent(share: int | None) -> str:
    return "–" if share is None else f"{share} %"


# ── In a file ────────────────────────────────────────────────────────────────────────────────────


def write_phase_one(database: "Database", order: Order, watch: Watch) -> WrittenFiles:
    """The figures as a CSV file."""
    from db.exports.csv import write_rows

    rows = (HEADING, *_rows(_read(database)))
    return WrittenFiles((write_rows(database, order.out, rows, force=order.force),))


def _rows(figures: "Figures") -> Iterator[tuple[str, ...]]:
    """The totals as figure 0, then bar by bar."""
    for code, words, count, share in _totals(figures):
        yield "0", code, words, str(count), _number(share), ""
    for figure in figures.figures:
        number = str(figure.number)
        yield number, "alle", str(figure.title), str(figure.count), _number(figure.percent), ""
        for bar in figure.bars:
            split = _number(bar.without_offers)
            yield number, bar.code, str(bar.label), str(bar.count), _number(bar.percent), split


def _number(number: int | None) -> str:
    return "" if number is None else str(number)
