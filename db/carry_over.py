"""An open interview goes on in today's version: what was said in an older one is carried over.

Nothing that was stored is changed. What today's version calls otherwise is said once more in its
words, by whom and when it was said first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from uuid import UUID, uuid5

from sqlalchemy import select, update
from sqlmodel import Session, col

from db.persons.apart import NOT_ASKED, append, entries_of
from db.problems import UnknownVersion
from db.records import AnswerEntry, InterviewRecord
from db.rows import record
from db.statements import execute, found, survey_of
from db.tables import InterviewRow, PlaceRow
from schemas.codebook.changes import Change, carried_over, changes_since
from schemas.codebook.codebook import fingerprint
from schemas.surveys.survey import Survey


def carry_over(session: Session, interview_id: UUID) -> None:
    """Bring what has been said into today's version, unless it is in it already.

    Raises NotFound where there is none such, and UnknownVersion where it is of a version that is
    none of the releases.
    """
    survey = survey_of(session)
    ours = col(InterviewRow.id) == interview_id
    begun = found(record(session, InterviewRecord, select(InterviewRow).where(ours)), "intervjuet")
    now = fingerprint(survey.questionnaire)
    if begun.fingerprint == now:
        return
    changes = changes_of(survey, begun.version)
    said = tuple(_said_anew(_latest(session, interview_id), changes, survey, now))
    for entry in said:
        append(session, entry)
    _move_place(session, interview_id, changes, len(said))
    values = {"version": survey.questionnaire.version, "fingerprint": now}
    execute(session, update(InterviewRow).where(ours).values(**values))


def changes_of(survey: Survey, version: str) -> tuple[Change, ...]:
    """All that has changed since a version; raises UnknownVersion where it is no release."""
    try:
        return changes_since(survey.releases, version)
    except KeyError:
        raise UnknownVersion(version) from None


def _latest(session: Session, interview_id: UUID) -> Iterable[AnswerEntry]:
    said = entries_of(session, interview_id)
    return {(one.question, one.item): one for one in said}.values()


def _said_anew(
    entries: Iterable[AnswerEntry], changes: tuple[Change, ...], survey: Survey, now: str
) -> Iterator[AnswerEntry]:
    for entry in entries:
        carried = carried_over(entry.question, entry.value, changes)
        if carried is None and entry.question in survey.questionnaire.by_id:
            carried = entry.question, NOT_ASKED
        if carried is not None and carried != (entry.question, entry.value):
            question, value = carried
            yield replace(entry, id=carried_id(entry.id, now), question=question, value=value)


def carried_id(id: UUID, fingerprint: str) -> UUID:
    """The id that an answer has in the words of another version."""
    return uuid5(id, fingerprint)


def _move_place(
    session: Session, interview_id: UUID, changes: tuple[Change, ...], more: int
) -> None:
    """Where the interviewer stood; what nobody has said since does not come after it."""
    mine = col(PlaceRow.interview_id) == interview_id
    counted = update(PlaceRow).where(mine).values(answers=col(PlaceRow.answers) + more)
    execute(session, counted)
    place = select(col(PlaceRow.question)).where(mine)
    at = session.connection().execute(place).scalar()
    carried = at and carried_over(at, None, changes)
    if carried and carried[0] != at:
        moved = update(PlaceRow).where(mine)
        execute(session, moved.values(question=carried[0]))
