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

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from heapq import nsmallest
from itertools import accumulate, chain, islice
from typing import Final, Generic, TypeAlias, TypeVar

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
    text: str
    """Its names, a tab before and behind each, and what is around them: what does not stand in here
    fits nothing, and that is seen at once."""

    @classmethod
    def of(cls, thing: T, names: Iterable[str], around: Iterable[str] = ()) -> "Searchable[T]":
        """`thing`, to be found by `names` and, after those, by words `around` them."""
        folded = filter(None, map(fold, names))
        return cls(thing, "\t".join(("", *folded, " ".join(map(fold, around)))))

    @property
    def names(self) -> Sequence[str]:
        """Its names."""
        return self.text.split("\t")[1:-1]


@dataclass(frozen=True, slots=True)
class Shelf(Generic[T]):
    """Some of the things that are searched, in their order, with all of their names in one text.

    Of the many things that a letter fits, the first are found there without a look at the others.
    """

    things: Sequence[Searchable[T]]
    names: str
    ends: Sequence[int]
    """Where the names of each thing end."""

    @classmethod
    def of(cls, things: Sequence[Searchable[T]]) -> "Shelf[T]":
        """A shelf of these."""
        names = [one.text[: one.text.rindex("\t") + 1] + "\n" for one in things]
        return cls(things, "".join(names), tuple(accumulate(map(len, names))))

    def having(self, sign: str) -> Iterator[Searchable[T]]:
        """The things in whose names that stands, one after the other."""
        found = self.names.find(sign)
        while found >= 0:
            at = bisect_right(self.ends, found)
            yield self.things[at]
            found = self.names.find(sign, self.ends[at])


SHELF: Final = 128
"""So many things stand on a shelf: few enough to be put there between two keys."""


def shelved(things: Iterable[Searchable[T]]) -> Iterator[Shelf[T]]:
    """Things on shelves, in their order."""
    left = iter(things)
    while some := tuple(islice(left, SHELF)):
        yield Shelf.of(some)


def rank(
    query: str, shelves: Sequence[Shelf[T]], limit: int, around: frozenset[str] = frozenset()
) -> tuple[T, ...]:
    """The things that fit `query`, best first; all of them, in order, when nothing is typed.

    It is compared as it was typed, and without the words that people write `around` a name; a
    number as its digits are, in whatever groups.
    """
    if first := rank_first(query, shelves, limit, around):
        return first
    typed, other = _compared(query, around)
    found = _found(typed, shelves)
    if other != typed:
        found = _better(found, _found(other, shelves))
    if not (found or other.isdecimal()):
        found = _misspelt(other, shelves)
    things = nsmallest(limit, found, key=_order)
    return tuple(entry.thing for *_, entry in things)


def rank_first(
    query: str, shelves: Sequence[Shelf[T]], limit: int, around: frozenset[str] = frozenset()
) -> tuple[T, ...]:
    """The first `limit` things that fit, where so many do in one of the first three ways; else
    none.  Where more shelves follow, a better one may stand there.
    """
    typed, other = _compared(query, around)
    if not typed or other != typed:
        return ()
    signs = f"\t{typed}\t", f"\t{typed}", f" {typed}"
    fitting = (entry for sign in signs for shelf in shelves for entry in shelf.having(sign))
    once: dict[int, T] = {}
    for entry in fitting:
        once.setdefault(id(entry), entry.thing)
        if len(once) == limit:
            return tuple(once.values())
    return ()


def _compared(query: str, around: frozenset[str]) -> tuple[str, str]:
    """What is typed as it is compared, and how it is compared besides."""
    typed = fold(query)
    number = "".join(typed.split())
    return typed, number if number.isdecimal() else bare(typed, around)


Hit: TypeAlias = tuple[Place, int, Searchable[T]]
"""How well something fits, where it stands in the list that is searched, and what it is."""


def _order(hit: Hit[T]) -> tuple[Place, int]:
    return hit[:2]


def _all(shelves: Sequence[Shelf[T]]) -> Iterator[tuple[int, Searchable[T]]]:
    return enumerate(chain.from_iterable(shelf.things for shelf in shelves))


def _found(typed: str, shelves: Sequence[Shelf[T]]) -> list[Hit[T]]:
    part = next(iter(typed.split()), "")
    likely = ((at, entry) for at, entry in _all(shelves) if part in entry.text)
    return [(place, at, entry) for at, entry in likely if (place := _place(typed, entry))]


def _better(one: Iterable[Hit[T]], other: Iterable[Hit[T]]) -> list[Hit[T]]:
    """Each thing once, where it fits best."""
    best: dict[int, Hit[T]] = {}
    for hit in (*one, *other):
        best[hit[1]] = min(hit, best.get(hit[1], hit), key=_order)
    return list(best.values())


def _place(typed: str, entry: Searchable[T]) -> Place | None:
    names = entry.names
    if typed in names:
        return 1, 0
    if any(name.startswith(typed) for name in names):
        return 2, 0
    if any(f" {typed}" in name for name in names):
        return 3, 0
    parts, words = typed.split(), entry.text.split()
    if all(any(word.startswith(part) for word in words) for part in parts):
        # "bø nordland" is rather Bø, which it says in full, than Bodø, which begins like it.
        return 4, sum(part not in words for part in parts)
    return (5, 0) if any(typed in name for name in names) else None


def _misspelt(typed: str, shelves: Sequence[Shelf[T]]) -> list[Hit[T]]:
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(typed)
    likeness = (
        (max((_likeness(matcher, name, len(typed)) for name in entry.names), default=0), at, entry)
        for at, entry in _all(shelves)
    )
    return [((6, -like), at, entry) for like, at, entry in likeness if like >= LIKE_ENOUGH]


def _likeness(matcher: "SequenceMatcher[str]", name: str, typed: int) -> float:
    # A name is cut a letter beyond what was typed: the beginning of a word may be misspelt too.
    matcher.set_seq1(name[: typed + 1])
    if matcher.real_quick_ratio() < LIKE_ENOUGH or matcher.quick_ratio() < LIKE_ENOUGH:
        return 0
    return matcher.ratio()


def find_units(query: str, frame: Frame, limit: int = 20) -> tuple[Unit, ...]:
    """The units that `query` may mean: by any of their names, by id, or by where they are."""
    return rank(query, _shelves(frame), limit, frame.design.around_names)


def searchable(thing: T, unit: Unit, design: FrameDesign) -> Searchable[T]:
    """`thing`, to be found as its unit is: by its names and id, and by what is around it."""
    # A former name may be the beginning of another unit's own, which comes first.
    former = design.also_called.get(unit.id, ())
    around = (unit.called, unit.group.name, *unit.around, *former)
    return Searchable.of(thing, (unit.name, *unit.other_names, unit.id), around)


@lru_cache(maxsize=2)
def _shelves(frame: Frame) -> tuple[Shelf[Unit], ...]:
    return tuple(shelved(searchable(unit, unit, frame.design) for unit in frame))
