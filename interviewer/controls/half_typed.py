"""The words that somebody is in the middle of typing, wherever they stand on a screen."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from interviewer.engine.long_text import MOST
from interviewer.engine.text_field import TextField


def half_typed(screen: object) -> tuple[str, ...]:
    """What is written in what is open on a screen, and in what waits below.

    Not what is searched for, which is easily typed again; nor what is stored however it is left.
    """
    if screen is None:
        return ()
    panels = (getattr(screen, name, None) for name in ("panel", "reason"))
    parts = (*filter(None, panels), *getattr(screen, "below", ()))
    here = (one for part in parts if not hasattr(part, "lit") for one in _left_in(part))
    return (*here, *half_typed(getattr(screen, "before", None)))


def _left_in(panel: object) -> Iterator[str]:
    for words in _texts(panel):
        if words.strip() and (not hasattr(panel, "put_by") or len(words) > MOST):
            yield words


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, TextField):
        yield "" if value.fresh else value.text
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
