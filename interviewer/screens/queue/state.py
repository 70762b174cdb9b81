"""The queue: finished interviews to look at, each with why; the oldest undecided first."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Final
from uuid import UUID

from interviewer import services
from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.on_desk import FRESH
from interviewer.controls.screen import Reaction, storing
from interviewer.controls.search_line import Searched
from interviewer.engine.task import task
from interviewer.screens.destinations import (
    ToCases,
    ToInterview,
    ToProgress,
    ToPublishing,
    ToSharedServices,
)
from interviewer.words import WORDS
from schemas.calls.ranking.listing import ListedCase, Ranked, rank
from schemas.language.text import Text
from schemas.review.finished_interviews import ReviewItem


@dataclass(frozen=True)
class Queue(Searched):
    """The desk as it was at `now`, and where every case was then.

    `everything` also shows what is decided or needs no look.
    """

    who: services.Caller
    desk: services.CoordinatorDesk
    now: datetime
    ranked: Ranked
    everything: bool = False

    @classmethod
    def of(cls, who: services.Caller, desk: services.CoordinatorDesk, now: datetime) -> "Queue":
        """The desk as it has just been read."""
        return cls(who, desk, now, _ranked(who, desk, now))

    @property
    def back(self) -> tuple[Text, Text]:
        """What Esc does where one comes back here: in the footer, and in a sentence."""
        return WORDS.key_queue, WORDS.help_to_queue

    @cached_property
    def items(self) -> tuple[ReviewItem, ...]:
        """What is listed, in its order."""
        if self.line.text.strip():
            by_case = {item.interview.case_id: item for item in self.desk.items}
            found = self.desk.listing.find(self.line.text)
            return tuple(by_case[id] for id in found if id in by_case)
        listed = sorted(self.desk.items, key=lambda item: item.place)
        return tuple(item for item in listed if self.everything or item.wants_a_look)

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

    def act(self, press: Press) -> Reaction | None:
        """What a key leads to that means something special in this list."""
        action = keycap_of(press)
        return _ACTIONS[action](self, press) if self.has(action) and action in _ACTIONS else None

    def has(self, key: object) -> bool:
        """Whether a key does anything in this survey: nothing leads to what it has not."""
        action = key[0] if isinstance(key, tuple) else key
        return action is not Keycap.F5 or self.who.survey.sharing is not None

    def mind(self, at: datetime) -> Reaction | None:
        """Others finish interviews meanwhile."""
        if at - self.now < FRESH:
            return None
        return storing(
            self,
            task(services.desk, self.who),
            lambda desk: self.read_again(desk, at),
        )

    def _open(self, press: Press) -> Reaction:
        if not self.items:
            return Reaction(self)
        id, who = self.items[self.marked].interview.interview_id, self.who
        return storing(
            self,
            task(services.open_review, id, who),
            lambda file: ToInterview(who, file, self),
        )

    def _cases(self, press: Press) -> Reaction:
        return Reaction(ToCases(self))

    def _shared(self, press: Press) -> Reaction:
        return Reaction(ToSharedServices(self))

    def _publish(self, press: Press) -> Reaction:
        from interviewer.services.publishing import look_around

        return storing(
            self, task(look_around), lambda machine: ToPublishing(self.who, machine, self)
        )

    def _progress(self, press: Press) -> Reaction:
        who = self.who
        return storing(
            self,
            task(services.all_cases, who),
            lambda cases: ToProgress(who, cases, press.at, before=self),
        )


def _ranked(who: services.Caller, desk: services.CoordinatorDesk, now: datetime) -> Ranked:
    return rank(desk.listing.cases, now, who.id, who.settings)


_ACTIONS: Final[dict[Keycap | None, Callable[[Queue, Press], Reaction]]] = {
    Keycap.ENTER: Queue._open,
    Keycap.F4: Queue._cases,
    Keycap.CTRL_R: lambda queue, press: Reaction(ToCases(queue, rings=True)),
    Keycap.F5: Queue._shared,
    Keycap.F2: Queue._progress,
    Keycap.F9: Queue._publish,
    Keycap.F6: lambda queue, press: Reaction(replace(queue, everything=not queue.everything)),
    Keycap.ESCAPE: lambda queue, press: Reaction(queue.cleared()),
}
