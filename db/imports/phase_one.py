"""The file that the form of phase one was exported to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from db.imports.cells import LONG
from db.imports.problems import Finding, sentence
from db.imports.table import Columns, FileReading, Progress, read_sheet
from db.imports.unit_cells import UnitCells
from schemas.frame.frame import Frame
from schemas.review.phase_one import ClaimedOffers, ClaimedOrganisation, ClaimedPlans, PhaseOneForm

COLUMNS: Final = Columns(
    required=(
        "enhet",
        "svart_dato",
        "tilbud",
        "organisering",
        "planer",
        "samarbeid_med",
        "kontakt_navn",
        "kontakt_stilling",
        "kontakt_avdeling",
        "kontakt_telefon",
        "kontakt_epost",
    ),
    optional=("navn", "kommentar"),
)
"""All but the last two carry something the calls need: a misspelt one must not pass for empty."""

SOME: Final = 5

YEARS: Final = range(2014, 2016)


def read_phase_one(
    path: Path, frame: Frame, progress: Progress | None = None
) -> FileReading[PhaseOneForm]:
    """Every row of the file; raises `ImportProblem` when it cannot be read at all."""
    sheet = read_sheet(path, COLUMNS)
    bad, notices = list(sheet.bad), list(sheet.notices)
    rows: list[tuple[int, PhaseOneForm]] = []
    for done, row in enumerate(sheet.rows, start=1):
        cells = UnitCells(row, frame)
        rows.append((row.line, _row(cells)))
        bad += cells.bad
        notices += cells.notices
        if progress:
            progress(done, len(sheet.rows))
    bad += _twice(rows)
    wrong = {found.line for found in bad}
    good = tuple(row for line, row in rows if line not in wrong)
    return FileReading(path, len(rows), good, tuple(sorted(bad, key=_line)), tuple(notices))


def _line(found: Finding) -> int:
    return found.line


def _row(cells: UnitCells) -> PhaseOneForm:
    unit = cells.unit("enhet")
    cells.check_name("navn", unit)
    row = PhaseOneForm(
        unit_id=unit,
        answered_on=cells.date("svart_dato", YEARS),
        offers=cells.code("tilbud", ClaimedOffers),
        organisation=cells.code("organisering", ClaimedOrganisation),
        plans=cells.code("planer", ClaimedPlans),
        partners=cells.units("samarbeid_med", besides=unit),
        contact_person=cells.text("kontakt_navn"),
        contact_role=cells.text("kontakt_stilling"),
        contact_department=cells.text("kontakt_avdeling"),
        contact_phone=cells.phone("kontakt_telefon"),
        contact_email=cells.email("kontakt_epost"),
        comment=cells.text("kommentar", LONG, lines=True),
    )
    _check(cells, row)
    return row


def _check(cells: UnitCells, row: PhaseOneForm) -> None:
    """Whether the answers go together; a wrong cell has been told already."""
    answers = (row.offers, row.organisation, row.plans)
    undated = not row.is_respondent and not cells.is_wrong("svart_dato")
    if undated and any(answers):
        cells.wrong("IMPORT-DATE-MISSING", "svart_dato")
    if row.offers is ClaimedOffers.nei and row.organisation:
        cells.wrong("IMPORT-CONTRADICTION", "organisering")
    elif row.organisation and row.offers is None:
        why = "det står ikke om enheten har tilbud"
        cells.tell("IMPORT-NOT-COUNTED", "organisering", figure=2, why=why)
    if row.plans and not _is_asked_for_plans(row):
        why = "den gjelder enheter uten felles organisering"
        cells.tell("IMPORT-NOT-COUNTED", "planer", figure=3, why=why)


def _is_asked_for_plans(row: PhaseOneForm) -> bool:
    apart = row.organisation is ClaimedOrganisation.ikke_felles
    return row.offers is ClaimedOffers.nei or (row.offers is ClaimedOffers.ja and apart)


def _twice(rows: Sequence[tuple[int, PhaseOneForm]]) -> list[Finding]:
    """Every row of a unit that has several: which one counts, only a person can tell."""
    lines: dict[str, list[int]] = defaultdict(list)
    for line, row in rows:
        if row.unit_id:
            lines[row.unit_id].append(line)
    return [
        Finding("IMPORT-UNIT-TWICE", line, "enhet", _also(unit, line, found))
        for unit, found in lines.items()
        if len(found) > 1
        for line in found
    ]


def _also(unit: str, line: int, lines: Sequence[int]) -> str:
    """Where else the unit stands: the first few places, or a long file would take for ever."""
    others = [str(other) for other in lines[: SOME + 1] if other != line][:SOME]
    more = ["…"] if len(lines) > SOME + 1 else []
    return sentence("IMPORT-UNIT-TWICE", unit=unit, lines=", ".join([*others, *more]))
