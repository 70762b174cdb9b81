"""The coordinator's desk: finished interviews to look at, and what is decided about them.

A decision about an interview names the revision that was read: if the answers are others by then,
or being changed, it is refused (InterviewChanged). Every verb is idempotent on its signature's id.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select, update
from sqlmodel import Session

from db import mapping
from db.case_decisions import decide_case, decisions_about, return_case
from db.cases import open_case
from db.decisions import (
    append,
    is_known,
    lock,
    mark_returned,
    of_case,
    require_callable,
    standing_by_unit,
)
from db.engine import Database
from db.finished import finished, last_frozen
from db.interviews import load_interview
from db.problems import InterviewChanged, NotFound
from db.records import AnswerEntry, CaseFile, InterviewFile, Place, Signed
from db.shared_services import conflicts
from db.statements import execute, fetch_one, found, upsert
from db.tables import INTERVIEW, PLACE, REVISION
from db.withdrawal import withdraw
from schemas.calls import ContactPoint, Knowledge, on_the_line, way_to
from schemas.classify import Class
from schemas.decisions import Decision, DecisionKind, Standing
from schemas.review import OpenPoint, ReviewItem, differs, open_points, review_item
from schemas.settings import Settings
from schemas.walk import Key

__all__ = [
    "ReviewFile",
    "accept",
    "decide_case",
    "decisions_about",
    "exclude_from_overview",
    "include_in_overview",
    "open_review",
    "override",
    "queue",
    "release",
    "return_case",
    "return_to_interviewer",
    "standings",
    "withdraw",
]


@dataclass(frozen=True, slots=True)
class ReviewFile:
    """Everything about a finished interview that a coordinator decides on.

    `remarks` are those that stand; `way` leads to whoever answered; `decisions` are all there have
    been about the case, the oldest first.
    """

    item: ReviewItem
    case: CaseFile
    kept: InterviewFile
    remarks: tuple[AnswerEntry, ...]
    way: tuple[ContactPoint, ...]
    decisions: tuple[Decision, ...]
    open_points: tuple[OpenPoint, ...]


# ── Reading ──────────────────────────────────────────────────────────────────────────────────────


def queue(db: Database, settings: Settings, *, everything: bool = False) -> list[ReviewItem]:
    """Finished interviews that somebody should look at, undecided ones first, the oldest on top.

    `everything` also has those that there is no reason to look at.
    """
    with db.read() as session:
        interviews = finished(session)
        disputed = conflicts(session, interviews)
    items = [review_item(one, settings, disputed) for one in interviews]
    return sorted((one for one in items if one.whys or everything), key=lambda one: one.place)


def standings(db: Database) -> dict[str, Standing]:
    """What counts of all that was decided, by unit number; units without decisions are left out."""
    with db.read() as session:
        return standing_by_unit(session)


def open_review(db: Database, interview_id: UUID, settings: Settings) -> ReviewFile:
    """One finished interview with the way there and all that was decided; also when reopened."""
    with db.read() as session:
        interview = last_frozen(session, interview_id)
        if interview is None:
            raise NotFound("intervjuet")
        disputed = conflicts(session, finished(session))
        decisions = of_case(session, interview.case_id)
    case, kept = open_case(db, interview.case_id), load_interview(db, interview_id)
    return ReviewFile(
        item=review_item(interview, settings, disputed),
        case=case,
        kept=kept,
        remarks=_remarks(kept),
        way=_way(case, kept),
        decisions=decisions,
        open_points=open_points(
            interview,
            unexplained=_is_unexplained(case, interview.klass),
            conflict=interview.unit_id in disputed,
        ),
    )


def _remarks(kept: InterviewFile) -> tuple[AnswerEntry, ...]:
    latest = {(entry.question, entry.item): entry for entry in kept.entries}
    return tuple(entry for entry in latest.values() if entry.remark)


def _way(case: CaseFile, kept: InterviewFile) -> tuple[ContactPoint, ...]:
    """The way to whoever answered last; else to the right person; else to the last on the line."""
    said = [entry.informant_id for entry in kept.entries if entry.informant_id]
    right = [one.id for one in case.contacts if one.knows is Knowledge.is_the_one]
    line = [on_the_line(call, case.redirects) for call in case.attempts]
    ends = [*line[-1:], *right[-1:], *said[-1:]]
    return way_to(ends[-1], case.redirects, case.contacts) if ends else ()


def _is_unexplained(case: CaseFile, klass: Class | None) -> bool:
    told = case.reveal is not None and case.reveal.reason is not None
    claim = case.phase_one.claim if case.phase_one else None
    return not told and differs(claim, klass)


# ── About an interview ───────────────────────────────────────────────────────────────────────────


def accept(db: Database, signed: Signed, interview_id: UUID, revision: int) -> None:
    """The class that follows from the answers is right."""
    with _deciding(db, signed, interview_id, revision) as on:
        if on:
            on.decide(DecisionKind.accepted, klass=on.derived)


def override(
    db: Database, signed: Signed, interview_id: UUID, revision: int, klass: Class, reason: str
) -> None:
    """Another class is right, for this reason; what was derived stays beside it."""
    with _deciding(db, signed, interview_id, revision) as on:
        if on:
            on.decide(DecisionKind.overridden, klass=klass, reason=reason)


def return_to_interviewer(
    db: Database, signed: Signed, interview_id: UUID, revision: int, question: Key, message: str
) -> None:
    """Something is to be asked again: the case comes first, and opens at the question."""
    with _deciding(db, signed, interview_id, revision) as on:
        if on:
            require_callable(on.session, on.case_id)
            decision = on.decide(DecisionKind.returned, question=question, reason=message)
            mark_returned(on.session, on.case_id, decision)
            _reopen_at(on.session, interview_id, question, signed)


def include_in_overview(
    db: Database, signed: Signed, interview_id: UUID, revision: int, reason: str
) -> None:
    """Offers without a service are listed all the same, for this reason."""
    with _deciding(db, signed, interview_id, revision) as on:
        if on:
            on.decide(DecisionKind.included, reason=reason)


def exclude_from_overview(
    db: Database, signed: Signed, interview_id: UUID, revision: int, reason: str
) -> None:
    """They are not."""
    with _deciding(db, signed, interview_id, revision) as on:
        if on:
            on.decide(DecisionKind.excluded, reason=reason)


def release(db: Database, signed: Signed, interview_id: UUID, revision: int) -> None:
    """They wanted to see the text first, have seen it, and it may be published."""
    with _deciding(db, signed, interview_id, revision) as on:
        if on:
            on.decide(DecisionKind.released)


@dataclass(frozen=True, slots=True)
class _On:
    """The revision that is decided on, in the transaction that decides."""

    session: Session
    signed: Signed
    case_id: UUID
    interview_id: UUID
    revision: int
    derived: Class

    def decide(self, kind: DecisionKind, **what: Any) -> Decision:
        decision = Decision(
            id=self.signed.id,
            case_id=self.case_id,
            kind=kind,
            at=self.signed.at,
            decided_by=self.signed.by,
            interview_id=self.interview_id,
            revision=self.revision,
            **what,
        )
        append(self.session, decision)
        return decision


@contextmanager
def _deciding(
    db: Database, signed: Signed, interview_id: UUID, revision: int
) -> Iterator[_On | None]:
    """The revision, if it is still what the interview says; None when this was decided already."""
    with db.write() as session:
        mine = select(INTERVIEW.c.case_id).where(INTERVIEW.c.id == interview_id)
        case_id = found(fetch_one(session, mine), "intervjuet").case_id
        lock(session, case_id)
        if is_known(session, signed.id):
            yield None
            return
        derived = _class_of(session, interview_id, revision)
        yield _On(session, signed, case_id, interview_id, revision, derived)


def _class_of(session: Session, interview_id: UUID, revision: int) -> Class:
    """The class of the revision; InterviewChanged unless it is the latest of a closed interview."""
    latest = (
        select(REVISION.c.number, REVISION.c.classification, INTERVIEW.c.open)
        .join(INTERVIEW, REVISION.c.interview_id == INTERVIEW.c.id)
        .where(INTERVIEW.c.id == interview_id)
        .order_by(REVISION.c.number.desc())
        .limit(1)
    )
    row = fetch_one(session, latest)
    if row is None or row.open or row.number != revision:
        raise InterviewChanged()
    return Class[row.classification["class"]]


def _reopen_at(session: Session, interview_id: UUID, question: Key, signed: Signed) -> None:
    """Let answers in again; whoever opens the case stands at the question."""
    execute(session, update(INTERVIEW).where(INTERVIEW.c.id == interview_id).values(open=True))
    place = Place(interview_id, question.question, question.item, "", signed.at)
    columns = ("question", "item", "draft", "at")
    dialect = session.get_bind().dialect.name
    execute(session, upsert(dialect, PLACE, "interview_id", columns), mapping.values(place))
