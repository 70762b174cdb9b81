"""A person is erased: that something was said, by whom and when stays; who she is goes.

Whoever has one of her cases open loses it at once, for she is on that screen, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID, uuid5

from sqlalchemy import and_, delete, select, update
from sqlmodel import Session

from db.database import Database
from db.leases import take_away
from db.persons.hers import hers_in, is_note_of_her, what_is_left
from db.persons.looking import held_in
from db.persons.worded import NOTES, WordedRow, by_case, in_no_case, worded_columns, worded_rows
from db.records import ErasedWhy, Signed
from db.rows import row_of
from db.statements import execute, fetch, insert_once, survey_of, table_of
from db.tables import (
    AnswerRow,
    AttemptRow,
    CodingRow,
    ConflictRow,
    ContactBeforeRow,
    ContactRow,
    ErasureRow,
    PlaceRow,
    RevisionRow,
)
from db.trail.chain import Verb
from db.trail.trail import forget, note
from schemas.review.coding.answers import fingerprint_of
from schemas.review.sought import (
    ERASED,
    Sought,
    TellingQuestions,
    leaves,
    taken_out,
    without_unnamed,
)

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


def erase(
    db: Database,
    signed: Signed,
    typed: str,
    known: Sought | None = None,
    aside: Set[UUID] = frozenset(),
) -> frozenset[UUID]:
    """Erase whoever has this name, number or address, in all cases; in which she was.

    And in what is of no case: a code for what people answer may bear her name.  She may be `known`
    by others, too, that this database does not tell of; and in some cases she may be named in what
    lies `aside` alone: whoever has one of them open loses it, too.
    """
    with db.write() as session:
        rows = list(worded_rows(session))
        about, of_case = held_in(session, rows, typed, known), by_case(rows)
        for case_id in sorted(about.cases, key=str):
            erase_in(session, signed, of_case[case_id], about.sought, "person")
        erase_in(session, signed, in_no_case(rows), about.sought, "person")
        only_aside = aside & of_case.keys() - about.cases
        for case_id in sorted(only_aside, key=str):
            _note(session, signed, case_id, "person", [])
    return about.cases | only_aside


def erase_in(
    session: Session, signed: Signed, rows: list[WordedRow], sought: Sought, why: ErasedWhy
) -> bool:
    """Take somebody out of the rows of one case, or of none, and note where she stood; whether she
    did.
    """
    case_id = rows[0].case_id if rows else None
    changes = list(_changes(rows, sought, survey_of(session).telling))
    if not changes:
        return False
    for change in changes:
        _carry_out(session, change)
    places = [place for change in changes for place in change.places]
    places += _known_again(session, changes)
    _note(session, signed, case_id, why, places)
    return True


def _note(
    session: Session,
    signed: Signed,
    case_id: UUID | None,
    why: ErasedWhy,
    places: list[list[str]],
) -> None:
    """Where she stood; and whoever has the case open loses it."""
    if case_id:
        take_away(session, case_id)
    erased = {"case_id": case_id, "at": signed.at, "erased_by": signed.by, "why": why}
    named = {"id": uuid5(signed.id, case_id.hex if case_id else ""), **erased, "places": places}
    insert_once(session, row_of(survey_of(session), ErasureRow, **named))
    forget(session, case_id)
    note(session, Verb.erasure, str(case_id or ""))


def would_take(
    rows: list[WordedRow], sought: Sought, asked: TellingQuestions
) -> Iterator[list[str]]:
    """The places that somebody would be taken from: tables, keys and columns."""
    for change in _changes(rows, sought, asked):
        yield from change.places


def _carry_out(session: Session, change: _Change) -> None:
    table, key = change.row.table, change.row.values
    this = and_(*(column == key[column.name] for column in table.primary_key))
    if change.now:
        execute(session, update(table).where(this).values(change.now))
    else:
        execute(session, delete(table).where(this))


def _known_again(session: Session, changes: Iterable[_Change]) -> list[list[str]]:
    """The codings of answers she was in; they know them by what is left of them.

    By a digest of what was erased somebody could confirm what it was.
    """
    codings, places = table_of(CodingRow), []
    for was, now in _digests(changes).items():
        of_it = codings.c.said == was
        for row in fetch(session, select(codings.c.id).where(of_it)):
            places.append([codings.name, row.id.hex, "said"])
        execute(session, update(codings).where(of_it).values(said=now))
    return places


def _digests(changes: Iterable[_Change]) -> Mapping[str, str]:
    """By what an answer was known again in its interview, and by what it is now."""
    found = {}
    for change in changes:
        values, column = change.row.values, _SAID.get(change.row.table.name)
        if column in change.now:
            interview = values["interview_id"]
            for was, now in _texts(values[column], change.now[column]):
                left = fingerprint_of(interview, now) if isinstance(now, str) and now else ""
                found[fingerprint_of(interview, was)] = left
    return found


_SAID: Final = {AnswerRow.__tablename__: "value", RevisionRow.__tablename__: "document"}
"""Where what was said in an interview stands."""


def _texts(was: Any, now: Any) -> Iterator[tuple[str, Any]]:
    """The texts that read otherwise now."""
    if isinstance(was, dict):
        for key, one in was.items():
            yield from _texts(one, now.get(key) if isinstance(now, dict) else None)
    elif isinstance(was, list):
        left = now if isinstance(now, list) and len(now) == len(was) else [None] * len(was)
        for pair in zip(was, left, strict=True):
            yield from _texts(*pair)
    elif isinstance(was, str) and was != now:
        yield was, now


@dataclass(frozen=True, slots=True)
class _Change:
    """A row without her: what its columns have `now`; nothing where the whole row goes."""

    row: WordedRow
    now: dict[str, Any]

    @property
    def places(self) -> list[list[str]]:
        """Where she stood; of how a contact point read before by its id, whatever the number is."""
        is_before = self.row.table is table_of(ContactBeforeRow)
        key = self.row.values["contact_id"].hex if is_before else self.row.key
        return [[self.row.table.name, key, column] for column in self.now or [""]]


def _changes(rows: list[WordedRow], sought: Sought, asked: TellingQuestions) -> Iterator[_Change]:
    hers = hers_in(rows, sought, asked)
    for row in rows:
        if row.table is table_of(ContactBeforeRow) and _was_hers(row, hers, sought):
            yield _Change(row, {})
        elif now := _without(row, hers, sought, asked):
            yield _Change(row, now)


def _was_hers(row: WordedRow, hers: Set[UUID], sought: Sought) -> bool:
    """Whether a contact point was she, before it was changed."""
    if sought.everybody:
        return True
    return row.values["contact_id"] in hers or sought.is_in(row.values["person"])


def _without(
    row: WordedRow, hers: Set[UUID], sought: Sought, asked: TellingQuestions
) -> dict[str, Any]:
    """The columns that are otherwise without her."""
    values = row.values
    columns = worded_columns()[row.table.name]
    now = {name: _left(row, name, hers, sought, asked) for name in columns}
    if row.table is table_of(ContactRow) and values["id"] in hers:
        now |= dict.fromkeys(HERSELF, "")
    if row.table is table_of(AttemptRow) and values["contact_id"] in hers:
        now["phone"] = ""
    if values.get("interview_id") in hers:
        now = {name: what_is_left(row, name, one, asked) for name, one in now.items()}
    if row.table is table_of(ConflictRow) and now["content"] != values["content"]:
        now["content"] = without_unnamed(now["content"], asked)
    return {name: value for name, value in now.items() if value != values[name]}


def _left(
    row: WordedRow, column: str, hers: Set[UUID], sought: Sought, asked: TellingQuestions
) -> Any:
    """What is left of a column."""
    was = row.values[column]
    if was is None:
        return None
    if column in NOTES.get(row.table.name, ()):
        is_about = is_note_of_her(row, column, hers, asked) and any(leaves(was))
        is_about = is_about or any(map(sought.is_meant, leaves(was)))
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
