"""Answers that tell who somebody is lie apart from the others: what stands in their place, and how
a stored document is taken apart and put together again.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Any, Final

APART: Final[dict[str, Any]] = {"missing": "apart"}
"""What stands for an answer that lies in a table of its own: that there is one."""

_NOT_ASKED: Final = {"missing": "not_asked"}


def is_said(stored: Any) -> bool:
    """Whether a stored answer says anything: why there is none tells of nobody."""
    return stored is not None and not (isinstance(stored, Mapping) and "missing" in stored)


def taken_apart(document: Any, telling: Container[str]) -> tuple[Any, dict[str, Any]]:
    """A document with a mark for every answer to these questions, and those, by their sections."""
    if not isinstance(document, Mapping):  # somebody has spoilt it
        return document, {}
    left, taken = {}, {}
    for name, section in document.items():
        left[name], some = _parted(section, telling)
        if some:
            taken[name] = some
    return left, taken


def put_together(document: Any, *taken: Any) -> Any:
    """The document with what was taken from it, as far as that is there: an answer that is in none
    of it was not asked for.
    """
    if not isinstance(document, Mapping):
        return document
    there = [one for one in taken if isinstance(one, Mapping)]
    return {
        name: _whole(section, [one[name] for one in there if name in one])
        if _has_gaps(section)
        else section
        for name, section in document.items()
    }


def _parted(section: Any, telling: Container[str]) -> tuple[Any, Any]:
    """A section, or a roster item by item: what is left of it, and what tells who somebody is."""
    if isinstance(section, list):
        parts = [_parted(item, telling) for item in section]
        taken = [some or {} for _, some in parts]
        return [left for left, _ in parts], taken if any(taken) else None
    if not isinstance(section, Mapping):
        return section, None
    taken_ids = {id for id, said in section.items() if id in telling and is_said(said)}
    left = {id: APART if id in taken_ids else said for id, said in section.items()}
    return left, {id: section[id] for id in section if id in taken_ids}


def _has_gaps(section: Any) -> bool:
    """Whether an answer may lie apart: most sections are whole as they are."""
    if isinstance(section, list):
        return any(map(_has_gaps, section))
    return isinstance(section, dict) and APART in section.values()


def _whole(section: Any, taken: list[Any]) -> Any:
    if isinstance(section, list):
        items = [one if isinstance(one, list) else [] for one in taken]
        return [
            _whole(item, [one[place] for one in items if place < len(one)])
            for place, item in enumerate(section)
        ]
    if not _has_gaps(section):
        return section
    known = {id: said for one in taken if isinstance(one, Mapping) for id, said in one.items()}
    marked = [id for id, said in section.items() if said == APART]
    return {**section, **{id: known.get(id, _NOT_ASKED) for id in marked}}
