"""The least that an export to CSV does: every table, and every column of an answer, by sqlite3 and
csv alone.
"""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, closing
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from _csv import Writer

INTERVIEWS = "SELECT id, interview_id, number, completed_at, document FROM revision"
OTHERS = {
    "calls": """
        SELECT call_attempt.*, department, person, name FROM call_attempt
          JOIN contact_point ON contact_id = contact_point.id
          JOIN interviewer ON interviewer_id = interviewer.id""",
    "redirects": """
        SELECT redirect.*, call_attempt.number,
               one.department, one.person, other.department, other.person
          FROM redirect JOIN call_attempt ON attempt_id = call_attempt.id
          JOIN contact_point AS one ON from_id = one.id
          LEFT JOIN contact_point AS other ON to_id = other.id""",
    "undone": "SELECT * FROM undone",
    "remarks": "SELECT * FROM answer_entry WHERE remark != ''",
    "checks": "SELECT * FROM check_confirmation",
    "codings": "SELECT * FROM coding",
    "codes": "SELECT * FROM open_code",
    "cases": "SELECT * FROM survey_case JOIN unit ON unit_id = unit.id",
    "claims": "SELECT * FROM claim_form",
    "decisions": "SELECT * FROM decision",
    "openings": "SELECT * FROM opening",
    "assignments": "SELECT * FROM assignment",
    "notes": "SELECT * FROM case_note",
    "paradata": """
        SELECT answer_entry.*, department, person, name FROM answer_entry
          LEFT JOIN contact_point ON informant_id = contact_point.id
          JOIN interviewer ON interviewer_id = interviewer.id
         ORDER BY interview_id, seq""",
}

Asked = tuple[str, Sequence[str]]
"""A question and its codes, each of which has a column; none where there is one column for all."""

Columns = Mapping[str, Sequence[Asked]]
"""The questions of each section."""


def write_plain(database: Path, folder: Path, columns: Columns, rosters: Columns) -> None:
    """The tables that the program writes; nothing is worked out, guarded, looked into, stamped."""
    folder.mkdir(exist_ok=True)
    with closing(sqlite3.connect(database)) as connection, ExitStack() as files:

        def table(name: str) -> Writer:
            path = folder / f"{name}.csv"
            file = files.enter_context(path.open("w", encoding="utf-8", newline=""))
            return csv.writer(file, delimiter=";")

        interviews, items = table("interviews"), {name: table(name) for name in rosters}
        for *ids, text in connection.execute(INTERVIEWS):
            document = json.loads(text)
            row = [_cells(document.get(name, {}), asked) for name, asked in columns.items()]
            interviews.writerow(chain(ids, *row))
            for name, asked in rosters.items():
                for item in document.get(name, ()):
                    items[name].writerow(ids + _cells(item, asked))
        for name, statement in OTHERS.items():
            table(name).writerows(connection.execute(statement))


def _cells(answers: dict[str, Any], asked: Sequence[Asked]) -> list[Any]:
    row: list[Any] = []
    for question, codes in asked:
        answer = answers.get(question, ())
        row += [code in answer for code in codes] if codes else [answer]
    return row
