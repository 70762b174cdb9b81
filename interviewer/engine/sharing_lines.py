"""Shared services line by line: what can be decided about each, on the screen and by command."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from interviewer.words import WORDS
from schemas.language.text import Text
from schemas.review.sharing import Disagreement, Proposal


class Mark(Enum):
    """What is so of a unit in a proposal."""

    open = auto()
    disagrees = auto()  # only with a reason
    waiting = auto()  # for the class of the interview
    confirmed = auto()
    apart = auto()


class Hindrance(NamedTuple):
    """Why something cannot be decided, with its code."""

    code: str
    words: Text


@dataclass(frozen=True, slots=True)
class SharingLine:
    """A proposal, or one unit in it: to confirm all, or one."""

    proposal: Proposal
    unit: str | None = None
    mark: Mark = Mark.open
    disagreement: Disagreement | None = None

    @property
    def hinders_confirming(self) -> Hindrance | None:
        """Why it cannot be confirmed; None where it can."""
        if self.mark is Mark.confirmed:
            return Hindrance("SHARED", WORDS.shared_confirmed_already)
        if not self.proposal.covers:
            return Hindrance("CLASS-FIRST", WORDS.shared_class_first)
        if self.unit is None and not self.proposal.settles:
            return Hindrance("SHARED", WORDS.shared_nothing_left)
        return None

    @property
    def hinders_keeping_apart(self) -> Hindrance | None:
        """Why a unit cannot be kept apart; None where it can."""
        if self.mark is Mark.apart:
            return Hindrance("SHARED", WORDS.shared_apart_already)
        return None

    @property
    def wants_a_reason(self) -> bool:
        """Whether something speaks against confirming it."""
        return self.mark in {Mark.disagrees, Mark.apart}


def sharing_lines(proposal: Proposal) -> tuple[SharingLine, ...]:
    """The proposal, and below it the units that it would settle or that disagree."""
    differing = {one.unit: one for one in proposal.disagreements}
    units = {
        Mark.open: proposal.settles,
        Mark.waiting: proposal.waiting,
        Mark.disagrees: proposal.disagree,
        Mark.confirmed: [one for one in proposal.settled if one not in differing],
        Mark.apart: proposal.apart,
    }
    rows = (
        SharingLine(proposal, one, mark, differing.get(one))
        for mark in units
        for one in units[mark]
    )
    return SharingLine(proposal), *rows
