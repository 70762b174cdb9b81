"""How the page prints numbers, and where the recounts are kept."""

from collections.abc import Callable, Iterable
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Final, TypeAlias

from schemas.calls.departments import Department
from schemas.questionnaire.answers import Choice
from tests.interviewer.publish.report.raw import Raw

Rows: TypeAlias = list[tuple[str, ...]]
Recount: TypeAlias = Callable[[Raw], Rows]

RECOUNTS: Final[dict[str, Recount]] = {}
"""What counts a block of the page once more, by the block's id."""


def recounts(block: str) -> Callable[[Recount], Recount]:
    """Mark a function as the recount of a block."""

    def keep(recount: Recount) -> Recount:
        RECOUNTS[block] = recount
        return recount

    return keep


# ── Numbers ──────────────────────────────────────────────────────────────────────────────────────


def whole(number: int) -> str:
    """Its digits in threes."""
    return f"{number:,}".replace(",", " ")


def half_up(number: Fraction | int, digits: str = "1") -> str:
    """Rounded half up, with a comma: `digits` is 1, or 0.1 for one decimal."""
    exact = Decimal(Fraction(number).numerator) / Decimal(Fraction(number).denominator)
    return str(exact.quantize(Decimal(digits), ROUND_HALF_UP)).replace(".", ",")


def short(number: Fraction) -> str:
    """One decimal where there are any."""
    return whole(int(number)) if number.denominator == 1 else half_up(number, "0.1")


def per(count: int, of: int) -> str:
    """Per cent in a table; nearly all are not all, and a few are not nobody."""
    if not of:
        return "–"
    rounded = half_up(Fraction(100 * count, of))
    if count and rounded == "0":
        return "<1 %"
    return ">99 %" if count < of and rounded == "100" else f"{rounded} %"


def share(count: int, of: int) -> str:
    """A number and how many per cent it is."""
    return f"{whole(count)} ({per(count, of)})" if of else whole(count)


# ── Blocks ───────────────────────────────────────────────────────────────────────────────────────


def bars(
    counts: Iterable[tuple[str, int]], of: int, note: str = "", *, whole: bool = False
) -> Rows:
    """The bars of a figure: label, number and per cent, and how long it is beside the longest.

    Those that are parts of a `whole` are as long as their share.
    """
    told = list(counts)
    longest = of if whole else max((count for _, count in told), default=0)
    rows: Rows = [(label, share(n, of), "", f"{n / (longest or 1):.2f}") for label, n in told]
    return [*rows, ("note", note)] if note else rows


ONE: Final = {
    "enheter": "enhet",
    "fullførte saker": "fullført sak",
    "saker": "sak",
    "sentre": "senter",
}


def how_many(count: int, words: str) -> str:
    """So many; where it is one, the words for many are those for one."""
    many = next((one for one in ONE if count == 1 and one in words), "")
    return f"{whole(count)} {words.replace(many, ONE[many]) if many else words}"


def left_out(*told: tuple[int, str]) -> str:
    """Who is not counted, at the end of a note."""
    some = [how_many(count, words) for count, words in told if count]
    return f" Ikke med: {' og '.join(some)}." if some else " Ingen mangler."


def departments_of(offices: type[Department]) -> dict[str, str]:
    """What the departments of a survey are called, by slug."""
    return {one.name: str(one.label) for one in offices}


def by_label(choice: type[Choice], counts: dict[str, int]) -> list[tuple[str, int]]:
    """Counts by slug as counts by label, with those that are nobody's."""
    return [(str(code.label), counts.get(code.name, 0)) for code in choice]
