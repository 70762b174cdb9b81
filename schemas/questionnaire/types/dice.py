"""What an invented respondent answers with: chance from a seed, and what they know."""

import random
from collections.abc import Sequence
from typing import Any, Final, NamedTuple, TypeVar

from schemas.questionnaire.answers import Choice
from schemas.questionnaire.preloads import Preloads

T = TypeVar("T")

NEW: Final = 0.4
"""How often it is something that nobody has said this season, if there is anything left."""


class Dice(random.Random):
    """Chance, from a seed: only what is the same on every machine and version of Python."""

    def apart(self) -> "Dice":
        """Dice of their own: however often they are thrown, what these show stays the same."""
        return Dice(self.getrandbits(64))

    def one(self, things: Sequence[T]) -> T:
        """One of the things, each as likely as the others."""
        return things[int(self.random() * len(things))]

    def some(self, things: Sequence[T], count: int) -> list[T]:
        """So many different ones of these."""
        left = list(things)
        return [left.pop(int(self.random() * len(left))) for _ in range(min(count, len(left)))]

    def between(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`."""
        return low + int(self.random() * (high - low + 1))

    def happens(self, share: float) -> bool:
        """Whether something happens that happens in this share of cases."""
        return self.random() < share


class Practice(NamedTuple):
    """What an invented respondent knows when a question is asked.

    `email` and `website` are where they can be reached, `near` the units around theirs, `short`
    and `long` what such people say in their own words.  `unheard` are the codes of the question
    that nobody has chosen yet, `before` is what has been answered to it so far, and `items` how
    many things they could name.
    """

    facts: Preloads
    email: str
    website: str
    near: Sequence[str]
    short: Sequence[str]
    long: Sequence[str]
    unheard: Sequence[Choice]
    before: Any
    items: int
