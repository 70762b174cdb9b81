"""Older databases have what tells who somebody is among the answers: it is set apart there, too.

What the trail has of those rows can no longer be used to find out what they held; where somebody
was erased before, she is erased where it lies now, whatever file brings it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, insert, select, update

from db.persons.apart import ANSWERS, REVISIONS, Parted, parted
from db.statements import table_of
from db.tables import ANSWER, CodebookRow, ConflictRow, ErasureRow, RevisionRow, TrailRow
from db.trail.trail import pause_trail
from schemas.questionnaire.apart import APART, is_said
from schemas.surveys.survey import Survey

REVISION: Final = table_of(RevisionRow)
ERASURE: Final = table_of(ErasureRow)
CONFLICT: Final = table_of(ConflictRow)
TRAIL: Final = table_of(TrailRow)

COLUMNS: Final = tuple(column.name for column in ANSWERS.columns)

WHERE_NOW: Final = {
    ("answer_entry", "value"): (("person_answer", "value"),),
    ("revision", "document"): (("person_revision", "document"), ("person_revision", "public")),
}
"""Where there may stand now what stood in a column before."""


def set_apart(connection: Connection, survey: Survey) -> None:
    """Take what tells who somebody is out of answers and documents; again, it changes nothing."""
    asked = _Asked(connection, survey)
    moved = [
        *_answers(connection, asked),
        *_revisions(connection, asked),
        *_conflicts(connection, asked),
    ]
    _erasures(connection)
    if not moved:
        return
    pause_trail(connection)  # which is kept again when all is brought up to date
    held = TRAIL.c.table_name.in_([ANSWER.name, REVISION.name, CONFLICT.name])
    connection.execute(update(TRAIL).where(held).values(salt=None))


class _Asked:
    """The questions whose answers tell who somebody is, in any version that there are answers to;
    and which of them the public list may show.
    """

    def __init__(self, connection: Connection, survey: Survey) -> None:
        books = connection.execute(select(table_of(CodebookRow).c.content)).scalars()
        self.telling = survey.personal | {id for book in books for id in _telling(book)}
        self.shown = survey.shown

    def parted(self, document: Any) -> Parted:
        return parted(document, self.telling, self.shown)


def _telling(book: Any) -> Iterator[str]:
    """The questions of a codebook, wherever it has them, that tell who somebody is."""
    match book:
        case {"id": str(id), "personal": personal, "private": private}:
            if personal or private:
                yield id
        case dict():
            for one in book.values():
                yield from _telling(one)
        case list():
            for one in book:
                yield from _telling(one)


def _answers(connection: Connection, asked: _Asked) -> Iterator[UUID]:
    wanted = select(ANSWER).where(ANSWER.c.question.in_(asked.telling))
    for row in connection.execute(wanted).mappings().all():
        if is_said(row["value"]):
            kept = {name: row[name] for name in COLUMNS}
            connection.execute(insert(ANSWERS), kept)
            _change(connection, ANSWER, row["id"], value=APART)
            yield row["id"]


def _revisions(connection: Connection, asked: _Asked) -> Iterator[UUID]:
    wanted = select(REVISION.c.id, REVISION.c.interview_id, REVISION.c.document)
    for id, interview, document in connection.execute(wanted).all():
        left, persons, public = asked.parted(document)
        if persons or public:
            kept = {"id": id, "interview_id": interview, "document": persons, "public": public}
            connection.execute(insert(REVISIONS), kept)
            _change(connection, REVISION, id, document=left)
            yield id


def _change(connection: Connection, table: Any, id: UUID, **values: Any) -> None:
    connection.execute(update(table).where(table.c.id == id).values(**values))


def _conflicts(connection: Connection, asked: _Asked) -> Iterator[UUID]:
    """Interviews that were set aside in a merge, each with all its rows."""
    aside = select(CONFLICT.c.case_id, CONFLICT.c.content).where(CONFLICT.c.kind == "interviews")
    for case, content in connection.execute(aside).all():
        now = [{**one, "rows": _rows(one["rows"], asked)} for one in content]
        if now == content:
            continue
        this = (CONFLICT.c.case_id == case) & (CONFLICT.c.kind == "interviews")
        connection.execute(update(CONFLICT).where(this).values(content=now))
        yield case


def _rows(rows: dict[str, Any], asked: _Asked) -> dict[str, Any]:
    answers, revisions = dict(rows.get(ANSWER.name, {})), dict(rows.get(REVISION.name, {}))
    persons, frozen = {}, {}
    for id, row in answers.items():
        if row["question"] in asked.telling and is_said(row["value"]):
            persons[id] = {name: row[name] for name in COLUMNS}
            answers[id] = {**row, "value": APART}
    for id, row in revisions.items():
        left, document, public = asked.parted(row["document"])
        if document or public:
            parts = {"document": document, "public": public}
            frozen[id] = {"id": id, "interview_id": row["interview_id"], **parts}
            revisions[id] = {**row, "document": left}
    if not (persons or frozen):
        return rows
    of_answers = {ANSWER.name: answers, ANSWERS.name: persons}
    return rows | of_answers | {REVISION.name: revisions, REVISIONS.name: frozen}


def _erasures(connection: Connection) -> None:
    """Also where nobody is left here to be moved: a file that is still out may have her."""
    for id, places in connection.execute(select(ERASURE.c.id, ERASURE.c.places)).all():
        if new := [one for one in _moved(places) if one not in places]:
            _change(connection, ERASURE, id, places=[*places, *new])


def _moved(places: Iterable[list[str]]) -> Iterator[list[str]]:
    for table, key, column in places:
        for now, where in WHERE_NOW.get((table, column), ()):
            yield [now, key, where]
