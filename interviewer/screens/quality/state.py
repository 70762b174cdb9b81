"""Quality on the screen: everybody, then one of them measure by measure, then what is behind one.

A coordinator begins with everybody, an interviewer with herself, and sees nobody else.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Self
from uuid import UUID

from interviewer import services
from interviewer.controls.help import Helped
from interviewer.controls.on_desk import OverTheQueue
from interviewer.controls.screen import Screen
from schemas.review.quality.people import BehindMeasure, Measured, PersonQuality

if TYPE_CHECKING:
    from db.quality import QualityRead
    from interviewer.controls.on_desk import OnDesk


@dataclass(frozen=True, kw_only=True)
class QualityPage(Helped, ABC):
    """One person's work: her measures; with a `measure` chosen, what is behind that.

    `lit_measure` and `lit_behind` are the marked lines; `counted_at` is when it was counted.
    """

    who: services.Caller
    counted_at: datetime
    measure: str | None = None
    lit_measure: int = 0
    lit_behind: int = 0

    @property
    @abstractmethod
    def person(self) -> PersonQuality | None:
        """Whose work is shown; None where it is everybody's, or there is none."""

    @property
    def measured(self) -> tuple[Measured, ...]:
        """Her measures."""
        return self.person.measured if self.person else ()

    @property
    def marked_measure(self) -> Measured | None:
        """The measure that is marked, or that was chosen."""
        return self.measured[min(self.lit_measure, len(self.measured) - 1)] if self.person else None

    @property
    def behind(self) -> tuple[BehindMeasure, ...]:
        """The interviews or calls behind the chosen measure."""
        chosen = (one for one in self.measured if one.measure.name == self.measure)
        return next((one.behind for one in chosen), ())

    @property
    def marked_behind(self) -> BehindMeasure | None:
        """The one of them that is marked."""
        return self.behind[min(self.lit_behind, len(self.behind) - 1)] if self.behind else None

    @property
    def lines(self) -> int:
        """How many lines one moves in."""
        return len(self.behind if self.measure else self.measured)

    @property
    def marked(self) -> int:
        """Which of them is marked."""
        return self.lit_behind if self.measure else self.lit_measure

    def marking(self, line: int) -> Self:
        """With that line marked."""
        if self.measure:
            return replace(self, lit_behind=line)
        return replace(self, lit_measure=line)

    def opened(self) -> Self:
        """What is behind the marked measure; the same where that is nothing."""
        chosen = self.marked_measure
        if chosen is None or not chosen.behind:
            return self
        return replace(self, measure=chosen.measure.name, lit_behind=0)


@dataclass(frozen=True, kw_only=True)
class OwnQuality(QualityPage):
    """One's own work; `before` is where one comes back to."""

    own: PersonQuality | None
    before: Screen

    @property
    def person(self) -> PersonQuality | None:
        """Oneself."""
        return self.own


@dataclass(frozen=True, kw_only=True)
class QualityView(QualityPage, OverTheQueue):
    """Everybody's work, as a coordinator reads it, over the queue; `of` is whose is opened."""

    read: "QualityRead"
    queue: "OnDesk"
    of: UUID | None = None
    lit_person: int = 0

    @property
    def people(self) -> tuple[PersonQuality, ...]:
        """Everybody, those with most flags first."""
        return self.read.work.people

    @property
    def person(self) -> PersonQuality | None:
        """Whose work is opened."""
        return next((one for one in self.people if one.id == self.of), None)

    @property
    def lines(self) -> int:
        """How many lines one moves in."""
        return super().lines if self.person else len(self.people)

    @property
    def marked(self) -> int:
        """Which of them is marked."""
        return super().marked if self.person else self.lit_person

    def marking(self, line: int) -> "QualityView":
        """With that line marked."""
        return super().marking(line) if self.person else replace(self, lit_person=line)

    def opened(self) -> "QualityView":
        """The marked person, or what is behind the marked measure."""
        if self.person:
            return super().opened()
        if not self.people:
            return self
        chosen = self.people[min(self.lit_person, len(self.people) - 1)]
        return replace(self, of=chosen.id, lit_measure=0)

    def name(self, id: UUID) -> str:
        """What somebody is called."""
        return self.read.names.get(id, "")

    # ── A list on the desk, to which an interview comes back ─────────────────────────────────────

    @property
    def lists_cases(self) -> bool:
        """It lists interviews."""
        return False

    def read_again(self, desk: services.CoordinatorDesk, at: datetime) -> "QualityView":
        """With the desk as it is now."""
        return replace(self, queue=self.queue.read_again(desk, at))

    def marking_next(self, id: UUID) -> "QualityView":
        """With the line after the one that was opened marked."""
        return self.marking(min(self.marked + 1, self.lines - 1))
