"""What one question does with keys until there is an answer: one small pure state for each form.

Which form that is, the type of the question says (`EntryForm`); nothing else is known of types.

Whatever somebody does gives the entry after it, or what it led to: `GivenAnswer` (an answer),
`Into` (go into a roster's item), `TakeOut` (ask to take one out).  Something that cannot be an
answer raises `AnswerProblem`, and `after` is the entry that goes on from there: what was typed
stands, and it knows what the next thing typed is to do.  Which key does what, a screen says.
"""

from dataclasses import dataclass
from typing import Any, Protocol, Self, TypeAlias

from schemas.frame.design import Noun
from schemas.language.messages import AnswerProblem
from schemas.questionnaire.answers import NOT_ASKED, Missing


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """An answer, not yet checked."""

    value: Any


@dataclass(frozen=True, slots=True)
class Into:
    """Go into this item of a roster."""

    item: int


@dataclass(frozen=True, slots=True)
class TakeOut:
    """Somebody wants this item of a roster removed: a `noun` of this `name`, if it has any."""

    item: int
    name: str
    noun: Noun


class Entry(Protocol):
    """What has been typed or chosen for one question, and what can be made of it."""

    def done(self) -> "Led":
        """What it comes to as it stands: the answer, or what is marked."""

    def paste(self, text: str) -> "Entry | None":
        """The entry with pasted text; None where there is nowhere to put it."""

    def after(self, problem: AnswerProblem) -> "Entry":
        """The entry that goes on when this problem has been told."""

    @property
    def typed(self) -> str:
        """What is not an answer yet and would be lost with the program, as text."""

    def remembering(self, draft: str) -> "Entry":
        """The entry with what was `typed` before."""


Led: TypeAlias = Entry | GivenAnswer | Into | TakeOut


def moved_mark(lit: int | None, by: int, rows: int) -> int | None:
    """Where the mark in a list of `rows` stands one line on, or one back."""
    if not rows:
        return None
    if lit is None:
        return 0 if by > 0 else rows - 1
    return max(0, min(lit + by, rows - 1))


def is_said(answer: Any) -> bool:
    """Whether the answer is Vet ikke or Vil ikke svare, which Enter on nothing keeps."""
    return isinstance(answer, Missing) and answer != NOT_ASKED


class Untyped:
    """Entries into which no text is typed."""

    __slots__ = ()

    @property
    def typed(self) -> str:
        """Nothing, but where something is chosen step by step."""
        return ""

    def remembering(self, draft: str) -> Self:
        """The same: nothing was typed here."""
        return self

    def paste(self, text: str) -> None:
        """There is nowhere to put it."""
        return

    def after(self, problem: AnswerProblem) -> Self:
        """The same: nothing is typed here."""
        return self


@dataclass(frozen=True, slots=True)
class ReadAloud(Untyped):
    """A text to read; Enter when it has been read."""

    def done(self) -> Led:
        return GivenAnswer("read")
