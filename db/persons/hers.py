"""What is told of somebody where she is not named: her position, and what was noted of her.

A note of a call with her is about her, whether or not it says her name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from types import MappingProxyType
from typing import Any, Final
from uuid import UUID

from db.persons.worded import NOTES, WordedRow
from db.statements import table_of
from db.tables import (
    AnswerRow,
    AppointmentRow,
    AttemptRow,
    ContactBeforeRow,
    ContactRow,
    PersonAnswerRow,
    RedirectRow,
    Row,
    UndoneRow,
)
from schemas.review.sought import ERASED, Sought, TellingQuestions, leaves, without_unnamed

WITH: Final[Mapping[type[Row], tuple[str, ...]]] = MappingProxyType(
    {
        ContactRow: ("id",),
        AttemptRow: ("contact_id", "id"),
        AppointmentRow: ("contact_id",),
        RedirectRow: ("from_id", "to_id"),
        UndoneRow: ("deed_id",),
    }
)
"""By what a note hangs together with whoever it may be about: it need not name her."""


def hers_in(rows: list[WordedRow], sought: Sought, asked: TellingQuestions) -> frozenset[UUID]:
    """The contact points that are she, the interviews that she has answered, and what was done with
    her: calls, redirects and appointments.
    """
    told = [row.values for row in rows if _has_answered(row, sought, asked)]
    entries = {one["id"] for one in told}
    hers = {row.values["id"] for row in rows if is_she(row, sought)}
    hers |= {one["interview_id"] for one in told}
    answers = (row.values for row in rows if row.table is table_of(AnswerRow))
    hers |= {one["attempt_id"] for one in answers if one["id"] in entries} - {None}
    return frozenset(hers | {row.values["id"] for row in rows if _is_with(row, hers)})


def is_she(row: WordedRow, sought: Sought) -> bool:
    """Whether a contact point is she: by her name, or by her number where nobody is named."""
    if row.table is not table_of(ContactRow):
        return False
    person = row.values["person"]
    if sought.everybody:
        return bool(person.strip())
    named = sought.is_in(person)
    reached = any(sought.is_in(row.values[column]) for column in ("phone", "email"))
    return named or (reached and not person.strip())


def _has_answered(row: WordedRow, sought: Sought, asked: TellingQuestions) -> bool:
    """Whether it says that she is who answered an interview."""
    values = row.values
    if row.table not in {table_of(AnswerRow), table_of(PersonAnswerRow)}:
        return False
    told = values["question"] in asked.names and isinstance(values["value"], str)
    return told and (sought.everybody or sought.is_in(values["value"]))


def _is_with(row: WordedRow, hers: Set[UUID]) -> bool:
    """Whether it was done with her."""
    columns = next((columns for one, columns in WITH.items() if row.table is table_of(one)), ())
    return any(row.values[column] in hers for column in columns)


def is_note_of_her(row: WordedRow, column: str, hers: Set[UUID], asked: TellingQuestions) -> bool:
    """Whether it was noted of her: in a call with her, on the way to her, why nobody rings her, or
    beside what she said of herself.
    """
    if column not in NOTES.get(row.table.name, ()):
        return False
    if row.table is table_of(AnswerRow):
        of_herself = row.values["question"] in asked.personal | asked.unnamed
        return of_herself and row.values["interview_id"] in hers
    return _is_with(row, hers)


def told_of_her(
    row: WordedRow, column: str, hers: Set[UUID], sought: Sought, asked: TellingQuestions
) -> Iterator[str]:
    """What is told of her without her name: her position, and what was noted of her."""
    was = row.values[column]
    if is_note_of_her(row, column, hers, asked):
        yield from (one for one in leaves(was) if one.strip() and one != ERASED)
    elif column == "role" and _is_or_was_she(row, hers, sought):
        yield from filter(None, leaves(was))
    elif row.values.get("interview_id") in hers:
        left = what_is_left(row, column, was, asked)
        yield from set(leaves(was)) - set(leaves(left))


def _is_or_was_she(row: WordedRow, hers: Set[UUID], sought: Sought) -> bool:
    """Whether a contact point is she, or how one read before: then it may have been another's."""
    if row.table is table_of(ContactBeforeRow):
        return sought.is_in(row.values["person"])
    return row.table is table_of(ContactRow) and row.values["id"] in hers


def what_is_left(row: WordedRow, column: str, was: Any, asked: TellingQuestions) -> Any:
    """What is left in a column of an interview that she has answered, without what tells of her."""
    if column == "value":
        told = {"question": row.values["question"], "value": was}
        return without_unnamed(told, asked)["value"]
    return without_unnamed(was, asked) if column == "document" else was
