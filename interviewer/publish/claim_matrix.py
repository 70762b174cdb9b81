"""Claim against finding, unit by unit: to read in the terminal and on the screen, or as a file."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from interviewer.publish.export_request import Order, Watch, WrittenFiles
from interviewer.publish.status import listing, read

if TYPE_CHECKING:
    from db.engine import Database
    from schemas.review.claim_matrix import Cell, Finding, Matrix, MatrixRow

NOT_COUNTED: Final = "ikke regnet med"
HEADING: Final = ("tabell", "påstand", "funn", "antall", "prosent", "enheter")


def read_matrix(database: "Database") -> "Matrix":
    """The matrix as it is now."""
    from schemas.review.claim_matrix import matrix

    return matrix(case.compared for case in read(database).cases)


# ── To read ──────────────────────────────────────────────────────────────────────────────────────


def print_transition(database: "Database") -> None:
    """One number, the matrix as a table, the reasons, and the units behind every cell."""
    found, console = read_matrix(database), Console()
    units = (Text(f"{cell}: {named}") for cell, named in behind(found))
    for part in (Text(headline(found)), *transition_parts(found), *units):
        console.print(part)
        console.print()


def transition_parts(found: "Matrix") -> "tuple[RenderableType, ...]":
    """The table and the reasons."""
    return _table(found), _reasons(found)


def _table(found: "Matrix") -> Table:
    """The claims side by side, for a terminal is not wide enough for the findings."""
    from schemas.review.claim_matrix import FINDINGS

    rows = (*found.rows, found.total)
    title = "Påstand i fase 1 (bortover) og funn i fase 2 (nedover), prosent av påstanden"
    table = listing(title, "Funn", *(f">{row.label}" for row in rows))
    for finding in FINDINGS:
        table.add_row(_words(finding), *(_shown(row[finding]) for row in rows))
    table.add_row("Alle", *(str(row.total) for row in rows))
    return table


def _words(finding: "Finding") -> str:
    from schemas.review.claim_matrix import NOT_KNOWN

    return str(finding.label if finding else NOT_KNOWN)


def _shown(cell: "Cell") -> str:
    share = "–" if cell.percent is None else f"{cell.percent} %"
    return f"{cell.count} ({share})" if cell.count else "0"


def headline(found: "Matrix") -> str:
    """How many of the services that were reported in phase one were none."""
    cell, beside = found.disproved, borderland(found)
    if not found.checked:
        none = "Ingen av tjenestene som ble oppgitt i fase én, er avklart ennå"
        return f"{none}; {beside}." if beside else f"{none}."
    told = (
        f"Av {found.checked} tjenester som ble oppgitt i fase én og er avklart, var {cell.count}"
        f" ({cell.percent} %) ikke en tjeneste, verken egen eller delt."
    )
    return f"{told} {beside[0].upper()}{beside[1:]}." if beside else told


def borderland(found: "Matrix") -> str:
    """What is left out of that number; empty where nothing is."""
    number = len(found.borderland)
    return f"{number} i grenseland er ikke regnet med" if number else ""


def _reasons(found: "Matrix") -> Table:
    table = listing("Grunner intervjuerne har oppgitt", "Grunn", ">Antall", ">Prosent")
    for reason, cell in found.reasons:
        share = "–" if cell.percent is None else f"{cell.percent} %"
        table.add_row(Text(str(reason.label)), str(cell.count), share)
    return table


def behind(found: "Matrix") -> Iterator[tuple[str, str]]:
    """Every cell that has any units, with their names."""
    from schemas.review.claim_matrix import FINDINGS

    for row in found.rows:
        yield from (_behind(row, finding) for finding in FINDINGS if row[finding].count)


def _behind(row: "MatrixRow", finding: "Finding") -> tuple[str, str]:
    cell = row[finding]
    return f"{row.label} → {_words(finding)} ({cell.count})", _named(cell.units)


def _named(units: Iterable[str]) -> str:
    from schemas.frame.register import unit

    return ", ".join(f"{one} {unit(one).label}" for one in units)


# ── In a file ────────────────────────────────────────────────────────────────────────────────────


def write_transition(database: "Database", order: Order, watch: Watch) -> WrittenFiles:
    """The matrix as a CSV file, with the units behind every cell."""
    from db.exports.csv import write_rows

    rows = (HEADING, *_rows(read_matrix(database)))
    return WrittenFiles((write_rows(database, order.out, rows, force=order.force),))


def _rows(found: "Matrix") -> Iterator[tuple[str, ...]]:
    """Every cell, then the headline and what is not in it, then the reasons."""
    from schemas.surveys.municipal_services_2015.classification import ServiceClass as Class

    for row in (*found.rows, found.total):
        yield from _cells(row)
    claim = str(found.rows[0].label)
    yield "ikke tjeneste", claim, "", *_numbers(found.disproved)
    yield NOT_COUNTED, claim, str(Class.borderline.label), *_left_out(found.borderland)
    for reason, cell in found.reasons:
        yield "grunn", "", str(reason.label), *_numbers(cell)


def _cells(row: "MatrixRow") -> Iterator[tuple[str, ...]]:
    from schemas.review.claim_matrix import FINDINGS

    for finding in FINDINGS:
        yield "overgang", str(row.label), _words(finding), *_numbers(row[finding])


def _numbers(cell: "Cell") -> tuple[str, str, str]:
    share = "" if cell.percent is None else str(cell.percent)
    return str(cell.count), share, _named(cell.units)


def _left_out(units: Sequence[str]) -> tuple[str, str, str]:
    return str(len(units)), "", _named(units)
