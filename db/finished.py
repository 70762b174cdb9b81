"""Finished interviews as they were frozen last, with what has been decided about them.

In plain SQL, so that a file need not be opened to be looked through.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple, TypeAlias
from uuid import UUID

from db.plain_sql import Reads, id_in, key, moment
from db.standings import decisions_by_case, decisions_of
from db.stored_json import load_json
from db.survey_codes import stored_code
from db.versions import Versions
from schemas.questionnaire.apart import put_together
from schemas.questionnaire.unreadable import readable
from schemas.review.classes import Class
from schemas.review.classify import read_classification
from schemas.review.decisions import Decision, Standing, last_reviewed_revision, standing
from schemas.review.finished_interviews import FinishedInterview, Reopened
from schemas.surveys.survey import Survey

_REVISIONS: Final = """\
SELECT i.id, i.case_id, c.unit_id, r.number, r.fingerprint, CAST(r.document AS text),
       {persons}, CAST(r.classification AS text), r.completed_at, p.name, i.open, i.reopened_at,
       o.name
  FROM interview AS i JOIN survey_case AS c ON c.id = i.case_id
  JOIN revision AS r ON r.interview_id = i.id
  JOIN interviewer AS p ON p.id = r.completed_by
  LEFT JOIN interviewer AS o ON o.id = i.reopened_by
  {apart}
"""
_APART: Final = "CAST(a.document AS text), CAST(a.public AS text)"
_PERSONS: Final = "LEFT JOIN person_revision AS a ON a.id = r.id"
_LATEST: Final = "r.number = (SELECT max(number) FROM revision WHERE interview_id = i.id)"
_FIRST: Final = """\
SELECT interview_id, completed_by FROM revision WHERE number = 1 ORDER BY completed_at, id
"""
_FINISHED_WITH_IT: Final = """\
SELECT count(*)
  FROM revision AS it JOIN revision AS r ON r.completed_by = it.completed_by AND r.number = 1
 WHERE it.interview_id = {interview} AND it.number = 1
   AND (r.completed_at, r.id) <= (it.completed_at, it.id)
"""


def finished(reads: Reads, *, named: bool = True) -> list[FinishedInterview]:
    """Every interview that has been complete, by unit number; three queries.

    Of one that is open again the last revision counts until there is another.  For figures, which
    everybody may see, they are not `named`: without whatever tells who somebody is.
    """
    found = f"{_revisions(named=named)} WHERE {_LATEST} ORDER BY c.unit_id"
    return list(_interviews(reads, found, decisions_by_case(reads)))


def last_frozen(reads: Reads, interview_id: UUID) -> FinishedInterview | None:
    """One interview as it was frozen last; None where it never was."""
    for cells in reads.rows(f"{_revisions()} WHERE {_LATEST} AND i.id = {key(interview_id)}"):
        row = _FoundRevision(*cells)
        told = decisions_of(reads, id_in(row.case_id))
        return _interview(reads.survey, Versions(reads), row, _rank(reads, interview_id), told)
    return None


def as_last_reviewed(
    reads: Reads, interviews: Iterable[FinishedInterview], *, named: bool = True
) -> list[FinishedInterview]:
    """The last revision that somebody has reviewed, of interviews with newer ones since."""
    again = [one for one in interviews if one.standing.earlier and not one.standing.is_reviewed]
    if not again:
        return []
    decided = decisions_by_case(reads)
    wanted = {one.interview_id: last_reviewed_revision(decided[one.case_id]) for one in again}
    theirs = f"{_revisions(named=named)} WHERE i.id IN ({', '.join(map(key, wanted))})"
    return [
        one
        for one in _interviews(reads, theirs, decided)
        if one.revision == wanted[one.interview_id]
    ]


def _revisions(*, named: bool = True) -> str:
    if named:
        return _REVISIONS.format(persons=_APART, apart=_PERSONS)
    return _REVISIONS.format(persons="NULL, NULL", apart="")


class _FoundRevision(NamedTuple):
    """A revision as it lies there."""

    id: Any
    case_id: Any
    unit_id: str
    number: int
    fingerprint: str
    document: str
    persons: str | None
    public: str | None
    classification: str
    completed_at: Any
    name: str
    open: Any
    reopened_at: Any
    reopened_by: str | None


Decided: TypeAlias = Mapping[UUID, Sequence[Decision]]
"""The decisions about each case, the oldest first."""


def _interviews(reads: Reads, sql: str, decided: Decided) -> Iterator[FinishedInterview]:
    ranks, versions = _ranks(reads), Versions(reads)
    for cells in reads.rows(sql):
        row = _FoundRevision(*cells)
        told = decided.get(id_in(row.case_id), ())
        yield _interview(reads.survey, versions, row, ranks[id_in(row.id)], told)


def _ranks(reads: Reads) -> dict[UUID, int]:
    """Of every interview, how many its interviewer had finished with it when it was new."""
    so_far: Counter[Any] = Counter()
    ranks: dict[UUID, int] = {}
    for interview_id, completed_by in reads.rows(_FIRST):
        so_far[completed_by] += 1
        ranks[id_in(interview_id)] = so_far[completed_by]
    return ranks


def _rank(reads: Reads, interview_id: UUID) -> int:
    """The same of one."""
    ((rank,),) = reads.rows(_FINISHED_WITH_IT.format(interview=key(interview_id)))
    return int(rank)


def _interview(
    survey: Survey, versions: Versions, row: _FoundRevision, rank: int, decided: Sequence[Decision]
) -> FinishedInterview:
    classification = read_classification(load_json(row.classification))
    if name := classification.get("class"):
        stored_code(survey, Class, name)  # here, where it can be said what is wrong
    now = standing(decided, row.number)
    questionnaire = versions.of(row.fingerprint)
    document, bad = readable(questionnaire, _document(row))
    return FinishedInterview(
        interview_id=id_in(row.id),
        case_id=id_in(row.case_id),
        unit_id=row.unit_id,
        revision=row.number,
        completed_at=moment(row.completed_at),
        interviewer=row.name,
        rank=rank,
        questionnaire=questionnaire,
        parts=survey.parts,
        classes=survey.classes,
        document=document,
        classification=classification,
        standing=now,
        reopened=_reopened(row, now) if row.open else None,
        unreadable=bad,
    )


def _document(row: _FoundRevision) -> Any:
    """What was said, also of persons, as far as one may read that."""
    apart = (load_json(part) for part in (row.persons, row.public) if part is not None)
    return put_together(load_json(row.document) or {}, *apart)


def _reopened(row: _FoundRevision, now: Standing) -> Reopened:
    """Who opened it; whoever sent it back knows why."""
    sent = now.returned
    if sent:
        return Reopened(sent.at, sent.name, sent.reason, sent_back=True)
    at = None if row.reopened_at is None else moment(row.reopened_at)
    return Reopened(at, row.reopened_by or "")
