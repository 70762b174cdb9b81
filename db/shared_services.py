"""Services that several units share: what interviews propose, and a coordinator's word on it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import uuid5

from sqlalchemy import select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from db.cases import case_id_of
from db.decisions import (
    append_decision,
    decisions_of,
    is_stored,
    lock_case,
    signed_by,
    standing_by_unit,
)
from db.engine import Database
from db.finished import finished
from db.problems import CaseChanged, ForeignCode
from db.records import Signed
from db.statements import Finds, fetch, survey_of
from db.tables import CaseRow, CoveredRow
from schemas.review.decisions import Decision, DecisionKind, Standing, standing
from schemas.review.finished_interviews import FinishedInterview
from schemas.review.sharing import NOTHING_SHARED, Proposal, Shared, shared


def shared_services(db: Database) -> Shared:
    """All proposals, and all that sources differ on and nobody has settled."""
    with db.read() as session:
        return shared_by(session, finished(session))


def shared_by(session: Session, interviews: Sequence[FinishedInterview]) -> Shared:
    """Proposals and disagreements, of all finished interviews as they have been read already.

    Nothing in a survey that knows no shared services.
    """
    parts = survey_of(session).sharing
    if parts is None:
        return NOTHING_SHARED
    return shared(parts, interviews, standing_by_unit(session), _claims(session))


def _claims(session: Session) -> list[tuple[str, str]]:
    """Units that may be covered, and by whom, as an earlier phase has it."""
    by = aliased(CaseRow, name="by")
    pairs: Finds = (
        select(col(CaseRow.unit_id), col(by.unit_id).label("by_unit"))
        .join(CoveredRow, col(CoveredRow.case_id) == col(CaseRow.id))
        .join(by, col(CoveredRow.by_case_id) == col(by.id))
        .distinct()
    )
    return [(row.unit_id, row.by_unit) for row in fetch(session, pairs)]


def confirm_covered(
    db: Database, signed: Signed, unit_id: str, by_unit: str, reason: str = ""
) -> None:
    """The unit's case is settled: it is part of the other one's service.

    Without a reason nothing may speak against it: CaseChanged where a colleague has kept it apart
    or found its service elsewhere since it was read.
    Raises NeverAgain and NotFound.
    """
    _decide(db, signed, DecisionKind.covered, unit_id, by_unit, reason)


def confirm_all(db: Database, signed: Signed, proposal: Proposal, reason: str = "") -> None:
    """All cases that the proposal settles without anybody disagreeing, together or none.

    Raises NeverAgain, NotFound and CaseChanged, as above.
    """
    with db.together():
        for unit in proposal.settles:
            one = Signed(uuid5(signed.id, unit), signed.by, signed.at)
            confirm_covered(db, one, unit, proposal.interviewed, reason)


def keep_apart(db: Database, signed: Signed, unit_id: str, by_unit: str, reason: str) -> None:
    """The unit is not part of the other one's service, whoever says so.

    Raises NeverAgain and NotFound, and CaseChanged where a colleague has said so already.
    """
    _decide(db, signed, DecisionKind.not_covered, unit_id, by_unit, reason)


def _decide(
    db: Database, signed: Signed, kind: DecisionKind, unit_id: str, by_unit: str, reason: str
) -> None:
    if unit_id == by_unit:
        raise ValueError("no unit is covered by itself")
    if db.survey.sharing is None:
        raise ForeignCode(kind.name)
    case_id = case_id_of(unit_id)
    decision = signed_by(signed, case_id, kind, reason=reason, by_unit=by_unit)
    with db.write() as session:
        lock_case(session, case_id)
        if is_stored(session, signed.id):
            return
        now = standing(decisions_of(session, case_id))
        if _is_otherwise(now, decision):
            raise CaseChanged()
        append_decision(session, decision)


def _is_otherwise(now: Standing, decision: Decision) -> bool:
    """Whether a colleague has said otherwise of the unit, or the same."""
    by_unit = decision.by_unit
    if decision.kind is DecisionKind.not_covered:
        return by_unit in now.apart
    opposed = by_unit in now.apart or now.covered_by not in {None, by_unit}
    return opposed and not decision.reason
