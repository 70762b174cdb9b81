"""How many have what a survey looks for, and how many of those stand on the public list.

The one count behind the overview, the report and the status.  It is by what units count as: where
several are parts of one, that one has it when any of them has.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from schemas.calls.outcomes import Outcome
from schemas.frame.frame import Frame
from schemas.language.numerals import show_number
from schemas.review.followed import Followed
from schemas.review.shares import in_per_cent


@dataclass(frozen=True, slots=True)
class Having:
    """Those that have it or share it, of all; and those of whom that is not known yet.

    `listed` are those of them that are on the public list; nobody where a survey has none.
    """

    of: int
    have: frozenset[str]
    unknown: frozenset[str]
    listed: frozenset[str] = frozenset()

    @property
    def waiting(self) -> frozenset[str]:
        """Those that have it, and are not on the list."""
        return self.have - self.listed

    @property
    def at_least(self) -> str:
        """How many have it, and their share; «minst» while there may be more of them."""
        told = f"{show_number(len(self.have))} ({in_per_cent(len(self.have), self.of)})"
        return f"minst {told}" if self.unknown else told


def having(frame: Frame, cases: Iterable[Followed], listed: frozenset[str] = frozenset()) -> Having:
    """Count them: `cases` are all there are, and `listed` those on the public list."""
    known = tuple(cases)
    sample = [case for case in known if case.state.outcome is not Outcome.out_of_frame]
    outside = _wholes(known) - _wholes(sample)
    have = _wholes(case for case in sample if case.finding and case.finding.has_any)
    open_ones = (case for case in sample if case.finding is None or case.finding.is_undecided)
    return Having(
        of=len(frame.wholes - outside),
        have=have,
        unknown=_wholes(open_ones) - have,
        listed=listed,
    )


def _wholes(cases: Iterable[Followed]) -> frozenset[str]:
    return frozenset(case.state.unit.counts_as for case in cases)
