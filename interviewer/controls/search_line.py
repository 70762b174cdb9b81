"""A list that typing searches: what the call list and the coordinator's lists have in common."""

from abc import abstractmethod
from dataclasses import dataclass, replace
from typing import Self
from uuid import UUID

from interviewer.controls.help import Helped
from interviewer.controls.keys import Press
from interviewer.controls.screen import Reaction
from interviewer.controls.scrolling import move_of, moved
from interviewer.controls.text_keys import typed
from interviewer.engine.text_field import EMPTY, TextField
from schemas.language.clean import clean


@dataclass(frozen=True, kw_only=True)
class Searched(Helped):
    """What is typed into the search, and which line is marked (`lit`)."""

    line: TextField = EMPTY
    lit: UUID | None = None

    @property
    @abstractmethod
    def ids(self) -> tuple[UUID, ...]:
        """What is listed, in its order."""

    @abstractmethod
    def act(self, press: Press) -> Reaction | None:
        """What a key leads to that means something special in this list."""

    @property
    def marked(self) -> int:
        """The place of the marked line; the first one when nothing is marked."""
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

    def pressed(self, press: Press) -> Reaction:
        """What a key leads to."""
        turn = self.act(press)
        if turn:
            return turn
        if move_of(press):
            return Reaction(self._moved(press))
        line = typed(self.line, press)
        return Reaction(replace(self, line=line, lit=None) if line else self)

    def pasted(self, text: str, press: Press) -> Reaction:
        """The search with pasted text."""
        line = self.line.insert(clean(text, one_line=True)[0])
        return Reaction(replace(self, line=line, lit=None))

    def _moved(self, press: Press) -> Self:
        if not self.ids:
            return self
        return replace(self, lit=self.ids[moved(self.marked, press, len(self.ids))])
