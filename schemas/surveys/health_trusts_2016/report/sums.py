"""Centres, employees and full-time equivalents, added up over units."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

from schemas.review.report.report_data import ReportData
from schemas.review.reviewed_interview import ReviewedInterview

KINDS: Final = {"trust": "Helseforetak", "private": "Private sykehus"}
"""What several units of a kind are called."""


@dataclass(frozen=True, slots=True)
class Sums:
    """So many centres with so many employees and full-time equivalents, as far as anybody knows.

    `staff_unknown` and `fte_unknown` are how many centres are not in the sums.
    """

    centres: int
    staff: Fraction
    fte: Fraction
    staff_unknown: int
    fte_unknown: int


def of_centres(found: Iterable[ReviewedInterview]) -> Sums:
    """The sums over the centres of some interviews."""
    centres = [centre for one in found for centre in centres_of(one)]
    staff, fte = _numbers(centres, "centre_staff"), _numbers(centres, "centre_fte")
    return Sums(
        centres=len(centres),
        staff=sum(staff, Fraction()),
        fte=sum(fte, Fraction()),
        staff_unknown=len(centres) - len(staff),
        fte_unknown=len(centres) - len(fte),
    )


def centres_of(one: ReviewedInterview) -> Sequence[Mapping[str, Any]]:
    """The centres of one interview, as they are stored."""
    centres: Sequence[Mapping[str, Any]] = one.document.get("centre") or ()
    return centres


def _numbers(centres: Iterable[Mapping[str, Any]], question: str) -> list[Fraction]:
    told = (centre.get(question) for centre in centres)
    return [Fraction(str(one)) for one in told if one is not None and not isinstance(one, dict)]


def with_centres(data: ReportData) -> tuple[ReviewedInterview, ...]:
    """The interviews of the units that have a centre."""
    return tuple(one for one in data.found if centres_of(one))
