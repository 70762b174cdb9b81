"""JSON as it lies in the database: text, on both engines."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final, TypeVar

from pydantic_core import from_json

from db.problems import SpoiltContent

T = TypeVar("T")

UNREADABLE: Final = "unreadable"
"""The key under which the beginning of a text stands that was to be JSON, and is none."""


def load_json(text: str) -> Any:
    """What was stored; of a text that somebody has spoilt, its beginning under `UNREADABLE`."""
    try:
        return from_json(text)
    except ValueError:
        return {UNREADABLE: text[:200]}


@contextmanager
def made_of(where: str, is_whole: Callable[[], bool] = lambda: False) -> Iterator[None]:
    """Something is made of what was stored `where`, a table and its column; raises SpoiltContent
    where that has not the form.

    What `is_whole` nobody has spoilt: then it is a fault of ours, and goes on as such.
    """
    try:
        yield
    except (TypeError, ValueError, AttributeError, LookupError):
        if is_whole():
            raise
        raise SpoiltContent(where) from None


def read_as(make: Callable[[Any], T], text: str, where: str) -> T:
    """What is made of it; raises SpoiltContent."""
    with made_of(where):
        return make(load_json(text))


def read_each(make: Callable[[Any], T], text: str, where: str) -> list[T]:
    """The same of each in a list; raises SpoiltContent."""

    def every(told: Any) -> list[T]:
        if not isinstance(told, list):
            raise TypeError
        return list(map(make, told))

    return read_as(every, text, where)


def dump_json(value: object) -> str:
    """The stored form: readable Norwegian letters, no spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
