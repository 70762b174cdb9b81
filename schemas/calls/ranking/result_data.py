"""What has come of a case, read from its summary as data; `summary_data` is all of that."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from schemas.calls.appointments import Appointment, AppointmentKind
from schemas.calls.case_outcomes import CaseResult
from schemas.calls.outcomes import Outcome
from schemas.frame.units import Unit

UNTOUCHED: Final = ""
"""The data of a case that nothing has happened in, and nobody is known."""


def result_from(one: Sequence[Any] | None, case_id: str, unit: Unit) -> CaseResult:
    """What has come of a case as it was kept, nothing where it is untouched; whom to call next is
    not looked at.
    """
    if one is None:
        return CaseResult(unit=unit)
    return CaseResult(
        unit=unit,
        outcome=Outcome[one[0]] if one[0] else None,
        attempts=one[3],
        appointment=appointment_from(one[10], UUID(case_id)) if one[10] else None,
        interview=one[12],
        returned_at=moment_from(one[14]),
    )


def moment_from(told: str | None) -> datetime | None:
    """The moment, where there is one."""
    return datetime.fromisoformat(told) if told else None


def appointment_from(one: Sequence[Any] | None, case_id: UUID) -> Appointment | None:
    """The appointment, where there is one."""
    if one is None:
        return None
    return Appointment(
        id=UUID(one[0]),
        case_id=case_id,
        due=datetime.fromisoformat(one[1]),
        minutes=one[2],
        kind=AppointmentKind[one[3]],
        contact_id=UUID(one[4]),
        note=one[5],
        only_with=UUID(one[6]) if one[6] else None,
        made_by=UUID(one[7]),
        made_at=datetime.fromisoformat(one[8]),
    )
