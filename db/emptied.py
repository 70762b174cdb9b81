"""Interviews whose introduction was emptied by a call that was taken back, and stayed so.

The program did that for a while: a wrong key on the card put everything that came behind it aside.
A call empties under ids that follow from its own, and the trail tells which calls were taken out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session, col

from db.tables import ANSWER, AttemptRow, CaseRow, InterviewRow
from db.trail.chain import Verb
from db.trail.trail import told_on
from schemas.calls.undone import following


def emptied(session: Session) -> tuple[str, ...]:
    """The units in whose open interview an answer is still empty for such a call, by number."""
    empty = {id for call in _taken_back(session) for id in following(call)}
    return tuple(
        unit
        for unit, entries in _begun(session)
        if any(_is_emptied(said, empty) for said in _by_question(entries))
    )


def _is_emptied(said: Sequence[Any], empty: set[UUID]) -> bool:
    """Whether the last that was stored at a question emptied it, and something stood there."""
    return said[-1].id in empty and any(one.value is not None for one in said)


def _taken_back(session: Session) -> Iterator[UUID]:
    told = told_on(session.connection().dialect.name).c
    of_calls = told.table_name == AttemptRow.__tablename__
    gone = select(told.row).where(of_calls, told.verb == Verb.delete.value)
    return map(UUID, session.connection().execute(gone).scalars().all())


def _begun(session: Session) -> Iterator[tuple[str, list[Any]]]:
    """The answers of each open interview in which something was stored beside a call, in order."""
    beside = select(ANSWER.c.interview_id).where(
        ANSWER.c.attempt_id.is_(None), ANSWER.c.informant_id.is_(None)
    )
    begun = (
        select(col(InterviewRow.id), col(CaseRow.unit_id))
        .join(CaseRow, col(CaseRow.id) == col(InterviewRow.case_id))
        .where(col(InterviewRow.open), col(InterviewRow.id).in_(beside))
        .order_by(col(CaseRow.unit_id))
    )
    for id, unit in session.connection().execute(begun).all():
        columns = ANSWER.c.id, ANSWER.c.question, ANSWER.c.item, ANSWER.c.value
        ours = select(*columns).where(ANSWER.c.interview_id == id).order_by(ANSWER.c.seq)
        yield unit, list(session.connection().execute(ours).all())


def _by_question(entries: Sequence[Any]) -> list[list[Any]]:
    grouped = defaultdict(list)
    for one in entries:
        grouped[one.question, one.item].append(one)
    return list(grouped.values())
