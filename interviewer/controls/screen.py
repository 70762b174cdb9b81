"""What a key leads to: another state, and perhaps something that must be stored before it shows."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, TypeVar, runtime_checkable

from interviewer.controls.keys import Press
from interviewer.engine.stamp import Stamp
from interviewer.engine.task import Task
from schemas.language.text import Text

if TYPE_CHECKING:
    from db.records import CaseFile
    from db.reviews import ReviewFile
    from interviewer.services import Caller


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

    def mind(self, at: datetime) -> "Reaction | None":
        """What it wants done once a second, besides the keys: mostly nothing."""
        return None

    def get_ready(self) -> bool:
        """A little of what the next keys may ask for is made; whether anything was left to do."""
        return False

    def leaving(self, stamp: Stamp) -> "Reaction":
        """Whoever wants to leave may be asked first, or have to wait for something."""
        return Reaction(Gone())

    def ending(self, stamp: Stamp) -> Task[Any] | None:
        """What is half written, and would be lost with the program."""
        return None


@runtime_checkable
class OnTop(Protocol):
    """A screen that is open for a while, and then goes back to the one `before` it."""

    @property
    def before(self) -> Screen | None: ...


@runtime_checkable
class AtWork(Protocol):
    """A screen that knows who works on it."""

    @property
    def who(self) -> "Caller": ...


@runtime_checkable
class OnACase(Protocol):
    """A screen that is about one case."""

    @property
    def file(self) -> "CaseFile | ReviewFile": ...


def at_work_on(screen: Screen) -> Screen:
    """The screen that somebody works on, beneath what is open for a moment."""
    while isinstance(screen, OnTop) and screen.before and not isinstance(screen, AtWork):
        screen = screen.before
    return screen


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


@dataclass(frozen=True)
class Gone(Screen):
    """The program is over."""

    notice: Notice | None = None

    def told(self, notice: Notice | None) -> "Gone":
        """Nobody is listening."""
        return self
