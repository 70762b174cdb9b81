"""Shared services: one interview settles several cases, if nobody disagrees."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from interviewer import services
from interviewer.controls.help import Helped
from interviewer.engine.sharing_lines import SharingLine, sharing_lines
from interviewer.engine.text_field import EMPTY, TextField

if TYPE_CHECKING:
    from interviewer.controls.on_desk import OnDesk


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
    panel: SharingReasoning | None = None

    @property
    def who(self) -> services.Caller:
        """The coordinator."""
        return self.queue.who

    @property
    def rows(self) -> tuple[SharingLine, ...]:
        """Each proposal, and below it the units it would settle or that disagree."""
        return tuple(row for one in self.queue.desk.shared.proposals for row in sharing_lines(one))

    @property
    def marked(self) -> SharingLine | None:
        """The row that keys act on."""
        return self.rows[min(self.lit, len(self.rows) - 1)] if self.rows else None

    def place(self, unit_id: str) -> str:
        """A unit, with its group."""
        return self.who.frame.label(unit_id)
