"""What a setting can be: how it is read from a settings file, and what one is told to write there.

Plain Python, for the settings are there before the first list; what else reads them need not be.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from datetime import time
from typing import Any, NamedTuple, TypeVar

from schemas.language.addresses import is_email

T = TypeVar("T")


class Unsuitable(ValueError):
    """Nothing that can stand there.  In a list, `word` is the one that cannot."""

    def __init__(self, word: str = "") -> None:
        super().__init__()
        self.word = word


class SettingKind(ABC):
    """A kind of value."""

    @abstractmethod
    def read(self, value: Any) -> Any:
        """The value as the program has it; raises `Unsuitable`."""

    @abstractmethod
    def wanted(self, example: str) -> str:
        """What is to be written there."""


def _each(read: Callable[[Any], T], values: list[Any]) -> Iterator[T]:
    """What stands in a list, one after the other."""
    for value in values:
        try:
            yield read(value)
        except Unsuitable:
            raise Unsuitable(value if isinstance(value, str) else "") from None


class Number(SettingKind):
    """A whole number from `low` to `high`."""

    def __init__(self, low: int, high: int) -> None:
        self._low, self._high = low, high

    def read(self, value: Any) -> int:
        """The number itself."""
        if type(value) is not int or not self._low <= value <= self._high:
            raise Unsuitable()
        return value

    def wanted(self, example: str) -> str:
        """Between what."""
        return f"et helt tall fra {self._low} til {self._high}, for eksempel {example}"


class Whether(SettingKind):
    """Whether something is so."""

    def read(self, value: Any) -> bool:
        """The answer itself."""
        if not isinstance(value, bool):
            raise Unsuitable()
        return value

    def wanted(self, example: str) -> str:
        """Either of them."""
        return "true eller false"


class Prefix(SettingKind):
    """What is dialled first."""

    def read(self, value: Any) -> str:
        """The signs themselves."""
        if not isinstance(value, str) or not re.fullmatch("[0-9*#+]{0,6}", value):
            raise Unsuitable()
        return value

    def wanted(self, example: str) -> str:
        """Which signs."""
        return 'høyst seks tegn av 0–9, *, # og + i anførselstegn, for eksempel "0"'


class Address(SettingKind):
    """An e-mail address, or none."""

    def read(self, value: Any) -> str:
        """The address as it is written."""
        if not isinstance(value, str) or (value and not is_email(value)):
            raise Unsuitable()
        return value

    def wanted(self, example: str) -> str:
        """One that there is not."""
        return 'en e-postadresse i anførselstegn, for eksempel "post@eksempel.no"'


class OneWord(SettingKind):
    """One of some words."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words

    def read(self, value: Any) -> str:
        """The word itself."""
        if not isinstance(value, str) or value not in self._words:
            raise Unsuitable()
        return value

    def wanted(self, example: str) -> str:
        """All of them."""
        return "en av " + ", ".join(f'"{word}"' for word in self._words)


class SomeWords(OneWord):
    """At least one of some words, in a list."""

    def read(self, value: Any) -> tuple[str, ...]:  # type: ignore[override]  # a list of the same
        """The words themselves; an editor may have begun them with a large letter."""
        if not isinstance(value, list) or not value:
            raise Unsuitable()
        return tuple(_each(self._one, value))

    def _one(self, value: Any) -> str:
        return super().read(value.strip().casefold() if isinstance(value, str) else value)

    def wanted(self, example: str) -> str:
        """All of them, and how a list is written."""
        some = f'["{self._words[0]}", "{self._words[1]}"]'
        return f"en liste av ukedager ({', '.join(self._words)}), for eksempel {some}"


class ClockTime(SettingKind):
    """A time of day: as TOML has it, or as anybody writes it."""

    def read(self, value: Any) -> time:
        """With full minutes, unless TOML says otherwise."""
        if isinstance(value, time):
            return value
        try:
            hour, minute = value.strip().replace(".", ":").split(":")
            return time(int(hour), int(minute))
        except (AttributeError, ValueError):
            raise Unsuitable() from None

    def wanted(self, example: str) -> str:
        """One of them."""
        return f"et klokkeslett, for eksempel {example}"


class Pause(ClockTime):
    """Two times of day in a list, or an empty one for none."""

    def read(self, value: Any) -> tuple[time, time] | None:  # type: ignore[override]  # two of them
        """When it begins and ends."""
        if value == []:
            return None
        if not isinstance(value, list) or len(value) != 2:
            raise Unsuitable()
        begins, ends = _each(super().read, value)
        return begins, ends

    def wanted(self, example: str) -> str:
        """Both of them."""
        return f"to klokkeslett (eller [] for ingen pause), for eksempel {example}"


class Declared(NamedTuple):
    """What is declared of a setting: its kind, and what it means in the settings file."""

    kind: SettingKind
    meaning: str


def setting(default: Any, kind: SettingKind, meaning: str) -> Any:
    """A field of settings."""
    return field(default=default, metadata={"declared": Declared(kind, meaning)})
