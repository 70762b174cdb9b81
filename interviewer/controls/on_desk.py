"""A list on a coordinator's desk: what one case, one interview and the rest come back to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Final, Protocol, Self

from interviewer.controls.actions import Action
from interviewer.controls.keys import Keycap
from interviewer.controls.screen import Reaction, Screen
from interviewer.words import WORDS

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from interviewer import services
    from schemas.calls.ranking.lines import ListedCase
    from schemas.calls.ranking.listing import Ranked

FRESH: Final = timedelta(seconds=15)
"""How old the desk may become before it is read again."""


class OnDesk(Screen, Protocol):
    """The queue, or the cases: both show the desk as it was at `now`, and where every case was."""

    @property
    def who(self) -> services.Caller:
        """The coordinator."""

    @property
    def desk(self) -> services.CoordinatorDesk:
        """Everything that lies on the desk."""

    @property
    def now(self) -> datetime:
        """When it was read."""

    @property
    def ranked(self) -> Ranked:
        """Where every case was then."""

    @property
    def by_case(self) -> Mapping[UUID, ListedCase]:
        """The same, to look up."""

    @property
    def lists_cases(self) -> bool:
        """Whether it lists cases; else it lists finished interviews."""

    def read_again(self, desk: services.CoordinatorDesk, at: datetime) -> Self:
        """The list as it is now."""

    def marking_next(self, id: UUID) -> Self:
        """With the line after this case's marked."""


class OverTheQueue:
    """A list that lies over the queue: the desk is the queue's, and is read again there."""

    queue: OnDesk

    @property
    def desk(self) -> services.CoordinatorDesk:
        """Everything that lies on the coordinator's desk."""
        return self.queue.desk

    @property
    def now(self) -> datetime:
        """When the desk was read."""
        return self.queue.now

    @property
    def ranked(self) -> Ranked:
        """Where every case was then."""
        return self.queue.ranked

    @property
    def by_case(self) -> Mapping[UUID, ListedCase]:
        """The same, to look up."""
        return self.queue.by_case


class FromTheQueue(Protocol):
    """A screen that the queue leads to, and that leads back to it."""

    @property
    def queue(self) -> Screen: ...


TO_QUEUE: Final[Action[FromTheQueue]] = Action(
    Keycap.ESCAPE,
    WORDS.help_to_queue,
    lambda screen, press: Reaction(screen.queue),
    word=WORDS.key_queue,
)


def since(line: ListedCase) -> datetime | None:
    """Since when it waits: since the last call; or since they may be asked again."""
    case = line.case
    return case.rests_until if line.rule.name == "soft_refusal" else case.latest_at
