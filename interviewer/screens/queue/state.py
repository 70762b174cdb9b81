"""The queue: finished interviews to look at, each with why; the oldest undecided first."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Final
from uuid import UUID

from db.records import Signed
from interviewer import services
from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.on_desk import FRESH
from interviewer.controls.screen import Notice, Reaction, Tone, storing
from interviewer.controls.search_line import Searched
from interviewer.engine.task import in_order, task
from interviewer.screens.destinations import (
    ToCases,
    ToInterview,
    ToProgress,
    ToPublishing,
    ToSharedServices,
)
from interviewer.words import WORDS, say
from schemas.calls.ranking.listing import ListedCase, Ranked, rank
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
        return tuple(filter(self.view.keeps, listed))

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

    def act(self, press: Press) -> Reaction | None:
        """What a key leads to that means something special in this list."""
        action = keycap_of(press)
        if self.accepting:
            here = replace(self, accepting=False)
            return here._accept_all(press) if action is Keycap.ENTER else Reaction(here)
        return _ACTIONS[action](self, press) if self.has(action) and action in _ACTIONS else None

    def has(self, key: object) -> bool:
        """Whether a key does anything here: nothing leads to what a survey has not."""
        action = key[0] if isinstance(key, tuple) else key
        if action is Keycap.F12:
            return self.may_accept_all
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

    def _other_list(self, press: Press) -> Reaction:
        """The next list that has anything in it."""
        here, number = self.cleared(), len(VIEWS)
        others = ((self.place_in_views + step) % number for step in range(1, number + 1))
        lists = (replace(here, place_in_views=place) for place in others)
        return Reaction(next((one for one in lists if one.items), here))

    def _ask_all(self, press: Press) -> Reaction:
        """One key is not enough for so many."""
        words = say(WORDS.review_accept_all, count=len(self.items))
        return Reaction(replace(self, accepting=True).told(Notice(words, tone=Tone.warning)))

    def _accept_all(self, press: Press) -> Reaction:
        """Those that nobody has decided on or opened meanwhile."""
        who, signed = self.who, Signed(press.id, self.who.id, press.at)
        listed = tuple(item.interview for item in self.items)

        seen = {one.interview_id for one in listed}

        def then(desk: services.CoordinatorDesk) -> Queue:
            here = (item for item in desk.items if item.interview.interview_id in seen)
            words = say(WORDS.review_accepted_all, count=sum(one.is_decided for one in here))
            return self.read_again(desk, press.at).told(Notice(words, tone=Tone.good))

        accepting = task(services.accept_together, signed, who, listed)
        return storing(self, in_order(accepting, task(services.desk, who)), then)

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
    Keycap.F6: Queue._other_list,
    Keycap.F12: Queue._ask_all,
    Keycap.ESCAPE: lambda queue, press: Reaction(queue.cleared()),
}
