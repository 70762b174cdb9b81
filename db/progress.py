"""What the coordinator's figures are made of: every case, in a fixed number of queries."""

from __future__ import annotations

from typing import NamedTuple

from db.followed import appointments, followed, is_any_reviewed
from db.plain_sql import Looked
from schemas.calls.settings import Settings
from schemas.review.having import Having, having
from schemas.review.progress import AppointmentOutcome, Followed


class AllCases(NamedTuple):
    """Every case, by unit number, every appointment there has been, and how many have what is
    looked for.
    """

    cases: tuple[Followed, ...]
    appointments: tuple[AppointmentOutcome, ...]
    having: Having


def read_all_cases(source: Looked, settings: Settings) -> AllCases:
    """Everything that the figures are counted from."""
    with source.look() as reads:
        cases, agreed = followed(reads, settings), appointments(reads)
        is_published = source.survey.has("overview") and is_any_reviewed(reads)
    listed = _listed(source) if is_published else frozenset()
    return AllCases(cases, agreed, having(source.frame, cases, listed))


def read_cases(source: Looked, settings: Settings) -> tuple[Followed, ...]:
    """Every case, by unit number: for figures that need neither appointments nor documents."""
    with source.look() as reads:
        return followed(reads, settings)


def _listed(source: Looked) -> frozenset[str]:
    """What is on the public list: whoever answered has allowed it, so their answers are read."""
    from db.public_list import read_overview

    listed = read_overview(source, named=False)
    return listed.wholes if listed else frozenset()
