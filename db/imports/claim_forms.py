"""The file that the forms of an earlier phase were exported to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from db.imports.cells import LONG
from db.imports.file_columns import NOTHING_SAID, FileColumns
from db.imports.problems import Finding, sentence
from db.imports.table import FileReading, Progress, read_sheet
from db.imports.tool_names import (
    ANSWERED,
    COMMENT,
    DEPARTMENT,
    EMAIL,
    PERSON,
    PHONE,
    ROLE,
    id_names,
    names_for,
    unit_names,
)
from db.imports.unit_cells import UnitCells
from schemas.frame.design import FrameDesign
from schemas.frame.frame import Frame
from schemas.questionnaire.answers import Choice
from schemas.review.claim_forms import ClaimForm
from schemas.review.earlier_phase import FormDesign


def columns(design: FormDesign, frame: FrameDesign) -> FileColumns:
    """The columns of the file, with those of the form's questions.

    All but the last two carry something the calls need: a misspelt one must not pass for empty.
    """
    return FileColumns(
        required=(
            "enhet",
            "svart_dato",
            *(column for column, _ in design.questions.values()),
            *((design.partners,) if design.partners else ()),
            "kontakt_navn",
            "kontakt_stilling",
            "kontakt_avdeling",
            "kontakt_telefon",
            "kontakt_epost",
        ),
        optional=("navn", "kommentar"),
        also={
            **names_for("enhet", id_names(frame)),
            **names_for("navn", unit_names(frame)),
            **names_for("svart_dato", ANSWERED),
            **{name: column for column, names in design.headings.items() for name in names},
            **names_for("kontakt_navn", PERSON),
            **names_for("kontakt_stilling", ROLE),
            **names_for("kontakt_avdeling", DEPARTMENT),
            **names_for("kontakt_telefon", PHONE),
            **names_for("kontakt_epost", EMAIL),
            **names_for("kommentar", COMMENT),
        },
        instead=("enhet", "navn"),
    )


SOME: Final = 5


def read_claim_forms(
    path: Path,
    design: FormDesign,
    frame: Frame,
    progress: Progress | None = None,
    named: Mapping[str, str] = NOTHING_SAID,
) -> FileReading[ClaimForm]:
    """Every row of the file; raises `ImportProblem` when it cannot be read at all.

    `named` are headings of the file by the columns of ours that somebody says they are.
    """
    sheet = read_sheet(path, columns(design, frame.design).saying(path, named))
    bad, notices = list(sheet.bad), list(sheet.notices)
    rows: list[tuple[int, ClaimForm]] = []
    for done, row in enumerate(sheet.rows, start=1):
        cells = UnitCells(row, frame)
        rows.append((row.line, _row(cells, design)))
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


def _row(cells: UnitCells, design: FormDesign) -> ClaimForm:
    unit = cells.unit("enhet")
    cells.check_name("navn", unit)
    row = ClaimForm(
        unit_id=unit,
        answered_on=cells.date("svart_dato", design.years),
        answers=dict(_answers(cells, design)),
        partners=cells.units(design.partners, besides=unit) if design.partners else (),
        contact_person=cells.who("kontakt_navn"),
        contact_role=cells.who("kontakt_stilling"),
        contact_department=cells.who("kontakt_avdeling"),
        contact_phone=cells.phone("kontakt_telefon"),
        contact_email=cells.email("kontakt_epost"),
        comment=cells.text("kommentar", LONG, lines=True),
    )
    _check(cells, row, design)
    return row


def _answers(cells: UnitCells, design: FormDesign) -> Iterator[tuple[str, Choice]]:
    """What was answered, by the names of the questions."""
    for name, (column, codes) in design.questions.items():
        code = cells.code(column, codes)
        if code is not None:
            yield name, code


def _check(cells: UnitCells, row: ClaimForm, design: FormDesign) -> None:
    """Whether the answers go together; a wrong cell has been told already."""
    undated = not row.is_respondent and not cells.is_wrong("svart_dato")
    if undated and row.answers:
        cells.wrong("IMPORT-DATE-MISSING", "svart_dato")
    for one in design.odd(row):
        column, _ = design.questions[one.question]
        if one.wrong:
            cells.wrong("IMPORT-CONTRADICTION", column, why=one.why)
        else:
            cells.tell("IMPORT-NOT-COUNTED", column, why=one.why)


def _twice(rows: Sequence[tuple[int, ClaimForm]]) -> list[Finding]:
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
