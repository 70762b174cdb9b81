"""One case on the coordinator's screen, and what can be decided about it."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from db.records import CaseFile, Interviewer
from interviewer import services
from interviewer.controls.asking import Withdrawing, WritingNote
from interviewer.controls.consenting import Consenting
from interviewer.controls.help import Helped
from interviewer.controls.on_desk import FRESH, OnDesk
from interviewer.controls.screen import Reaction, storing
from interviewer.controls.scrolling import Scroll
from interviewer.engine.task import task
from interviewer.engine.text_field import EMPTY, TextField
from schemas.calls.ranking.lines import ListedCase
from schemas.frame.units import Unit
from schemas.review.decisions import DecisionKind


@dataclass(frozen=True, slots=True)
class Deciding:
    """Why: or, when the case is sent back, what whoever rings is to know."""

    kind: DecisionKind
    line: TextField = EMPTY


@dataclass(frozen=True, slots=True)
class GivingCase:
    """Who is to ring it?"""

    people: tuple[Interviewer, ...]


@dataclass(frozen=True, slots=True)
class Settling:
    """What stands, of what two databases say differently?"""

    @staticmethod
    def others(read: services.CaseOnDesk) -> int:
        """How many interviews were set aside: each may stand instead."""
        return max((len(one.others) for one in read.conflicts), default=0)


Panel = Deciding | Consenting | Withdrawing | WritingNote | GivingCase | Settling
"""What is open on a case."""


@dataclass(frozen=True)
class DecideCase(Helped):
    """A case as it was read; nobody holds it meanwhile.  `scroll` is how far down one has read."""

    cases: OnDesk
    read: services.CaseOnDesk
    panel: Panel | None = None
    scroll: Scroll = field(default_factory=Scroll)

    @property
    def who(self) -> services.Caller:
        """The coordinator."""
        return self.cases.who

    @property
    def file(self) -> CaseFile:
        """Everything about the case but the answers."""
        return self.read.file

    @property
    def line(self) -> ListedCase:
        """Where the case is, and why."""
        return self.cases.by_case[self.file.case_id]

    @property
    def unit(self) -> Unit:
        """The unit that the case is about."""
        return self.line.case.unit

    def mind(self, at: datetime) -> Reaction | None:
        """Others call and decide meanwhile; not while one is deciding on what one has read."""
        if self.panel or at - self.cases.now < FRESH:
            return None
        who, case_id = self.who, self.file.case_id

        def then(found: tuple[services.CoordinatorDesk, services.CaseOnDesk]) -> DecideCase:
            return replace(self, cases=self.cases.read_again(found[0], at), read=found[1])

        return storing(self, task(services.look_around_at, case_id, who), then)
