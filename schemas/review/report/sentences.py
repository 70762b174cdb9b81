"""What a figure shows, in one sentence with its numbers: what stands above it.

Pure, and right for nobody, one and all; where several are as common, all of them are named.
"""

from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias

from schemas.language.numerals import how_many, show_number
from schemas.review.shares import percent

Among: TypeAlias = tuple[str, str]
"""What is counted, one of them and several: "enhet", "enheter"."""

NO_ANSWERS: Final = "Ingen svar ennå"
NAMED: Final = 3
"""So many that are as common as each other are named; more would be no finding."""


def part_says(count: int, of: int, among: Among, words: str) -> str:
    """How many of all something is true of.

    >>> part_says(18, 34, ("enhet", "enheter"), "har tilbud")
    '18 av 34 enheter (53 prosent) har tilbud'
    >>> part_says(0, 34, ("enhet", "enheter"), "har tilbud")
    'Ingen av 34 enheter har tilbud'
    """
    if not of:
        return NO_ANSWERS
    if count == 0 and of > 1:
        return f"Ingen av {how_many(of, *among)} {words}"
    if count == of and of > 2:
        return f"Alle {how_many(of, *among)} {words}"
    return f"{_share(count, of, among)} {words}"


def most_says(
    counts: Iterable[tuple[str, int]], of: int, among: Among, words: str = "er vanligst"
) -> str:
    """Which answer is the commonest, and how many gave it.

    >>> most_says([("Økonomi", 3), ("Lokaler", 12)], 40, ("enhet", "enheter"))
    '«Lokaler» er vanligst: 12 av 40 enheter (30 prosent)'
    """
    told = tuple(counts)
    most = max((count for _, count in told), default=0)
    if not of or not most:
        return NO_ANSWERS
    first = [label for label, count in told if count == most]
    share = _share(most, of, among)
    if len(first) > NAMED:
        return f"{len(first)} svar er like vanlige: {share} har hvert av dem"
    each = " hver" if len(first) > 1 else ""
    return f"{_and([f'«{one}»' for one in first])} {words}: {share}{each}"


def _share(count: int, of: int, among: Among) -> str:
    """So many of all, with their per cent unless all of it can be seen at a glance."""
    told = f"{show_number(count)} av {how_many(of, *among)}"
    return told if count in {0, of} else f"{told} ({_per_cent(count, of)})"


def _per_cent(count: int, of: int) -> str:
    part = percent(count, of)
    assert part is not None, "somebody was counted"
    nearly = {"<": "under ", ">": "over "}.get(part.nearly, "")
    return f"{nearly}{int(part)} prosent"


def _and(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} og {words[-1]}"
