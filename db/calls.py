"""What happens on the telephone: contact points, calls, redirects."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Final
from uuid import UUID, uuid5

from sqlalchemy import ColumnElement, Table, bindparam, delete, select, update
from sqlmodel import Session, col

from db.appointments import OPEN_APPOINTMENT
from db.case_parts import parts_of
from db.database import Database
from db.history_rows import CONTACTS, REDIRECTS
from db.leases import require_case
from db.named_anew import name_anew
from db.problems import NotFound
from db.records import Lease
from db.rows import changed, record, records, row_of
from db.statements import (
    Finds,
    Values,
    change_of,
    execute,
    fetch,
    fetch_one,
    found,
    insert_next,
    insert_once,
    of_case,
    referring_to,
    select_attempts,
    select_redirects,
    survey_of,
    table_of,
)
from db.tables import (
    AnswerRow,
    AttemptRow,
    CaseRow,
    ContactBeforeRow,
    ContactRow,
    InterviewRow,
    RedirectRow,
    SummaryRow,
    UndoneRow,
)
from schemas.calls.appointments import Appointment
from schemas.calls.call_codes import DeedKind, Knowledge
from schemas.calls.calls import CallAttempt, ContactPoint, EndUndone, Redirect, on_the_line
from schemas.calls.outcomes import Outcome
from schemas.calls.ranking.lanes import SETTLED


def add_contact(db: Database, lease: Lease, contact: ContactPoint) -> None:
    """Note a place or person that can be called. Raises LeaseLost and NeverAgain."""
    with db.write() as session:
        require_case(session, lease)
        _add(session, lease, contact)


def _add(session: Session, lease: Lease, contact: ContactPoint) -> None:
    insert_once(session, row_of(survey_of(session), ContactRow, contact, case_id=lease.case_id))


def update_contact(
    db: Database, lease: Lease, contact: ContactPoint, because: UUID | None = None
) -> None:
    """Fill in or correct a contact point; who told us and when stays as first noted.

    How it read before is kept, with what has changed it `because`: by hand, where that is None.
    Raises LeaseLost, NeverAgain and NotFound.
    """
    values = row_of(db.survey, ContactRow, contact).values()
    for fixed in ("id", "case_id", "created_at"):
        del values[fixed]
    _change_contact(db, lease, contact.id, values, because)


def elsewhere(db: Database, phone: str, case_id: UUID) -> tuple[str, ...]:
    """The units of the other cases in which this number is somebody's."""
    units = (
        select(col(CaseRow.unit_id))
        .distinct()
        .join(ContactRow, col(ContactRow.case_id) == col(CaseRow.id))
    )
    there = (col(ContactRow.phone) == phone) & (col(CaseRow.id) != case_id)
    in_use = units.where(there & col(ContactRow.retired_at).is_(None))
    with db.read() as session:
        return tuple(one.unit_id for one in fetch(session, in_use.order_by(col(CaseRow.unit_id))))


def merge_contacts(
    db: Database, lease: Lease, kept: ContactPoint, other: UUID, why: str, at: datetime
) -> None:
    """Two contact points are one: all that was done with the `other` was done with the one kept.

    The other is retired, with the why, and a redirect between the two was none.  How each of them
    read before stays its own: there it is looked for to be taken back, and to be erased.
    Raises LeaseLost, NeverAgain and NotFound.
    """
    retired = changed(db.survey, ContactRow, retired_at=at, retired_why=why)
    with db.together():
        update_contact(db, lease, kept)
        _change_contact(db, lease, other, retired)
        with db.write() as session:
            for table, column in referring_to(ContactRow):
                if table is table_of(ContactBeforeRow):
                    continue
                moved = update(table).where(column == other, _of_case(table, lease.case_id))
                execute(session, moved.values({column.name: kept.id}))
            name_anew(session, kept.id, other)
            ring = (col(RedirectRow.from_id) == kept.id) & (col(RedirectRow.to_id) == kept.id)
            for leg in records(session, Redirect, select_redirects().where(ring)):
                id = uuid5(other, str(leg.id))
                note_undone(db, lease, DeedKind.redirect, leg.id, id, at)


def _of_case(table: Table, case_id: UUID) -> ColumnElement[bool]:
    """The rows of a case: found by it, and not among those of all cases."""
    if "case_id" in table.c:
        return table.c.case_id == case_id
    interviews = select(col(InterviewRow.id)).where(col(InterviewRow.case_id) == case_id)
    return table.c.interview_id.in_(interviews)


