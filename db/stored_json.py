"""JSON as it lies in the database: text, on both engines."""

from __future__ import annotations

import json
from typing import Any, Final

from pydantic_core import from_json

UNREADABLE: Final = "unreadable"
"""The key under which the beginning of a text stands that was to be JSON, and is none."""


def load_json(text: str) -> Any:
    """What was stored; of a text that somebody has spoilt, its beginning under `UNREADABLE`."""
    try:
        return from_json(text)
    except ValueError:
        return {UNREADABLE: text[:200]}


def dump_json(value: object) -> str:
    """The stored form: readable Norwegian letters, no spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
