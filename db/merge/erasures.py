"""What was erased of persons in one database is erased in what another one says, before they are
joined: nobody comes back who has gone.

A database that knows of an erasure has the word on every place that it names.  Where either knows
of one that the other does not, nothing is left but what both have.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import replace
from functools import reduce
from operator import and_
from typing import Any, Final, TypeAlias

from db.merge.sides import Rows, Side, Told
from schemas.review.sought import ERASED, NOT_ASKED

BEFORE: Final = "contact_before"
"""How contact points read before: as their numbers may be others elsewhere, a place is all rows of
one, by its id; where it is no column, they go.
"""

Place: TypeAlias = tuple[str, str, str]
"""A table, the key of a row, and a column."""

Known: TypeAlias = Mapping[Place, frozenset[str]]
"""The erasures of which each place is one."""


def agreed(mine: Side, theirs: Side) -> tuple[Side, Side]:
    """Both sides, without what either of them knows to be erased."""
    here, there = _known(mine), _known(theirs)
    places = [one for one in here.keys() | there.keys() if _of(here, one) != _of(there, one)]
    if not places:
        return mine, theirs
    sides = [replace(one, rows=deepcopy(one.rows)) for one in (mine, theirs)]
    for place in sorted(places):
        _agree(place, (sides[0], _of(here, place)), (sides[1], _of(there, place)))
    return sides[0], sides[1]


def _known(side: Side) -> Known:
    found: dict[Place, set[str]] = defaultdict(set)
    for id, row in side.rows["erasure"].items():
        for table, key, column in row["places"]:
            found[table, key, column].add(id)
    return {place: frozenset(ids) for place, ids in found.items()}


def _of(known: Known, place: Place) -> frozenset[str]:
    return known.get(place, frozenset())


def _agree(place: Place, *sides: tuple[Side, frozenset[str]]) -> None:
    """Give both sides what they may have there."""
    (mine, here), (theirs, there) = sides
    ignorant = [one for one, knows in sides if not knows >= here | there]
    table, key, column = place
    if table == BEFORE:
        clean_in = [one for one in (mine, theirs) if one not in ignorant] or [mine, theirs]
        clean = reduce(and_, (_said_before(one, key, column) for one in clean_in))
        for side in ignorant:
            side.rows[BEFORE] = {
                id: row
                for id, row in side.rows[BEFORE].items()
                if row["contact_id"] != key or row.get(column) in clean
            }
        return
    if ignorant == [mine, theirs]:
        left = reduce(_common, (row[column] for one in ignorant for row in _there(one, *place)))
    else:
        knowing = mine if theirs in ignorant else theirs
        left = next((row[column] for row in _there(knowing, *place)), None)
    for side in ignorant:
        for row in _there(side, *place):
            row[column] = _emptied(row[column]) if left is None else deepcopy(left)


def _said_before(side: Side, contact: str, column: str) -> frozenset[Any]:
    """What stands in a column of how a contact point read before; of none, nothing does."""
    rows = side.rows[BEFORE].values()
    return frozenset(row[column] for row in rows if column and row["contact_id"] == contact)


def _there(side: Side, table: str, key: str, _: str) -> Iterator[Told]:
    """The row, wherever it is: it may have been set aside in a conflict, too."""
    if key in side.rows[table]:
        yield side.rows[table][key]
    for conflict in side.rows["conflict"].values():
        if conflict["kind"] == "interviews":
            for version in conflict["content"]:
                rows: Rows = version["rows"]
                if key in rows.get(table, {}):
                    yield rows[table][key]


def _common(one: Any, other: Any) -> Any:
    """What both say, whichever is first: of two texts that differ nothing is known to be clean."""
    if one == other:
        return one
    empties: tuple[Any, ...] = (None, NOT_ASKED, [], "")
    for empty in empties:
        if empty in (one, other):
            return empty
    match one, other:
        case dict(), dict():
            return {key: _common(one[key], other[key]) for key in one if key in other}
        case list(), list() if len(one) == len(other):
            return [_common(*both) for both in zip(one, other, strict=True)]
        case str(), str():
            return ERASED
    return None


def _emptied(value: Any) -> Any:
    """Nothing of it is known to be clean."""
    match value:
        case dict():
            return {key: _emptied(one) for key, one in value.items()}
        case list():
            return [_emptied(one) for one in value]
        case str() if value:
            return ERASED
    return value
