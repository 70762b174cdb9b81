"""Every case as the figures follow it: what the list knows of it, its calls, what was decided.

In plain SQL and a fixed number of queries, so that a file need not be opened to be counted; and in
one pass, so that nothing but the case at hand is kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import chain
from typing import Any, Final, NamedTuple

from pydantic_core import from_json

from db.in_turn import InTurn
from db.plain_sql import Cells, Looked, Reads, moment
from db.stored_json import made_of
from db.unit_rows import by_number, known_code
from schemas.calls.call_ends import end_of_call, length_of_call
from schemas.calls.case_outcomes import CaseResult
from schemas.calls.outcomes import Outcome
from schemas.calls.ranking.result_data import result_from
from schemas.frame.frame import Frame
from schemas.review.claims import Claim, Difference
from schemas.review.classes import Class
from schemas.review.decisions import REVIEW, UNDECIDED, Standing
from schemas.review.followed import AppointmentOutcome, Followed, follow
from schemas.surveys.survey import Survey

_RESULTS: Final = "SELECT unit_id, CAST(case_id AS text), state FROM case_summary"
_CALLS: Final = """\
SELECT c.unit_id, a.started_at, a.ended_at, a.end_unknown, a.outcome, a.seconds
  FROM call_attempt AS a JOIN survey_case AS c ON c.id = a.case_id
"""
_REVISIONS: Final = """\
SELECT c.unit_id, r.classification, r.completed_at
  FROM revision AS r JOIN interview AS i ON i.id = r.interview_id
  JOIN survey_case AS c ON c.id = i.case_id
"""
_APPOINTMENTS: Final = "SELECT due, minutes, closed_at, closed_how FROM appointment ORDER BY due"


class Told(NamedTuple):
    """What was decided, what units claimed in an earlier phase, and why an interview differs, by
    unit number.
    """

    decided: Mapping[str, Standing]
    claims: Mapping[str, Claim | None] = {}
    reasons: Mapping[str, Difference] = {}


def each_result(reads: Reads, frame: Frame) -> Iterator[CaseResult]:
    """What has come of every case, by unit number: one by one.  Raises SpoiltContent."""
    for unit_id, case_id, state in _each(reads, _RESULTS, by_number(reads.dialect, "unit_id")):
        unit = frame[unit_id]
        with made_of("case_summary.state"):
            result = result_from(from_json(state) if state else None, case_id, unit)
        yield result


def each_followed(reads: Reads, results: Iterable[CaseResult], told: Told) -> Iterator[Followed]:
    """The cases as the figures follow them, one by one; they come by unit number.

    Raises UnknownCode.
    """
    survey, (decided, claims, reasons) = reads.survey, told
    its_unit = by_number(reads.dialect, "c.unit_id")
    calls = InTurn(_each(reads, _CALLS, f"{its_unit}, a.number"))
    revisions = InTurn(_each(reads, _REVISIONS, f"{its_unit}, i.started_at, r.number"))
    for result in results:
        unit = result.unit.id
        standing = decided.get(unit, UNDECIDED)
        frozen = _frozen(revisions.of(unit))
        yield follow(
            result,
            [_call(*about) for _, *about in calls.of(unit)],
            standing.outcome,
            classes=survey.classes,
            claim=claims.get(unit),
            found=standing.klass or _found(survey, frozen),
            frozen_at=frozen.completed_at if frozen else None,
            reason=reasons.get(unit),
        )


def _each(reads: Reads, sql: str, order: str) -> Iterator[Cells]:
    return chain.from_iterable(reads.portions(sql + order))


def appointments(reads: Reads) -> tuple[AppointmentOutcome, ...]:
    """Every time that was agreed on, and what came of it."""
    return tuple(
        AppointmentOutcome(
            moment(due) + timedelta(minutes=minutes),
            None if closed_at is None else moment(closed_at),
            None if how is None else how == "kept",
        )
        for due, minutes, closed_at, how in reads.rows(_APPOINTMENTS)
    )


def is_any_finished(source: Looked) -> bool:
    """Whether some interview has been complete."""
    with source.look() as reads:
        return bool(reads.rows("SELECT 1 FROM revision LIMIT 1"))


def is_any_reviewed(reads: Reads) -> bool:
    """Whether the class of some interview has been decided: nothing is published before that."""
    kinds = ", ".join(f"'{one.name}'" for one in sorted(REVIEW, key=str))
    return bool(reads.rows(f"SELECT 1 FROM decision WHERE kind IN ({kinds}) LIMIT 1"))


class CallTimes(NamedTuple):
    """A call by when it was, and what it came to."""

    started_at: datetime
    lasted: timedelta | None
    over_at: datetime | None
    outcome: Outcome | None


def _call(
    started_at: Any, ended_at: Any, end_unknown: Any, outcome: str | None, seconds: int | None
) -> CallTimes:
    began, ended = moment(started_at), None if ended_at is None else moment(ended_at)
    lasted = length_of_call(began, None if end_unknown else ended, seconds)
    how = None if outcome is None else known_code(Outcome.__members__, outcome)
    return CallTimes(began, lasted, end_of_call(began, ended, seconds), how)


class _Frozen(NamedTuple):
    """The latest revision of a case's latest interview."""

    classification: Any
    completed_at: datetime


def _frozen(revisions: Sequence[Cells]) -> _Frozen | None:
    """Of one that is open again the last revision counts, until there is another."""
    for _, told, at in revisions[-1:]:
        return _Frozen(told, moment(at))
    return None


def _found(survey: Survey, interview: _Frozen | None) -> Class | None:
    """The class that an interview has come to; raises UnknownCode."""
    if interview is None:
        return None
    name = _named(interview.classification)
    klass: Class | None = known_code(survey.classes.__members__, name) if name else None
    return klass


def _named(told: Any) -> str:
    """What the class is called; nothing where somebody has spoilt what was stored of it."""
    try:
        said = json.loads(told) if isinstance(told, str) else told  # half a letter is no matter
    except (ValueError, RecursionError):
        return ""
    name = said.get("class") if isinstance(said, dict) else ""
    return name if isinstance(name, str) else ""
