"""A list that typing searches: what the call list and the coordinator's lists have in common."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Self, TypeVar
from uuid import UUID

from interviewer.controls.actions import KeyTable
from interviewer.controls.help import Helped
from interviewer.controls.keys import Press
from interviewer.controls.screen import Reaction
from interviewer.controls.scrolling import move_of, moved
from interviewer.controls.text_keys import typed
from interviewer.engine.text_field import EMPTY, TextField


@dataclass(frozen=True, kw_only=True)
class Searched(Helped, ABC):
    """What is typed into the search, and which line is marked (`lit`)."""

    line: TextField = EMPTY
    lit: UUID | None = None
    lit_at: int = field(default=0, repr=False, compare=False)
    """Where the marked line stood when a key marked it: it is looked for there first, since to look
    through all lines takes the longer the more there are."""

    @property
    @abstractmethod
    def ids(self) -> Sequence[UUID]:
        """What is listed, in its order."""

    @property
    def marked(self) -> int:
        """The place of the marked line; the first one when nothing is marked."""
        if not self.lit:
            return 0
        if self.lit_at < len(self.ids) and self.ids[self.lit_at] == self.lit:
            return self.lit_at
        return self.ids.index(self.lit) if self.lit in self.ids else 0

    def marking_next(self, id: UUID) -> Self:
        """With the line after this one marked: this one is on its way out of the list."""
        at = self.ids.index(id) if id in self.ids else 0
        return replace(self.searched(), lit=next(iter(self.ids[at + 1 :]), None))

    def searched(self) -> Self:
        """With the search done: it stands there, and what is typed next takes its place."""
        return replace(self, line=TextField.of(self.line.text, fresh=True))

    def cleared(self) -> Self:
        """With nothing typed and nothing marked."""
        return replace(self, line=EMPTY, lit=None)

    def moved(self, press: Press) -> Self:
        """With the mark moved."""
        if not self.ids:
            return self
        at = moved(self.marked, press, len(self.ids))
        return replace(self, lit=self.ids[at], lit_at=at)


F = TypeVar("F", bound=Searched)


def sought(table: KeyTable[F], screen: F, press: Press) -> Reaction:
    """What a key leads to: what the list's table says, up or down, or more to search for."""
    reaction = table.led(screen, press)
    if reaction:
        return reaction
    if move_of(press, screen.line):
        return Reaction(screen.moved(press))
    line = typed(screen.line, press)
    return Reaction(replace(screen, line=line, lit=None) if line else screen)


def sought_by_paste(screen: F, text: str, press: Press) -> Reaction:
    """The search with pasted text."""
    line = screen.line.paste(text)
    return Reaction(replace(screen, line=line, lit=None))
