"""The interview: every answer stored when it is given, and the whole frozen when it is complete."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from functools import cache
from typing import Final
from uuid import UUID

from sqlalchemy import bindparam, case, delete, func, select, update
from sqlalchemy.sql.dml import UpdateBase
from sqlmodel import Session, col

from db.carry_over import carry_over
from db.codebooks import keep
from db.database import Database
from db.leases import require_case, require_interview, row_if_open, values_if_open
from db.openings import note_reading
from db.persons.apart import entries_of, in_its_place, keep_apart, keep_parts, parted, tells
from db.problems import InterviewChanged
from db.records import (
    AnswerEntry,
    Confirmation,
    InterviewFile,
    InterviewRecord,
    Lease,
    Place,
    Revision,
    Stored,
)
from db.rows import changed, record, records, row_of
from db.statements import (
    Finds,
    Values,
    answers_so_far,
    change_of,
    execute,
    fetch_one,
    found,
    insert_next,
    insert_once,
    of_case,
    once,
    table_of,
    upsert,
    values_of,
)
from db.survey_codes import require_code
from db.tables import (
    ANSWER,
    PLACE,
    AnswerRow,
    ConfirmationRow,
    InterviewRow,
    PlaceRow,
    RevisionRow,
    Row,
)
from db.write_count import telling
from schemas.codebook.codebook import fingerprint
from schemas.language.text import Language
from schemas.questionnaire.questions import Question
from schemas.questionnaire.types.info import READ


def begin_interview(
    db: Database,
    lease: Lease,
    id: UUID,
    questionnaire: str,
    version: str,
    fingerprint: str,
    language: Language,
    at: datetime,
) -> InterviewRecord:
    """Start the case's interview; if this questionnaire was begun before, that one continues.

    Raises LeaseLost and NeverAgain.
    """
    begun = InterviewRecord(
        id=id,
        case_id=lease.case_id,
        questionnaire=questionnaire,
        version=version,
        fingerprint=fingerprint,
        language=language,
        started_at=at,
        started_by=lease.interviewer_id,
        open=True,
    )
    with db.write() as session:
        require_case(session, lease)
        earlier = _of_case(session, lease.case_id, questionnaire)
        if earlier is not None:
            return earlier
        insert_once(session, row_of(db.survey, InterviewRow, begun))
    return begun


def _of_case(session: Session, case_id: UUID, questionnaire: str) -> InterviewRecord | None:
    named: Values = {"case": case_id, "questionnaire": questionnaire}
    return record(session, InterviewRecord, _same(), named)


@cache
def _same() -> Finds:
    """A case's interview with a questionnaire."""
    of = col(InterviewRow.questionnaire) == bindparam("questionnaire")
    return of_case(select(InterviewRow)).where(of)


def change_language(db: Database, lease: Lease, interview_id: UUID, language: Language) -> None:
    """Read the questions in another language from here on.

    Raises LeaseLost, InterviewClosed, NeverAgain and NotFound.
    """
    ours = col(InterviewRow.id) == interview_id
    read_in = changed(db.survey, InterviewRow, language=language)
    with db.write() as session:
        require_interview(session, lease, interview_id)
        execute(session, update(InterviewRow).where(ours).values(read_in))


def record_answer(db: Database, lease: Lease, entry: AnswerEntry) -> None:
    """Store one answer after the others. When this returns, it is on the disk.

    What tells who somebody is, is stored apart in the same transaction.

    The lease is looked at in the same statement. A repeated id stores nothing new.
    Raises LeaseLost, InterviewClosed, NeverAgain and NotFound.
    """
    require_code(db.survey, Question, entry.question)
    is_read = entry.question == db.survey.parts.opening and entry.value == READ
    telling = tells(db.survey, entry)
    if not (is_read or telling):
        _append(db, lease, entry)
        return
    with db.together():
        _append(db, lease, in_its_place(entry) if telling else entry)
        with db.write() as session:
            (keep_apart if telling else note_reading)(session, entry)


def _append(db: Database, lease: Lease, entry: AnswerEntry) -> None:
    _store(db, lease, entry.interview_id, _appended(db.dialect), values_of(entry))


@cache
def _appended(dialect: str) -> UpdateBase:
    """Built once: this is the statement an interviewer waits for."""
    following = answers_so_far(dialect, bindparam("interview")) + 1
    row = row_if_open(dialect, ANSWER, seq=following)
    return telling(dialect, once(dialect, AnswerRow).from_select(*row))


