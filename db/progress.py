"""What the coordinator's figures are made of: every case, in a fixed number of queries."""

from __future__ import annotations

from typing import NamedTuple

from db.case_rows import read_case_rows
from db.followed import Told, appointments, each_followed, each_result, is_any_reviewed
from db.plain_sql import Looked
from db.standings import standing_by_unit
from schemas.calls.ranking.cases import CaseState
from schemas.calls.settings import Settings
from schemas.review.followed import AppointmentOutcome, Followed
from schemas.review.having import Having, having


class AllCases(NamedTuple):
    """Every case, by unit number, as it is followed and as it is ranked; every appointment there
    has been, and how many have what is looked for.
    """

    cases: tuple[Followed, ...]
    states: tuple[CaseState, ...]
    appointments: tuple[AppointmentOutcome, ...]
    having: Having


def read_all_cases(source: Looked, settings: Settings) -> AllCases:
    """Everything that the figures are counted from."""
    with source.look() as reads:
        states = tuple(read_case_rows(reads, settings))
        cases = tuple(each_followed(reads, states, Told(standing_by_unit(reads))))
        agreed = appointments(reads)
        is_published = source.survey.has("overview") and is_any_reviewed(reads)
    listed = _listed(source) if is_published else frozenset()
    return AllCases(cases, states, agreed, having(source.frame, cases, listed))


def read_cases(source: Looked) -> tuple[Followed, ...]:
    """Every case, by unit number: for figures that need neither appointments nor documents."""
    with source.look() as reads:
        results = each_result(reads, source.frame)
        return tuple(each_followed(reads, results, Told(standing_by_unit(reads))))


def _listed(source: Looked) -> frozenset[str]:
    """What is on the public list: whoever answered has allowed it, so their answers are read."""
    from db.public_list import read_overview

    listed = read_overview(source, named=False)
    return listed.wholes if listed else frozenset()
