"""Finding things by name as people type: without accents, half a word, a typing error.

A thing is searched by its *names* and, more loosely, by what stands around it (a unit's group).
Hits come in this order, and within each in the order of the list that is searched:

1. a name is what was typed
2. a name begins with it
3. a word in a name begins with it
4. every word typed begins a word in the names or around them ("våler hed")
5. it stands in the middle of a name
6. only if nothing above hits: it looks like a name ("trmosø", "frederikst"); another number is
   another number, and no misspelling
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from heapq import nsmallest
from typing import Generic, TypeAlias, TypeVar

from schemas.frame.design import FrameDesign
from schemas.frame.fold import fold
from schemas.frame.frame import Frame
from schemas.frame.names import bare
from schemas.frame.units import Unit

T = TypeVar("T")

Place: TypeAlias = tuple[int, float]
"""How well something fits: which of the six, and how well among those; the least is the best."""

LIKE_ENOUGH = 0.7
"""How like a name a misspelling must be: "trmosø" is 0.83 like "tromsø", "bergen" 0.55."""


@dataclass(frozen=True, slots=True)
class Searchable(Generic[T]):
    """A thing with its names and surroundings, folded once so that every keystroke is cheap."""

    thing: T
    names: tuple[str, ...]
    words: tuple[str, ...]
    text: str
    """All of its words: what does not stand in here fits nothing, and that is seen at once."""

    @classmethod
    def of(cls, thing: T, names: Iterable[str], around: Iterable[str] = ()) -> "Searchable[T]":
        """`thing`, to be found by `names` and, after those, by words `around` them."""
        folded = tuple(filter(None, map(fold, names)))
        text = " ".join((*folded, *map(fold, around)))
        return cls(thing, folded, tuple(text.split()), text)


def rank(
    query: str, things: Sequence[Searchable[T]], limit: int, around: frozenset[str] = frozenset()
) -> tuple[T, ...]:
    """The things that fit `query`, best first; all of them, in order, when nothing is typed.

    It is compared as it was typed, and without the words that people write `around` a name; a
    number as its digits are, in whatever groups.
    """
    typed = fold(query)
    if (number := "".join(typed.split())).isdecimal():
        found = _better(_found(typed, things), _found(number, things))
        return tuple(things[at].thing for _, at in nsmallest(limit, found))
    alone = bare(typed, around)
    found = _found(typed, things)
    if alone != typed:
        found = _better(found, _found(alone, things))
    hits = nsmallest(limit, found or _misspelt(alone, things))
    return tuple(things[at].thing for _, at in hits)


Hit: TypeAlias = tuple[Place, int]
"""How well something fits, and where it stands in the list."""


def _found(typed: str, things: Sequence[Searchable[T]]) -> list[Hit]:
    part = next(iter(typed.split()), "")
    likely = ((at, entry) for at, entry in enumerate(things) if part in entry.text)
    return [(place, at) for at, entry in likely if (place := _place(typed, entry))]


def _better(one: Iterable[Hit], other: Iterable[Hit]) -> list[Hit]:
    """Each thing once, where it fits best."""
    best: dict[int, Place] = {}
    for place, at in (*one, *other):
        best[at] = min(place, best.get(at, place))
    return [(place, at) for at, place in best.items()]


def _place(typed: str, entry: Searchable[T]) -> Place | None:
    if typed in entry.names:
        return 1, 0
    if any(name.startswith(typed) for name in entry.names):
        return 2, 0
    if any(f" {typed}" in name for name in entry.names):
        return 3, 0
    if all(any(word.startswith(part) for word in entry.words) for part in typed.split()):
        # "bø nordland" is rather Bø, which it says in full, than Bodø, which begins like it.
        return 4, sum(part not in entry.words for part in typed.split())
    return (5, 0) if any(typed in name for name in entry.names) else None


def _misspelt(typed: str, things: Sequence[Searchable[T]]) -> list[Hit]:
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(typed)
    likeness = [
        max((_likeness(matcher, name, len(typed)) for name in entry.names), default=0)
        for entry in things
    ]
    return [((6, -like), at) for at, like in enumerate(likeness) if like >= LIKE_ENOUGH]


def _likeness(matcher: "SequenceMatcher[str]", name: str, typed: int) -> float:
    # A name is cut a letter beyond what was typed: the beginning of a word may be misspelt too.
    matcher.set_seq1(name[: typed + 1])
    if matcher.real_quick_ratio() < LIKE_ENOUGH or matcher.quick_ratio() < LIKE_ENOUGH:
        return 0
    return matcher.ratio()


def find_units(query: str, frame: Frame, limit: int = 20) -> tuple[Unit, ...]:
    """The units that `query` may mean: by any of their names, by id, or by where they are."""
    return rank(query, _searchable(frame), limit, frame.design.around_names)


def searchable(thing: T, unit: Unit, design: FrameDesign) -> Searchable[T]:
    """`thing`, to be found as its unit is: by its names and id, and by what is around it."""
    # A former name may be the beginning of another unit's own, which comes first.
    former = design.also_called.get(unit.id, ())
    around = (unit.called, unit.group.name, *unit.around, *former)
    return Searchable.of(thing, (unit.name, *unit.other_names, unit.id), around)


@lru_cache(maxsize=2)
def _searchable(frame: Frame) -> tuple[Searchable[Unit], ...]:
    return tuple(searchable(unit, unit, frame.design) for unit in frame)
