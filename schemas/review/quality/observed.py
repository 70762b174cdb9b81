"""What is known of an interview and of the calls, as far as quality is concerned: only numbers."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID


@dataclass(frozen=True, slots=True)
class AnswersCounted:
    """One document, counted: of the questions that may be answered so, how many were.

    `rows` are those of questions with the same codes, and `straight` those with one answer to all.
    """

    may_be_unknown: int = 0
    unknown: int = 0
    may_be_refused: int = 0
    refused: int = 0
    may_be_empty: int = 0
    empty: int = 0
    rows: int = 0
    straight: int = 0


@dataclass(frozen=True, slots=True)
class PaceCounted:
    """How long one interview took: `talked` without the pauses.

    `spent` went to the answers whose questions have a usual time, which is `usual` together; of
    those `judged` so many were `quick`.
    """

    talked: timedelta = timedelta()
    spent: int = 0
    usual: int = 0
    judged: int = 0
    quick: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservedInterview:
    """One interview as its interviewer completed it, with nothing of what was said in it.

    `klass` is the class that its answers came to then; `entries` is all that was typed, of which
    so many were `remarks`, and `confirmed` the warnings that were let stand.
    """

    interview_id: UUID
    case_id: UUID
    unit_id: str
    interviewer_id: UUID
    klass: str
    answers: AnswersCounted
    pace: PaceCounted = PaceCounted()
    entries: int = 0
    remarks: int = 0
    confirmed: int = 0


@dataclass(frozen=True, slots=True)
class ObservedCall:
    """One call that is over: `seconds` are those of a clock that nobody sets.

    `after` is when the call before it in the same case began.
    """

    case_id: UUID
    unit_id: str
    interviewer_id: UUID
    started_at: datetime
    ended_at: datetime | None = None
    seconds: int | None = None
    after: datetime | None = None
