"""What a key leads to: another state, and perhaps something that must be stored before it shows."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any, Protocol, TypeAlias, TypeVar

from interviewer.controls.keys import Press
from interviewer.engine.task import Task
from schemas.language.text import Text


class Tone(Enum):
    """How a message is meant; it is shown with a word or sign too, never by colour alone."""

    error = "feil"
    warning = "obs"
    good = "ok"
    quiet = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """A message to the person at the keyboard, with its code when something is wrong."""

    text: str | Text
    code: str = ""
    tone: Tone = Tone.error


class Screen(Protocol):
    """A state of the whole program: what is on screen, and what keys make of it.

    Pure: a screen never reads a clock or a database.
    """

    @property
    def notice(self) -> Notice | None:
        """What the person must be told right now."""

    def told(self, notice: Notice | None) -> "Screen":
        """The same, saying something."""


@dataclass(frozen=True, slots=True)
class GoTo:
    """A screen by its name and what it is about; the router makes it: no screen knows another."""


T = TypeVar("T")

Next: TypeAlias = "Screen | GoTo"


@dataclass(frozen=True, slots=True)
class Copy:
    """Put text on the clipboard of the person's own computer."""

    text: str


@dataclass(frozen=True, slots=True)
class Telephone:
    """Hand a number to the computer's own telephone program; it never dials by itself."""

    number: str


class Onward(Protocol):
    """Somewhere that is some presses away, whatever lies between."""

    def next(self, here: Screen) -> "Reaction":
        """The next presses, seen from the screen that there is by now."""


@dataclass(frozen=True, slots=True)
class Reaction:
    """The next state.  With `task`, that comes first, and `then` may make the state from it.
    `hands` is something for the world outside the program, once the state is there.  With `drops`,
    keys that come during the work are dropped: it may end in a question that nobody has read yet.
    `presses` are keys that the next state gets before any that have been typed; after them,
    `onward` sees where they have led, and says what is next.

    If the work fails, the old state stays, and everything typed with it.
    """

    screen: Next
    task: Task[Any] | None = None
    then: Callable[[Any], Next] | None = None
    hands: Copy | Telephone | None = None
    drops: bool = False
    presses: "tuple[Press, ...]" = ()
    onward: "Onward | None" = None

    def done(self, result: Any) -> Next:
        """The state after the work."""
        return self.then(result) if self.then else self.screen


def storing(
    screen: Next,
    task: Task[T],
    then: Callable[[T], Next] | None = None,
    *,
    hands: Copy | Telephone | None = None,
    drops: bool = False,
) -> Reaction:
    """A reaction with work, whose `then` takes what comes of it."""
    return Reaction(screen, task, then, hands, drops)


@dataclass(frozen=True, slots=True)
class Gone:
    """The program is over."""

    notice: Notice | None = None

    def told(self, notice: Notice | None) -> "Gone":
        """Nobody is listening."""
        return self
