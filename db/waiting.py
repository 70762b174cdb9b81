"""Who is told that a database is waited for, while somebody else uses it: whoever opens it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeAlias

Tells: TypeAlias = Callable[[str], None]
"""Says a sentence to a person who waits."""

_TELLS: ContextVar[Tells | None] = ContextVar("tells", default=None)


@contextmanager
def told_of_waiting(tells: Tells) -> Iterator[None]:
    """Whoever opens a database inside is told by `tells` what is waited for."""
    before = _TELLS.set(tells)
    try:
        yield
    finally:
        _TELLS.reset(before)


def tell(sentence: str) -> None:
    """Say it, if anybody wants to hear it."""
    if tells := _TELLS.get():
        tells(sentence)
