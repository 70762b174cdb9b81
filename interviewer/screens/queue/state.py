"""The queue: finished interviews to look at, each with why; the oldest undecided first."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Final
from uuid import UUID

from interviewer import services
from interviewer.controls.on_desk import FRESH
from interviewer.controls.screen import Reaction, storing
from interviewer.controls.search_line import Searched
from interviewer.engine.task import task
from interviewer.words import WORDS
from schemas.calls.ranking.lines import ListedCase
from schemas.calls.ranking.listing import Ranked, rank
from schemas.frame.fold import fold
from schemas.language.text import Text
from schemas.review.finished_interviews import ReviewItem


@dataclass(frozen=True, slots=True)
class QueueView:
    """Which of the finished interviews are listed while nothing is typed."""

    title: Text
    keeps: Callable[[ReviewItem], bool]


OPEN_AGAIN: Final = QueueView(
    WORDS.review_open_again, lambda item: item.interview.reopened is not None
)
UNREMARKABLE: Final = QueueView(WORDS.review_unremarkable, lambda item: item.may_be_accepted)
VIEWS: Final = (
    QueueView(WORDS.review_to_look_at, lambda item: item.wants_a_look),
    OPEN_AGAIN,
    UNREMARKABLE,
    QueueView(WORDS.review_everything, lambda item: True),
)
"""What F6 goes through."""


@dataclass(frozen=True)
class Queue(Searched):
    """The desk as it was at `now`, and where every case was then.

    `place_in_views` is the one of VIEWS that is listed, and `accepting` whether the next Enter
    accepts all that is in it.
    """

    who: services.Caller
    desk: services.CoordinatorDesk
    now: datetime
    ranked: Ranked
    place_in_views: int = 0
    accepting: bool = False

    @classmethod
    def of(cls, who: services.Caller, desk: services.CoordinatorDesk, now: datetime) -> "Queue":
        """The desk as it has just been read."""
        return cls(who, desk, now, _ranked(who, desk, now))

    @property
    def lists_cases(self) -> bool:
        """It lists interviews."""
        return False

    @cached_property
    def items(self) -> tuple[ReviewItem, ...]:
        """What is listed, in its order."""
        if self.line.text.strip():
            by_case = {item.interview.case_id: item for item in self.desk.items}
            found = self.desk.listing.find(self.line.text)
            told = (one.interview.case_id for one in self.desk.items if self._tells(one))
            return tuple(by_case[id] for id in dict.fromkeys((*found, *told)) if id in by_case)
        listed = sorted(self.desk.items, key=lambda item: item.place)
        return tuple(filter(self.view.keeps, listed))

    def _tells(self, item: ReviewItem) -> bool:
        """Whether what is typed is in its class, or in why it is here."""
        klass = item.interview.klass
        words = (str(klass.label) if klass else "", *(str(why.label) for why in item.whys))
        return any(fold(self.line.text.strip()) in fold(one) for one in words)

    @property
    def view(self) -> QueueView:
        """Which interviews are listed while nothing is typed."""
        return VIEWS[self.place_in_views]

    @property
    def may_accept_all(self) -> bool:
        """Whether all that is listed has nothing to look at, and is there to be accepted."""
        return self.view is UNREMARKABLE and not self.line.text.strip() and bool(self.items)

    def place(self, item: ReviewItem) -> str:
        """The unit, with its group."""
        return self.who.frame.label(item.interview.unit_id)

    @cached_property
    def ids(self) -> tuple[UUID, ...]:
        """The cases whose interviews are listed."""
        return tuple(item.interview.case_id for item in self.items)

    @cached_property
    def by_case(self) -> Mapping[UUID, ListedCase]:
        """Where every case is, to look up."""
        return {line.case.case_id: line for line in self.ranked}

    def read_again(self, desk: services.CoordinatorDesk, at: datetime) -> "Queue":
        """The desk as it is now."""
        return replace(self, desk=desk, now=at, ranked=_ranked(self.who, desk, at))

    def at(self, case_id: UUID) -> "Queue":
        """With an interview marked; what is open again is in a list of its own."""
        here = (item for item in self.desk.items if item.interview.case_id == case_id)
        opened = any(map(OPEN_AGAIN.keeps, here))
        place = VIEWS.index(OPEN_AGAIN) if opened else self.place_in_views
        return replace(self, lit=case_id, place_in_views=place)

    def mind(self, at: datetime) -> Reaction | None:
        """Others finish interviews meanwhile."""
        if at - self.now < FRESH:
            return None
        return storing(
            self,
            task(services.desk, self.who),
            lambda desk: self.read_again(desk, at),
        )


def _ranked(who: services.Caller, desk: services.CoordinatorDesk, now: datetime) -> Ranked:
    return rank(desk.listing.cases, now, who.id, who.settings)
