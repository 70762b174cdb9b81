"""Invented interviews and calls, of which only the numbers matter."""

from datetime import UTC, datetime, timedelta
from uuid import NAMESPACE_OID, UUID, uuid5

from schemas.review.quality.observed import (
    AnswersCounted,
    ObservedCall,
    ObservedInterview,
    PaceCounted,
)

NOON = datetime(2015, 3, 17, 11, 0, tzinfo=UTC)
KARI, OLA, IDA, ANNE, PER = (uuid5(NAMESPACE_OID, name) for name in ("Kari", "Ola", "I", "A", "P"))


def interview(
    by: UUID, number: int, *, unknown: int = 0, klass: str = "service", minutes: int = 10
) -> ObservedInterview:
    """One of hers, with so many answers of forty that nobody knew."""
    unit = f"{str(by)[:4]}-{number}"
    return ObservedInterview(
        interview_id=uuid5(NAMESPACE_OID, f"interview {unit}"),
        case_id=uuid5(NAMESPACE_OID, f"case {unit}"),
        unit_id=unit,
        interviewer_id=by,
        klass=klass,
        answers=AnswersCounted(may_be_unknown=40, unknown=unknown),
        pace=PaceCounted(talked=timedelta(minutes=minutes)),
        entries=40,
    )


def call(by: UUID, at: datetime = NOON, *, after: datetime | None = None) -> ObservedCall:
    """A call of three minutes, by both clocks."""
    return ObservedCall(by, "0101", by, at, at + timedelta(minutes=3), 180, after)
