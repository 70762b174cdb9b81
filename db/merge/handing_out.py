"""`hand-out`: a part of the cases in a file of its own, for somebody who works without a server.

In it are those cases with all that belongs to them, whoever has signed any of it, and the register.
They are given to her as `db.assignments` gives them, and stay hers until somebody takes them back.
Until the file is merged in again, or until the day that was said, she also holds them here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from uuid import UUID, uuid4

from sqlalchemy import Connection, Table, insert, select, update
from sqlmodel import Session, col

from db.assignments import pass_on
from db.call_list import states
from db.database import Database
from db.merge.sides import Key, key_of, merged_tables, read_side, signers, to_data
from db.open_database import open_database
from db.people import NOWHERE
from db.problems import NothingToHandOut
from db.records import Interviewer, Signed
from db.rows import row_of
from db.sqlite import remove
from db.statements import (
    Values,
    execute,
    fetch,
    insert_once,
    survey_of,
    table_of,
)
from db.summaries import keep_all
from db.tables import (
    CaseRow,
    HandedCaseRow,
    HandOutRow,
    InterviewerRow,
    MergedRow,
    SurveyRow,
)
from db.trail.chain import Verb
from db.trail.trail import keep_trail, note, pause_trail
from schemas.calls.ranking.cases import CaseState
from schemas.calls.settings import Settings

INTERVIEWER: Final = table_of(InterviewerRow)
CASE: Final = table_of(CaseRow)
STAYS: Final = {"conflict", "coding", "open_code"}
"""What is nothing to whoever gets the file: it is for coordinators."""

WHOLE: Final = {"retention"}
"""What is of no case, and told in each: until when persons are kept is read aloud."""


@dataclass(frozen=True, slots=True)
class HandedOut:
    """The cases in the file, and how many open ones are not: at work, promised or handed out."""

    cases: tuple[UUID, ...]
    others: int


def hand_out(
    db: Database,
    to: Interviewer,
    file: Path,
    settings: Settings,
    now: datetime,
    until: datetime,
    groups: Collection[str] = (),
) -> HandedOut:
    """A file with the open cases of some groups, or of all, that are nobody else's.

    Raises NothingToHandOut, and CannotOpen where the file cannot be: AlreadyThere.
    """
    with db.together():
        open_ones = [one for one in states(db, settings) if _is_wanted(one, groups)]
        cases = [one.case_id for one in open_ones if _is_free(one, to, now)]
        if not cases:
            raise NothingToHandOut()
        id = uuid4()
        part = _made(db, file)
        try:
            with closing(part), db.write() as session:
                pass_on(session, Signed(id, db.trail.who or to.id, now), cases, to.id)
                _hold(session, cases, to, until)
                _note(session, id, cases, to, now, until)
                _fill(session, part, id, frozenset(cases))
        except BaseException:  # closed by now: Windows removes no file that is open
            remove(file)
            raise
    return HandedOut(tuple(cases), len(open_ones) - len(cases))


def handed_to(db: Database, case_id: UUID) -> list[tuple[str, datetime]]:
    """To whom a case was handed out in a file, and when, the latest first."""
    handed = (
        select(col(InterviewerRow.name), col(HandOutRow.at))
        .join(HandOutRow, col(HandOutRow.interviewer_id) == col(InterviewerRow.id))
        .join(HandedCaseRow, col(HandedCaseRow.hand_out_id) == col(HandOutRow.id))
        .where(col(HandedCaseRow.case_id) == case_id)
        .order_by(col(HandOutRow.at).desc())
    )
    with db.read() as session:
        return [(row.name, row.at) for row in fetch(session, handed)]


def _made(db: Database, file: Path) -> Database:
    return open_database(file, create=True, survey=db.survey, sample=db.frame, practice=db.practice)


def _is_wanted(case: CaseState, groups: Collection[str]) -> bool:
    return not case.ended and (not groups or case.unit.group.id in groups)


def _is_free(case: CaseState, to: Interviewer, now: datetime) -> bool:
    held = case.holder is not None and case.holder.until > now
    promised = case.appointment.only_with if case.appointment else None
    theirs = case.given_to is not None and case.given_to.interviewer_id != to.id
    return not (held or theirs) and promised in {None, to.id}


def _hold(session: Session, cases: list[UUID], to: Interviewer, until: datetime) -> None:
    held = {
        "held_by": to.id,
        "lease_expires_at": until,
        "lease_token": col(CaseRow.lease_token) + 1,
    }
    execute(session, update(CaseRow).where(col(CaseRow.id).in_(cases)).values(**held))


def _note(
    session: Session,
    id: UUID,
    cases: list[UUID],
    to: Interviewer,
    now: datetime,
    until: datetime,
) -> None:
    survey = survey_of(session)
    her: Values = {"id": id, "interviewer_id": to.id, "at": now, "until": until}
    insert_once(session, row_of(survey, HandOutRow, **her))
    for case in cases:
        insert_once(session, row_of(survey, HandedCaseRow, hand_out_id=id, case_id=case))
    note(session, Verb.hand_out, to.id.hex)


# ── What is in the file ──────────────────────────────────────────────────────────────────────────


def _fill(session: Session, part: Database, id: UUID, cases: frozenset[UUID]) -> None:
    chosen = dict(_chosen(session, id, cases))
    side = read_side(session)
    with part.fill() as there:
        pause_trail(there)
        there.execute(update(table_of(SurveyRow)).values(part=id))
        for table in merged_tables():
            if rows := chosen.get(table.name):
                there.execute(insert(table), rows)
        _keep_moments(there, chosen, side.moments)
        keep_all(there, part.survey)
        keep_trail(there, f"levert ut {id.hex}")


def _chosen(
    session: Session, id: UUID, cases: frozenset[UUID]
) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The rows of the file, by their table: nothing in it refers to what is not there."""
    tables = [table for table in merged_tables() if table.name not in STAYS | {"handed_case"}]
    found = {
        table.name: _of_cases(session, table, cases)
        for table in tables
        if "case_id" in table.c or table is CASE
    }
    interviews = {row["id"] for row in found["interview"]}
    for table in tables:
        if "interview_id" in table.c and "case_id" not in table.c:
            some = select(table).where(table.c.interview_id.in_(interviews))
            found[table.name] = _rows(session, some)
        if table.name in WHOLE:
            found[table.name] = _rows(session, select(table))
    found[CASE.name] = [
        row | {"held_by": None, "lease_expires_at": None} for row in found[CASE.name]
    ]
    this = table_of(HandOutRow)
    found[this.name] = _rows(session, select(this).where(this.c.id == id))
    handed = table_of(HandedCaseRow)
    found[handed.name] = _rows(session, select(handed).where(handed.c.hand_out_id == id))
    marks = {row.get("fingerprint") for rows in found.values() for row in rows}
    codebook = next(table for table in merged_tables() if table.name == "codebook")
    found["codebook"] = _rows(session, select(codebook).where(codebook.c.fingerprint.in_(marks)))
    found[INTERVIEWER.name] = _people(session, found, found[this.name][0]["interviewer_id"])
    yield from found.items()


