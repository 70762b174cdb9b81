"""Luck that belongs to the world and not to whoever calls.

Whether somebody is at the desk on Tuesday at ten is drawn from what it is about, never from a
stream that the order of calls would shift. So two policies that do the same meet the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Luck:
    """The luck of one case in one season."""

    seed: int
    case: str

    def share(self, *what: object) -> float:
        """A number from 0 up to 1, the same for the same question."""
        text = f"{self.seed}|{self.case}|{'|'.join(map(str, what))}"
        return int.from_bytes(blake2b(text.encode(), digest_size=6).digest()) / 2**48

    def chance(self, probability: float, *what: object) -> bool:
        """Whether something of that probability happens."""
        return self.share(*what) < probability

    def pick(self, things: Sequence[T], *what: object) -> T:
        """One of the things."""
        return things[int(self.share(*what) * len(things))]

    def weighted(self, weights: dict[T, float], *what: object) -> T:
        """One of the things, each as often as its weight says; the weights make 1."""
        left = self.share(*what)
        for thing, weight in weights.items():
            left -= weight
            if left < 0:
                return thing
        return next(reversed(weights))

    def around(self, middle: float, spread: float, *what: object) -> float:
        """A number around the middle, twice the spread away at most."""
        steps = (self.share(*what, nth) for nth in range(4))
        return middle + spread * (sum(steps) - 2)
