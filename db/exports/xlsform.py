"""The questionnaire as a workbook that ODK and Kobo open as a form."""

from __future__ import annotations

from pathlib import Path

from db.exports.excel_cells import cells_of
from db.exports.files import new_files
from db.exports.writing import absolute
from db.exports.xlsx import workbook
from schemas.codebook.xlsform import xlsform
from schemas.frame.frame import Frame
from schemas.questionnaire.questionnaire import Questionnaire


def write_xlsform(
    path: Path,
    questionnaire: type[Questionnaire],
    frame: Frame,
    *,
    database: Path,
    force: bool = False,
) -> Path:
    """Write the form; `database` is the file that it must never replace. Raises ExportProblem."""
    path = absolute(path)
    with (
        new_files([path], force=force, database=database) as (file,),
        workbook(file.buffer, path.parent) as book,
    ):
        for name, (header, *rows) in xlsform(questionnaire, frame).items():
            book.sheet(name, header)
            for row in rows:
                book.row(name, cells_of(row))
    return path
