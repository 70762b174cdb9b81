"""The rows in which there can be words about somebody: the tables are walked, so a column that is
added is looked through without anybody saying so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Final
from uuid import UUID

from sqlalchemy import JSON, Table, select
from sqlmodel import Session

from db.cases import case_id_of
from db.column_types import PlainText, SurveyCode
from db.merge.sides import key_of, to_data
from db.statements import fetch, table_of
from db.tables import (
    CaseRow,
    CodebookRow,
    ErasureRow,
    InterviewerRow,
    InterviewRow,
    MergedRow,
    Row,
    SummaryRow,
    SurveyRow,
    TrailRow,
    UnitRow,
)

NOBODY: Final[Mapping[type[Row], str]] = MappingProxyType(
    {
        CodebookRow: "what everybody is asked",
        ErasureRow: "where somebody stood, not who it was",
        InterviewerRow: "whoever works here, not who was asked",
        MergedRow: "which rows a file brought",
        SummaryRow: "what follows from the rest, and is summed up anew with it",
        SurveyRow: "what everybody is asked about",
        TrailRow: "that a row was changed, when and by whom, but not what it held",
        UnitRow: "the sample, as the register has it",
    }
)
"""Tables that have nothing of whoever was called, and why."""

NOTES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "answer_entry": ("remark",),
        "appointment": ("note",),
        "call_attempt": ("note",),
        "case_note": ("words",),
        "check_confirmation": ("reason",),
        "claim_form": ("comment",),
        "claim_reveal": ("note",),
        "contact_point": ("retired_why",),
        "decision": ("reason",),
        "place": ("draft", "others"),
        "redirect": ("said",),
        "survey_case": ("returned_question",),
        "undone": ("note",),
    }
)
"""What was noted in free text, and may be about anybody there: it goes as a whole."""


@dataclass(frozen=True, slots=True)
class WordedRow:
    """A row of a table in which there can be words, and the case that it belongs to."""

    table: Table
    values: Mapping[str, Any]
    case_id: UUID | None

    @property
    def key(self) -> str:
        """Its key, as the trail and files that are merged have it."""
        return key_of(self.table, to_data(self.table, self.values))


@cache
def worded_columns() -> Mapping[str, tuple[str, ...]]:
    """The columns that can hold anybody's words, by their table: all but codes and keys."""
    nobody = {table_of(one).name for one in NOBODY}
    found = {
        table.name: tuple(one.name for one in table.columns if _can_hold_words(one))
        for table in Row.metadata.sorted_tables
        if table.name not in nobody
    }
    return MappingProxyType({table: columns for table, columns in found.items() if columns})


STEPS: Final = "steps_back"
"""To which question, when, and ids: nobody's words, which an export must be able to read."""


def _can_hold_words(column: Any) -> bool:
    if column.name == STEPS:
        return False
    is_code = isinstance(column.type, SurveyCode) or column.foreign_keys or column.primary_key
    return isinstance(column.type, PlainText | JSON) and not is_code


def worded_rows(session: Session) -> Iterator[WordedRow]:
    """Every row in which there can be words."""
    of = {row.id: row.case_id for row in fetch(session, select(InterviewRow))}
    for name in worded_columns():
        table = Row.metadata.tables[name]
        for found in session.connection().execute(select(table)).mappings().all():
            values = dict(found)
            yield WordedRow(table, values, _case_of(table, values, of))


def by_case(rows: Iterable[WordedRow]) -> Mapping[UUID, list[WordedRow]]:
    """The rows of every case."""
    found: dict[UUID, list[WordedRow]] = defaultdict(list)
    for row in rows:
        if row.case_id is not None:
            found[row.case_id].append(row)
    return found


def in_no_case(rows: Iterable[WordedRow]) -> list[WordedRow]:
    """The rows that are of no case, such as what a code is called."""
    return [row for row in rows if row.case_id is None]


def _case_of(table: Table, row: Mapping[str, Any], of: Mapping[UUID, UUID]) -> UUID | None:
    if table is table_of(CaseRow):
        case: UUID = row["id"]
        return case
    return row.get("case_id") or of.get(row.get("interview_id", case_id_of("")))
