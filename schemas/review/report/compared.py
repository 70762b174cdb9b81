"""Figures for comparing: groups side by side, and dots on one scale."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import reduce
from operator import add
from typing import Final

from schemas.review.frequencies import FEW
from schemas.review.rates import exact
from schemas.review.report.blocks import Bar, Dot, DotChart, DotRow, GroupBars, PanelChart
from schemas.review.report.figures import share
from schemas.review.report.sentences import Among, range_says, where_most
from schemas.review.shares import percent

OTHERS: Final = "De øvrige"
EVERYBODY: Final = "Alle"

# ── Groups ───────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted in a group of so many `units`: of `of`, as many as `counts` say.

    `found` is how many of them the finding is about.
    """

    label: str
    units: int
    of: int
    counts: tuple[int, ...]
    found: int = 0

    def __add__(self, other: "Counted") -> "Counted":
        both = (one + more for one, more in zip(self.counts, other.counts, strict=True))
        return Counted(
            self.label,
            self.units + other.units,
            self.of + other.of,
            tuple(both),
            self.found + other.found,
        )


def told_apart(groups: Iterable[Counted]) -> tuple[Counted, ...]:
    """The groups, but those of few units as one, so that no unit is found out by what is left.

    >>> told = told_apart(Counted(name, n, n, ()) for name, n in (("A", 9), ("B", 3), ("C", 2)))
    >>> [(one.label, one.units) for one in told]
    [('A', 9), ('De øvrige', 5)]
    """
    known = [one for one in groups if one.units]
    few = [one for one in known if one.units < FEW]
    apart = sorted((one for one in known if one.units >= FEW), key=lambda one: one.units)
    while few and apart and sum(one.units for one in few) < FEW:
        few.append(apart.pop(0))
    if not few:
        return tuple(known)
    rest = reduce(add, few)
    label = OTHERS if apart else EVERYBODY
    return *(one for one in known if one in apart), replace(rest, label=label)


def panels(
    id: str,
    title: str,
    labels: Sequence[str],
    groups: Iterable[Counted],
    says: tuple[Among, str],
    note: str,
    *,
    question: str = "",
    answers: str = "",
) -> Iterator[PanelChart]:
    """Every group with the same bars, one for each label; nothing where there are no two of them.

    A group in which nothing was counted is none.  `question` is what was asked, or `answers` what
    was not, but can be told from what was counted.
    """
    known = [one for one in told_apart(groups) if one.of]
    if not known[1:]:
        return
    drawn = (GroupBars(one.label, one.of, tuple(_bars(labels, one))) for one in known)
    finding = where_most([(one.label, one.found, one.of) for one in known], *says)
    yield PanelChart(id, title, tuple(drawn), note, finding, question, answers)


def _bars(labels: Sequence[str], group: Counted) -> Iterator[Bar]:
    for label, count in zip(labels, group.counts, strict=True):
        yield Bar(label, count, percent(count, group.of))


# ── Dots ─────────────────────────────────────────────────────────────────────────────────────────


def dot_of(count: int, of: int) -> Dot | None:
    """A dot on a scale up to a hundred per cent; None where there is nothing to divide by."""
    return Dot(Fraction(100 * count, of), share(count, of)) if of else None


def ranked(
    id: str,
    title: str,
    heads: tuple[str, str],
    values: Iterable[tuple[str, str, Fraction]],
    says: tuple[Among, str],
    note: str,
    question: str,
) -> DotChart:
    """A dot for every unit, the largest first: what it is called, its group, and its value.

    `heads` say what the rows and the values are, and `question` what was asked.
    """
    rows_are, series = heads
    known = sorted(values, key=lambda one: -one[2])
    most = known[0][2] if known and known[0][2] else Fraction(1)
    rows = (
        DotRow(label, (Dot(100 * value / most, exact(value)),), group)
        for label, group, value in known
    )
    finding = range_says([value for *_, value in known], *says)
    return DotChart(
        id, title, rows_are, (series,), tuple(rows), exact(most), note, finding, question
    )
