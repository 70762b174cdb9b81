"""A person is erased: that something was said, by whom and when stays; who she is goes.

Whoever has one of her cases open loses it at once, for she is on that screen, too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, Final
from uuid import UUID, uuid5

from sqlalchemy import Table, and_, delete, update
from sqlmodel import Session, col

from db import sqlite
from db.engine import Database
from db.leases import take_away
from db.persons.looking import (
    NOTES,
    WordedRow,
    by_case,
    held_in,
    worded_columns,
    worded_rows,
)
from db.records import ErasedWhy, Signed
from db.rows import row_of
from db.statements import execute, insert_once, survey_of, table_of
from db.tables import AttemptRow, ContactBeforeRow, ContactRow, ErasureRow, PlaceRow
from db.trail.chain import Verb
from db.trail.trail import forget, note
from schemas.review.sought import ERASED, Sought, TellingQuestions, leaves, taken_out
from schemas.surveys.survey import Survey

HERSELF: Final = ("person", "role", "phone", "email")
"""What a contact point says of the person there."""

_EMPTY: Final[Mapping[str, Any]] = {
    "draft": "",
    "others": [],
    "phone": "",
    "dead": "",
    "wrong": "",
    "email": "",
    "consent_contact": None,
    "consent_phone": None,
    "consent_email": None,
    "consent_url": None,
}
"""Columns in which nothing stands rather than that it was erased."""


def erase(db: Database, signed: Signed, typed: str) -> frozenset[UUID]:
    """Erase whoever has this name, number or address, in all cases; in which she was."""
    with db.write() as session:
        sqlite.overwrite_what_is_deleted(session.connection())
        rows = list(worded_rows(session))
        about, of_case = held_in(session, rows, typed), by_case(rows)
        for case_id in sorted(about.cases, key=str):
            erase_in_case(session, signed, of_case[case_id], about.sought, "person")
    return about.cases


def erase_in_case(
    session: Session, signed: Signed, rows: list[WordedRow], sought: Sought, why: ErasedWhy
) -> None:
    """Take somebody out of the rows of a case, and note where she stood."""
    case_id = rows[0].case_id
    assert case_id is not None, "they are of a case"
    id = uuid5(signed.id, case_id.hex)
    hers = {row.values["id"] for row in rows if _is_hers(row, sought)}
    places = list(_take_out(session, rows, hers, sought))
    if not places:
        return
    take_away(session, case_id)
    erased = {"id": id, "case_id": case_id, "at": signed.at, "erased_by": signed.by, "why": why}
    insert_once(session, row_of(survey_of(session), ErasureRow, **erased, places=places))
    forget(session, case_id)
    note(session, Verb.erasure, str(case_id))


def _is_hers(row: WordedRow, sought: Sought) -> bool:
    """Whether a contact point is she: by her name, or by her number where nobody is named."""
    if row.table is not table_of(ContactRow):
        return False
    person = row.values["person"]
    if sought.everybody:
        return bool(person.strip())
    named = sought.is_in(person)
    reached = any(sought.is_in(row.values[column]) for column in ("phone", "email"))
    return named or (reached and not person.strip())


def _was_hers(row: WordedRow, hers: set[UUID], sought: Sought) -> bool:
    """Whether a contact point was she, before it was changed."""
    return row.values["contact_id"] in hers or sought.is_in(row.values["person"])


def _take_out(
    session: Session, rows: Iterable[WordedRow], hers: set[UUID], sought: Sought
) -> Iterable[list[str]]:
    asked = telling_questions(survey_of(session))
    gone: dict[UUID, bool] = defaultdict(bool)
    for row in rows:
        if row.table is table_of(ContactBeforeRow) and _was_hers(row, hers, sought):
            gone[row.values["contact_id"]] = True
            continue
        now = _without(row, hers, sought, asked)
        if now:
            execute(session, update(row.table).where(_this(row)).values(now))
            yield from ([row.table.name, row.key, column] for column in now)
    for contact in gone:
        earlier = col(ContactBeforeRow.contact_id) == contact
        execute(session, delete(ContactBeforeRow).where(earlier))
        yield [table_of(ContactBeforeRow).name, contact.hex, ""]


def telling_questions(survey: Survey) -> TellingQuestions:
    """The questions of a survey whose answers tell who somebody is."""
    shown = survey.parts.publishing.shown if survey.parts.publishing else ()
    asked = survey.questionnaire.by_id.values()
    personal = frozenset({one.id for one in asked if one.personal or one.private} | {*shown})
    return TellingQuestions(personal, frozenset(one.id for one in asked if one.type.is_free_text))


def _without(
    row: WordedRow, hers: set[UUID], sought: Sought, asked: TellingQuestions
) -> dict[str, Any]:
    """The columns that are otherwise without her."""
    values = row.values
    now = {name: _left(row, name, sought, asked) for name in worded_columns()[row.table.name]}
    if row.table is table_of(ContactRow) and values["id"] in hers:
        now |= dict.fromkeys(HERSELF, "")
    if row.table is table_of(AttemptRow) and values["contact_id"] in hers:
        now["phone"] = ""
    return {name: value for name, value in now.items() if value != values[name]}


def _left(row: WordedRow, column: str, sought: Sought, asked: TellingQuestions) -> Any:
    """What is left of a column."""
    was = row.values[column]
    if was is None:
        return None
    if column in NOTES.get(row.table.name, ()):
        is_about = any(map(sought.is_meant, leaves(was)))
        return _EMPTY.get(column, ERASED) if is_about else was
    if column in _EMPTY:
        is_about = any(map(sought.is_in, leaves(was))) or (sought.everybody and was)
        return _EMPTY[column] if is_about and not _is_of_all(row, column, sought) else was
    question = row.values.get("question") or ""
    return taken_out(sought, was, asked, question if column == "value" else "")


def _is_of_all(row: WordedRow, column: str, sought: Sought) -> bool:
    """A number that nobody in particular is reached by: it is not `found`, and stays."""
    numbers = column in {"phone", "dead", "wrong"} and row.table is not table_of(PlaceRow)
    return sought.everybody and numbers and not sought.is_in(row.values[column])


def _this(row: WordedRow) -> Any:
    table: Table = row.table
    return and_(*(column == row.values[column.name] for column in table.primary_key))
