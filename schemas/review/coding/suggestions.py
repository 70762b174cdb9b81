"""Which codes an answer may belong under, from what was coded before.

What was said before in the same words comes first; then codes whose answers have the same words,
the rarer a word the more it counts.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from math import log
from typing import Final, NamedTuple
from uuid import UUID

from schemas.frame.fold import fold

AT_MOST: Final = 3
"""So many are suggested."""

SHORTEST: Final = 4
"""Letters of a word that tells anything: the short ones are those of every sentence."""

STEM: Final = 6
"""Letters in which words that are one word in other forms are alike."""


class Example(NamedTuple):
    """What was said, and under which codes it was put."""

    text: str
    codes: tuple[UUID, ...]


class Examples:
    """What has been coded of one question, to be asked about what has not."""

    def __init__(self, told: Iterable[Example]) -> None:
        self._same: dict[str, tuple[UUID, ...]] = {}
        self._by_word: dict[str, Counter[UUID]] = defaultdict(Counter)
        self._count = 0
        for one in told:
            self._same[fold(one.text)] = one.codes
            self._count += 1
            for word in words_of(one.text):
                self._by_word[word].update(one.codes)

    def suggested(self, text: str) -> tuple[UUID, ...]:
        """The codes that it may belong under, the likeliest first."""
        if (known := self._same.get(fold(text))) is not None:
            return known
        weights = self._weights(text)
        ordered = sorted(weights, key=lambda one: (-weights[one], one.int))
        return tuple(ordered[:AT_MOST])

    def _weights(self, text: str) -> Mapping[UUID, float]:
        weights: dict[UUID, float] = defaultdict(float)
        for word in words_of(text):
            seen = self._by_word.get(word, Counter())
            total = seen.total()
            for code, count in seen.items():
                weights[code] += count / total * log(1 + self._count / total)
        return weights


def words_of(text: str) -> frozenset[str]:
    """The words of a text that tell what it is about, without their endings."""
    return frozenset(one[:STEM] for one in fold(text).split() if len(one) >= SHORTEST)
