"""A file with whom to ring: where it lies, what is in it, and what it would change."""

from dataclasses import dataclass, replace

from interviewer import services
from interviewer.controls.help import Helped
from interviewer.controls.screen import Screen
from interviewer.engine.text_field import EMPTY, TextField
from interviewer.screens.destinations import ToBringIn
from interviewer.services.bring_in import FileHolds, FileSeen


@dataclass(frozen=True, kw_only=True)
class BringIn(Helped):
    """`seen` is what the file says, once it has been looked into; Esc leads to `before`."""

    who: services.Caller
    before: Screen
    holds: FileHolds
    line: TextField = EMPTY
    seen: FileSeen | None = None

    @classmethod
    def of(cls, there: ToBringIn) -> "BringIn":
        """With what comes first in a survey: the answers of its earlier phase, if it had one."""
        holds = FileHolds.claims if there.who.survey.earlier else FileHolds.contacts
        return cls(who=there.who, before=there.before, holds=holds)

    @property
    def kinds(self) -> tuple[FileHolds, ...]:
        """What such a file can hold: answers only where there was an earlier phase."""
        earlier = (FileHolds.claims,) if self.who.survey.earlier else ()
        return (*earlier, FileHolds.contacts)

    def typing(self, line: TextField) -> "BringIn":
        """With another place typed: what the old one said is forgotten."""
        return replace(self, line=line, seen=None)

    def turned(self) -> "BringIn":
        """With the other kind of file."""
        at = self.kinds.index(self.holds) + 1
        return replace(self, holds=self.kinds[at % len(self.kinds)], seen=None)
