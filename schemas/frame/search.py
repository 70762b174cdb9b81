"""Finding things by name as people type: without accents, half a word, a typing error.

A thing is searched by its *names* and, more loosely, by what stands around it (a unit's group).
Hits come in this order, and within each in the order of the list that is searched:

1. a name is what was typed
2. a name begins with it
3. a word in a name begins with it
4. every word typed begins a word in the names or around them ("våler hed")
5. it stands in the middle of a name
6. only if nothing above hits: it looks like a name ("trmosø", "frederikst")
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from heapq import nsmallest
from typing import Generic, TypeAlias, TypeVar

from schemas.frame.frame import Frame
from schemas.frame.units import Unit

T = TypeVar("T")

Place: TypeAlias = tuple[int, float]
"""How well something fits: which of the six, and how well among those; the least is the best."""

LIKE_ENOUGH = 0.7
"""How like a name a misspelling must be: "trmosø" is 0.83 like "tromsø", "bergen" 0.55."""

_LETTERS = str.maketrans(
    {"ø": "o", "å": "a", "æ": "ae", "đ": "d", "ð": "d", "ŋ": "n", "ŧ": "t", "ł": "l", "þ": "th"}
)


@lru_cache(maxsize=16_384)  # the names in the call list are the same from one look to the next
def fold(text: str) -> str:
    """`text` as it is compared: small letters, no accents, æ as ae, ø and oe as o, å and aa as a.

    >>> fold("Kárášjohka / HÅLOGALAND-Sør")
    'karasjohka halogaland sor'
    """
    letters = text.casefold().translate(_LETTERS)
    bare = "".join(c for c in unicodedata.normalize("NFKD", letters) if not _is_accent(c))
    words = re.sub(r"[\W_]+", " ", bare.casefold()).strip()
    return re.sub(r"a{2,}", "a", re.sub(r"oe+", "o", words))


def names_of(unit: Unit) -> frozenset[str]:
    """Every way to name one unit in full, folded: its number, its names, with the group or not."""
    names = (unit.called, unit.name, *unit.other_names)
    full = (f"{name} {unit.group.name}" for name in names)
    every = (unit.id, f"{unit.id} {unit.label}", *names, *full)
    return frozenset(map(fold, every)) - {""}


def _is_accent(char: str) -> bool:
    return unicodedata.category(char) == "Mn"


@dataclass(frozen=True, slots=True)
class Searchable(Generic[T]):
    """A thing with its names and surroundings, folded once so that every keystroke is cheap."""

    thing: T
    names: tuple[str, ...]
    words: tuple[str, ...]

    @classmethod
    def of(cls, thing: T, names: Iterable[str], around: Iterable[str] = ()) -> "Searchable[T]":
        """`thing`, to be found by `names` and, after those, by words `around` them."""
        folded = tuple(filter(None, map(fold, names)))
        words = " ".join((*folded, *map(fold, around))).split()
        return cls(thing, folded, tuple(words))


def rank(query: str, things: Sequence[Searchable[T]], limit: int) -> tuple[T, ...]:
    """The things that fit `query`, best first; all of them, in order, when nothing is typed."""
    typed = fold(query)
    found = [(place, at) for at, entry in enumerate(things) if (place := _place(typed, entry))]
    hits = nsmallest(limit, found or _misspelt(typed, things))
    return tuple(things[at].thing for _, at in hits)


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


def _misspelt(typed: str, things: Sequence[Searchable[T]]) -> list[tuple[Place, int]]:
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
    return rank(query, _searchable(frame), limit)


def units_named(words: str, frame: Frame) -> tuple[Unit, ...]:
    """The units that are named in full by `words`; several where more than one is called that."""
    if words in frame:
        return (frame[words],)  # as a script writes it: nothing needs to be folded
    typed = fold(words)
    return tuple(unit for unit in frame if typed in names_of(unit))


def searchable(thing: T, unit: Unit) -> Searchable[T]:
    """`thing`, to be found as its unit is: by its names and id, and by what is around it."""
    around = (unit.called, unit.group.name, *unit.around)
    return Searchable.of(thing, (unit.name, *unit.other_names, unit.id), around)


@lru_cache(maxsize=2)
def _searchable(frame: Frame) -> tuple[Searchable[Unit], ...]:
    return tuple(searchable(unit, unit) for unit in frame)
