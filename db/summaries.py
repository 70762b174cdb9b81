"""What has come of every case, kept beside it: what the call list reads instead of histories.

It is summed up anew, by the rules of `schemas`, in the same transaction as whatever changes the
case: the trail tells which cases those are.  So a summary is what its history says; `check` looks
whether it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, literal_column, select, text
from sqlmodel import Session, col

from db.history_rows import all_histories, found_at, histories_of, summed_up_in
from db.statements import Finds, Values, dialect_of, execute, fetch, table_of, upsert
from db.survey_codes import SURVEY
from db.tables import CaseRow, SummaryRow
from db.trail.since import of_histories
from db.trail.trail import told_on
from schemas.calls.ranking.cases import History, summary_of
from schemas.calls.ranking.lanes import lane_of
from schemas.calls.ranking.summary_data import to_json
from schemas.surveys.survey import Survey


@contextmanager
def kept_true(session: Session) -> Iterator[None]:
    """Sum up anew, before the block ends, every case that something happens to in it."""
    began = fetch(session, _last(dialect_of(session)))[0][0]
    yield
    changed = _changed_since(session, began)
    if len(changed) == 1:
        keep(session, summed_up_in(session, changed[0]))
    elif changed:
        keep(session, histories_of(session, changed))


@cache
def _last(dialect: str) -> Finds:
    return select(func.coalesce(func.max(told_on(dialect).c.number), 0))


def _changed_since(session: Session, began: int) -> list[UUID]:
    """The cases that this transaction has changed, as the trail has it."""
    if dialect_of(session) != "sqlite":  # a server writes the trail when it is told to, at the end
        session.connection().exec_driver_sql("SET CONSTRAINTS ALL IMMEDIATE")
    told = fetch(session, _told(dialect_of(session)), {"began": began})
    return [UUID(row.case_id) for row in told]


@cache
def _told(dialect: str) -> Finds:
    trail = told_on(dialect)
    case, number = trail.c.case_id, trail.c.number
    later: Finds = select(case).where(number > text(":began"), case != "")
    if dialect != "sqlite":  # others may have written, too, since this began
        later = later.where(literal_column("written = pg_current_xact_id()::xid"))
    return later.where(of_histories(trail)).distinct()


def keep(session: Session, known: Iterable[History]) -> None:
    """Keep what has come of these cases."""
    for one in known:
        execute(session, _store(dialect_of(session)), _columns(one))


@cache
def _store(dialect: str) -> Any:
    names = [column.name for column in table_of(SummaryRow).columns if not column.primary_key]
    return upsert(dialect, SummaryRow, "case_id", names)


def _columns(history: History) -> Values:
    summary = summary_of(history)
    finished = history.is_finished
    return {
        "case_id": summary.case_id,
        "unit_id": summary.unit.id,
        "lane": lane_of(summary).value,
        "attempts": summary.attempts,
        "given_to": summary.given_to and summary.given_to.interviewer_id,
        "state": to_json(summary, found_at(history) if finished else None),
    }


# ── All of them ──────────────────────────────────────────────────────────────────────────────────


def keep_all(connection: Connection, survey: Survey) -> None:
    """Sum up every case: a database that was just brought up to date has none, or older ones."""
    with Session(connection, info={SURVEY: survey}) as session:
        connection.execute(table_of(SummaryRow).delete())
        keep(session, all_histories(session))


def keep_missing(session: Session) -> None:
    """Sum up what somebody has taken out past us: the list would not show those cases."""
    keep(session, histories_of(session, missing(session)))


def missing(session: Session) -> list[UUID]:
    """The cases that have no summary."""
    return [row.id for row in fetch(session, _lacking())]


@cache
def _lacking() -> Finds:
    summed_up = select(table_of(SummaryRow).c.case_id)
    return select(col(CaseRow.id)).where(col(CaseRow.id).not_in(summed_up))


def untrue(session: Session) -> int:
    """How many summaries are not what the history of their case says, or are not there."""
    kept = {row.case_id: tuple(row) for row in fetch(session, select(table_of(SummaryRow)))}
    known = all_histories(session)
    said = {one.case_id: tuple(_columns(one).values()) for one in known}
    return sum(kept.get(id) != said.get(id) for id in kept.keys() | said.keys())
