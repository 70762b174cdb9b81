"""Who rings what: everybody with what they have; and for one of them, the groups to give from."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from db.records import KnownInterviewer
from interviewer import services
from interviewer.controls.help import Helped
from interviewer.services.distribution import SharedWork
from schemas.calls.distribution import open_of
from schemas.calls.ranking.cases import CaseState
from schemas.frame.units import Group

if TYPE_CHECKING:
    from interviewer.controls.on_desk import OnDesk


class WorkQuestion(Enum):
    """What one more Enter does: many cases change hands."""

    share = auto()
    take = auto()


@dataclass(frozen=True)
class Distribution(Helped):
    """The work as it was shared out when it was read; `to` is whose groups are open."""

    queue: "OnDesk"
    work: SharedWork
    to: UUID | None = None
    lit: int = 0
    lit_group: int = 0
    asking: WorkQuestion | None = None

    @property
    def who(self) -> services.Caller:
        """The coordinator."""
        return self.queue.who

    @property
    def person(self) -> KnownInterviewer | None:
        """Whose groups are open, or who is marked."""
        if self.to is not None:
            return next((one for one in self.work.people if one.id == self.to), None)
        return (
            self.work.people[min(self.lit, len(self.work.people) - 1)] if self.work.people else None
        )

    @property
    def sharing(self) -> tuple[KnownInterviewer, ...]:
        """Between whom the rest is shared: everybody but the coordinator, who may take some."""
        return tuple(one for one in self.work.people if one.id != self.who.id)

    @cached_property
    def hers(self) -> tuple[CaseState, ...]:
        """The open cases of that person."""
        return open_of(self.work.cases, self.person.id) if self.person else ()

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups that cases lie in."""
        return self.who.frame.groups

    @property
    def group(self) -> Group:
        """The group that is marked."""
        return self.groups[min(self.lit_group, len(self.groups) - 1)]

    @cached_property
    def free_in(self) -> Mapping[str, int]:
        """How many open cases nobody has, by group."""
        return Counter(case.unit.group.id for case in self.work.shared.rest)

    @cached_property
    def hers_in(self) -> Mapping[str, int]:
        """How many open cases she has, by group."""
        return Counter(case.unit.group.id for case in self.hers)

    @property
    def marked(self) -> int:
        """The marked line."""
        return self.lit if self.to is None else self.lit_group

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return len(self.work.people if self.to is None else self.groups)

    def marking(self, line: int) -> "Distribution":
        """With that line marked."""
        return replace(self, lit=line) if self.to is None else replace(self, lit_group=line)
