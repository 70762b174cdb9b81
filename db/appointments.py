"""Appointments: at most one open per case; a new one takes the place of the old."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Final
from uuid import UUID

from sqlalchemy import ColumnElement, select, update
from sqlmodel import Session, col

from db.case_parts import CasePart
from db.leases import require_case
from db.records import ClosedHow, Lease
from db.rows import changed, record, records, row_of
from db.statements import (
    Finds,
    execute,
    fetch_one,
    found,
    insert_once,
    of_case,
    survey_of,
    table_of,
)
from db.tables import AppointmentRow, CaseRow
from schemas.calls.appointments import Appointment

if TYPE_CHECKING:
    from db.database import Database

STILL_OPEN = col(AppointmentRow.closed_at).is_(None)


def make_appointment(db: Database, lease: Lease, appointment: Appointment) -> None:
    """Agree on a time; the case's open appointment, if any, is moved to it.

    Raises LeaseLost and NeverAgain.
    """
    row = row_of(db.survey, AppointmentRow, appointment, case_id=lease.case_id)
    with db.write() as session:
        require_case(session, lease)
        if not _is_known(session, appointment.id):  # else a repeated call would close a later one
            ours = col(AppointmentRow.case_id) == lease.case_id
            _close(session, ours, "moved", appointment.made_at)
            insert_once(session, row)


def close_appointment(
    db: Database, lease: Lease, appointment_id: UUID, how: ClosedHow, at: datetime
) -> None:
    """It was kept, or there is to be none. One that is closed already stays as it was.

    Raises LeaseLost, NeverAgain and NotFound.
    """
    ours = (col(AppointmentRow.id) == appointment_id) & (
        col(AppointmentRow.case_id) == lease.case_id
    )
    with db.write() as session:
        require_case(session, lease)
        found(fetch_one(session, select(col(AppointmentRow.id)).where(ours)), "avtalen")
        _close(session, ours, how, at)


def take_back(db: Database, lease: Lease, when: datetime, id: UUID, at: datetime) -> None:
    """There is to be none of what was agreed on at `when`; what ended by it is agreed on again.

    That is a new appointment like the old one, with this id. Raises LeaseLost and NeverAgain.
    """
    ours = col(AppointmentRow.case_id) == lease.case_id
    ended = select(AppointmentRow).where(ours, col(AppointmentRow.closed_at) == when)
    with db.write() as session:
        require_case(session, lease)
        _close(session, ours & (col(AppointmentRow.made_at) == when), "cancelled", at)
        before = record(session, Appointment, ended.limit(1))
        if before is not None and not _is_known(session, id):
            again = replace(before, id=id, closed_at=None, made_at=at)
            insert_once(session, row_of(db.survey, AppointmentRow, again, case_id=lease.case_id))


def _is_known(session: Session, id: UUID) -> bool:
    return (
        fetch_one(session, select(col(AppointmentRow.id)).where(col(AppointmentRow.id) == id))
        is not None
    )


def _close(session: Session, which: ColumnElement[bool], how: ClosedHow, at: datetime) -> None:
    ended = changed(survey_of(session), AppointmentRow, closed_at=at, closed_how=how)
    execute(session, update(AppointmentRow).where(which, STILL_OPEN).values(ended))


@dataclass(frozen=True, slots=True)
class _Agreed:
    """An appointment, and the unit that it is with."""

    appointment: Appointment
    unit_id: str


def agenda(session: Session) -> tuple[tuple[Appointment, str], ...]:
    """Every open appointment with its unit, the earliest first."""
    known = records(session, _Agreed, _select_agenda())
    return tuple((one.appointment, one.unit_id) for one in known)


@cache
def _select_agenda() -> Finds:
    columns = table_of(AppointmentRow).columns
    agreed = select(
        *(column.label(f"appointment_{column.name}") for column in columns), col(CaseRow.unit_id)
    ).join(CaseRow, col(AppointmentRow.case_id) == col(CaseRow.id))
    return _in_time(agreed.where(STILL_OPEN))


def _in_time(statement: Finds) -> Finds:
    return statement.order_by(col(AppointmentRow.due), col(AppointmentRow.id))


@cache
def select_open() -> Finds:
    """Appointments that are open."""
    return select(AppointmentRow).where(STILL_OPEN)


OPEN_APPOINTMENT: Final = CasePart(Appointment, lambda: of_case(select_open()))
"""The case's: one at most."""
