"""The cases that wait for a coordinator, the longest waiting first; and any other, by typing."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Final
from uuid import UUID

from interviewer import services
from interviewer.controls.on_desk import FRESH, OnDesk, OverTheQueue, since
from interviewer.controls.screen import Notice, Reaction, Tone, storing
from interviewer.controls.search_line import Searched
from interviewer.engine.task import task
from interviewer.engine.text_field import TextField
from interviewer.words import WORDS
from schemas.calls.ranking.lines import ListedCase
from schemas.calls.ranking.rules import ListPlace
from schemas.language.text import Text


@dataclass(frozen=True, slots=True)
class View:
    """Which of the cases are listed while nothing is typed."""

    title: Text
    keeps: Callable[[ListedCase, services.CoordinatorDesk], bool]


VIEWS: Final = (
    View(WORDS.cases_waiting, lambda line, _: line.rule.place is ListPlace.with_coordinator),
    View(WORDS.cases_numberless, lambda line, _: line.rule.place is ListPlace.needs_number),
    View(WORDS.cases_closed, lambda line, _: _is_closed_by_us(line)),
    View(WORDS.cases_conflict, lambda line, desk: line.case.case_id in desk.in_conflict),
)
"""What F6 goes through; the last of them only where there is anything in it."""


@dataclass(frozen=True)
class Cases(Searched, OverTheQueue):
    """All cases as the queue knows them; `view` is the one of VIEWS that is listed."""

    queue: OnDesk
    view: int = 0

    @cached_property
    def lines(self) -> tuple[ListedCase, ...]:
        """What is listed, in its order."""
        if self.line.text.strip():
            by_case = self.queue.by_case
            return tuple(by_case[id] for id in self.queue.desk.listing.find(self.line.text))
        kept = (line for line in self.by_case.values() if self.shown.keeps(line, self.desk))
        return tuple(sorted(kept, key=_longest))

    @property
    def views(self) -> tuple[View, ...]:
        """The lists that there are."""
        return VIEWS if self.desk.in_conflict else VIEWS[:-1]

    @property
    def shown(self) -> View:
        """The one that is listed while nothing is typed."""
        return VIEWS[self.view]

    @cached_property
    def ids(self) -> tuple[UUID, ...]:
        """The cases that are listed."""
        return tuple(line.case.case_id for line in self.lines)

    def at(self, case_id: UUID) -> "Cases":
        """With a case marked; one that is not listed is searched for."""
        if case_id in self.ids:
            return replace(self, lit=case_id)
        name = self.queue.by_case[case_id].case.unit.name
        return replace(self, line=TextField.of(name, fresh=True), lit=case_id)

    @property
    def who(self) -> services.Caller:
        """The coordinator."""
        return self.queue.who

    @property
    def lists_cases(self) -> bool:
        """It does."""
        return True

    def read_again(self, desk: services.CoordinatorDesk, at: datetime) -> "Cases":
        """The list as it is now."""
        return replace(self, queue=self.queue.read_again(desk, at))

    def somebody_rings(self) -> "Cases":
        """Looking for the case that somebody on the phone is calling about."""
        return self.cleared().told(Notice(WORDS.who_rings, tone=Tone.good))

    def mind(self, at: datetime) -> Reaction | None:
        """Interviewers send on cases meanwhile."""
        if at - self.queue.now < FRESH:
            return None
        who = self.queue.who
        return storing(self, task(services.desk, who), lambda desk: self.read_again(desk, at))


def _longest(line: ListedCase) -> tuple[bool, datetime, str]:
    at = since(line)
    return at is None, at or line.moment.now, line.case.unit.id


def _is_closed_by_us(line: ListedCase) -> bool:
    outcome = line.case.outcome
    return outcome is not None and outcome.coordinator_only
