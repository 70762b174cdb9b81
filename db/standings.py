"""What was decided of every case, and what counts of it: in plain SQL."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from db.plain_sql import Cells, Reads, day, id_in, key, moment
from db.survey_codes import codes_of
from db.unit_rows import known_code
from schemas.questionnaire.walk import Key
from schemas.review.classes import Class
from schemas.review.consents import Consent, ConsentHow
from schemas.review.decisions import Decision, DecisionKind, Standing, standing
from schemas.surveys.survey import Survey

_DECISIONS: Final = """\
SELECT d.id, d.case_id, d.kind, d.at, d.decided_by, p.name, d.reason, d.interview_id, d.revision,
       d.klass, d.question, d.item, b.unit_id, d.consent_given_by, d.consent_given_on,
       d.consent_how, d.consent_contact, d.consent_phone, d.consent_email, d.consent_url
  FROM decision AS d JOIN interviewer AS p ON p.id = d.decided_by
  LEFT JOIN survey_case AS b ON b.id = d.by_case_id
"""
_OLDEST_FIRST: Final = " ORDER BY d.case_id, d.number"
_DECIDED_ABOUT: Final = """\
SELECT c.id, c.unit_id, max(r.number)
  FROM survey_case AS c LEFT JOIN interview AS i ON i.case_id = c.id
  LEFT JOIN revision AS r ON r.interview_id = i.id
 WHERE c.id IN (SELECT case_id FROM decision)
 GROUP BY c.id, c.unit_id
"""


def decisions_by_case(reads: Reads) -> Mapping[UUID, Sequence[Decision]]:
    """Everything that was decided, by case, the oldest first; raises UnknownCode."""
    kept: defaultdict[UUID, list[Decision]] = defaultdict(list)
    for row in reads.rows(_DECISIONS + _OLDEST_FIRST):
        one = _decision(reads.survey, row)
        kept[one.case_id].append(one)
    return kept


def decisions_of(reads: Reads, case_id: UUID) -> tuple[Decision, ...]:
    """Everything that was decided about a case, the oldest first; raises UnknownCode."""
    its_own = f"{_DECISIONS} WHERE d.case_id = {key(case_id)}{_OLDEST_FIRST}"
    return tuple(_decision(reads.survey, row) for row in reads.rows(its_own))


def standing_by_unit(reads: Reads) -> dict[str, Standing]:
    """What counts of all that was decided, by unit number; units without decisions are left out."""
    decided, about = decisions_by_case(reads), reads.rows(_DECIDED_ABOUT)
    return {unit: standing(decided[id_in(id)], revision) for id, unit, revision in about}


def _decision(survey: Survey, row: Cells) -> Decision:
    id, case_id, kind, at, by, name, reason, interview_id, revision, *about = row
    klass, question, item, by_unit, *consent = about
    return Decision(
        id=id_in(id),
        case_id=id_in(case_id),
        kind=known_code(DecisionKind.__members__, kind),
        at=moment(at),
        decided_by=id_in(by),
        name=name,
        reason=reason,
        interview_id=None if interview_id is None else id_in(interview_id),
        revision=revision,
        klass=None if klass is None else known_code(codes_of(survey, Class), klass),
        question=None if question is None else Key(question, item),
        by_unit=by_unit,
        consent=_consent(*consent),
    )


def _consent(given_by: str | None, given_on: Any, how: str, *listed: str | None) -> Consent | None:
    if given_by is None:
        return None
    shown = (one or "" for one in listed)  # where somebody was erased, nothing stands
    return Consent(given_by, day(given_on), known_code(ConsentHow.__members__, how), *shown)