def _of_cases(session: Session, table: Table, cases: frozenset[UUID]) -> list[dict[str, Any]]:
    """Rows of the cases; what names another case, which is not in the file, is left out."""
    case = table.c.id if table is CASE else table.c.case_id
    rows = _rows(session, select(table).where(case.in_(cases)))
    return [row for row in rows if row.get("by_case_id") in {None, *cases}]


def _rows(session: Session, statement: Any) -> list[dict[str, Any]]:
    return [dict(row._mapping) for row in fetch(session, statement)]


def _people(
    session: Session, found: Mapping[str, list[dict[str, Any]]], to: UUID
) -> list[dict[str, Any]]:
    """Whoever has signed anything in it; nobody but whoever gets it sits anywhere there."""
    signed = {UUID(one) for one in signers(found)}
    rows = _rows(session, select(INTERVIEWER).where(INTERVIEWER.c.id.in_(signed)))
    return [row if row["id"] == to else row | {"seat": NOWHERE} for row in rows]


def _keep_moments(
    there: Connection, chosen: Mapping[str, list[dict[str, Any]]], moments: Mapping[Key, str]
) -> None:
    """When each was changed last: the trail of the file begins with it."""
    known = [
        {"table_name": key[0], "row": key[1], "at": moments[key], "number": 0}
        for table in merged_tables()
        for row in chosen.get(table.name, ())
        if (key := (table.name, key_of(table, to_data(table, row)))) in moments
    ]
    if known:
        there.execute(insert(table_of(MergedRow)), known)
