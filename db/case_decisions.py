"""What a coordinator decides about a case that there is no finished interview of.

Every verb is idempotent on its signature's id.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from sqlmodel import Session

from db.database import Database
from db.decisions import (
    append_decision,
    is_stored,
    lock_case,
    mark_returned,
    require_unchanged,
    signed_by,
)
from db.history_rows import history_of
from db.records import Signed
from db.refused_decisions import case_refused
from db.standings import decisions_of
from db.statements import reads_of
from schemas.calls.ranking.cases import state_of
from schemas.calls.settings import Settings
from schemas.frame.frame import Frame
from schemas.review.consents import Consent
from schemas.review.decisions import CLOSING, CONSENT, Decision, DecisionKind


def decisions_about(db: Database, case_id: UUID) -> tuple[Decision, ...]:
    """All that was decided about a case, the oldest first."""
    with db.read() as session:
        return decisions_of(reads_of(session), case_id)


def return_case(
    db: Database, signed: Signed, case_id: UUID, message: str, *, read: int | None = None
) -> None:
    """Call again, with this to go by: also what was closed by a coordinator is open again.

    `read` is how many decisions whoever decides has seen: CaseChanged where there are others.
    Raises NotFound, NeverAgain, and another Refused where what it has come to stands in the way.
    """
    decision = signed_by(signed, case_id, DecisionKind.returned, reason=message)
    with _deciding(db, decision, read) as session:
        if session:
            require_possible(session, db.frame, decision)
            append_decision(session, decision)
            mark_returned(session, case_id, decision)


def decide_case(
    db: Database,
    signed: Signed,
    case_id: UUID,
    kind: DecisionKind,
    reason: str,
    *,
    read: int | None = None,
) -> None:
    """Close a case without an interview: not found, outside the sample, or given up.

    CaseSettled where what it has come to goes before: a refusal, an interview.
    Raises NotFound, NeverAgain, CaseChanged as above, and another Refused that stands in the way.
    """
    if kind not in CLOSING:
        raise ValueError(f"{kind.name} does not close a case by itself")
    decision = signed_by(signed, case_id, kind, reason=reason)
    _store(db, decision, read)


def note_consent(
    db: Database,
    signed: Signed,
    case_id: UUID,
    kind: DecisionKind,
    consent: Consent,
    *,
    read: int | None = None,
) -> None:
    """What they said to being listed, consented or declined, before there is any interview.

    It counts from the first one on, unless they say no in it.  With a finished interview it is
    decided about that, so InterviewFinished.
    Raises NotFound, NeverAgain, CaseChanged as above, and another Refused that stands in the way.
    """
    if kind not in CONSENT:
        raise ValueError(f"{kind.name} is nobody's word on being listed")
    decision = signed_by(signed, case_id, kind, consent=consent)
    _store(db, decision, read)


def _store(db: Database, decision: Decision, read: int | None) -> None:
    with _deciding(db, decision, read) as session:
        if session:
            require_possible(session, db.frame, decision)
            append_decision(session, decision)


@contextmanager
def _deciding(db: Database, decision: Decision, read: int | None) -> Iterator[Session | None]:
    """The case as it was read, kept from others; None when this was decided already."""
    with db.write() as session:
        lock_case(session, decision.case_id)
        if is_stored(session, decision.id):
            yield None
            return
        require_unchanged(session, decision.case_id, read)
        yield session


def require_possible(session: Session, frame: Frame, decision: Decision) -> None:
    """Raise Refused where what the case has come to stands in the way of a decision."""
    history = history_of(session, frame, decision.case_id)
    outcome = state_of(history, Settings()).outcome
    as_a_case = decision.interview_id is None  # an interview goes back when it is finished
    finished = as_a_case and history.interview == "complete"
    refused = case_refused(decision.kind, outcome, finished=finished)
    if refused:
        raise refused
