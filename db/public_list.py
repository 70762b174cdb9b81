"""What the public list is made of, and who is on it: in plain SQL."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Final, NamedTuple

from db.finished import as_last_reviewed, finished
from db.plain_sql import Looked, id_in
from db.standings import standing_by_unit
from schemas.language.dates import local
from schemas.review.decisions import DecisionKind, Standing
from schemas.review.disputes import Disputes, disputes
from schemas.review.finished_interviews import FinishedInterview
from schemas.review.overview import overview
from schemas.review.overview_changes import Seal
from schemas.review.overview_lines import Overview
from schemas.review.reviewed_interview import ReviewedInterview
from schemas.review.sharing_parts import SharingParts

_WITHDRAWN: Final = f"""\
SELECT c.unit_id FROM survey_case AS c JOIN decision AS d ON d.case_id = c.id
 WHERE d.kind = '{DecisionKind.withdrawn.name}'
"""
_INTERVIEWS: Final = """\
SELECT c.unit_id, i.id FROM survey_case AS c JOIN interview AS i ON i.case_id = c.id
"""


def read_found(source: Looked, *, named: bool = True) -> list[ReviewedInterview]:
    """Every finished interview with its class and what was decided about it, by unit number.

    Where they are not `named`, without whoever answered, and what is said of persons.
    """
    with source.look() as reads:
        interviews, standings = finished(reads, named=named), standing_by_unit(reads)
        again = as_last_reviewed(reads, interviews, named=named)
    before = {one.unit_id: one for one in again}
    sharing = source.survey.sharing
    against = disputes(sharing, interviews, standings) if sharing else {}
    beside = _Beside(sharing, standings, against, before)
    return [beside.found(one) for one in interviews if not one.standing.is_withdrawn]


def read_overview(source: Looked, *, named: bool = True) -> Overview | None:
    """The public list as it would be now; None where the survey has none.

    Who is on it can be told without whatever is `named` in its lines.
    """
    if (parts := source.survey.overview) is None:
        return None
    return overview(read_found(source, named=named), parts, source.frame, _withdrawn(source))


def _withdrawn(source: Looked) -> frozenset[str]:
    """The units whose respondent has withdrawn."""
    with source.look() as reads:
        return frozenset(unit for (unit,) in reads.rows(_WITHDRAWN))


def seal_of(source: Looked) -> Seal:
    """By what units are known again whose line is gone from a list that is published.

    The ids of interviews are drawn by lot, and stand on no list.
    """
    with source.look() as reads:
        ids = {unit: id_in(id).hex for unit, id in reads.rows(_INTERVIEWS)}

    def seal(unit: str) -> str:
        return sha256(f"{ids[unit]}{unit}".encode()).hexdigest() if unit in ids else ""

    return seal


class _Beside(NamedTuple):
    """What is known beside the interviews, by unit."""

    sharing: SharingParts | None
    standings: Mapping[str, Standing]
    against: Disputes
    before: Mapping[str, FinishedInterview]

    def found(self, one: FinishedInterview) -> ReviewedInterview:
        """An interview, and the last revision that was reviewed where this one is not."""
        before = self.before.get(one.unit_id)
        return replace(self._decided(one), before=self._decided(before) if before else None)

    def _decided(self, one: FinishedInterview) -> ReviewedInterview:
        decided, unit, standings = one.standing, one.unit_id, self.standings.items()
        return ReviewedInterview(
            unit_id=unit,
            document=one.document,
            klass=one.klass,
            questionnaire=one.questionnaire,
            parts=one.parts,
            sharing=self.sharing,
            reviewed=decided.is_reviewed,
            included=decided.is_included,
            excluded=decided.is_excluded,
            released=decided.is_released,
            later=one.later,
            covered=frozenset(other for other, its in standings if its.covered_by == unit),
            apart=frozenset(other for other, its in standings if unit in its.apart),
            disputed=self.against.get(unit, {}),
            belongs_to=decided.covered_by,
            on=local(one.completed_at).date(),
        )
