"""Decisions as they are kept: appended, numbered within their case, never changed.

Those about one case are read here, and all there are in `db.standings`.
"""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from typing import Any, Final
from uuid import UUID

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from db.appointments import STILL_OPEN
from db.case_parts import CasePart
from db.leases import require_not_withdrawn
from db.problems import CaseChanged
from db.records import Signed
from db.rows import changed, row_of
from db.standings import decisions_of
from db.statements import (
    Finds,
    change_of,
    execute,
    fetch_one,
    found,
    insert_next,
    of_case,
    reads_of,
    survey_of,
    table_of,
)
from db.tables import (
    AppointmentRow,
    CaseRow,
    DecisionRow,
    InterviewerRow,
    Row,
)
from schemas.review.decisions import Decision, DecisionKind


@cache
def select_decisions() -> Finds:
    """Decisions with the names of who decided and of the other unit, the oldest first."""
    other = aliased(CaseRow, name="other")
    return (
        select(
            DecisionRow,
            col(InterviewerRow.name),
            col(DecisionRow.question).label("question_question"),
            col(DecisionRow.item).label("question_item"),
            col(other.unit_id).label("by_unit"),
        )
        .join(InterviewerRow, col(DecisionRow.decided_by) == col(InterviewerRow.id))
        .outerjoin(other, col(DecisionRow.by_case_id) == col(other.id))
        .order_by(col(DecisionRow.case_id), col(DecisionRow.number))
    )


DECISIONS: Final = CasePart(Decision, lambda: of_case(select_decisions()))


def is_stored(session: Session, id: UUID) -> bool:
    """Whether the decision is stored already: a repeated call must not do its work twice."""
    return fetch_one(session, _itself(DecisionRow), {"its": id}) is not None


@cache
def _itself(model: type[Row]) -> Finds:
    """The row with an id, bound as `its`, if it is there."""
    id = table_of(model).c.id
    return select(id).where(id == bindparam("its"))


def lock_case(session: Session, case_id: UUID) -> None:
    """Keep others from deciding about the case until the commit. Whoever withdrew is left alone.

    Raises NeverAgain and NotFound.
    """
    found(fetch_one(session, _to_be_locked(), {"its": case_id}), "saken")
    require_not_withdrawn(session, case_id)


@cache
def _to_be_locked() -> Finds:
    return _itself(CaseRow).with_for_update()


def require_unchanged(session: Session, case_id: UUID, read: int | None) -> None:
    """Raise CaseChanged where there are more decisions than the `read` ones; None: never mind."""
    if read is not None and len(decisions_of(reads_of(session), case_id)) != read:
        raise CaseChanged()


def signed_by(signed: Signed, case_id: UUID, kind: DecisionKind, **what: Any) -> Decision:
    """A decision about a case, as it is signed."""
    return Decision(
        id=signed.id, case_id=case_id, kind=kind, at=signed.at, decided_by=signed.by, **what
    )


def append_decision(session: Session, decision: Decision) -> None:
    """Keep one more decision, and let go of what it settles.

    Raises NotFound where it names another unit that there is none of.
    """
    decision.check()
    asks = decision.question
    row = row_of(
        survey_of(session),
        DecisionRow,
        decision,
        question=asks and asks.question,
        item=asks and asks.item,
        by_case_id=_case_of(session, decision.by_unit) if decision.by_unit else None,
        **_consent_in(decision),
    )
    insert_next(session, row)
    if decision.kind.outcome or decision.klass:
        mark_returned(session, decision.case_id, None)
    if decision.kind.outcome:
        _cancel_appointment(session, decision)


def _consent_in(decision: Decision) -> dict[str, Any]:
    """What was said about the public list, a column each."""
    consent = decision.consent
    if consent is None:
        return {}
    return {f"consent_{one.name}": getattr(consent, one.name) for one in fields(consent)}


def _case_of(session: Session, unit_id: str) -> UUID:
    theirs = select(col(CaseRow.id)).where(col(CaseRow.unit_id) == unit_id)
    id: UUID = found(fetch_one(session, theirs), "saken").id
    return id


def mark_returned(session: Session, case_id: UUID, decision: Decision | None) -> None:
    """Put the case first in the call list with what is to be asked; or no longer."""
    returned = changed(
        survey_of(session),
        CaseRow,
        returned_at=decision and decision.at,
        returned_by=decision and decision.decided_by,
        returned_question=decision and decision.reason,
    )
    execute(session, change_of(CaseRow, "id"), {**returned, "its_id": case_id})


def _cancel_appointment(session: Session, decision: Decision) -> None:
    """Nobody rings a case that is closed."""
    ours = (col(AppointmentRow.case_id) == decision.case_id) & STILL_OPEN
    cancelled = {"closed_at": decision.at, "closed_how": "cancelled"}
    execute(session, update(AppointmentRow).where(ours).values(**cancelled))
