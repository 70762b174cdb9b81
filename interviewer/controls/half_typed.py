"""The words that somebody is in the middle of typing, wherever they stand on a screen."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, Protocol, runtime_checkable

from interviewer.controls.screen import OnTop, Screen
from interviewer.engine.text_field import TextField


@runtime_checkable
class WithPanel(Protocol):
    """A screen on which something may be open."""

    @property
    def panel(self) -> object: ...


@runtime_checkable
class WithMoreBelow(Protocol):
    """A screen on which more may wait below what is open."""

    @property
    def below(self) -> tuple[object, ...]: ...


@runtime_checkable
class Searches(Protocol):
    """What is open and searched by typing: the line that is found stands out."""

    @property
    def lit(self) -> int: ...


@runtime_checkable
class SavesItself(Protocol):
    """What is stored however it is left, but for what cannot be."""

    @property
    def not_stored(self) -> tuple[str, ...]: ...


def half_typed(screen: Screen | None) -> tuple[str, ...]:
    """What is written in what is open on a screen, and in what waits below.

    Not what is searched for, which is easily typed again; nor what is stored however it is left.
    """
    if screen is None:
        return ()
    panel = screen.panel if isinstance(screen, WithPanel) else None
    parts = (panel, *(screen.below if isinstance(screen, WithMoreBelow) else ()))
    here = (one for part in parts if not isinstance(part, Searches) for one in _left_in(part))
    return (*here, *half_typed(screen.before if isinstance(screen, OnTop) else None))


def _left_in(panel: object) -> Iterator[str]:
    left = panel.not_stored if isinstance(panel, SavesItself) else _texts(panel)
    return (words for words in left if words.strip())


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, TextField):
        yield "" if value.fresh else value.text
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
