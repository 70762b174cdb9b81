"""The least that an export to CSV does: the documents and the calls, by sqlite3 and csv alone."""

import csv
import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

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
    "paradata": """
        SELECT answer_entry.*, department, person, name FROM answer_entry
          LEFT JOIN contact_point ON informant_id = contact_point.id
          JOIN interviewer ON interviewer_id = interviewer.id
         ORDER BY interview_id, seq""",
}

Columns = Mapping[str, Sequence[str]]
"""The questions of each section."""


def write_plain(database: Path, folder: Path, columns: Columns, rosters: Columns) -> None:
    """As many tables as the program writes, with as many columns of answers."""
    folder.mkdir(exist_ok=True)
    with closing(sqlite3.connect(database)) as connection:
        documents = connection.execute(INTERVIEWS).fetchall()
        read = [(row[:4], json.loads(row[4])) for row in documents]
        _write(folder / "interviews.csv", (_interview(*one, columns) for one in read))
        for name, asked in rosters.items():
            _write(folder / f"{name}.csv", _items(read, name, asked))
        for name, statement in OTHERS.items():
            _write(folder / f"{name}.csv", connection.execute(statement))


def _interview(ids: tuple[Any, ...], document: dict[str, Any], columns: Columns) -> list[Any]:
    row = list(ids)
    for section, asked in columns.items():
        said = document.get(section, {})
        row += [said.get(question) for question in asked]
    return row


def _items(
    read: Sequence[tuple[tuple[Any, ...], dict[str, Any]]], name: str, asked: Sequence[str]
) -> Iterable[list[Any]]:
    for ids, document in read:
        for item in document.get(name, ()):
            yield [*ids, *(item.get(question) for question in asked)]


def _write(path: Path, rows: Iterable[Sequence[Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
