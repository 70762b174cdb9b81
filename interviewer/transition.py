"""What `ringerunde report transition` prints, and writes to a file: claim against finding."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from interviewer.status import listing, read

if TYPE_CHECKING:
    from db.engine import Database
    from schemas.transition import Cell, Finding, Matrix, Row

HEADING: Final = ("tabell", "påstand", "funn", "antall", "prosent", "enheter")


def print_transition(database: "Database", out: Path | None = None, *, force: bool = False) -> None:
    """The transition matrix as a table, or as a CSV file with the units behind every cell."""
    from schemas.transition import matrix

    found = matrix(case.compared for case in read(database).cases)
    if out is None:
        _print(found)
    else:
        _write(found, out.expanduser().absolute(), database, force=force)


# ── In the terminal ──────────────────────────────────────────────────────────────────────────────


def _print(found: "Matrix") -> None:
    console = Console()
    for part in (_table(found), Text(_headline(found)), _reasons(found), *_moved(found)):
        console.print(part)
        console.print()


def _table(found: "Matrix") -> Table:
    """The claims side by side, for a terminal is not wide enough for the findings."""
    from schemas.transition import FINDINGS

    rows = (*found.rows, found.total)
    title = "Påstand i fase 1 (bortover) og funn i fase 2 (nedover), prosent av påstanden"
    table = listing(title, "Funn", *(f">{row.label}" for row in rows))
    for finding in FINDINGS:
        table.add_row(_words(finding), *(_shown(row[finding]) for row in rows))
    table.add_row("Alle", *(str(row.total) for row in rows))
    return table


def _words(finding: "Finding") -> str:
    from schemas.transition import NOT_KNOWN

    return str(finding.label if finding else NOT_KNOWN)


def _shown(cell: "Cell") -> str:
    share = "–" if cell.percent is None else f"{cell.percent} %"
    return f"{cell.count} ({share})" if cell.count else "0"


def _headline(found: "Matrix") -> str:
    cell = found.disproved
    if not found.checked:
        return "Ingen av tjenestene som ble oppgitt i fase 1, er undersøkt ennå."
    return (
        f"Av {found.checked} tjenester som ble oppgitt i fase 1 og er undersøkt,"
        f" var {cell.count} ({cell.percent} %) ikke en tjeneste, verken egen eller delt."
    )


def _reasons(found: "Matrix") -> Table:
    table = listing("Grunner intervjuerne har oppgitt", "Grunn", ">Antall", ">Prosent")
    for reason, cell in found.reasons:
        share = "–" if cell.percent is None else f"{cell.percent} %"
        table.add_row(Text(str(reason.label)), str(cell.count), share)
    return table


def _moved(found: "Matrix") -> Iterator[Text]:
    """The units behind the cells where something else was found than was claimed."""
    from schemas.transition import CLAIMS, FINDINGS

    for claim, row in zip(CLAIMS, found.rows, strict=True):
        for finding in FINDINGS:
            differs = claim and finding and claim.name != finding.name
            if differs and row[finding].count:
                units = ", ".join(_labels(row[finding]))
                yield Text(f"{row.label} → {_words(finding)}: {units}")


def _labels(cell: "Cell") -> Iterator[str]:
    from schemas.register import unit

    return (f"{one} {unit(one).label}" for one in cell.units)


# ── In a file ────────────────────────────────────────────────────────────────────────────────────


def _write(found: "Matrix", out: Path, database: "Database", *, force: bool) -> None:
    from db.exports.csv import EXCEL, quoted, safe
    from db.exports.files import new_files

    where, rows = Path(database.where), list(_rows(found))
    with new_files([out], encoding="utf-8", force=force, database=where) as (file,):
        file.write(EXCEL.mark)
        for row in (HEADING, *rows):
            cells = (quoted(safe(cell)) for cell in row)
            file.write(EXCEL.separator.join(cells) + EXCEL.line_end)
    Console().print(Text(f"{out}: {len(rows)} rader"))


def _rows(found: "Matrix") -> Iterator[tuple[str, ...]]:
    """Every cell, then the headline, then the reasons."""
    for row in (*found.rows, found.total):
        yield from _cells(row)
    claim = str(found.rows[0].label)
    yield "ikke tjeneste", claim, "", *_numbers(found.disproved)
    for reason, cell in found.reasons:
        yield "grunn", "", str(reason.label), *_numbers(cell)


def _cells(row: "Row") -> Iterator[tuple[str, ...]]:
    from schemas.transition import FINDINGS

    for finding in FINDINGS:
        yield "overgang", str(row.label), _words(finding), *_numbers(row[finding])


def _numbers(cell: "Cell") -> tuple[str, str, str]:
    share = "" if cell.percent is None else str(cell.percent)
    return str(cell.count), share, ", ".join(_labels(cell))
