"""What was done in a case since its last call began: the trail tells it in order.

It has everything in the order in which it was stored, whatever the clocks said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import Session, col

from db.carry_over import carried_id
from db.records import CaseFile, InterviewFile
from db.statements import dialect_of, fetch
from db.tables import (
    AnswerRow,
    AttemptRow,
    ConfirmationRow,
    DecisionRow,
    RedirectRow,
    RevisionRow,
    Row,
    UndoneRow,
)
from db.trail.chain import Verb
from db.trail.trail import told_on
from schemas.calls.call_codes import DeedKind
from schemas.calls.calls import CallAttempt
from schemas.calls.undone import Barrier, Built, Deed, Happening, NotDialled, Undoing

Entry: TypeAlias = tuple[str, UUID]
"""A row, with the name of its table."""


def happened(
    session: Session, file: CaseFile, kept: InterviewFile | None, explained: frozenset[str]
) -> Iterator[Happening]:
    """Everything since the last call began, in order."""
    if not file.attempts:
        return
    call = file.attempts[-1]
    yield Built(Barrier.call, call.id)
    stored = _stored(session, file, kept, explained)
    entries = _since(session, file.case_id, call)
    ends = [place for place, entry in enumerate(entries) if entry == (_CALLS, call.id)]
    for place, entry in enumerate(entries):
        if place in ends[-1:] and call.outcome is not None:
            for_ever = call.outcome.refuses_for_ever
            ended = Deed(DeedKind.outcome, call.id, call.interviewer_id)
            yield Built(Barrier.for_ever, call.id) if for_ever else ended
        elif entry in stored:
            yield stored[entry]
        elif entry[0] == _CALLS and entry[1] != call.id:
            yield NotDialled(entry[1])
    revision = kept.revision if kept and not kept.interview.open else None
    if revision and (_table(RevisionRow), revision.id) in entries:  # whatever came after it
        yield Built(Barrier.completed, revision.id)


def _since(session: Session, case_id: UUID, call: CallAttempt) -> list[Entry]:
    """What the trail tells of since a call began."""
    trail = told_on(dialect_of(session))
    number, table, verb, row = trail.c.number, trail.c.table_name, trail.c.verb, trail.c.row
    ours = trail.c.case_id == case_id.hex
    begun = ours & (table == _CALLS) & (verb == Verb.insert) & (row == call.id.hex)
    first = select(func.max(number)).where(begun).scalar_subquery()
    changed = (verb == Verb.insert) | ((verb == Verb.update) & (table == _CALLS))
    told = select(table, row).where(ours, number > first, changed)
    entries = told.where(table.in_([_table(one) for one in _TOLD])).order_by(number)
    return [(one.table_name, UUID(one.row)) for one in fetch(session, entries)]


def _table(model: type[Row]) -> str:
    return str(model.__tablename__)


_CALLS: Final = _table(AttemptRow)
_TOLD: Final = (
    AnswerRow,
    AttemptRow,
    ConfirmationRow,
    DecisionRow,
    RedirectRow,
    RevisionRow,
    UndoneRow,
)
"""What is something done, undoes it, or builds on it."""


def _stored(
    session: Session, file: CaseFile, kept: InterviewFile | None, explained: frozenset[str]
) -> Mapping[Entry, Happening]:
    """What every row of the case is that counts, but the calls."""
    by = {one.id: one.interviewer_id for one in file.attempts}
    stored: dict[Entry, Happening] = dict(_said(kept, explained)) if kept else {}
    legs = select(col(RedirectRow.id), col(RedirectRow.attempt_id))
    for row in fetch(session, legs.where(col(RedirectRow.case_id) == file.case_id)):
        stored[_table(RedirectRow), row.id] = Deed(DeedKind.redirect, row.id, by[row.attempt_id])
    undone = select(col(UndoneRow.id), col(UndoneRow.deed_id))
    for row in fetch(session, undone.where(col(UndoneRow.case_id) == file.case_id)):
        stored[_table(UndoneRow), row.id] = Undoing(row.id, row.deed_id)
    decided = select(col(DecisionRow.id)).where(col(DecisionRow.case_id) == file.case_id)
    for row in fetch(session, decided):
        stored[_table(DecisionRow), row.id] = Built(Barrier.decided, row.id)
    if kept and kept.revision:
        id = kept.revision.id
        stored[_table(RevisionRow), id] = Built(Barrier.completed, id)
    return stored


def _said(kept: InterviewFile, explained: frozenset[str]) -> Iterator[tuple[Entry, Happening]]:
    """Answers, but for what was only carried over into a newer version, and checks let stand.

    Those on what was claimed earlier have a reason of their own, which is told with them.
    """
    mark = kept.interview.fingerprint
    carried = {carried_id(one.id, mark) for one in kept.entries}
    for one in kept.entries:
        if one.id not in carried:
            deed = Deed(DeedKind.answer, one.id, one.interviewer_id)
            yield (_table(AnswerRow), one.id), deed
    for check in kept.confirmations:
        if check.check_id not in explained:
            deed = Deed(DeedKind.check, check.id, check.interviewer_id)
            yield (_table(ConfirmationRow), check.id), deed
