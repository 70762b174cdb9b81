"""How far ahead something is: "om 20 min", "om en times tid", "om et par dager"."""

import re
from collections.abc import Iterator
from typing import Final

from schemas.calls.moments.moment_problems import MomentProblem
from schemas.calls.moments.pieces import Ahead, Later, Loosely, Piece
from schemas.calls.moments.spoken_numbers import NUMBER, number

_UNITS: Final = {
    "minutt(?:er|ar)?|min|m": "minute", "kvarter": "quarter", "timer|timar|time|t": "hour",
    "virkedag(?:er|ar)?|virkedøgn|arbeidsdag(?:er|ar)?": "workday", "dag(?:er|ar)?|døgn": "day",
    "uker|uke|veker|veke": "week", "måned(?:er)?|månad(?:er|ar)?": "month",
}  # fmt: skip
_MINUTES: Final = {"minute": 1, "quarter": 15, "hour": 60}
UNIT: Final = "|".join(_UNITS)
_PAIR: Final = r"(?:ei?t )?par\b"
_HALF: Final = "halvannen|halvanna|halvtanna|(?:(?:en|ein|ei|et|eit) )?halv"
_AND_A_HALF: Final = " og (?:(?:en|ein|ei) )?halv|,5|½| 1/2"
_ROUGHLY: Final = " (?:liten|lita|drøy|drygt?|god|knapp|snau)"
_COUNT: Final = rf"{_PAIR}|{NUMBER}|tre(?=kvarter)"
_AMOUNT: Final = (
    rf"(?:(?P<half>{_HALF}) ?|(?P<n>{_COUNT})(?:(?P<more>{_AND_A_HALF})|(?P<rough>{_ROUGHLY}))? ?)"
)
# "En times tid" is an hour: nobody means a minute.
_ONE: Final = re.compile(rf"{_AMOUNT}(?P<unit>{UNIT})(?:s tid)?(?!\w)\.?")
_ANY: Final = re.sub(r"\?P<\w+>", "?:", _ONE.pattern)

_ABOUT: Final = r"(?:(?:sånn )?(?:ca\b\.?|(?:cirka|omtrent|omkring|rundt)\b) ?)?"
# "20 min" is in twenty minutes, too; "ti minutter over to" is a clock time.
STRETCHES: Final = (
    rf"(?:om {_ABOUT}{_ANY}|{_ANY}(?! (?:over|på|etter|før|til)\b))(?:(?: og|,)? {_ANY})*"
)
VAGUE: Final = rf"om (?:noen|nokre|nokon|flere|fleire) (?P<unit>{UNIT})"
BETWEEN: Final = (
    rf"om (?P<least>{NUMBER}) ?(?:-|–|til|eller|à) ?(?P<most>{NUMBER}) (?P<unit>{UNIT})(?:s tid)?"
)
ONE_OR_MORE: Final = rf"om (?P<least>{NUMBER}) ?(?P<unit>{UNIT}) eller (?P<most>{NUMBER})"


def read_stretches(found: re.Match[str]) -> tuple[Piece, ...]:
    """So far from now, and what of it was said loosely; `MomentProblem` where it has no end."""
    totals: dict[str, float] = {}
    for one in _ONE.finditer(found[0]):
        unit = next(name for form, name in _UNITS.items() if re.fullmatch(form, one["unit"]))
        totals[unit] = totals.get(unit, 0) + _amount(one)
    loosely = tuple(_loosely(found[0]))
    if totals.keys() <= _MINUTES.keys():
        minutes = sum(_MINUTES[unit] * count for unit, count in totals.items())
        return (Later(round(minutes)), *loosely)
    return (_days_ahead(found[0], totals), *loosely)


def _amount(one: re.Match[str]) -> float:
    if half := one["half"]:
        return 0.5 if half.endswith("halv") else 1.5
    count = 2 if re.fullmatch(_PAIR, one["n"]) else number(one["n"])
    return count + (0.5 if one["more"] else 0)


def _loosely(typed: str) -> Iterator[Loosely]:
    for one in _ONE.finditer(typed):
        if one["n"] and re.fullmatch(_PAIR, one["n"]):
            yield Loosely(one["n"], "2")
        elif one["rough"]:
            yield Loosely(one["n"] + one["rough"], str(number(one["n"])))


def _days_ahead(typed: str, totals: dict[str, float]) -> Ahead:
    if totals.keys() & _MINUTES.keys() or any(count % 1 for count in totals.values()):
        raise MomentProblem("M-WORDS", ("om to dager kl. 10", "om en uke kl. 10"), words=typed)
    days = int(totals.get("day", 0) + 7 * totals.get("week", 0))
    return Ahead(days, int(totals.get("month", 0)), int(totals.get("workday", 0)))


def refuse_vague(found: re.Match[str]) -> Piece:
    """ "Om noen timer" does not say how many: always a `MomentProblem`."""
    unit = found["unit"]
    raise MomentProblem("M-VAGUE", (f"om 2 {unit}", f"om 3 {unit}"), typed=found[0])


def refuse_between(found: re.Match[str]) -> Piece:
    """ "Om to-tre timer" is two times: always a `MomentProblem`."""
    unit = found["unit"]
    least, most = (f"om {number(found[end])} {unit}" for end in ("least", "most"))
    raise MomentProblem("M-TWO-WAYS", (least, most), typed=found[0])
