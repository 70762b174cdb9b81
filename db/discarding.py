"""Taking back what was changed in an interview since it was opened again.

Nothing that was stored is changed: what stood before is said once more, by whoever takes it back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from uuid import UUID, uuid5

from sqlalchemy import delete, update
from sqlmodel import Session, col

from db.carry_over import carried_id
from db.interviews import CLOSED, interview_file
from db.persons.apart import NOT_ASKED, append
from db.records import AnswerEntry, InterviewFile, Signed
from db.statements import execute
from db.tables import InterviewRow, PlaceRow


def take_back(session: Session, interview_id: UUID, signed: Signed) -> None:
    """Close an interview that was complete once, with the answers of its last revision.

    Raises NotFound.
    """
    for entry in _as_before(interview_file(session, interview_id), signed):
        append(session, entry)
    ours = col(InterviewRow.id) == interview_id
    execute(session, update(InterviewRow).where(ours).values(**CLOSED))
    execute(session, delete(PlaceRow).where(col(PlaceRow.interview_id) == interview_id))


def _as_before(kept: InterviewFile, signed: Signed) -> Iterator[AnswerEntry]:
    """What has been answered since, as it was before; nothing where it was not answered then.

    What was only carried over into a newer version has not been answered since.
    """
    frozen, mark = kept.revision.answers if kept.revision else 0, kept.interview.fingerprint
    carried = {carried_id(one.id, mark) for one in kept.entries}
    since = kept.entries[frozen:]
    before = _latest([*kept.entries[:frozen], *(one for one in since if one.id in carried)])
    for key, now in _latest(since).items():
        was = before.get(key) or replace(now, value=NOT_ASKED, remark="")
        if (now.value, now.remark) != (was.value, was.remark):
            yield replace(
                was, id=uuid5(signed.id, str(now.id)), interviewer_id=signed.by, at=signed.at
            )


def _latest(entries: Sequence[AnswerEntry]) -> dict[tuple[str, int | None], AnswerEntry]:
    return {(one.question, one.item): one for one in entries}
