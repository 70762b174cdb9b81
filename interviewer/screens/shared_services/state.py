"""Shared services: one interview settles several cases, if nobody disagrees."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from interviewer import services
from interviewer.controls.help import Helped
from interviewer.engine.text_field import EMPTY, TextField
from schemas.review.sharing import Disagreement, Proposal

if TYPE_CHECKING:
    from interviewer.controls.on_desk import OnDesk


class Mark(Enum):
    """What is so of a unit in a proposal."""

    open = auto()
    disagrees = auto()  # only with a reason
    waiting = auto()  # for the class of the interview
    confirmed = auto()
    apart = auto()


@dataclass(frozen=True, slots=True)
class SharingLine:
    """A proposal, or one unit in it: to confirm all, or one."""

    proposal: Proposal
    unit: str | None = None
    mark: Mark = Mark.open
    disagreement: Disagreement | None = None


@dataclass(frozen=True, slots=True)
class SharingReasoning:
    """Why a unit `belongs` to a service, or does not."""

    belongs: bool
    line: TextField = EMPTY


@dataclass(frozen=True)
class SharedServices(Helped):
    """All proposals with their units, as the queue knows them."""

    queue: "OnDesk"
    lit: int = 0
    reason: SharingReasoning | None = None

    @property
    def who(self) -> services.Caller:
        """The coordinator."""
        return self.queue.who

    @property
    def rows(self) -> tuple[SharingLine, ...]:
        """Each proposal, and below it the units it would settle or that disagree."""
        return tuple(row for one in self.queue.desk.shared.proposals for row in _rows(one))

    @property
    def marked(self) -> SharingLine | None:
        """The row that keys act on."""
        return self.rows[min(self.lit, len(self.rows) - 1)] if self.rows else None

    def place(self, unit_id: str) -> str:
        """A unit, with its group."""
        return self.who.frame.label(unit_id)


def _rows(proposal: Proposal) -> list[SharingLine]:
    differing = {one.unit: one for one in proposal.disagreements}
    units = {
        Mark.open: proposal.settles,
        Mark.waiting: proposal.waiting,
        Mark.disagrees: proposal.disagree,
        Mark.confirmed: [one for one in proposal.settled if one not in differing],
        Mark.apart: proposal.apart,
    }
    rows = [
        SharingLine(proposal, one, mark, differing.get(one))
        for mark in units
        for one in units[mark]
    ]
    return [SharingLine(proposal), *rows]