def note_knowledge(
    db: Database, lease: Lease, contact_id: UUID, knows: Knowledge, because: UUID | None = None
) -> None:
    """Note what a contact point turned out to know, and `because` of what.

    Raises LeaseLost, NeverAgain and NotFound.
    """
    values = changed(db.survey, ContactRow, knows=knows)
    _change_contact(db, lease, contact_id, values, because)


def _change_contact(
    db: Database, lease: Lease, id: UUID, values: Values, because: UUID | None = None
) -> None:
    mine: Values = {"case": lease.case_id, "contact": id}
    change: Values = {**values, "its_id": id, "its_case_id": lease.case_id}
    with db.write() as session:
        require_case(session, lease)
        before = found(record(session, ContactPoint, _contact(), mine), "kontaktpunktet")
        execute(session, change_of(ContactRow, "id", "case_id"), change)
        if before != record(session, ContactPoint, _contact(), mine):
            _keep_before(session, before, because)


@cache
def _contact() -> Finds:
    """One contact point of a case."""
    return of_case(select(ContactRow)).where(col(ContactRow.id) == bindparam("contact"))


def _keep_before(session: Session, before: ContactPoint, because: UUID | None) -> None:
    row = row_of(
        survey_of(session), ContactBeforeRow, before, contact_id=before.id, because=because
    )
    insert_next(session, row)


def begin_attempt(
    db: Database, lease: Lease, id: UUID, contact_id: UUID, phone: str, started_at: datetime
) -> CallAttempt:
    """Note that we dial, before anybody answers; the call gets the case's next number.

    Raises LeaseLost, NeverAgain and NotFound.
    """
    row = row_of(
        db.survey,
        AttemptRow,
        id=id,
        case_id=lease.case_id,
        contact_id=contact_id,
        phone=phone,
        interviewer_id=lease.interviewer_id,
        started_at=started_at,
    )
    with db.write() as session:
        require_case(session, lease)
        insert_next(session, row)
        return found(record(session, CallAttempt, _attempt(), {"attempt": id}), "samtalen")


@cache
def _attempt() -> Finds:
    return select_attempts().where(col(AttemptRow.id) == bindparam("attempt"))


def log_redirect(
    db: Database, lease: Lease, redirect: Redirect, new_contact: ContactPoint | None = None
) -> None:
    """Note that we were sent on, and to whom if we did not know the place: both or neither.

    Raises LeaseLost and NeverAgain.
    """
    row = row_of(db.survey, RedirectRow, redirect, case_id=lease.case_id)
    with db.write() as session:
        require_case(session, lease)
        if new_contact is not None:
            _add(session, lease, new_contact)
        insert_next(session, row)


def note_undone(
    db: Database,
    lease: Lease,
    kind: DeedKind,
    deed_id: UUID,
    id: UUID,
    at: datetime,
    ended: CallAttempt | None = None,
) -> None:
    """Note that something was undone; of a call that goes on, how it had `ended`.

    Raises LeaseLost and NeverAgain.
    """
    end = {} if ended is None else {name: getattr(ended, name) for name in _END}
    row = row_of(
        db.survey,
        UndoneRow,
        id=id,
        case_id=lease.case_id,
        kind=kind,
        deed_id=deed_id,
        undone_by=lease.interviewer_id,
        at=at,
        **end,
    )
    with db.write() as session:
        require_case(session, lease)
        insert_next(session, row)


_END: Final = ("outcome", "note", "ended_at", "seconds")
"""What is told of the end of a call."""


def go_on(db: Database, lease: Lease, attempt_id: UUID) -> None:
    """A call that has ended is open again; its note stays.  How it had ended is noted beside it.

    Raises LeaseLost, NeverAgain and NotFound.
    """
    ours = (col(AttemptRow.id) == attempt_id) & (col(AttemptRow.case_id) == lease.case_id)
    again = {"outcome": None, "ended_at": None, "end_unknown": False, "seconds": None}
    with db.write() as session:
        require_case(session, lease)
        if not execute(session, update(AttemptRow).where(ours).values(again)):
            raise NotFound("samtalen")


def ends_undone(db: Database, attempt_id: UUID) -> list[EndUndone]:
    """How a call had ended each time that this was undone, in order."""
    with db.read() as session:
        return records(session, EndUndone, _ends_undone(), {"call": attempt_id})


