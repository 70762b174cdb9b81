"""Who is called next: our call list, and what one does without one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from schemas.calls.call_window import CallWindow
from schemas.calls.calls import ContactPoint
from schemas.calls.outcomes import Outcome
from schemas.calls.ranking.cases import CaseState
from schemas.calls.ranking.listing import Ranked, rank
from schemas.calls.ranking.rules import ListPlace
from schemas.calls.workdays import add_working_days
from schemas.language.dates import local
from tests.simulation.file import SETTINGS, File, Interviewer


@dataclass(frozen=True, slots=True)
class Choice:
    """Whom to dial in which case, and whom to ask for there."""

    file: File
    contact: ContactPoint
    goal: ContactPoint


class Policy(Protocol):
    """What decides about the next call."""

    name: str

    def choose(self, who: Interviewer, now: datetime) -> Choice | None:
        """The next call, or nothing just now."""

    def touched(self, file: File) -> None:
        """Something happened to a case."""

    def wakes(self, now: datetime) -> datetime | None:
        """When there may be something again, after there was nothing."""

    def stuck(self, now: datetime) -> Sequence[File]:
        """The cases that a coordinator must help with."""


class Watcher(Protocol):
    """Somebody who looks at every list that our policy makes."""

    def __call__(
        self, ranked: Ranked, states: Mapping[UUID, CaseState], who: Interviewer, now: datetime
    ) -> None:
        """Look at it."""


@dataclass(slots=True)
class Ours:
    """The call list: the top line, dialled and asked for as it says."""

    files: Mapping[UUID, File]
    watch: Watcher
    name: str = "Ringelisten"
    states: dict[UUID, CaseState] = field(default_factory=dict)
    ranked: Ranked | None = None

    def __post_init__(self) -> None:
        self.states = {key: file.state() for key, file in self.files.items()}

    def choose(self, who: Interviewer, now: datetime) -> Choice | None:
        """What stands on top."""
        self.ranked = rank(self.states.values(), now, who.id, SETTINGS)
        self.watch(self.ranked, self.states, who, now)
        top = next(iter(self.ranked.callable), None)
        if top is None or top.contact is None:
            return None
        return Choice(self.files[top.case.case_id], top.contact, top.goal or top.contact)

    def touched(self, file: File) -> None:
        """Works out the case again, and no other."""
        self.states[file.id] = file.state()

    def wakes(self, now: datetime) -> datetime | None:
        """When the first case has waited long enough."""
        waiting = self.ranked.waiting if self.ranked else ()
        return next((line.until for line in waiting if line.until and line.until > now), None)

    def stuck(self, now: datetime) -> Sequence[File]:
        """What the list itself shows a coordinator."""
        ranked = rank(self.states.values(), now, UUID(int=0), SETTINGS)
        lines = (*ranked.at(ListPlace.with_coordinator), *ranked.at(ListPlace.needs_number))
        return [self.files[line.case.case_id] for line in lines]


@dataclass(slots=True)
class Naive:
    """Random order, always from the switchboard, and again the next day.

    With `remembers`, whoever calls at least asks the switchboard for whom we were sent to last.
    """

    files: Mapping[UUID, File]
    name: str = "Naiv"
    remembers: bool = False
    window: CallWindow = field(default_factory=CallWindow)
    today: date | None = None
    drawn: list[File] = field(default_factory=list)

    def choose(self, who: Interviewer, now: datetime) -> Choice | None:
        """The next of the cases as they were drawn this morning."""
        if not self.window.is_open(now):
            return None
        if self.today != local(now).date():
            self.today = local(now).date()
            self.drawn = self._shuffled(self.today)
        return self._switchboard(self.drawn.pop()) if self.drawn else None

    def touched(self, file: File) -> None:
        """Nothing is kept."""

    def wakes(self, now: datetime) -> datetime | None:
        """When the window opens again; within it nothing new turns up today."""
        return None if self.window.is_open(now) else self.window.next_open(now)

    def stuck(self, now: datetime) -> Sequence[File]:
        """After so many attempts, a soft refusal or a dead number somebody must help."""
        today = local(now).date()
        left = (file for file in self.files.values() if not _ended(file))
        return [file for file in left if _stuck(file, today)]

    def _shuffled(self, today: date) -> list[File]:
        left = (one for one in self.files.values() if not _ended(one) and not _needs_help(one))
        return sorted(left, key=lambda one: one.real.luck.share("drawn", today))

    def _switchboard(self, file: File) -> Choice:
        contact = file.contacts[0]
        goal = file.state().goal if self.remembers else None
        return Choice(file, contact, goal or contact)


def _ended(file: File) -> Outcome | None:
    final = (one for one in (*file.outcomes, file.decision) if one and one.final)
    return next(final, None)


def _needs_help(file: File) -> bool:
    """Whether nobody calls before a coordinator has looked."""
    calls = file.attempts
    since = [call for call in calls if not file.returned_at or call.started_at >= file.returned_at]
    if len(since) >= SETTINGS.max_attempts:
        return True
    return bool(since) and since[-1].outcome in {Outcome.refusal_soft, Outcome.number_dead}


def _stuck(file: File, today: date) -> bool:
    if not _needs_help(file):
        return False
    last = file.attempts[-1]
    cool = add_working_days(local(last.started_at).date(), 5)
    return last.outcome is not Outcome.refusal_soft or today >= cool
