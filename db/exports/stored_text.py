"""Ids as the text that lies there: no object is made of what only waits to be written."""

from __future__ import annotations

from typing import Final

DIGITS: Final = 32


def dashed(id: str) -> str:
    """An id as files have it.

    >>> dashed("b31b3eb59d5a40c8a07003de8a98b2b4")
    'b31b3eb5-9d5a-40c8-a070-03de8a98b2b4'
    """
    if len(id) != DIGITS:
        return id
    return f"{id[:8]}-{id[8:12]}-{id[12:16]}-{id[16:20]}-{id[20:]}"