def noted_last(db: Database, attempt_id: UUID) -> datetime | None:
    """When the last answer or redirect of a call was stored; None where there is neither."""
    with db.read() as session:
        noted = [fetch(session, _noted(one), {"call": attempt_id}) for one in _NOTED]
    return max((row.at for rows in noted for row in rows), default=None)


_NOTED: Final = (AnswerRow, RedirectRow)


@cache
def _noted(of: type[AnswerRow | RedirectRow]) -> Finds:
    return select(col(of.at)).where(col(of.attempt_id) == bindparam("call"))


@cache
def _ends_undone() -> Finds:
    ended = col(UndoneRow.ended_at)
    its = (col(UndoneRow.deed_id) == bindparam("call")) & ended.is_not(None)
    columns: Finds = select(ended, col(UndoneRow.seconds), col(UndoneRow.at))
    return columns.where(its).order_by(col(UndoneRow.number))


_GOING_ON = col(AttemptRow.ended_at).is_(None) & col(AttemptRow.end_unknown).is_(False)


def not_dialled(db: Database, lease: Lease, attempt_id: UUID) -> bool:
    """Take back a call that was opened by mistake; False if something has happened on it.

    Raises LeaseLost and NeverAgain.
    """
    ours = (col(AttemptRow.id) == attempt_id) & (col(AttemptRow.case_id) == lease.case_id)
    sent_on = select(col(RedirectRow.id)).where(col(RedirectRow.attempt_id) == attempt_id)
    answered = select(col(AnswerRow.id)).where(col(AnswerRow.attempt_id) == attempt_id)
    with db.write() as session:
        require_case(session, lease)
        if fetch_one(session, sent_on) is not None or fetch_one(session, answered) is not None:
            return False
        execute(session, delete(AttemptRow).where(ours, _GOING_ON))
        return True


def hang_up(
    db: Database,
    lease: Lease,
    attempt_id: UUID,
    outcome: Outcome,
    note: str,
    ended_at: datetime,
    seconds: int | None = None,
) -> None:
    """The call is over; also corrects an outcome, or ends a call whose end was unknown.

    It took so many `seconds`, if somebody has measured that by a clock that only goes forward.
    Raises LeaseLost, NeverAgain and NotFound.
    """
    end = changed(
        db.survey,
        AttemptRow,
        outcome=outcome,
        note=note,
        ended_at=ended_at,
        end_unknown=False,
        seconds=seconds,
    )
    with db.write() as session:
        require_case(session, lease)
        change: Values = {**end, "its_id": attempt_id, "its_case_id": lease.case_id}
        if not execute(session, change_of(AttemptRow, "id", "case_id"), change):
            raise NotFound("samtalen")


@dataclass(frozen=True, slots=True)
class Reached:
    """Whom a call of a case may have reached, and what was agreed on before it."""

    contacts: tuple[ContactPoint, ...]
    redirects: tuple[Redirect, ...]
    appointment: Appointment | None

    def on_line(self, attempt: CallAttempt) -> ContactPoint:
        """Who is on the line in the end."""
        last = on_the_line(attempt, self.redirects)
        return next(one for one in self.contacts if one.id == last)


def whom_to_reach(db: Database, case_id: UUID) -> Reached:
    """What the end of a call depends on, as it is now."""
    with db.read() as session:
        parts = parts_of(session, case_id)
        return Reached(parts.every(CONTACTS), parts.every(REDIRECTS), parts.first(OPEN_APPOINTMENT))


def mark_end_unknown(db: Database, attempt_id: UUID) -> None:
    """A call that was cut off by a crash: its end is unknown, and never guessed.

    Needs no lease: the case may be somebody else's by now, and the call was made all the same.
    """
    unknown = (
        update(AttemptRow)
        .where(col(AttemptRow.id) == attempt_id, _GOING_ON)
        .values(end_unknown=True)
    )
    # Of a settled case it changes nothing that is summed up, and she may not sum it up any more.
    with db.write(holding=_is_settled(db, attempt_id)) as session:
        execute(session, unknown)


def _is_settled(db: Database, attempt_id: UUID) -> bool:
    lane, mine = col(SummaryRow.lane), col(AttemptRow.id) == attempt_id
    of_call = select(lane).join(AttemptRow, col(AttemptRow.case_id) == col(SummaryRow.case_id))
    settled = lane.in_([one.value for one in SETTLED])
    with db.read() as session:
        return bool(fetch(session, of_call.where(mine, settled)))
