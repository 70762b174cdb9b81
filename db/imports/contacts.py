"""A file of contacts: switchboards, departments and people to call."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from db.imports.file_columns import NOTHING_SAID, FileColumns
from db.imports.table import FileReading, Progress, read_sheet
from db.imports.tool_names import (
    DEPARTMENT,
    EMAIL,
    PERSON,
    PHONE,
    ROLE,
    id_names,
    names_for,
    unit_names,
)
from db.imports.tool_names import SOURCE as SOURCE_NAMES
from db.imports.unit_cells import UnitCells
from schemas.calls.contact_matching import is_same
from schemas.calls.contact_rows import ContactLine, department_called
from schemas.calls.departments import Department
from schemas.frame.design import FrameDesign
from schemas.frame.frame import Frame


def columns(frame: FrameDesign) -> FileColumns:
    """The columns of a list of contacts, and what else they are called."""
    return FileColumns(
        required=("enhet", "avdeling", "person", "telefon"),
        optional=("stilling", "epost", "kilde", "navn"),
        also={
            **names_for("enhet", id_names(frame)),
            **names_for("navn", unit_names(frame)),
            **names_for("avdeling", DEPARTMENT),
            **names_for("person", PERSON),
            **names_for("stilling", ROLE),
            **names_for("telefon", PHONE),
            **names_for("epost", EMAIL),
            **names_for("kilde", SOURCE_NAMES),
        },
        instead=("enhet", "navn"),
    )


SOURCE: Final = "kontaktfil"
"""Where a contact is from when the file does not say it."""


def read_contacts(
    path: Path,
    frame: Frame,
    departments: type[Department],
    progress: Progress | None = None,
    named: Mapping[str, str] = NOTHING_SAID,
) -> FileReading[ContactLine]:
    """Every row of the file; raises `ImportProblem` when it cannot be read at all.

    `named` are headings of the file by the columns of ours that somebody says they are.
    """
    sheet = read_sheet(path, columns(frame.design).saying(path, named))
    bad, notices = list(sheet.bad), list(sheet.notices)
    wrong = {found.line for found in bad}
    good: dict[ContactLine, int] = {}
    numbers: dict[tuple[str, str], list[ContactLine]] = defaultdict(list)
    for done, row in enumerate(sheet.rows, start=1):
        cells = UnitCells(row, frame)
        contact = _row(cells, departments)
        if not cells.bad and contact in good:
            cells.tell("IMPORT-CONTACT-TWICE", "", lines=good[contact])
        elif not cells.bad and row.line not in wrong:
            alike = numbers[contact.unit_id, contact.phone]
            _tell_same(cells, contact, alike, good)
            alike.append(contact)
            good[contact] = row.line
        bad += cells.bad
        notices += cells.notices
        if progress:
            progress(done, len(sheet.rows))
    found = tuple(sorted(bad, key=lambda finding: finding.line))
    return FileReading(path, len(sheet.rows), tuple(good), found, tuple(notices))


def _tell_same(
    cells: UnitCells,
    contact: ContactLine,
    alike: list[ContactLine],
    lines: Mapping[ContactLine, int],
) -> None:
    """One number is one contact point; what this row says besides is filled in there."""
    same = next((other for other in alike if is_same(other, contact)), None)
    if same:
        cells.tell("IMPORT-CONTACT-SAME", "telefon", lines=lines[same])


def _row(cells: UnitCells, departments: type[Department]) -> ContactLine:
    unit = cells.unit("enhet")
    cells.check_name("navn", unit)
    words = cells.who("avdeling")
    department, name = department_called(departments, words)
    if words and department.is_unlisted and name:
        cells.tell("IMPORT-DEPARTMENT", "avdeling", cell=words, read=department.label)
    row = ContactLine(
        unit_id=unit,
        department=department,
        department_name=name,
        person=cells.who("person"),
        role=cells.who("stilling"),
        phone=cells.phone("telefon"),
        email=cells.email("epost"),
        source=cells.text("kilde") or SOURCE,
    )
    if row.is_empty and not cells.bad:
        cells.wrong("IMPORT-CONTACT-EMPTY", "")
    return row
