"""A file of coded answers, as `review codes --out` writes it: read back with codes filled in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from db.imports.cells import LONG, Cells
from db.imports.file_columns import FileColumns
from db.imports.table import FileReading, FileRow, read_sheet
from schemas.review.coding.answers import OpenAnswer
from schemas.review.coding.coding_desk import CodingDesk
from schemas.review.coding.open_codes import OpenCode

COLUMNS: Final = FileColumns(
    required=("intervju", "spørsmål", "svar", "koder"), optional=("enhet", "navn", "nummer")
)

BETWEEN: Final = "|"
"""What stands between two codes."""

NONE_FITS: Final = "0"
"""What stands where an answer fits under no code."""


@dataclass(frozen=True, slots=True)
class CodedLine:
    """An answer, and what it is to be put under: codes, and what new ones are to be called."""

    answer: OpenAnswer
    codes: tuple[OpenCode | str, ...]


def read_codings(path: Path, desk: CodingDesk, *, new: bool) -> FileReading[CodedLine]:
    """Every row with codes; one without any must be about an answer there is, and says nothing.

    Codes that are not there yet are taken as they are called where they may be `new`.  Raises
    ImportProblem.
    """
    sheet = read_sheet(path, COLUMNS)
    bad, notices, good = list(sheet.bad), list(sheet.notices), []
    reader = _Reader(desk, new=new)
    for row in sheet.rows:
        cells = Cells(row)
        line = reader.line(row, cells)
        if line is not None and not cells.bad:
            good.append(line)
        bad += cells.bad
        notices += cells.notices
    ordered = tuple(sorted(bad, key=lambda finding: finding.line))
    return FileReading(path, len(sheet.rows), tuple(good), ordered, tuple(notices))


class _Reader:
    """What is known of answers, and where each of them has been met in the file."""

    def __init__(self, desk: CodingDesk, *, new: bool) -> None:
        self._desk, self._new = desk, new
        self._answers = {
            (key.interview_id.hex, key.question, key.item): one.answer
            for key, one in desk.by_key.items()
        }
        self._met: dict[OpenAnswer, int] = {}

    def line(self, row: FileRow, cells: Cells) -> CodedLine | None:
        answer, said = self._answer(cells), cells.text("koder", LONG)
        if answer is None or not said:
            return None
        if answer in self._met:
            cells.wrong("IMPORT-CODING-TWICE", "intervju", lines=self._met[answer])
        self._met[answer] = row.line
        return CodedLine(answer, tuple(self._codes(cells, answer.key.question, said)))

    def _answer(self, cells: Cells) -> OpenAnswer | None:
        number = cells.text("nummer")
        item = int(number) if number.isdecimal() else None
        interview = cells.text("intervju").replace("-", "").casefold()
        answer = self._answers.get((interview, cells.text("spørsmål"), item))
        if answer is None:
            cells.wrong("IMPORT-CODING-ANSWER", "intervju")
        elif _plainly(cells.text("svar", LONG)) != _plainly(answer.text):
            cells.wrong("IMPORT-CODING-CHANGED", "svar")
        else:
            return answer
        return None

    def _codes(self, cells: Cells, question: str, said: str) -> list[OpenCode | str]:
        if said == NONE_FITS:
            return []
        found: list[OpenCode | str] = []
        for part in filter(None, map(str.strip, said.split(BETWEEN))):
            code = self._desk.codes.meant(question, part)
            if code is None and (not self._new or part.isdecimal()):
                here = ", ".join(one.label for one in self._desk.codes.of(question)) or "ingen"
                cells.wrong("IMPORT-CODING-CODE", "koder", cell=part, here=here)
            found.append(code or part)
        return list(dict.fromkeys(found))


def _plainly(text: str) -> str:
    """Spreadsheets change line breaks and put a quote before what looks like a formula."""
    return " ".join(text.removeprefix("'").split())