def _store(
    db: Database, lease: Lease, interview_id: UUID, statement: UpdateBase, row: Values
) -> None:
    values = values_if_open(lease, interview_id, row)
    if db.carry_out(statement, values):
        return
    with db.together():  # not ours, or not open; or it was here before, which is well
        with db.write() as session:
            require_interview(session, lease, interview_id)
        db.carry_out(statement, values)


def is_stored(db: Database, entry_id: UUID) -> bool:
    """Whether an answer is here: the reply to it may have been lost."""
    with db.read() as session:
        mine = select(col(AnswerRow.id)).where(col(AnswerRow.id) == entry_id)
        return fetch_one(session, mine) is not None


def confirm_check(db: Database, lease: Lease, confirmation: Confirmation) -> None:
    """Note why an answer that looks odd is right.

    Raises LeaseLost, InterviewClosed, NeverAgain and NotFound.
    """
    row = row_of(db.survey, ConfirmationRow, confirmation)
    with db.write() as session:
        require_interview(session, lease, confirmation.interview_id)
        insert_next(session, row, "interview_id")


def keep_place(db: Database, lease: Lease, place: Place) -> None:
    """Remember where the interviewer stands and what is half typed; overwrites the last.

    Raises LeaseLost, InterviewClosed, NeverAgain and NotFound.
    """
    require_code(db.survey, Question, place.question)
    values = values_of(place)
    del values["answers"]  # which the statement counts
    _store(db, lease, place.interview_id, _overwrite(db.dialect), values)


def note_steps(db: Database, lease: Lease, interview_id: UUID, steps: Sequence[Stored]) -> None:
    """Add steps back that no answer has followed; one that is sent again is noted once.

    Raises LeaseLost, NeverAgain and NotFound.
    """
    ours = (col(InterviewRow.id) == interview_id) & (col(InterviewRow.case_id) == lease.case_id)
    with db.write() as session:
        require_case(session, lease)
        noted = select(col(InterviewRow.steps_back)).where(ours)
        before = found(fetch_one(session, noted), "intervjuet").steps_back or []
        new = [one for one in steps if one not in before]
        execute(session, update(InterviewRow).where(ours).values(steps_back=[*before, *new]))


@cache
def _overwrite(dialect: str) -> UpdateBase:
    insert = upsert(dialect, PlaceRow, "interview_id", _KEPT)
    given = ANSWER.c.interview_id == bindparam("interview")
    counted = select(func.count()).select_from(ANSWER).where(given).scalar_subquery()
    return telling(dialect, insert.from_select(*row_if_open(dialect, PLACE, answers=counted)))


_KEPT = ("question", "item", "draft", "at", "answers", "others")
"""What is overwritten when a place is kept."""


def load_interview(db: Database, interview_id: UUID) -> InterviewFile:
    """The interview as it stands, one query per table. Raises NotFound."""
    with db.read() as session:
        return interview_file(session, interview_id)


def interview_file(session: Session, interview_id: UUID) -> InterviewFile:
    """The interview as it stands in this transaction. Raises NotFound."""
    mine: Values = {"interview": interview_id}
    itself = record(session, InterviewRecord, _of_interview(InterviewRow, "id"), mine)
    return InterviewFile(
        interview=found(itself, "intervjuet"),
        entries=tuple(entries_of(session, interview_id)),
        confirmations=tuple(
            records(session, Confirmation, _of_interview(ConfirmationRow, by="number"), mine)
        ),
        place=record(session, Place, _of_interview(PlaceRow), mine),
        revision=_latest(session, interview_id),
    )


@cache
def _of_interview(model: type[Row], key: str = "interview_id", *, by: str | None = None) -> Finds:
    """The rows of one interview, bound as `interview`, in the order of a column."""
    mine = select(model).where(getattr(model, key) == bindparam("interview"))
    return mine.order_by(getattr(model, by)) if by else mine


def _latest(session: Session, interview_id: UUID) -> Revision | None:
    return record(session, Revision, _latest_of_interview(), {"interview": interview_id})


@cache
def _latest_of_interview() -> Finds:
    mine = _revisions().where(col(RevisionRow.interview_id) == bindparam("interview"))
    return mine.order_by(col(RevisionRow.number).desc()).limit(1)


@cache
def _revisions() -> Finds:
    """All but the document, which is long: whoever decides reads `finished`."""
    named = [field.name for field in fields(Revision)]
    return select(*(table_of(RevisionRow).c[name] for name in named))


