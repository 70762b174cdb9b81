"""Words of times that are misspelt: what they are most like, to be proposed and never taken."""

from collections.abc import Sequence
from difflib import SequenceMatcher, get_close_matches
from typing import Final

from schemas.calls.workdays import WEEKDAYS
from schemas.language.dates import MONTHS

_WORDS: Final = (
    *WEEKDAYS, *MONTHS, "måndag", "tysdag", "laurdag", "sundag", "morgen", "imorgen", "overmorgen",
    "formiddag", "ettermiddag", "etter", "lunsj", "klokka", "klokken", "kvart", "halv",
    "timer", "minutter", "dager", "uker", "kveld", "elleve",
)  # fmt: skip
_SHORTEST: Final = 4
"""A shorter word is like too many others."""

_LIKE: Final = 0.75
"""How like, by difflib: one letter wrong, missing or too many, or two that changed places."""


_AS_LIKE: Final = 0.05
"""So much less like, a second word may be meant just as well."""


def as_meant(text: str, unknown: Sequence[str]) -> tuple[str, ...]:
    """The text with what its unknown words are most like, in one or two ways; or in none."""
    texts: tuple[str, ...] = (text,)
    for word in unknown:
        if len(word) >= _SHORTEST:  # and not the «i» of "i mrogen"
            texts = tuple(one.replace(word, like, 1) for one in texts for like in _like(word))
    return texts[:2]


def _like(word: str) -> list[str]:
    bare = word.rstrip(".,;")
    close = get_close_matches(bare, _WORDS, 2, _LIKE)
    best, *_ = [_likeness(bare, one) for one in close] or [0.0]
    return [one for one in close if _likeness(bare, one) >= best - _AS_LIKE]


def _likeness(word: str, other: str) -> float:
    return SequenceMatcher(None, other, word).ratio()
