"""What quality is judged by, read from the answers, the calls and what was completed.

Answers are read twice, as they lie: once for what is usual, once for what is unusual.  Of each
interview only numbers are kept, so that it takes little more memory for many.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from itertools import chain, groupby
from operator import itemgetter
from typing import Any, Final, NamedTuple
from uuid import UUID

from db.plain_sql import Cells, Looked, Reads, id_in, moment
from db.stored_json import load_json
from db.versions import Versions
from schemas.questionnaire.unreadable import readable
from schemas.review.classify import read_classification
from schemas.review.quality.answers import count_answers
from schemas.review.quality.observed import ObservedCall, ObservedInterview
from schemas.review.quality.pace import TimedEntry, count_pace, usual_times
from schemas.review.quality.people import WorkQuality, work_quality

_REVISIONS: Final = """\
SELECT i.id, i.case_id, c.unit_id, r.completed_by, r.fingerprint,
       CAST(r.document AS text), CAST(r.classification AS text)
  FROM revision AS r JOIN interview AS i ON i.id = r.interview_id
  JOIN survey_case AS c ON c.id = i.case_id
 ORDER BY i.id, r.number
"""
_ANSWERS: Final = """\
SELECT interview_id, interviewer_id, question, item, attempt_id, at, remark <> ''
  FROM answer_entry ORDER BY interview_id, seq
"""
_CALLS: Final = """\
SELECT a.case_id, c.unit_id, a.interviewer_id, a.started_at, a.ended_at, a.seconds
  FROM call_attempt AS a JOIN survey_case AS c ON c.id = a.case_id
 ORDER BY a.case_id, a.number
"""


class QualityRead(NamedTuple):
    """Everybody's work, and who they are."""

    work: WorkQuality
    names: Mapping[UUID, str]


def read_quality(source: Looked, now: datetime) -> QualityRead:
    """Everybody's work as it is now; five queries."""
    with source.look() as reads:
        names = {id_in(id): name for id, name in reads.rows("SELECT id, name FROM interviewer")}
        interviews = _paced(reads, _completed(reads))
        work = work_quality(interviews, _calls(reads), reads.survey.classes, now)
        return QualityRead(work, names)


def _by_first(reads: Reads, sql: str) -> Iterator[tuple[UUID, Iterator[Cells]]]:
    """The rows of each interview or case, whose id they begin with."""
    rows = chain.from_iterable(reads.portions(sql))
    for id, its_own in groupby(rows, key=itemgetter(0)):
        yield id_in(id), its_own


# ── What was completed ───────────────────────────────────────────────────────────────────────────


def _completed(reads: Reads) -> dict[UUID, ObservedInterview]:
    """Every interview as whoever completed it first completed it last: not as it was corrected."""
    found, versions = {}, Versions(reads)
    for id, rows in _by_first(reads, _REVISIONS):
        revisions = list(map(_Completed._make, rows))
        hers = [one for one in revisions if one.completed_by == revisions[0].completed_by]
        found[id] = _observed(versions, hers[-1])
    return found


class _Completed(NamedTuple):
    """A revision as it lies there."""

    id: Any
    case_id: Any
    unit_id: str
    completed_by: Any
    fingerprint: str
    document: str
    classification: str


def _observed(versions: Versions, row: _Completed) -> ObservedInterview:
    questionnaire = versions.of(row.fingerprint)
    document, _ = readable(questionnaire, load_json(row.document) or {})
    return ObservedInterview(
        interview_id=id_in(row.id),
        case_id=id_in(row.case_id),
        unit_id=row.unit_id,
        interviewer_id=id_in(row.completed_by),
        klass=read_classification(load_json(row.classification)).get("class", ""),
        answers=count_answers(questionnaire, document),
        confirmed=len(document.get("confirmed", ())),
    )


# ── How it went ──────────────────────────────────────────────────────────────────────────────────


@dataclass(slots=True)
class _Entries:
    """What the interviewer of an interview typed in it, and how many remarks were in that."""

    answers: list[TimedEntry] = field(default_factory=list)
    remarks: int = 0


def _paced(
    reads: Reads, completed: Mapping[UUID, ObservedInterview]
) -> Iterator[ObservedInterview]:
    """With how long it took; one that nobody typed in has been moved here without its answers."""
    usual = usual_times(entries.answers for _, entries in _typed(reads, completed))
    waiting = dict(completed)
    for id, entries in _typed(reads, completed):
        yield replace(
            waiting.pop(id),
            pace=count_pace(entries.answers, usual),
            entries=len(entries.answers),
            remarks=entries.remarks,
        )
    yield from waiting.values()


def _typed(
    reads: Reads, completed: Mapping[UUID, ObservedInterview]
) -> Iterator[tuple[UUID, _Entries]]:
    """Interview by interview, what its interviewer typed: what others corrected is not hers."""
    person = cache(id_in)  # there are few of them, and each has typed much
    for id, typed in _by_first(reads, _ANSWERS):
        if id not in completed:
            continue
        entries, hers = _Entries(), completed[id].interviewer_id
        for _, by, question, item, call_id, at, is_remark in typed:
            if person(by) == hers:
                entries.answers.append(TimedEntry(question, item, call_id, moment(at)))
                entries.remarks += bool(is_remark)
        yield id, entries


# ── The calls ────────────────────────────────────────────────────────────────────────────────────


def _calls(reads: Reads) -> Iterator[ObservedCall]:
    """Every call, with when the one before it in the same case began."""
    for case_id, calls in _by_first(reads, _CALLS):
        after = None
        for _, unit_id, by, started_at, ended_at, seconds in calls:
            began, ended = moment(started_at), None if ended_at is None else moment(ended_at)
            yield ObservedCall(case_id, unit_id, id_in(by), began, ended, seconds, after)
            after = began
