"""Services that several units share: a coordinator's word on what interviews propose."""

from __future__ import annotations

from uuid import uuid5

from db.cases import case_id_of
from db.database import Database
from db.decisions import (
    append_decision,
    is_stored,
    lock_case,
    signed_by,
)
from db.problems import CaseChanged, ForeignCode
from db.records import Signed
from db.standings import decisions_of
from db.statements import reads_of
from schemas.review.decisions import Decision, DecisionKind, Standing, standing
from schemas.review.sharing import Proposal


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
        now = standing(decisions_of(reads_of(session), case_id))
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
