"""One interviewer beside all the others, in one measure: is the difference more than chance?

What is in an interview hangs together, so interviews are what is counted: the spread is that of the
interviews, whatever there is in each.  And as interviews of one class are unlike those of another,
hers are held against what the others have in interviews of the same classes.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from fractions import Fraction
from math import sqrt

from schemas.review.quality.measures import ENOUGH, HABIT, STANDARD_ERRORS


class Deviation(Enum):
    """What a comparison comes to."""

    usual = auto()
    more = auto()
    less = auto()
    too_few = auto()  # of hers, or of the others', to tell anything
    nothing = auto()  # there is nothing it would be out of
    untold = auto()  # so few others that it would tell of somebody


@dataclass(frozen=True, slots=True)
class CountedInterview:
    """So much of something in one interview, out of so much; compared within its `stratum`."""

    part: Fraction
    of: int
    stratum: str = ""


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Hers, and what it would be if she had what the `others` have in such interviews.

    `shared` are the interviews that could be compared, `theirs` those of the others, and `errors`
    how many standard errors lie between.
    """

    part: Fraction
    of: int
    shared: int
    theirs: int
    others: Fraction | None
    verdict: Deviation
    errors: float = 0.0

    @property
    def value(self) -> Fraction | None:
        """How much there is of it; None where it is out of nothing."""
        return self.part / self.of if self.of else None


@dataclass(slots=True)
class _Sum:
    """Of some interviews: how much, out of how much, and how many they are."""

    part: Fraction = Fraction()
    of: int = 0
    count: int = 0

    def add(self, one: CountedInterview) -> None:
        self.part += one.part
        self.of += one.of
        self.count += 1


class AllCounted:
    """All interviews in one measure, to hold each interviewer against the others."""

    def __init__(self, counted: Iterable[CountedInterview]) -> None:
        self._counted = tuple(one for one in counted if one.of)
        self._sums = _by_stratum(self._counted)
        self._spread = self._variance()

    def _variance(self) -> float:
        """Of an interview around what is usual in its stratum."""
        if len(self._counted) < 2:
            return 0.0
        off = (one.part - _rate(self._sums[one.stratum]) * one.of for one in self._counted)
        return sum(float(one) ** 2 for one in off) / (len(self._counted) - 1)

    def compare(self, hers: Iterable[CountedInterview]) -> SideBySide:
        """Hers beside all that are not."""
        mine = [one for one in hers if one.of]
        part, of = sum((one.part for one in mine), Fraction()), sum(one.of for one in mine)
        own = _by_stratum(mine)
        others = {name: rest for name in own if (rest := _less(self._sums[name], own[name])).of}
        like = [one for one in mine if one.stratum in others]
        theirs = sum(one.count for one in others.values())
        expected = sum((_rate(others[one.stratum]) * one.of for one in like), Fraction())
        compared_of = sum(one.of for one in like)
        usual = expected / compared_of if compared_of else None
        found = _Difference(like, expected, theirs, self._spread)
        verdict = found.verdict if mine else Deviation.nothing
        return SideBySide(part, of, len(like), theirs, usual, verdict, found.errors)


@dataclass(frozen=True, slots=True)
class _Difference:
    """How far hers are from what was `expected` of them."""

    like: Sequence[CountedInterview]
    expected: Fraction
    theirs: int
    spread: float

    @property
    def verdict(self) -> Deviation:
        """What that comes to."""
        if len(self.like) < ENOUGH or self.theirs < ENOUGH:
            return Deviation.too_few
        if abs(self.errors) <= STANDARD_ERRORS:
            return Deviation.usual
        if self.errors < 0:
            return Deviation.less
        some = sum(one.part > 0 for one in self.like)
        return Deviation.more if some >= HABIT else Deviation.usual

    @property
    def errors(self) -> float:
        """How many standard errors; none where all interviews are alike."""
        many = len(self.like)
        if not many or not self.spread:
            return 0.0
        off = float(sum((one.part for one in self.like), Fraction()) - self.expected)
        return off / sqrt(self.spread * many * (1 + many / self.theirs))


def _by_stratum(counted: Iterable[CountedInterview]) -> dict[str, _Sum]:
    sums = defaultdict[str, _Sum](_Sum)
    for one in counted:
        sums[one.stratum].add(one)
    return sums


def _less(whole: _Sum, some: _Sum) -> _Sum:
    return _Sum(whole.part - some.part, whole.of - some.of, whole.count - some.count)


def _rate(found: _Sum) -> Fraction:
    return found.part / found.of
