"""A summary as data, the way it is kept: a list, for it is made and read for thousands of cases.

What changes without a word, who holds the case, is not in it; nor are the unit, and to whom the
case was given.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from schemas.calls.appointments import Appointment
from schemas.calls.call_codes import Knowledge
from schemas.calls.calls import ContactPoint
from schemas.calls.departments import Department
from schemas.calls.outcomes import Outcome
from schemas.calls.ranking.cases import (
    CaseState,
    CaseSummary,
    GivenTo,
    Holder,
    Resting,
    by_settings,
)
from schemas.calls.ranking.result_data import UNTOUCHED, appointment_from, moment_from
from schemas.calls.settings import Settings
from schemas.calls.whereabouts import FoundAt
from schemas.frame.units import Unit

_NOT_FOUND: Final = ",null]"
"""The end of the data of a case whose right person was not found: of most it need not be read."""

Departments = Callable[[str], Department]
"""What a department's slug stands for."""


# ── Into data ────────────────────────────────────────────────────────────────────────────────────


def to_json(case: CaseSummary, found: FoundAt | None) -> str:
    """What is kept of a case, and where its right person was found, as JSON."""
    is_known = case.contact or case.goal or case.attempts or case.outcome
    if not (is_known or case.returned_at or case.rang_back_at or case.interview != "none"):
        return UNTOUCHED
    data = (
        case.outcome and case.outcome.name,
        case.latest and case.latest.name,
        _moment(case.latest_at),
        case.attempts,
        case.attempts_since,
        _contact(case.contact),
        # The same one in most cases, and then not said twice.
        0 if case.goal == case.contact else _contact(case.goal),
        int(case.fresh),
        _moment(case.lead_at),
        int(case.calls_back),
        _appointment(case.appointment),
        _contact(case.appointment_with),
        case.interview,
        int(case.reviewed),
        _moment(case.returned_at),
        _moment(case.rang_back_at),
        _rest(case.rest),
        [_moment(at) for at in case.unanswered],
        case.dialled_on and case.dialled_on.isoformat(),
        case.dialled,
        _found(found),
    )
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _moment(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


def _contact(one: ContactPoint | None) -> list[Any] | None:
    if one is None:
        return None
    return [
        one.id.hex,
        one.department.name,
        one.department_name,
        one.person,
        one.role,
        one.phone,
        one.email,
        one.source,
        one.knows.name,
        _moment(one.created_at),
        _moment(one.retired_at),
        one.retired_why,
        one.dead,
        _moment(one.moved_up_at),
        one.wrong,
    ]


def _appointment(one: Appointment | None) -> list[Any] | None:
    if one is None:
        return None
    return [
        one.id.hex,
        _moment(one.due),
        one.minutes,
        one.kind.name,
        one.contact_id.hex,
        one.note,
        one.only_with and one.only_with.hex,
        one.made_by.hex,
        _moment(one.made_at),
    ]


def _rest(one: Resting | None) -> list[Any] | None:
    if one is None:
        return None
    return [_moment(one.at), one.outcome and one.outcome.name, one.alike, int(one.promised)]


def _found(one: FoundAt | None) -> list[Any] | None:
    if one is None:
        return None
    asked, right = ([place.name for place in some] for some in (one.asked, one.sent_right))
    return [one.right_id.hex, one.department.name, asked, right]


# ── Out of it ────────────────────────────────────────────────────────────────────────────────────


def state_from(
    data: str,
    case_id: UUID,
    unit: Unit,
    holder: Holder | None,
    given_to: GivenTo | None,
    departments: Departments,
    settings: Settings,
) -> CaseState:
    """A case as it was kept, by these settings, with who holds it now, and whose it is to ring."""
    if data == UNTOUCHED:
        return CaseState(case_id=case_id, unit=unit, holder=holder, given_to=given_to)
    one = json.loads(data)
    contact = _contact_from(one[5], case_id, departments)
    summary = CaseSummary(
        case_id=case_id,
        unit=unit,
        outcome=Outcome[one[0]] if one[0] else None,
        latest=Outcome[one[1]] if one[1] else None,
        latest_at=moment_from(one[2]),
        attempts=one[3],
        attempts_since=one[4],
        contact=contact,
        goal=contact if one[6] == 0 else _contact_from(one[6], case_id, departments),
        fresh=bool(one[7]),
        lead_at=moment_from(one[8]),
        calls_back=bool(one[9]),
        appointment=appointment_from(one[10], case_id),
        appointment_with=_contact_from(one[11], case_id, departments),
        interview=one[12],
        reviewed=bool(one[13]),
        holder=holder,
        given_to=given_to,
        returned_at=moment_from(one[14]),
        rang_back_at=moment_from(one[15]),
        rest=_rest_from(one[16]),
        unanswered=tuple(map(datetime.fromisoformat, one[17])),
        dialled_on=date.fromisoformat(one[18]) if one[18] else None,
        dialled=tuple(one[19]),
    )
    return by_settings(summary, settings)


def found_from(data: str, unit: Callable[[], Unit], departments: Departments) -> FoundAt | None:
    """Where the right person of a case was found; None where that is not told.

    Few tell it: the unit is asked for only then.
    """
    if data == UNTOUCHED or data.endswith(_NOT_FOUND):
        return None
    found = json.loads(data)[20]
    right_id, place, asked, right = found
    return FoundAt(
        unit(),
        UUID(right_id),
        departments(place),
        tuple(map(departments, asked)),
        tuple(map(departments, right)),
    )


def _contact_from(
    one: Sequence[Any] | None, case_id: UUID, departments: Departments
) -> ContactPoint | None:
    if one is None:
        return None
    return ContactPoint(
        UUID(one[0]),
        case_id,
        departments(one[1]),
        one[2],
        one[3],
        one[4],
        one[5],
        one[6],
        one[7],
        Knowledge[one[8]],
        datetime.fromisoformat(one[9]),
        moment_from(one[10]),
        one[11],
        one[12],
        moment_from(one[13]),
        one[14],
    )


def _rest_from(one: Sequence[Any] | None) -> Resting | None:
    if one is None:
        return None
    at, outcome, alike, promised = one
    ended = Outcome[outcome] if outcome else None
    return Resting(datetime.fromisoformat(at), ended, alike, bool(promised))
