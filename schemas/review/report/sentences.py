"""What a figure shows, in one sentence with its numbers: what stands above it.

Pure, and right for nobody, one and all; where several are as common, all of them are named.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Final, TypeAlias

from schemas.language.numerals import how_many, show_number
from schemas.review.rates import exact
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
    return f"{listed([f'«{one}»' for one in first])} {words}: {share}{each}"


def both_say(first: int, second: int, of: int, among: Among, words: tuple[str, str]) -> str:
    """How many of all one thing is true of, and how many another.

    >>> both_say(9, 0, 34, ("enhet", "enheter"), ("oppga en tjeneste", "har en"))
    '9 av 34 enheter (26 prosent) oppga en tjeneste, og ingen har en'
    """
    told = part_says(first, of, among, words[0])
    if not of:
        return told
    share = f" ({_per_cent(second, of)})" if 0 < second < of else ""
    return f"{told}, og {show_number(second) if second else 'ingen'}{share} {words[1]}"


def where_most(groups: Iterable[tuple[str, int, int]], among: Among, words: str) -> str:
    """In which group something is true of the largest share: each with how many, and of how many.

    >>> where_most([("Nord", 3, 10), ("Sør", 2, 10)], ("enhet", "enheter"), "har tilbud")
    'Andelen som har tilbud, er høyest i gruppen «Nord»: 3 av 10 enheter (30 prosent)'
    """
    known = [one for one in groups if one[2]]
    count, of = sum(n for _, n, _ in known), sum(of for *_, of in known)
    most = max((Fraction(n, of) for _, n, of in known), default=Fraction())
    first = [one for one in known if Fraction(one[1], one[2]) == most]
    if not most or len(known) == 1:
        return part_says(count, of, among, words)
    if len(first) == len(known):
        return f"{part_says(count, of, among, words)}, den samme andelen i alle gruppene"
    where = f"gruppe{'ne' if first[1:] else 'n'} {listed([f'«{label}»' for label, *_ in first])}"
    shares = listed([_share(n, of, among) for _, n, of in first])
    return f"Andelen som {words}, er høyest i {where}: {shares}"


def range_says(values: Sequence[Fraction], among: Among, words: str) -> str:
    """From how much to how much there is in those of which it is known.

    >>> range_says([Fraction(8), Fraction(3, 2)], ("enhet", "enheter"), "årsverk i sentrene")
    'Fra 1,5 til 8 årsverk i sentrene i 2 enheter'
    """
    if not values:
        return NO_ANSWERS
    least, most, of = min(values), max(values), how_many(len(values), *among)
    if least == most:
        return f"{exact(most)} {words} i {'hver av ' if values[1:] else ''}{of}"
    return f"Fra {exact(least)} til {exact(most)} {words} i {of}"


def _share(count: int, of: int, among: Among) -> str:
    """So many of all, with their per cent unless all of it can be seen at a glance."""
    told = f"{show_number(count)} av {how_many(of, *among)}"
    return told if count in {0, of} else f"{told} ({_per_cent(count, of)})"


def _per_cent(count: int, of: int) -> str:
    part = percent(count, of)
    assert part is not None, "somebody was counted"
    nearly = {"<": "under ", ">": "over "}.get(part.nearly, "")
    return f"{nearly}{int(part)} prosent"


def listed(words: Sequence[str]) -> str:
    """Several things, as one says them.

    >>> listed(["én", "to", "tre"])
    'én, to og tre'
    """
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} og {words[-1]}"
