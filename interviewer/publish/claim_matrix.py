"""Claim against finding, unit by unit: to read in the terminal and on the screen, or as a file."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from interviewer.publish.export_request import Order, Watch, WrittenFiles
from interviewer.publish.status import listing
from interviewer.survey_parts import earlier_phase

if TYPE_CHECKING:
    from db.plain_sql import Looked
    from schemas.frame.frame import Frame
    from schemas.review.claim_matrix import Cell, Finding, Matrix, MatrixRow
    from schemas.review.earlier_phase import EarlierPhase

NOT_COUNTED: Final = "ikke regnet med"
HEADING: Final = ("tabell", "påstand", "funn", "antall", "prosent", "enheter")


def read_matrix(source: "Looked") -> "Matrix":
    """The matrix as it is now; Trouble in a survey without an earlier phase."""
    from db.compared import read_compared

    survey = source.survey
    compared = [case.compared for case in read_compared(source)]
    return earlier_phase(survey).matrix(compared, survey.classes)


# ── To read ──────────────────────────────────────────────────────────────────────────────────────


def print_claim_matrix(source: "Looked") -> None:
    """One number, the matrix as a table, the reasons, and the units behind every cell."""
    earlier, console = earlier_phase(source.survey), Console()
    found = read_matrix(source)
    units = (Text(f"{cell}: {named}") for cell, named in behind(found, source.frame))
    for part in (Text(earlier.headline(found)), *claim_matrix_parts(earlier, found), *units):
        console.print(part)
        console.print()


def claim_matrix_parts(earlier: "EarlierPhase", found: "Matrix") -> "tuple[RenderableType, ...]":
    """The table and the reasons."""
    return _table(earlier, found), _reasons(found)


def _table(earlier: "EarlierPhase", found: "Matrix") -> Table:
    """The claims side by side, for a terminal is not wide enough for the findings."""
    rows, words = (*found.rows, found.total), earlier.words
    title = (
        f"Oppgitt i {words.name} (bortover) og funnet i {words.later} (nedover),"
        " prosent av det som ble oppgitt"
    )
    table = listing(title, "Funn", *(f">{row.label}" for row in rows))
    for finding in found.findings:
        table.add_row(_words(finding), *(_shown(row[finding]) for row in rows))
    table.add_row("Alle", *(str(row.total) for row in rows))
    return table


def _words(finding: "Finding") -> str:
    from schemas.review.claim_matrix import NOT_KNOWN

    return str(finding.label if finding else NOT_KNOWN)


def _shown(cell: "Cell") -> str:
    share = "–" if cell.percent is None else f"{cell.percent} %"
    return f"{cell.count} ({share})" if cell.count else "0"


def _reasons(found: "Matrix") -> Table:
    table = listing("Grunner intervjuerne har oppgitt", "Grunn", ">Antall", ">Prosent")
    for reason, cell in found.reasons:
        share = "–" if cell.percent is None else f"{cell.percent} %"
        table.add_row(Text(str(reason.label)), str(cell.count), share)
    return table


def behind(found: "Matrix", frame: "Frame") -> Iterator[tuple[str, str]]:
    """Every cell that has any units, with their names."""
    for row in found.rows:
        yield from (_behind(row, finding, frame) for finding in row.cells if row[finding].count)


def _behind(row: "MatrixRow", finding: "Finding", frame: "Frame") -> tuple[str, str]:
    cell = row[finding]
    return f"{row.label} → {_words(finding)} ({cell.count})", _named(cell.units, frame)


def _named(units: Iterable[str], frame: "Frame") -> str:
    return ", ".join(f"{one} {frame.label(one)}" for one in units)


# ── In a file ────────────────────────────────────────────────────────────────────────────────────


def write_claim_matrix(source: "Looked", order: Order, watch: Watch) -> WrittenFiles:
    """The matrix as a CSV file, with the units behind every cell."""
    from db.exports.csv import write_rows
    from db.stamp import stamp

    stamped = "laget av", stamp(source).line, "", "", "", ""
    rows = (HEADING, *_rows(read_matrix(source), source.frame), stamped)
    return WrittenFiles((write_rows(source, order.out, rows, force=order.force),))


def _rows(found: "Matrix", frame: "Frame") -> Iterator[tuple[str, ...]]:
    """Every cell, then the headline and what is not in it, then the reasons."""
    for row in (*found.rows, found.total):
        yield from _cells(row, frame)
    claim = str(found.tested.label)
    yield "avkreftet", claim, "", *_numbers(found.disproved, frame)
    undecided = (one for one in found.findings if one and one.is_undecided)
    kinds = ", ".join(str(one.label) for one in undecided)
    yield NOT_COUNTED, claim, kinds, *_left_out(found.borderland, frame)
    for reason, cell in found.reasons:
        yield "grunn", "", str(reason.label), *_numbers(cell, frame)


def _cells(row: "MatrixRow", frame: "Frame") -> Iterator[tuple[str, ...]]:
    for finding in row.cells:
        yield "overgang", str(row.label), _words(finding), *_numbers(row[finding], frame)


def _numbers(cell: "Cell", frame: "Frame") -> tuple[str, str, str]:
    share = "" if cell.percent is None else str(int(cell.percent))
    return str(cell.count), share, _named(cell.units, frame)


def _left_out(units: Sequence[str], frame: "Frame") -> tuple[str, str, str]:
    return str(len(units)), "", _named(units, frame)
