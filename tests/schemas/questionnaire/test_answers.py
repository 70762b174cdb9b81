"""A missing answer says itself how it is stored and read."""

from dataclasses import dataclass
from typing import Any, Literal

import pytest
from pydantic import TypeAdapter, ValidationError

from schemas.questionnaire.answers import REFUSED, Missing


@dataclass(frozen=True, slots=True)
class Plain:
    """What has the same field, and leaves it to pydantic."""

    missing: Literal["not_asked", "dont_know", "refused"]


def read(kind: Any, stored: Any) -> Any:
    """What comes of it once it is stored again; where it is refused, of what type each fault is."""
    adapter = TypeAdapter[Any](int | kind | None)
    try:
        return adapter.dump_json(adapter.validate_python(stored))
    except ValidationError as refused:
        return [fault["type"] for fault in refused.errors()]


@pytest.mark.parametrize(
    "stored",
    [
        *({"missing": one} for one in ("not_asked", "dont_know", "refused", "apart", None)),
        {"missing": "refused", "besides": 1},
        {},
        [],
        ["refused"],
        "refused",
        5,
        None,
    ],
)
def test_is_read_as_pydantic_would(stored: Any) -> None:
    """What it takes, what it refuses, and what is stored."""
    assert read(Missing, stored) == read(Plain, stored)


def test_is_itself_when_it_has_been_read() -> None:
    """Also where it never was JSON."""
    adapter = TypeAdapter[Any](Missing)
    assert adapter.validate_json('{"missing":"refused"}') == REFUSED
    assert adapter.validate_python(REFUSED) is REFUSED
