"""How far the survey has come, as rates: two of them, and always with the name of what they count.

*Determination* counts survey units: of how many is it known what they have.  *Interview* counts
services: AAPOR's rates for telephone surveys (Standard Definitions), where a unit without a service
of its own is not eligible, and a unit that nobody has found out about may be.

Everything is exact until it is printed; what has nothing to be divided by is printed as `–`.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import Final, NamedTuple

from schemas.calls.outcome_rows import Category
from schemas.language.numerals import show_number
from schemas.language.text import Text

NOTHING: Final = "–"
"""What is printed where there is nothing to divide by."""


class Rate(NamedTuple):
    """One rate: its name, what it says, how it is worked out, and its two numbers.

    `of` is None where it cannot be told (`e` is unknown and would be needed).
    """

    name: str
    label: Text
    formula: str
    part: Fraction
    of: Fraction | None

    @property
    def value(self) -> Fraction | None:
        """The rate, exactly; None when there is nothing to divide by."""
        return self.part / self.of if self.of else None

    @property
    def percent(self) -> str:
        """The rate as it is printed."""
        return per_cent(self.value)


@dataclass(frozen=True, slots=True)
class InterviewRates:
    """The rates of the interviews, with the counts and the `e` that they were made from.

    `usual_e` is AAPOR's proportional one, to compare: nothing is made from it.
    """

    counts: Counter[Category]
    e: Rate
    usual_e: Rate
    rates: tuple[Rate, ...]

    def __getitem__(self, name: str) -> Rate:
        return next(rate for rate in self.rates if rate.name == name)


def per_cent(value: Fraction | None) -> str:
    """Per cent with one decimal, rounded half up; 100 is all of them and 0 is nobody.

    >>> per_cent(Fraction(1, 3)), per_cent(None), per_cent(Fraction(4999, 5000))
    ('33,3 %', '–', '99,9 %')
    """
    if value is None:
        return NOTHING
    some = min(max(value, Fraction(1, 1000)), Fraction(999, 1000)) if 0 < value < 1 else value
    return f"{one_decimal(100 * some)} %"


def one_decimal(value: Fraction) -> str:
    """A number that is not negative with one decimal, rounded half up.

    >>> one_decimal(Fraction(5, 4))
    '1,3'
    """
    whole, tenths = divmod(floor(10 * value + Fraction(1, 2)), 10)
    return f"{show_number(whole)},{tenths}"


def exact(value: Fraction) -> str:
    """The same, but whole where it is whole.

    >>> exact(Fraction(3)), exact(Fraction(7, 2))
    ('3', '3,5')
    """
    return show_number(int(value)) if value.denominator == 1 else one_decimal(value)


def determination(known: int, eligible: int) -> Rate:
    """The share of the eligible survey units of which it is known what they have."""
    return Rate(
        "Avklaring",
        Text("Enheter der funnet er kjent"),
        "kjent / alle enheter i utvalget",
        Fraction(known),
        Fraction(eligible),
    )


def interview_rates(categories: Iterable[Category], e: Fraction | None = None) -> InterviewRates:
    """The rates of the interviews; `e` is worked out from the counts unless it is given."""
    counts = Counter(categories)
    estimate = _estimate(counts)
    weight = estimate.value if e is None else e
    return InterviewRates(counts, estimate, _usual(counts), tuple(_rates(counts, weight)))


KNOWN: Final = tuple(Category)[:5]
"""Eligible: a service, or as good as."""

UNKNOWN: Final = (Category.unknown_contact, Category.unknown_other)

_E = Text("Antatt andel i målgruppen blant de uavklarte: andelen blant de avklarte enhetene")
_USUAL_E = Text(
    "Til sammenlikning: e etter AAPORs fordeling, der avslag og avtaler regnes som i målgruppen"
)
_ALL = "(I+P+R+NC+O+UH+UO)"
_WEIGHED = "(I+P+R+NC+O+e·(UH+UO))"


def counted_as_interview(one: Text) -> str:
    """What I of the formulas is made of; `one` is what the survey looks for, with its article."""
    return (
        f"I er hele intervjuer som fant {one}, eller der det ikke er avgjort om det de har, er "
        f"{one}. De som fant noe annet, er NE."
    )


def _sum(counts: Counter[Category], *which: Category) -> Fraction:
    return Fraction(sum(counts[one] for one in which))


def _estimate(counts: Counter[Category]) -> Rate:
    """Of the determined units alone: what somebody has who refuses, nobody has found out."""
    found = _sum(counts, Category.interview)
    return Rate("e", _E, "I/(I+NE)", found, found + counts[Category.not_eligible])


def _usual(counts: Counter[Category]) -> Rate:
    known = _sum(counts, *KNOWN)
    of = known + counts[Category.not_eligible]
    return Rate("e (AAPOR)", _USUAL_E, "(I+P+R+NC+O)/(I+P+R+NC+O+NE)", known, of)


def _rates(counts: Counter[Category], e: Fraction | None) -> Iterable[Rate]:
    whole, refused = _sum(counts, Category.interview), _sum(counts, Category.refusal)
    both = whole + counts[Category.partial]
    talked = both + refused + counts[Category.other]
    known, unknown = _sum(counts, *KNOWN), _sum(counts, *UNKNOWN)
    everybody = known + unknown
    weighed = known + e * unknown if e is not None else known if not unknown else None
    yield Rate("RR1", _RR1, f"I/{_ALL}", whole, everybody)
    yield Rate("RR2", _RR2, f"(I+P)/{_ALL}", both, everybody)
    yield Rate("RR3", _RR3, f"I/{_WEIGHED}", whole, weighed)
    yield Rate("RR4", _RR4, f"(I+P)/{_WEIGHED}", both, weighed)
    yield Rate("COOP1", _COOP1, "I/(I+P+R+O)", whole, talked)
    yield Rate("REF1", _REF1, f"R/{_ALL}", refused, everybody)
    yield Rate("CON1", _CON1, f"(I+P+R+O)/{_ALL}", talked, everybody)


_RR1 = Text("Hele intervjuer, alle uavklarte med")
_RR2 = Text("Hele og delvise intervjuer, alle uavklarte med")
_RR3 = Text("Hele intervjuer, uavklarte vektet med e")
_RR4 = Text("Hele og delvise intervjuer, uavklarte vektet med e")
_COOP1 = Text("Hele intervjuer av dem vi fikk tak i")
_REF1 = Text("Avslag, alle uavklarte med")
_CON1 = Text("Kontakt, alle uavklarte med")
