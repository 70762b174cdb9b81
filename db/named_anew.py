"""Ids that stand within lists and documents, where no reference tells of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Text, and_, cast, select
from sqlmodel import Session

from db.statements import execute, fetch, table_of
from db.tables import ConflictRow, InterviewRow

WITHIN: Final = (
    table_of(InterviewRow).c.steps_back,
    table_of(ConflictRow).c.content,
)
"""Columns of which ids are a part: who stepped back and with whom, and rows that were set aside."""


def name_anew(session: Session, kept: UUID, other: UUID) -> None:
    """Put one id where another stands: two people, or two contact points, are one."""
    for within in WITHIN:
        table = within.table
        there = select(*table.primary_key, within).where(cast(within, Text).contains(other.hex))
        for row in fetch(session, there):
            keys = enumerate(table.primary_key)
            this = and_(*(column == row[number] for number, column in keys))
            anew = _anew(row[-1], kept.hex, other.hex)
            execute(session, table.update().where(this).values({within.name: anew}))


def _anew(found: Any, kept: str, other: str) -> Any:
    match found:
        case str():
            return kept if found == other else found
        case Mapping():
            return {_anew(key, kept, other): _anew(one, kept, other) for key, one in found.items()}
        case list():
            return [_anew(one, kept, other) for one in found]
    return found
