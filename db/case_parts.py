"""What is stored about one case, part by part; of the case in hand only what has changed is read.

Whoever works on a case asks for it again after every key that is not an answer.  The trail tells
which tables have been written to since, by us or by anybody: so there is no second account of what
our own keys do, and nothing of somebody else's is missed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final, Generic, TypeVar
from uuid import UUID

from sqlalchemy import Column, Table
from sqlalchemy.sql.visitors import iterate
from sqlmodel import Session

from db.rows import records
from db.statements import Finds, dialect_of
from db.tables import Row
from db.trail.chain import Head
from db.trail.since import tables_changed
from db.trail.trail import head_of

Found = TypeVar("Found")

SHOWN_BY: Final = frozenset({"survey_case", "decision"})
"""What a server shows of a case goes by who holds it, and by whether anybody is to be called."""

HAND: Final = "hand"
"""Under what name a session carries the case in hand; one that may not keep any carries none."""


class CasePart(Generic[Found]):
    """What there is of one kind in a case: a statement finds it, with the case bound as `case`."""

    def __init__(self, kind: type[Found], statement: Callable[[], Finds]) -> None:
        self._kind, self._statement = kind, statement

    def read(self, session: Session, case_id: UUID) -> tuple[Found, ...]:
        """As it is in this transaction."""
        return tuple(records(session, self._kind, self._statement(), {"case": case_id}))

    @cached_property
    def tables(self) -> frozenset[str]:
        """All tables that it is read from."""
        found = iterate(self._statement())
        return frozenset(one.name for one in found if isinstance(one, Table))

    @cached_property
    def is_told_of(self) -> bool:
        """Whether the trail tells of every change of it."""
        models = {str(one.__tablename__): one for one in Row.__subclasses__()}
        statement: Any = self._statement()
        told = (*iterate(statement), *statement.selected_columns)
        named = (one for one in told if isinstance(one, Column))
        columns = {column for one in named for column in one.base_columns}
        passing = (one.name in models[one.table.name].passing for one in columns)
        return all(models[name].followed for name in self.tables) and not any(passing)


@dataclass(frozen=True, slots=True)
class CaseParts:
    """The parts of a case as they are in one transaction, each read when it is first asked for."""

    session: Session
    case_id: UUID
    known: dict[CasePart[Any], tuple[Any, ...]]

    def every(self, part: CasePart[Found]) -> tuple[Found, ...]:
        """All there is of it."""
        if not part.is_told_of:
            return part.read(self.session, self.case_id)
        if part not in self.known:
            self.known[part] = part.read(self.session, self.case_id)
        return self.known[part]

    def first(self, part: CasePart[Found]) -> Found | None:
        """The first of it, if there is any."""
        return next(iter(self.every(part)), None)


@dataclass(frozen=True, slots=True)
class KeptCase:
    """What was read of a case, as it was when the trail ended there."""

    case_id: UUID
    end: Head
    known: dict[CasePart[Any], tuple[Any, ...]] = field(default_factory=dict)


@dataclass(slots=True)
class Hand:
    """The case that was asked for last."""

    kept: KeptCase | None = None

    def for_writing(self) -> Hand:
        """The same for what may yet be undone."""
        kept = self.kept
        return Hand(kept and KeptCase(kept.case_id, kept.end, dict(kept.known)))


def parts_of(session: Session, case_id: UUID) -> CaseParts:
    """A case as it is in this transaction: what is in hand of it, but for what has changed."""
    hand: Hand | None = session.info.get(HAND)
    if hand is None:
        return CaseParts(session, case_id, {})
    hand.kept = kept = _made_true(session, hand.kept, case_id)
    return CaseParts(session, case_id, kept.known)


def _made_true(session: Session, kept: KeptCase | None, case_id: UUID) -> KeptCase:
    # The end is read before everything else: what is stored meanwhile is then read once more.
    end = head_of(session.connection())
    if kept is None or kept.case_id != case_id:
        return KeptCase(case_id, end)
    if kept.end == end:
        return kept
    changed = tables_changed(session, case_id, kept.end)
    if changed is None or (dialect_of(session) == "postgresql" and changed & SHOWN_BY):
        return KeptCase(case_id, end)
    same = {part: told for part, told in kept.known.items() if part.tables.isdisjoint(changed)}
    return KeptCase(case_id, end, same)
