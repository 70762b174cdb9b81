"""The queue: finished interviews to look at, each with why; the oldest undecided first."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property
from typing import Final
from uuid import UUID

from interviewer import work
from interviewer.help import Help
from interviewer.keys import Action, Press, action_of
from interviewer.line import EMPTY, Line
from interviewer.moves import move_of, moved
from interviewer.turn import Notice, Turn
from schemas.clean import clean
from schemas.register import units, units_by_id
from schemas.review import ReviewItem
from schemas.search import find_units

FRESH: Final = timedelta(seconds=15)
"""How old the desk may become before it is read again."""


@dataclass(frozen=True)
class Queue:
    """The desk as it was at `now`; `everything` also shows what is decided or needs no look."""

    who: work.Caller
    desk: work.Desk
    now: datetime
    everything: bool = False
    line: Line = EMPTY
    lit: UUID | None = None
    help: Help | None = None
    notice: Notice | None = None

    @classmethod
    def of(cls, who: work.Caller, desk: work.Desk, now: datetime) -> "Queue":
        """The desk as it has just been read."""
        return cls(who, desk, now)

    @cached_property
    def items(self) -> tuple[ReviewItem, ...]:
        """What is listed, in its order."""
        listed = sorted(self.desk.items, key=lambda item: item.place)
        typed = self.line.text.strip()
        if typed:
            hits = [unit.id for unit in find_units(typed, units())]
            return tuple(item for item in listed if item.interview.unit_id in hits)
        return tuple(item for item in listed if self.everything or _wants_a_look(item))

    @property
    def marked(self) -> int:
        """The place of the marked line."""
        ids = [item.interview.interview_id for item in self.items]
        return ids.index(self.lit) if self.lit in ids else 0

    def told(self, notice: Notice | None) -> "Queue":
        """The same, saying something."""
        return replace(self, notice=notice)

    def press(self, press: Press) -> Turn:
        """What a key leads to."""
        quiet, action = self.told(None), action_of(press)
        if self.help or action is Action.HELP:
            return Turn(replace(quiet, help=self.help.press(press) if self.help else Help()))
        if action in _ACTIONS:
            return _ACTIONS[action](quiet, press)
        if move_of(press):
            return Turn(quiet._moved(press))
        line = self.line.press(press)
        return Turn(replace(quiet, line=line, lit=None) if line else self)

    def paste(self, text: str, press: Press) -> Turn:
        """The search with pasted text."""
        line = self.line.insert(clean(text, one_line=True)[0])
        return Turn(replace(self, line=line, lit=None))

    def mind(self, at: datetime) -> Turn | None:
        """Others finish interviews meanwhile."""
        if at - self.now < FRESH:
            return None
        return Turn(
            self,
            lambda db: work.desk(db, self.who),
            lambda desk: replace(self, desk=desk, now=at),
        )

    def _moved(self, press: Press) -> "Queue":
        if not self.items:
            return self
        place = moved(self.marked, press, len(self.items))
        return replace(self, lit=self.items[place].interview.interview_id)

    def _open(self, press: Press) -> Turn:
        from interviewer.review.case import ReviewCase

        if not self.items:
            return Turn(self)
        id, who = self.items[self.marked].interview.interview_id, self.who
        return Turn(
            self,
            lambda db: work.open_review(db, id, who),
            lambda file: ReviewCase(who, file, self),
        )

    def _shared(self, press: Press) -> Turn:
        from interviewer.review.shared import SharedServices

        return Turn(SharedServices(self.who, self.desk, self.now))

    def _progress(self, press: Press) -> Turn:
        from interviewer.review.progress import ProgressView

        who = self.who
        return Turn(
            self,
            lambda db: work.survey(db, who),
            lambda survey: ProgressView(who, survey, press.at, self),
        )


def _wants_a_look(item: ReviewItem) -> bool:
    return bool(item.whys) and not item.is_decided


def place_of(item: ReviewItem) -> str:
    """The unit, with its county."""
    return units_by_id()[item.interview.unit_id].label


_ACTIONS: Final[dict[Action | None, Callable[[Queue, Press], Turn]]] = {
    Action.ENTER: Queue._open,
    Action.REDIRECT: Queue._shared,
    Action.DEFINE: Queue._progress,
    Action.JUMP: lambda queue, press: Turn(replace(queue, everything=not queue.everything)),
    Action.CLOSE: lambda queue, press: Turn(replace(queue, line=EMPTY, lit=None)),
}
