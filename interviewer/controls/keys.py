"""Every key of the program, in one place.  What it does, the table of each screen says.

Digits and letters answer; F-keys and ctrl+letter act, or edit a text.  Keys that terminals keep to
themselves or mix up with others are not used (F3, F10, F11, alt+digit, ctrl+h, ctrl+i, ctrl+m,
ctrl+[).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Final, TypeAlias
from uuid import UUID

from interviewer.engine.stamp import Stamp
from schemas.language.option_keys import OPTION_KEYS as OPTION_KEYS

NAMED_KEYS: Final = {" ": "space", "?": "question_mark", "!": "exclamation_mark"}
"""Characters whose keys the program knows by another name; the others bear their own."""


@dataclass(frozen=True, slots=True)
class Press(Stamp):
    """One key, when it came, and an id for what it may lead to."""

    name: str
    char: str = ""

    @classmethod
    def named(cls, name: str, at: datetime, id: UUID, ran: float) -> "Press":
        """A key by its name, which is the character for those that have one."""
        return cls(at, id, NAMED_KEYS.get(name, name), name if len(name) == 1 else "", ran=ran)

    def next(self, number: int, name: str) -> "Press":
        """Another key that the same hand has led to."""
        return Press.named(name, self.at, self.another(number), self.ran)

    def all(self, keys: "Iterable[AnyKey]") -> "tuple[Press, ...]":
        """Several keys, one after the other."""
        return tuple(self.next(number, name_of(key)) for number, key in enumerate(keys))

    @property
    def option(self) -> int | None:
        """Which option of a list the key stands in front of, from 0."""
        place = OPTION_KEYS.find(self.char.lower()) if self.char else -1
        return place if place >= 0 else None


class Keycap(Enum):
    """What is on a key: as people read it, and as Textual names it."""

    F1 = "F1", "f1"
    F2 = "F2", "f2"
    F4 = "F4", "f4"
    F5 = "F5", "f5"
    F6 = "F6", "f6"
    F7 = "F7 ?", "f7", "question_mark"
    F8 = "F8 !", "f8", "exclamation_mark"
    F9 = "F9", "f9"
    F12 = "F12", "f12"
    ENTER = "Enter", "enter"
    PAGE_UP = "PgUp", "pageup"
    PAGE_DOWN = "PgDn", "pagedown"
    ESCAPE = "Esc", "escape"
    TAB = "Tab", "tab"
    SHIFT_TAB = "Shift+Tab", "shift+tab"
    UP = "↑", "up"
    DOWN = "↓", "down"
    SPACE = "Mellomrom", "space"
    ZERO = "0", "0"
    DELETE = "Delete", "delete"
    CTRL_Y = "Ctrl+Y", "ctrl+y"
    CTRL_T = "Ctrl+T", "ctrl+t"
    CTRL_R = "Ctrl+R", "ctrl+r"
    CTRL_L = "Ctrl+L", "ctrl+l"
    CTRL_Z = "Ctrl+Z", "ctrl+z"
    CTRL_G = "Ctrl+G", "ctrl+g"
    CTRL_O = "Ctrl+O", "ctrl+o"
    CTRL_P = "Ctrl+P", "ctrl+p"
    CTRL_F = "Ctrl+F", "ctrl+f"
    CTRL_Q = "Ctrl+Q", "ctrl+q"
    CTRL_J = "Ctrl+J", "ctrl+j"
    BACKSPACE = "Backspace", "backspace"
    LEFT = "←", "left"
    RIGHT = "→", "right"
    CTRL_LEFT = "Ctrl+←", "ctrl+left"
    CTRL_RIGHT = "Ctrl+→", "ctrl+right"
    HOME = "Home Ctrl+A", "home", "ctrl+a"
    END = "End Ctrl+E", "end", "ctrl+e"
    CTRL_W = "Ctrl+W", "ctrl+w"
    CTRL_U = "Ctrl+U", "ctrl+u"
    CTRL_K = "Ctrl+K", "ctrl+k"

    @property
    def shown(self) -> str:
        """The key as people read it."""
        return str(self.value[0])

    @property
    def names(self) -> tuple[str, ...]:
        """What Textual calls it."""
        return tuple(map(str, self.value[1:]))


AnyKey: TypeAlias = Keycap | str
"""A key of the registry, or a character, which is its own."""


def name_of(key: AnyKey) -> str:
    """What a key is called where it is pressed by name."""
    return key.names[0] if isinstance(key, Keycap) else key


_KEYCAPS: Final = {name: keycap for keycap in Keycap for name in keycap.names}


def keycap_of(press: Press) -> Keycap | None:
    """Which key it was, if it is not one that answers."""
    return _KEYCAPS.get(press.name)
