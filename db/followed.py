"""Every case as the figures follow it: what the list knows of it, its calls, what was decided.

In plain SQL and a fixed number of queries, so that a file need not be opened to be counted.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple

from db.case_rows import read_case_rows
from db.plain_sql import Reads, moment
from db.standings import standing_by_unit
from db.unit_rows import known_code
from schemas.calls.calls import length_of_call
from schemas.calls.outcomes import Outcome
from schemas.calls.settings import Settings
from schemas.review.claims import Claim, Difference
from schemas.review.classes import Class
from schemas.review.decisions import REVIEW, UNDECIDED
from schemas.review.progress import AppointmentOutcome, Followed, follow
from schemas.surveys.survey import Survey

_CALLS: Final = """\
SELECT c.unit_id, a.started_at, a.ended_at, a.end_unknown, a.outcome, a.seconds
  FROM call_attempt AS a JOIN survey_case AS c ON c.id = a.case_id
 ORDER BY c.unit_id, a.number
"""
_REVISIONS: Final = """\
SELECT c.unit_id, r.classification, r.completed_at
  FROM revision AS r JOIN interview AS i ON i.id = r.interview_id
  JOIN survey_case AS c ON c.id = i.case_id
 ORDER BY i.started_at, r.number
"""
_APPOINTMENTS: Final = "SELECT due, minutes, closed_at, closed_how FROM appointment ORDER BY due"


class Told(NamedTuple):
    """What units claimed in an earlier phase, and why an interview differs, by unit number."""

    claims: Mapping[str, Claim | None] = {}
    reasons: Mapping[str, Difference] = {}


def followed(reads: Reads, settings: Settings) -> tuple[Followed, ...]:
    """Every case, by unit number; raises UnknownCode."""
    return tuple(each_followed(reads, settings))


def each_followed(reads: Reads, settings: Settings, told: Told | None = None) -> Iterator[Followed]:
    """The same one by one: none is kept."""
    survey, (claims, reasons) = reads.survey, told or Told()
    calls, frozen = _calls(reads), _frozen(reads)
    decided = standing_by_unit(reads)
    for state in read_case_rows(reads, settings):
        unit = state.unit.id
        yield follow(
            state,
            calls.get(unit, ()),
            decided.get(unit, UNDECIDED).outcome,
            classes=survey.classes,
            claim=claims.get(unit),
            found=decided.get(unit, UNDECIDED).klass or _found(survey, frozen.get(unit)),
            frozen_at=frozen[unit].completed_at if unit in frozen else None,
            reason=reasons.get(unit),
        )


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


def is_any_reviewed(reads: Reads) -> bool:
    """Whether the class of some interview has been decided: nothing is published before that."""
    kinds = ", ".join(f"'{one.name}'" for one in sorted(REVIEW, key=str))
    return bool(reads.rows(f"SELECT 1 FROM decision WHERE kind IN ({kinds}) LIMIT 1"))


class CallTimes(NamedTuple):
    """A call by when it was, and what it came to."""

    started_at: datetime
    ended_at: datetime | None
    lasted: timedelta | None
    outcome: Outcome | None


def _calls(reads: Reads) -> Mapping[str, Sequence[CallTimes]]:
    """The calls of every case, by unit number."""
    calls: defaultdict[str, list[CallTimes]] = defaultdict(list)
    for unit, *told in reads.rows(_CALLS):
        calls[unit].append(_call(*told))
    return calls


def _call(
    started_at: Any, ended_at: Any, end_unknown: Any, outcome: str | None, seconds: int | None
) -> CallTimes:
    began, ended = moment(started_at), None if ended_at is None else moment(ended_at)
    lasted = length_of_call(began, None if end_unknown else ended, seconds)
    how = None if outcome is None else known_code(Outcome.__members__, outcome)
    return CallTimes(began, ended, lasted, how)


class _Frozen(NamedTuple):
    """The latest revision of a case's latest interview."""

    classification: Any
    completed_at: datetime


def _frozen(reads: Reads) -> Mapping[str, _Frozen]:
    """Of one that is open again the last revision counts, until there is another."""
    return {unit: _Frozen(told, moment(at)) for unit, told, at in reads.rows(_REVISIONS)}


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
        said = json.loads(told) if isinstance(told, str) else told
    except ValueError:
        return ""
    name = said.get("class") if isinstance(said, dict) else ""
    return name if isinstance(name, str) else ""