def complete(
    db: Database,
    lease: Lease,
    id: UUID,
    interview_id: UUID,
    document: Stored,
    classification: Stored,
    at: datetime,
) -> Revision:
    """Freeze the interview as it stands, close it, and forget the half-typed draft.

    Raises LeaseLost, InterviewClosed, NeverAgain and NotFound.
    """
    asked = db.survey.questionnaire
    parts = parted(document, db.survey.personal, db.survey.shown)
    row = row_of(
        db.survey,
        RevisionRow,
        id=id,
        version=asked.version,
        fingerprint=fingerprint(asked),
        interview_id=interview_id,
        document=parts.left,
        classification=classification,
        completed_at=at,
        completed_by=lease.interviewer_id,
    )
    with db.write() as session:
        earlier = _revision(session, id)
        if earlier is not None:  # the reply was lost, not the interview
            return earlier
        require_interview(session, lease, interview_id)
        keep(session)
        if _freeze(session, row):
            keep_parts(session, row, parts)
        return found(_revision(session, id), "intervjuet")


def _revision(session: Session, id: UUID) -> Revision | None:
    return record(session, Revision, _known_revision(), {"revision": id})


@cache
def _known_revision() -> Finds:
    return _revisions().where(col(RevisionRow.id) == bindparam("revision"))


def _freeze(session: Session, row: RevisionRow) -> bool:
    """Whether it was not there before."""
    interview_id = row.interview_id
    is_new = insert_next(session, row, "interview_id", answers=answers_so_far)
    closed = {"version": row.version, "fingerprint": row.fingerprint, **CLOSED}
    execute(session, change_of(InterviewRow, "id"), {**closed, "its_id": interview_id})
    execute(session, _forget_place(), {"interview": interview_id})
    return is_new


@cache
def _forget_place() -> UpdateBase:
    return delete(PlaceRow).where(col(PlaceRow.interview_id) == bindparam("interview"))


CLOSED: Final[Values] = {"open": False, "reopened_at": None, "reopened_by": None}
"""What an interview has in its row when nothing more is to be answered."""

WITHDRAWN: Final[Values] = {**CLOSED, "steps_back": None}
"""The same when the respondent has withdrawn."""


def open_now(session: Session, interview_id: UUID, by: UUID, at: datetime) -> bool:
    """Let answers in again, and note who wanted it; false where there is no such interview.

    Where it is open already, whoever opened it first stays noted.
    """
    ours, is_open = col(InterviewRow.id) == interview_id, col(InterviewRow.open)
    first = {
        "reopened_at": case((is_open, col(InterviewRow.reopened_at)), else_=at),
        "reopened_by": case((is_open, col(InterviewRow.reopened_by)), else_=by),
    }
    return execute(session, update(InterviewRow).where(ours).values(open=True, **first)) > 0


def reopen(db: Database, lease: Lease, interview_id: UUID, revision: int, at: datetime) -> None:
    """Let answers in again; the frozen revisions stay, and the last of them counts.

    `revision` is the one that was read: InterviewChanged where there is another by now.  What
    follows is in today's version: UnknownVersion where nobody can say what has changed.
    Raises LeaseLost, NeverAgain and NotFound.
    """
    ours = (col(InterviewRow.id) == interview_id) & (col(InterviewRow.case_id) == lease.case_id)
    with db.write() as session:
        require_case(session, lease)
        found(fetch_one(session, select(col(InterviewRow.id)).where(ours)), "intervjuet")
        open_now(session, interview_id, lease.interviewer_id, at)
        _require_latest(session, interview_id, revision)
        carry_over(session, interview_id)


def bring_up_to_date(db: Database, lease: Lease, interview_id: UUID) -> None:
    """Go on with an open interview in today's version; its answers are carried over.

    Raises LeaseLost, InterviewClosed, NeverAgain and NotFound; UnknownVersion where it was begun in
    a version that this program does not know.
    """
    with db.write() as session:
        require_interview(session, lease, interview_id)
        carry_over(session, interview_id)


def require_as_read(db: Database, lease: Lease, interview_id: UUID, revision: int) -> None:
    """Raise InterviewChanged unless this is still what the interview says.

    Raises LeaseLost and NeverAgain, too, as `reopen` does.
    """
    with db.write() as session:
        require_case(session, lease)
        _require_latest(session, interview_id, revision)


def _require_latest(session: Session, interview_id: UUID, revision: int) -> None:
    latest = _latest(session, interview_id)
    if latest is None or latest.number != revision:
        raise InterviewChanged()
