"""One of the databases that are merged: all its rows, and when each was changed last.

Rows are as JSON has them, so that they can be compared, put in an order and set aside.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import Any, Final, TypeAlias
from uuid import UUID

from sqlalchemy import JSON, Column, Table, Uuid, func, select
from sqlalchemy import Enum as CodeType
from sqlmodel import Session, col

from db.column_types import CalendarDay, SurveyAnswers, UTCDateTime
from db.statements import fetch, referring_to, table_of
from db.tables import InterviewerRow, MergedRow, Row, SummaryRow, SurveyRow, TrailRow
from db.trail.chain import Verb

Key: TypeAlias = tuple[str, str]
"""A row: its table, and its key as the trail writes it."""

Told: TypeAlias = dict[str, Any]
"""A row as JSON has it."""

Rows: TypeAlias = dict[str, dict[str, Told]]
"""Rows by their key, by their table."""

NEVER: Final = ""
"""The moment of what has not been changed here since it came."""

_CHANGES: Final = (Verb.insert, Verb.update, Verb.delete)


@dataclass(frozen=True, slots=True)
class Side:
    """What a database says: its rows, when they were changed, and what there was once.

    `part` is the hand-out that it is, where it is one.
    """

    part: str | None
    rows: Rows
    moments: Mapping[Key, str] = field(default_factory=dict)
    gone: Mapping[Key, str] = field(default_factory=dict)

    def moment(self, key: Key) -> str:
        """When a row was changed last."""
        return self.moments.get(key, NEVER)


def read_side(session: Session) -> Side:
    """All of a database that is merged."""
    rows = {table.name: _rows(session, table) for table in merged_tables()}
    moments, gone = _moments(session)
    part = session.connection().execute(select(col(SurveyRow.part))).scalar()
    return Side(part.hex if part else None, rows, moments, gone)


def merged_tables() -> Iterable[Table]:
    """What is merged, in an order in which nothing refers to what is not there yet.

    Summaries are not: they follow from the rest.
    """
    apart = {table_of(one).name for one in (SurveyRow, SummaryRow, TrailRow, MergedRow)}
    return [table for table in Row.metadata.sorted_tables if table.name not in apart]


def _rows(session: Session, table: Table) -> dict[str, Told]:
    found = session.connection().execute(select(table)).mappings().all()
    told = (to_data(table, dict(row)) for row in found)
    return {key_of(table, one): one for one in told}


def key_of(table: Table, told: Told) -> str:
    """The key of a row, as the trail has it."""
    return "/".join(str(told[column.name]) for column in table.primary_key)


def canonical(told: object) -> str:
    """The same for the same content, wherever it is."""
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def signers(rows: Mapping[str, Iterable[Mapping[str, Any]]]) -> frozenset[str]:
    """Whoever is named in any row, by its table: in a column, in the list of steps back that no
    answer followed, or in an interview that was set aside.
    """
    columns = ((table.name, column.name) for table, column in referring_to(InterviewerRow))
    named = {_told(row[column]) for table, column in columns for row in rows.get(table, ())}
    steps = (step for row in rows.get("interview", ()) for step in row["steps_back"] or ())
    named |= {by for *_, by in steps}
    for row in rows.get("conflict", ()):
        for one in row["content"] if row["kind"] == "interviews" else ():
            named |= signers({table: some.values() for table, some in one["rows"].items()})
    return frozenset(named - {None})


# ── When ─────────────────────────────────────────────────────────────────────────────────────────


def last_changes(session: Session) -> Mapping[Key, tuple[int, str, str]]:
    """Of every row that was changed here: the number of its last entry, the verb and the moment."""
    number, table, row = col(TrailRow.number), col(TrailRow.table_name), col(TrailRow.row)
    ours = col(TrailRow.verb).in_([verb.value for verb in _CHANGES])
    last = select(func.max(number)).where(ours).group_by(table, row)
    wanted = select(number, table, row, col(TrailRow.verb), col(TrailRow.at))
    told = fetch(session, wanted.where(number.in_(last)))
    return {(one.table_name, one.row): (one.number, one.verb, one.at) for one in told}


def _moments(session: Session) -> tuple[Mapping[Key, str], Mapping[Key, str]]:
    moments: dict[Key, str] = {}
    gone: dict[Key, str] = {}
    changes = last_changes(session)
    came = {(one.table_name, one.row): one for one in fetch(session, select(MergedRow))}
    for key in changes.keys() | came.keys():
        number, verb, at = changes.get(key, (0, "", NEVER))
        if key in came and came[key].number == number:
            at = came[key].at
        (gone if verb == Verb.delete else moments)[key] = at
    return moments, gone


# ── Rows as JSON has them ────────────────────────────────────────────────────────────────────────


def to_data(table: Table, row: Mapping[str, Any]) -> Told:
    """A row as JSON has it."""
    return {column.name: _told(row[column.name]) for column in table.columns}


def _told(value: Any) -> Any:
    match value:
        case UUID():
            return value.hex
        case Enum():
            return value.name
        case datetime() | date():
            return value.isoformat()
    return value


def from_data(table: Table, told: Told) -> dict[str, Any]:
    """The row again, as its table takes it."""
    return {
        column.name: None if told[column.name] is None else _reader(column)(told[column.name])
        for column in table.columns
        if column.name in told
    }


def _reader(column: Column[Any]) -> Callable[[Any], Any]:
    kind = column.type
    if isinstance(kind, JSON | SurveyAnswers):
        return _same
    if isinstance(kind, Uuid):
        return UUID
    if isinstance(kind, UTCDateTime):
        return datetime.fromisoformat
    if isinstance(kind, CodeType):
        return kind.enum_class.__getitem__ if kind.enum_class else _same
    return date.fromisoformat if isinstance(kind, CalendarDay) else _same


def _same(value: Any) -> Any:
    return value


def by_column(rows: Mapping[str, Told], name: str) -> Mapping[str, dict[str, Told]]:
    """Rows by what they have in a column."""
    found: dict[str, dict[str, Told]] = defaultdict(dict)
    for key, one in rows.items():
        found[one[name]][key] = one
    return found
