"""Answers that tell who somebody is: stored apart from the others, and read with them.

The entry says only that there is one, and so does the document of a revision.  Whoever may not read
what lies apart, reads that nobody was asked; so does everybody where it was erased.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any, Final, NamedTuple
from uuid import UUID

from sqlalchemy import bindparam, func, insert, select
from sqlmodel import Session

from db.records import AnswerEntry, Stored
from db.rows import records, row_of
from db.statements import (
    Finds,
    answers_so_far,
    dialect_of,
    insert_once,
    survey_of,
    table_of,
)
from db.tables import ANSWER, AnswerRow, PersonAnswerRow, PersonRevisionRow, RevisionRow
from schemas.questionnaire.apart import APART, is_said, taken_apart
from schemas.surveys.survey import Survey

NOT_ASKED: Final[Stored] = {"missing": "not_asked"}
"""What is read where there is no answer."""

ANSWERS: Final = table_of(PersonAnswerRow)
REVISIONS: Final = table_of(PersonRevisionRow)

# ── Answers ──────────────────────────────────────────────────────────────────────────────────────


def tells(survey: Survey, entry: AnswerEntry) -> bool:
    """Whether an answer tells who somebody is."""
    return entry.question in survey.personal and is_said(entry.value)


def in_its_place(entry: AnswerEntry) -> AnswerEntry:
    """The entry that says only that there is an answer."""
    return replace(entry, value=APART)


def keep_apart(session: Session, entry: AnswerEntry) -> None:
    """Store what an entry has said, which is there already without it."""
    told = {"id": entry.id, "interview_id": entry.interview_id, "question": entry.question}
    insert_once(session, row_of(survey_of(session), PersonAnswerRow, **told, value=entry.value))


def append(session: Session, entry: AnswerEntry) -> None:
    """Store an entry after the others of its interview, whoever is at it."""
    survey, following = survey_of(session), answers_so_far(dialect_of(session), entry.interview_id)
    telling = tells(survey, entry)
    row = row_of(survey, AnswerRow, in_its_place(entry) if telling else entry)
    insert_once(session, row, seq=following + 1)
    if telling:
        keep_apart(session, entry)


def entries_of(session: Session, interview_id: UUID) -> list[AnswerEntry]:
    """All that was answered in an interview, in order."""
    return [
        replace(one, value=NOT_ASKED) if one.value == APART else one
        for one in records(session, AnswerEntry, _said(), {"interview": interview_id})
    ]


@cache
def _said() -> Finds:
    others = [column for column in ANSWER.columns if column.name != "value"]
    value = func.coalesce(ANSWERS.c.value, ANSWER.c.value).label("value")
    said = select(*others, value).outerjoin_from(ANSWER, ANSWERS, ANSWERS.c.id == ANSWER.c.id)
    return said.where(ANSWER.c.interview_id == bindparam("interview")).order_by(ANSWER.c.seq)


# ── Revisions ────────────────────────────────────────────────────────────────────────────────────


class Parted(NamedTuple):
    """A document without what tells who somebody is; that; and what the public list may show."""

    left: Any
    document: dict[str, Any]
    public: dict[str, Any]


def parted(document: Any, telling: frozenset[str], shown: frozenset[str]) -> Parted:
    """A document taken apart, by the questions that tell it, and those that may be `shown`."""
    left, persons = taken_apart(document, telling - shown)
    left, public = taken_apart(left, shown)
    return Parted(left, persons, public)


def keep_parts(session: Session, row: RevisionRow, parts: Parted) -> None:
    """Store what was taken from the document of a revision that is new.

    An interviewer writes there, and does not read: that would be asked for, were it to be `once`.
    """
    if parts.document or parts.public:
        told = {"document": parts.document, "public": parts.public}
        named = {"id": row.id, "interview_id": row.interview_id, **told}
        stored = row_of(survey_of(session), PersonRevisionRow, **named)
        session.connection().execute(insert(REVISIONS), stored.values())
