"""Who sits here: the interviewer at a seat (a machine and a login), and all who have sat anywhere.

A person is who she is, not what was typed: names are compared in small letters, with single spaces
and in one form of Unicode, and whoever is called what somebody is called is that one again.
Somebody who is retired sits nowhere, and is offered to nobody; her name brings her back.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Final
from uuid import UUID, uuid4

from sqlalchemy import delete, func, select, update
from sqlmodel import Session, col

from db.assignments import free
from db.database import Database
from db.named_anew import name_anew
from db.problems import NotFound, PersonAtWork, SameName, SamePerson
from db.records import Interviewer, KnownInterviewer, Signed
from db.rows import records, row_of
from db.statements import (
    dialect_of,
    execute,
    fetch,
    fetch_one,
    referring_to,
    upsert,
)
from db.tables import AppointmentRow, AttemptRow, CaseRow, InterviewerRow
from db.trail.chain import Verb
from db.trail.trail import note
from schemas.language.clean import plain

NOWHERE: Final = ""
"""The seat of whoever is retired."""


def sit_down(db: Database, id: UUID, name: str, seat: str, at: datetime) -> Interviewer:
    """Somebody takes the seat: whoever has the id or, if nobody has, whoever has the name.

    A known id keeps its calls and gets the new name; a known name is that person, as she is
    written already.  Only a name of nobody makes a person with the id.
    """
    with db.write() as session:
        person = Interviewer(id=id, name=name, seat=seat)
        if not _is_known(session, id) and (known := _called(session, name)):
            person = replace(known, seat=seat)
        row = row_of(db.survey, InterviewerRow, person, seated_at=at, created_at=at)
        anew = ("name", "seat", "seated_at")
        execute(session, upsert(dialect_of(session), InterviewerRow, "id", anew), row.values())
        note(session, Verb.login, person.id.hex)
    return person


def come_back(db: Database, id: UUID) -> None:
    """Whoever sits here already is at work again: that is all that there is to tell."""
    with db.write(holding=True) as session:
        note(session, Verb.login, id.hex)


def find_person(db: Database, name: str) -> Interviewer | None:
    """Whoever of this name sat down last."""
    with db.read() as session:
        return _called(session, name)


def _called(session: Session, name: str) -> Interviewer | None:
    latest = select(InterviewerRow).order_by(col(InterviewerRow.seated_at).desc())
    known = records(session, Interviewer, latest)
    return next((one for one in known if plain(one.name) == plain(name)), None)


def _is_known(session: Session, id: UUID) -> bool:
    found = select(col(InterviewerRow.id)).where(col(InterviewerRow.id) == id)
    return fetch_one(session, found) is not None


# ── All of them ──────────────────────────────────────────────────────────────────────────────────


def people(db: Database) -> tuple[KnownInterviewer, ...]:
    """Everybody who has sat anywhere, the latest first, with how many calls they have made."""
    calls = select(col(AttemptRow.interviewer_id), func.count().label("calls")).group_by(
        col(AttemptRow.interviewer_id)
    )
    latest = select(InterviewerRow).order_by(col(InterviewerRow.seated_at).desc())
    with db.read() as session:
        made = {row.interviewer_id: row.calls for row in fetch(session, calls)}
        rows = fetch(session, latest)
    return tuple(
        KnownInterviewer(row.id, row.name, row.seat, row.seated_at, made.get(row.id, 0))
        for row in rows
    )


def rename(db: Database, id: UUID, name: str) -> None:
    """Give somebody another name.  Raises SameName and NotFound."""
    with db.write() as session:
        other = _called(session, name)
        if other and other.id != id:
            raise SameName()
        named = update(InterviewerRow).where(col(InterviewerRow.id) == id).values(name=name)
        if not execute(session, named):
            raise NotFound("personen")


def retire(db: Database, id: UUID, now: datetime) -> int:
    """Let somebody sit nowhere; how many open appointments that were hers alone are anybody's now.
    The cases that were given to her are, too.

    Raises PersonAtWork and NotFound.
    """
    hers = (col(AppointmentRow.only_with) == id) & col(AppointmentRow.closed_at).is_(None)
    with db.write() as session:
        _require_idle(session, id, now)
        gone = update(InterviewerRow).where(col(InterviewerRow.id) == id).values(seat=NOWHERE)
        if not execute(session, gone):
            raise NotFound("personen")
        free(session, id, Signed(uuid4(), db.trail.who or id, now))
        return execute(session, update(AppointmentRow).where(hers).values(only_with=None))


def join(db: Database, kept: UUID, other: UUID, now: datetime) -> None:
    """Make one person of two that are the same: all that the other has signed is the kept one's.

    Raises SamePerson, PersonAtWork and NotFound.
    """
    if kept == other:
        raise SamePerson()
    with db.write() as session:
        if not (_is_known(session, kept) and _is_known(session, other)):
            raise NotFound("personen")
        _require_idle(session, other, now)
        for table, column in referring_to(InterviewerRow):
            execute(session, update(table).where(column == other).values({column.name: kept}))
        name_anew(session, kept, other)
        execute(session, delete(InterviewerRow).where(col(InterviewerRow.id) == other))


def _require_idle(session: Session, id: UUID, now: datetime) -> None:
    open_case = select(col(CaseRow.id)).where(
        col(CaseRow.held_by) == id, col(CaseRow.lease_expires_at) > now
    )
    if fetch_one(session, open_case) is not None:
        raise PersonAtWork()
