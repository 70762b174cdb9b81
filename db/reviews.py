"""A finished interview on the coordinator's desk, and what is decided about it.

A decision about an interview names the revision that was read: if the answers are others by then,
or being changed, it is refused (InterviewChanged), and if somebody else has decided meanwhile, too
(CaseChanged).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple
from uuid import UUID, uuid5

from sqlalchemy import bindparam, func, select
from sqlmodel import Session, col

from db.case_decisions import require_possible
from db.cases import case_file
from db.database import Database
from db.decisions import (
    append_decision,
    is_stored,
    lock_case,
    mark_returned,
    require_unchanged,
    signed_by,
)
from db.discarding import take_back
from db.finished import finished, last_frozen
from db.interviews import interview_file, open_now
from db.openings import openings_of
from db.problems import ForeignCode, InterviewChanged, NothingToDiscard
from db.records import AnswerEntry, CaseFile, InterviewFile, OpeningRead, Place, Signed
from db.refused_decisions import listing_refused
from db.review_desk import read_desk, shared_by
from db.rows import row_of
from db.standings import decisions_of
from db.statements import Finds, dialect_of, execute, fetch_one, found, reads_of, survey_of, upsert
from db.survey_codes import stored_code
from db.tables import AnswerRow, InterviewRow, PlaceRow, RevisionRow
from schemas.calls.call_codes import Knowledge
from schemas.calls.calls import ContactPoint, on_the_line, way_to
from schemas.calls.settings import Settings
from schemas.questionnaire.walk import Key
from schemas.review.classes import Class
from schemas.review.classify import read_classification
from schemas.review.consents import Consent
from schemas.review.decisions import OF_ANSWERS, OF_INTERVIEW, Decision, DecisionKind
from schemas.review.earlier_phase import EarlierPhase
from schemas.review.finished_interviews import OpenPoint, ReviewItem, open_points, review_item


@dataclass(frozen=True, slots=True)
class ReviewFile:
    """Everything about a finished interview that a coordinator decides on.

    `remarks` are those that stand; `way` leads to whoever answered; `decisions` are all there have
    been about the case, the oldest first.  `openings` are the times that the opening text was read.
    """

    item: ReviewItem
    case: CaseFile
    kept: InterviewFile
    remarks: tuple[AnswerEntry, ...]
    way: tuple[ContactPoint, ...]
    decisions: tuple[Decision, ...]
    open_points: tuple[OpenPoint, ...]
    openings: tuple[OpeningRead, ...] = ()

    @property
    def case_id(self) -> UUID:
        """The case of which it is."""
        return self.case.case_id


# ── Reading ──────────────────────────────────────────────────────────────────────────────────────


def open_review(db: Database, interview_id: UUID, settings: Settings) -> ReviewFile:
    """One finished interview with the way there and all that was decided.

    Raises NotFound.
    """
    with db.read() as session:
        reads = reads_of(session)
        everything = finished(reads)
        its_own = (one for one in everything if one.interview_id == interview_id)
        interview = found(next(its_own, None), "intervjuet")
        disputed = shared_by(reads, everything).conflicts
        decisions = decisions_of(reads, interview.case_id)
        case = case_file(session, interview.case_id)
        kept = interview_file(session, interview_id)
        openings = tuple(openings_of(session, interview_id))
    return ReviewFile(
        item=review_item(interview, settings, disputed),
        case=case,
        kept=kept,
        remarks=_remarks(kept),
        way=_way(case, kept),
        decisions=decisions,
        openings=openings,
        open_points=open_points(
            interview,
            unexplained=_is_unexplained(db.survey.earlier, case, interview.klass),
            conflict=interview.unit_id in disputed,
        ),
    )


def _remarks(kept: InterviewFile) -> tuple[AnswerEntry, ...]:
    """Those that stood when it was frozen: what came since belongs to another revision."""
    frozen = kept.entries[: kept.revision.answers if kept.revision else 0]
    latest = {(entry.question, entry.item): entry for entry in frozen}
    return tuple(entry for entry in latest.values() if entry.remark)


def _way(case: CaseFile, kept: InterviewFile) -> tuple[ContactPoint, ...]:
    """The way to whoever answered last; else to the right person; else to the last on the line."""
    said = [entry.informant_id for entry in kept.entries if entry.informant_id]
    right = [one.id for one in case.contacts if one.knows is Knowledge.is_the_one]
    line = [on_the_line(call, case.redirects) for call in case.attempts]
    ends = [*line[-1:], *right[-1:], *said[-1:]]
    return way_to(ends[-1], case.redirects, case.contacts) if ends else ()


def _is_unexplained(earlier: EarlierPhase | None, case: CaseFile, klass: Class | None) -> bool:
    told = case.reveal is not None and case.reveal.reason is not None
    return earlier is not None and not told and earlier.differs(case.claim, klass)


# ── Deciding ─────────────────────────────────────────────────────────────────────────────────────


def decide(
    db: Database,
    signed: Signed,
    interview_id: UUID,
    revision: int,
    kind: DecisionKind,
    reason: str = "",
    *,
    klass: Class | None = None,
    question: Key | None = None,
    consent: Consent | None = None,
    read: int | None = None,
) -> None:
    """One decision about an interview; stored once, however often it is sent.

    Accepted is the class that follows from the answers; overridden names another `klass`.
    Returned is with a `question`: the case comes first in the call list, and opens there.
    Discarded takes back what has been changed since it was opened again.
    Consented, declined and released tell who said so, in a `consent`.
    `read` is how many decisions whoever decides has seen: CaseChanged where there are others.
    Raises NotFound, NeverAgain, InterviewChanged where the answers are others than those that were
    read, or being changed, NothingToDiscard, and another Refused where the decision would change
    nothing.
    """
    if kind not in OF_INTERVIEW:
        raise ValueError(f"{kind.name} is not about an interview")
    with db.write() as session:
        case_id = _case_of(session, interview_id)
        lock_case(session, case_id)
        if is_stored(session, signed.id):
            return
        latest = _latest(session, interview_id, revision)
        _require_state(kind, latest)
        require_unchanged(session, case_id, read)
        _require_sense(session, kind, interview_id, question)
        decision = signed_by(
            signed,
            case_id,
            kind,
            reason=reason,
            interview_id=interview_id,
            revision=revision,
            klass=latest.klass if kind is DecisionKind.accepted else klass,
            question=question,
            consent=consent,
        )
        if question is not None:
            require_possible(session, db.frame, decision)
        append_decision(session, decision)
        if question is not None:
            mark_returned(session, case_id, decision)
            _open_at(session, interview_id, question, signed)
        if kind is DecisionKind.discarded:
            mark_returned(session, case_id, None)
            take_back(session, interview_id, signed)


def _case_of(session: Session, interview_id: UUID) -> UUID:
    mine = fetch_one(session, _select_case(), {"interview": interview_id})
    case_id: UUID = found(mine, "intervjuet").case_id
    return case_id


@cache
def _select_case() -> Finds:
    return select(col(InterviewRow.case_id)).where(col(InterviewRow.id) == bindparam("interview"))


def accept_together(
    db: Database, signed: Signed, settings: Settings, listed: Collection[tuple[UUID, int]]
) -> int:
    """Accept the classes of interviews that there is nothing to look at in, together or none.

    What somebody has decided on, changed or opened since it was `listed`, with its revision, is
    left alone; how many were accepted.
    Raises NotFound, NeverAgain, CaseChanged, InterviewChanged, NothingToDiscard, and another
    Refused, as `decide` does.
    """
    with db.together():
        ready = [one.interview for one in read_desk(db, settings).items if one.may_be_accepted]
        here = [one for one in ready if one.as_listed in listed]
        for one in here:
            mine = Signed(uuid5(signed.id, str(one.interview_id)), signed.by, signed.at)
            decide(db, mine, one.interview_id, one.revision, DecisionKind.accepted)
    return len(here)


class _Latest(NamedTuple):
    """The latest revision, its class by the answers, and whether they are being changed."""

    klass: Class
    is_open: bool


def _latest(session: Session, interview_id: UUID, revision: int) -> _Latest:
    """The revision that was read; InterviewChanged unless it is the latest."""
    row = fetch_one(session, _select_latest(), {"interview": interview_id})
    if row is None or row.number != revision:
        raise InterviewChanged()
    name = read_classification(row.classification).get("class", "")
    klass = stored_code(survey_of(session), Class, name)
    return _Latest(klass, row.open)


@cache
def _select_latest() -> Finds:
    return (
        select(col(RevisionRow.number), col(RevisionRow.classification), col(InterviewRow.open))
        .join(InterviewRow, col(RevisionRow.interview_id) == col(InterviewRow.id))
        .where(col(InterviewRow.id) == bindparam("interview"))
        .order_by(col(RevisionRow.number).desc())
        .limit(1)
    )


def _require_state(kind: DecisionKind, latest: _Latest) -> None:
    """What is being changed is neither accepted nor sent back again; only it can be discarded."""
    if kind is DecisionKind.discarded and not latest.is_open:
        raise NothingToDiscard()
    if kind in OF_ANSWERS and latest.is_open:
        raise InterviewChanged()


def _require_sense(
    session: Session, kind: DecisionKind, interview_id: UUID, question: Key | None
) -> None:
    """Refuse what would change nothing in the overview, or asks what the version does not have."""
    interview = found(last_frozen(reads_of(session), interview_id), "intervjuet")
    if question is not None and question.question not in interview.questionnaire.by_id:
        raise ForeignCode(question.question)
    if refused := listing_refused(kind, interview):
        raise refused


def _open_at(session: Session, interview_id: UUID, question: Key, signed: Signed) -> None:
    """Let answers in again; whoever opens the case stands at the question."""
    open_now(session, interview_id, signed.by, signed.at)
    given = select(func.count()).where(col(AnswerRow.interview_id) == interview_id)
    (answers,) = found(fetch_one(session, given), "intervjuet")
    place = Place(interview_id, question.question, question.item, "", signed.at, answers)
    columns = ("question", "item", "draft", "at", "answers")
    stand = upsert(dialect_of(session), PlaceRow, "interview_id", columns)
    execute(session, stand, row_of(survey_of(session), PlaceRow, place).values())
