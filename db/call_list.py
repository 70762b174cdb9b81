"""The cases as the call list has them: read once, and after that only what has changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import Session, col

from db.case_rows import ANYBODY, CaseRows, Readers, select_case_rows
from db.engine import Database
from db.history_rows import ATTEMPTS
from db.ready_statements import Touched, told
from db.remembered import LATELY, Contacts, Reachable, Remembered
from db.rows import records
from db.statements import Finds, dialect_of, fetch, of_case, select_attempts, survey_of
from db.tables import AttemptRow, CaseRow, ContactRow
from db.trail.since import changed_since
from db.trail.trail import head_of
from db.unit_rows import GROUP, KIND, UNIT, by_number
from schemas.calls.calls import CallAttempt
from schemas.calls.settings import Settings

MANY: Final = 400
"""Where so many cases have changed, all are fetched: databases limit what a statement may name."""


def states(db: Database, settings: Settings) -> CaseRows:
    """What the place of every case depends on, by unit number."""
    return read_list(db, settings).cases


def cases_in(session: Session, settings: Settings) -> CaseRows:
    """The same, as it is in this transaction."""
    survey = survey_of(session)
    return _all_cases(session, Readers(survey.frame, survey.departments, settings))


def read_list(db: Database, settings: Settings) -> Remembered:
    """All cases, and whom one can reach in each.

    What has not changed since it was last asked for is not read again.
    """
    with db.read() as session:
        readers = Readers(db.survey.frame, db.survey.departments, settings)
        if db.is_together:  # what it has written may yet be undone
            return _read_all(session, readers)
        now = _made_true(session, db.remembered, readers)
    if db.remembered is None:
        db.require_known(*map(now.cases.rows.said, (KIND, GROUP)))
    db.remembered = now
    return now


def read_list_and_calls(db: Database, settings: Settings) -> Remembered:
    """The same, with the last calls that there were."""
    now = read_list(db, settings)
    if now.calls is not None and not now.rung:
        return now
    with db.read() as session:
        calls = _latest_calls(session) if now.calls is None else _calls_now(session, now)
    now = replace(now, calls=calls, rung=frozenset())
    if not db.is_together:
        db.remembered = now
    return now


def _calls_now(session: Session, kept: Remembered) -> tuple[CallAttempt, ...]:
    """What is kept of them, with those in the cases that were rung in since as they are now."""
    before = kept.calls or ()
    others = (one for one in before if one.case_id not in kept.rung)
    anew = (one for case_id in kept.rung for one in ATTEMPTS.read(session, case_id))
    now = (*others, *anew)
    last = max((one.started_at for one in now), default=EVER)
    if last < max((one.started_at for one in before), default=EVER):
        return _latest_calls(session)  # the last one was taken back: earlier ones count again
    return tuple(one for one in now if one.started_at >= last - LATELY)


def _latest_calls(session: Session) -> tuple[CallAttempt, ...]:
    last = fetch(session, _last())[0].at
    if last is None:
        return ()
    lately = select_attempts().where(col(AttemptRow.started_at) >= last - LATELY)
    return tuple(records(session, CallAttempt, lately))


EVER: Final = datetime(1970, 1, 1, tzinfo=UTC)
"""Before there were any."""


@cache
def _last() -> Finds:
    return select(func.max(col(AttemptRow.started_at)).label("at"))


def _made_true(session: Session, kept: Remembered | None, readers: Readers) -> Remembered:
    """What has changed since then is read again; all of it, where that cannot be told."""
    if kept is None:
        return _read_all(session, readers)
    since = changed_since(session, kept.end)
    if since is None:
        return _read_all(session, readers)
    held = fetch(session, _holding())
    renewed = {one.id for one in held if kept.is_held_otherwise(one.unit_id, one.lease_expires_at)}
    if len(anew := sorted(since.cases | renewed)) >= MANY:
        return _read_all(session, readers)
    now = replace(kept, end=since.end, cases=kept.cases.by(readers), rung=kept.rung | since.calls)
    if not anew:
        return now
    rows = _case_rows(session, anew)
    if any(kept.cases.rows.place_of_unit(row[UNIT]) is None for row in rows):
        return _read_all(session, readers)
    contacts = kept.contacts
    if reached := sorted(since.contacts):
        contacts = contacts.after({one: _contacts_of(session, one) for one in reached})
    return replace(now, cases=now.cases.after(rows), contacts=contacts)


def _read_all(session: Session, readers: Readers) -> Remembered:
    # The end is read before everything else: what is stored meanwhile is then read once more.
    end = head_of(session.connection())
    return Remembered(end, _all_cases(session, readers), Contacts(_contacts(session)))


def _all_cases(session: Session, readers: Readers) -> CaseRows:
    dialect = dialect_of(session)
    found = select_case_rows(dialect) + by_number(dialect)
    return CaseRows.found(session.connection().exec_driver_sql(found), readers)


def _case_rows(session: Session, cases: Sequence[UUID]) -> Touched:
    """The rows of some cases, as the driver has them."""
    on_file = dialect_of(session) == "sqlite"
    places = ", ".join(["?" if on_file else "%s"] * len(cases))
    found = f"{select_case_rows(dialect_of(session))} WHERE s.case_id IN ({places})"
    return told(session.connection(), found, [id.hex if on_file else id for id in cases])


def _contacts(session: Session) -> Mapping[UUID, tuple[Reachable, ...]]:
    """Whom one can reach in all cases."""
    grouped: defaultdict[UUID, list[Reachable]] = defaultdict(list)
    for row in fetch(session, _reached()):
        grouped[row.case_id].append(Reachable._make(row))
    return {case_id: tuple(found) for case_id, found in grouped.items()}


def _contacts_of(session: Session, case_id: UUID) -> tuple[Reachable, ...]:
    return tuple(map(Reachable._make, fetch(session, of_case(_reached()), {"case": case_id})))


@cache
def _reached() -> Finds:
    columns: Finds = select(*(getattr(ContactRow, name) for name in Reachable._fields))
    return columns.order_by(col(ContactRow.created_at), col(ContactRow.id))


@cache
def _holding() -> Finds:
    """Until when cases are held: the trail does not tell, as nothing passes so often."""
    held = select(col(CaseRow.id), col(CaseRow.unit_id), col(CaseRow.lease_expires_at))
    return held.where(col(CaseRow.held_by) > ANYBODY)
