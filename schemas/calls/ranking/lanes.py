"""Where a case lies whatever the clock says and whoever calls, until something happens to it.

Most cases of a large survey lie where one rule decides about all of them alike.  A case in such a
lane need not be looked at to know where it stands on the list: its place on the roll is known by
what is true of it, and moves when something happens.  All other places are handed on as they are,
so that this takes no longer the more cases there are.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from enum import Enum
from typing import Final, NamedTuple, TypeAlias, TypeVar
from uuid import UUID

from schemas.calls.ranking.cases import CaseSummary


class Lane(Enum):
    """What it takes to know where a case is."""

    live = "live"
    """The rules must look at it."""
    named = "named"
    """Never called: a person was named to be rung first."""
    new = "new"
    """Never called, and nobody is named."""
    numberless = "numberless"
    """Never called, and there is nobody to dial."""
    in_review = "in_review"
    """It has ended with an interview that nobody has looked at."""
    closed = "closed"
    """It has ended, and nothing that comes later opens it again."""


def lane_of(case: CaseSummary) -> Lane:
    """The lane of a case, as long as nobody holds it."""
    if case.is_settled:
        return Lane.closed if case.is_over else Lane.in_review
    if case.rang_back_at or case.returned_at or case.appointment:
        return Lane.live
    if case.attempts or case.outcome or case.interview != "none" or case.lead_at:
        return Lane.live
    if case.contact is None:
        return Lane.numberless
    return Lane.named if case.contact.person else Lane.new


SETTLED: Final = (Lane.in_review, Lane.closed)
"""Where nobody is to be called any more."""

NEW: Final = (Lane.named, Lane.new)
"""Where somebody can be rung, and nobody has been."""


# ── Places on the roll ───────────────────────────────────────────────────────────────────────────

Key = TypeVar("Key", bound=Hashable)


class LanePart(NamedTuple):
    """What cases have in common that lie together: the lane, the group of their units, and to whom
    they are given, if to anybody."""

    lane: Lane
    group: str
    owner: UUID | None


Parts: TypeAlias = Mapping[LanePart, Sequence[int]]
"""Where the cases of each part are, in order."""

LIVE: Final = LanePart(Lane.live, "", None)
"""All that the rules must look at lie together."""


def placed(keys: Iterable[tuple[int, Key]]) -> Mapping[Key, array[int]]:
    """Where each of the keys is, in order, of places in order."""
    found: defaultdict[Key, array[int]] = defaultdict(lambda: array("I"))
    for place, key in keys:
        found[key].append(place)
    return found


Move: TypeAlias = tuple[int, Key | None, Key | None]
"""A place with its key before, and now; None is none."""


def moved(parts: Mapping[Key, array[int]], moves: Iterable[Move[Key]]) -> Mapping[Key, array[int]]:
    """The same after some places have got another key."""
    now, ours = dict(parts), set[Key]()
    for place, before, after in moves:
        if before == after:
            continue
        for key in {before, after} - ours:
            if key is not None:
                now[key] = now[key][:] if key in now else array("I")
                ours.add(key)
        if before is not None:
            del now[before][bisect_left(now[before], place)]
        if after is not None:
            insort(now[after], place)
    return now


def without(places: Sequence[int], some: Iterable[int]) -> Sequence[int]:
    """Places in order, but for some of them."""
    gone = [nth for place in some if (nth := nth_of(place, places)) is not None]
    if not gone:
        return places
    left = array("I", places)
    for nth in sorted(gone, reverse=True):
        del left[nth]
    return left


def nth_of(place: int, places: Sequence[int]) -> int | None:
    """Which of the places, in order, one is; None where it is not among them."""
    nth = bisect_left(places, place)
    return nth if nth < len(places) and places[nth] == place else None
