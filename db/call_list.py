"""The cases as the call list has them: read once, and after that only what has changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import Session, col

from db.case_rows import ANYBODY, CaseRows, Readers, select_case_rows
from db.database import Database
from db.history_rows import ATTEMPTS
from db.kept_rows import ID
from db.ready_statements import Touched, streamed
from db.remembered import LATELY, Contacts, Reachable, Remembered
from db.rows import records
from db.statements import Finds, dialect_of, fetch, of_case, select_attempts
from db.tables import AttemptRow, ContactRow
from db.trail.chain import Head
from db.trail.since import ToldEntry, changed_since, select_entries
from db.trail.trail import head_of
from db.unit_rows import GROUP, KIND, by_number
from schemas.calls.calls import CallAttempt
from schemas.calls.settings import Settings

FEW, MANY = 200, 5_000
"""So many changes are asked for at first, and then; after more whatever is known is read anew.

A server makes the plan of a statement once for all only where it expects few rows of it: else it
takes six times as long to plan it anew each time as to carry it out.  Of more cases than the first,
whom one can reach is read of all, and so are the last calls.
"""


def states(db: Database, settings: Settings) -> CaseRows:
    """What the place of every case depends on, by unit number."""
    return read_list(db, settings).cases


def read_list(db: Database, settings: Settings) -> Remembered:
    """All cases, and whom one can reach in each.

    What has not changed since it was last asked for is not read again.
    """
    readers = Readers(db.survey.frame, db.survey.departments, settings)
    if db.is_together:  # what it has written may yet be undone
        return _read_all(db, readers)
    now = _made_true(db, readers) or _read_all(db, readers)
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
        many = len(now.rung) > FEW  # as when somebody has brought them in
        calls = _latest_calls(session) if now.calls is None or many else _calls_now(session, now)
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


def _made_true(db: Database, readers: Readers) -> Remembered | None:
    """What is remembered, with what has changed since; None where that cannot be told."""
    if (kept := db.remembered) is None:
        return None
    if (found := _found_since(db, kept.end)) is None:
        return None
    told, rows = found
    if (since := changed_since(told, kept.end)) is None:
        return None
    try:
        cases = kept.cases.by(readers).after(rows)
    except KeyError:  # a case that was not there
        return None
    contacts = _reached_since(db, kept.contacts, since.contacts)
    rung = kept.rung | since.calls
    return replace(kept, end=since.end, cases=cases, contacts=contacts, rung=rung)


def _reached_since(db: Database, known: Contacts, otherwise: Collection[UUID]) -> Contacts:
    """Whom one can reach, where that was read and is `otherwise` in some cases."""
    if not otherwise:
        return known
    with db.read() as session:
        if len(otherwise) > FEW:  # as when somebody has brought them in
            return Contacts(_contacts(session))
        return known.after({one: _contacts_of(session, one) for one in otherwise})


def _found_since(db: Database, seen: Head) -> tuple[Sequence[ToldEntry], Touched] | None:
    """What the trail tells since it ended there, and the rows of cases as `_since` finds them; None
    where it is too much.
    """
    for most in (FEW, MANY):
        found = db.ask(_since(db.dialect, most + 1), (seen.number, seen.number))
        told = sorted(ToldEntry(*row[:ENTRY]) for row in found if row[0] is not None)
        if len(told) <= most:
            return told, [row[ENTRY:] for row in found if row[0] is None]
    return None


ENTRY: Final = len(ToldEntry._fields)
"""So many columns are an entry; behind them are those of a case."""


@cache
def _since(dialect: str, most: int) -> str:
    """The entries of the trail from a number on, and the rows of the cases that those behind it are
    about, and of all that are held: the trail does not tell until when, as nothing passes so often.
    """
    on_file = dialect == "sqlite"
    case, number = ("case_id", "?") if on_file else ("CAST(case_id AS uuid)", "%s")
    cases = (
        f"SELECT {case} FROM told WHERE number > {number} AND case_id <> ''"
        f" UNION SELECT id FROM survey_case WHERE held_by > '{ANYBODY.hex}'"
    )
    no_entry, no_case = (", ".join(["NULL"] * count) for count in (ENTRY, ID + 1))
    return (
        f"WITH told AS ({select_entries(dialect, most)})"
        f" SELECT told.*, {no_case} FROM told"
        f" UNION ALL SELECT {no_entry}, found.* FROM ({select_case_rows(dialect)}"
        f" WHERE s.case_id {f'IN ({cases})' if on_file else f'= ANY(ARRAY({cases}))'}) AS found"
    )


def _read_all(db: Database, readers: Readers) -> Remembered:
    with db.read() as session:
        # The end is read before everything else: what is stored meanwhile is read once more.
        end = head_of(session.connection())
        return Remembered(end, _all_cases(session, readers), Contacts(_contacts(session)))


def _all_cases(session: Session, readers: Readers) -> CaseRows:
    dialect = dialect_of(session)
    found = select_case_rows(dialect) + by_number(dialect)
    with streamed(session.connection(), found) as rows:
        return CaseRows.found(rows, readers)


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
