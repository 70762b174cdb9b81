"""Conditions: what routes, checks and classes ask of the answers so far, as one tree.

    given(has_offers).is_(HasOffers.yes) & (given(offers_since) < 2014)

The tree says what is meant and does nothing.  What is done with it stands in functions over it,
and a new node that one of them lacks fails type checking:

    condition_values   whether it holds, and the questions it is about
    condition_words    what it says, in every language
    condition_data     as JSON, and back
    codebook.xpath     for forms that other programs fill in

Reading order: terms (what is compared), conditions, and what both are written with.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeAlias, TypeVar, cast

from schemas.questionnaire.answers import Choice, Missing
from schemas.questionnaire.preloads import Preloads

if TYPE_CHECKING:
    from schemas.questionnaire.questions import Question

T = TypeVar("T")
C = TypeVar("C", bound=Choice)

Value: TypeAlias = int | Decimal | str | Choice | Missing
"""What an answer can be compared with."""

Sign: TypeAlias = Literal["<", ">", "="]

# ── Terms ────────────────────────────────────────────────────────────────────────────────────────


class _Comparable:
    """How terms are compared.  A comparison with something unknown is false."""

    __slots__ = ()

    def __gt__(self, than: "Term | int") -> "Compare":
        return Compare(cast("Term", self), ">", _term(than))

    def __lt__(self, than: "Term | int") -> "Compare":
        return Compare(cast("Term", self), "<", _term(than))

    def equals(self, value: "Term | int") -> "Compare":
        """Both terms are known, and they are the same."""
        return Compare(cast("Term", self), "=", _term(value))

    def __mul__(self, factor: int) -> "Multiple":
        return Multiple(factor, cast("Term", self))

    __rmul__ = __mul__


@dataclass(frozen=True)  # with slots, Given[T](…) fails: Python 3.11 sets its type on it
class Given(_Comparable, Generic[T]):
    """An earlier answer; NOT_ASKED where there is none on the route."""

    question: "Question"

    def is_(self, *values: T | Missing) -> "IsOneOf":
        """The answer is one of these."""
        return IsOneOf(self, _values(values))

    def is_not(self, *values: T | Missing) -> "IsNoneOf":
        """There is an answer, and it is none of these."""
        return IsNoneOf(self.question, _values(values))

    def includes(self: "Given[tuple[C, ...]]", *codes: C) -> "Includes":
        """One of these codes is among those chosen."""
        return Includes(self.question, codes)

    @property
    def answered(self) -> "Answered":
        """Asked and answered, be it with Vet ikke or left empty."""
        return Answered(self.question)

    @property
    def has_value(self) -> "HasValue":
        """Answered with a real value."""
        return HasValue(self.question)

    def within(self, *sets: "Term") -> "Within":
        """There is a value, and all of it is in one of these."""
        return Within(self.question, sets)

    @property
    def repeats_an_earlier_item(self) -> "RepeatsAnItem":
        """In a roster: an item above has the same text, letter case and spaces aside."""
        return RepeatsAnItem(self.question)

    @property
    def is_complete(self) -> "IsComplete":
        """Of a roster's own question: there are no more items."""
        return IsComplete(self.question)

    def in_every_item_is(self, *values: T | Missing) -> "EveryItemIs":
        """In a roster, seen from outside: there are items, and each has one of these."""
        return EveryItemIs(self.question, _values(values))

    def in_some_item_is(self, *values: T | Missing) -> "SomeItemIs":
        """In a roster, seen from outside: an item has one of these."""
        return SomeItemIs(self.question, _values(values))


@dataclass(frozen=True, slots=True)
class Preload(_Comparable):
    """What was known before the first question; see `Preloads`."""

    name: str

    def is_(self, *values: Choice) -> "IsOneOf":
        """It is one of these."""
        return IsOneOf(self, values)


@dataclass(frozen=True, slots=True)
class Derived(_Comparable):
    """A value that follows from the answers so far: that of the first case that holds."""

    name: str
    cases: "tuple[tuple[Condition, Choice], ...]"

    def is_(self, *values: Choice) -> "IsOneOf":
        """It is one of these."""
        return IsOneOf(self, values)


@dataclass(frozen=True, slots=True)
class Constant(_Comparable):
    """A number that is written in the condition."""

    value: int


@dataclass(frozen=True, slots=True)
class Multiple(_Comparable):
    """So many times another term."""

    factor: int
    of: "Term"


@dataclass(frozen=True, slots=True)
class YearOfInterview(_Comparable):
    """The calendar year of the interview, plus so many years."""

    plus: int = 0

    def __add__(self, years: int) -> "YearOfInterview":
        return YearOfInterview(self.plus + years)

    def __sub__(self, years: int) -> "YearOfInterview":
        return YearOfInterview(self.plus - years)


Term: TypeAlias = Given[Any] | Preload | Derived | Constant | Multiple | YearOfInterview

THIS_YEAR = YearOfInterview()


def preload(name: str) -> Preload:
    """What was known before the first question, by its name in `Preloads`."""
    if name not in Preloads.model_fields:
        raise NameError(f"there is no preload called {name}")
    return Preload(name)


def _term(value: "Term | int") -> "Term":
    return Constant(value) if isinstance(value, int) else value


def _values(values: tuple[T | Missing, ...]) -> tuple[Value, ...]:
    return cast(tuple[Value, ...], values)


# ── Conditions ───────────────────────────────────────────────────────────────────────────────────


class _Joinable:
    """How conditions are joined: `&`, `|` and `~`.

    The function that `condition_values` has made of one is kept as its `test`.
    """

    __slots__ = ("test",)

    test: "Callable[[Any], bool]"

    def __and__(self, also: "Condition") -> "Condition":
        parts = (*_parts(self, All), *_parts(also, All))
        real = tuple(part for part in parts if part != ALWAYS)
        return real[0] if len(real) == 1 else All(real) if real else ALWAYS

    def __or__(self, instead: "Condition") -> "AnyOf":
        return AnyOf((*_parts(self, AnyOf), *_parts(instead, AnyOf)))

    def __invert__(self) -> "Not":
        return Not(cast("Condition", self))


@dataclass(frozen=True, slots=True)
class Always(_Joinable):
    """Holds whatever has been answered."""


@dataclass(frozen=True, slots=True)
class All(_Joinable):
    """Holds when all of its parts hold."""

    of: "tuple[Condition, ...]"


@dataclass(frozen=True, slots=True)
class AnyOf(_Joinable):
    """Holds when one of its parts holds."""

    of: "tuple[Condition, ...]"


@dataclass(frozen=True, slots=True)
class Not(_Joinable):
    """Holds when its part does not hold."""

    of: "Condition"


@dataclass(frozen=True, slots=True)
class Compare(_Joinable):
    """Holds when both terms are known, and one is less than, more than or the same as the other."""

    left: Term
    sign: Sign
    right: Term


@dataclass(frozen=True, slots=True)
class IsOneOf(_Joinable):
    """The term is one of these values."""

    of: Term
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class IsNoneOf(_Joinable):
    """There is an answer, and it is none of these."""

    question: "Question"
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Includes(_Joinable):
    """One of these codes is among those chosen."""

    question: "Question"
    codes: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Answered(_Joinable):
    """Asked and answered, be it with Vet ikke or left empty."""

    question: "Question"


@dataclass(frozen=True, slots=True)
class HasValue(_Joinable):
    """Answered with a real value."""

    question: "Question"


@dataclass(frozen=True, slots=True)
class Within(_Joinable):
    """There is a value, and all of it is in one of the sets."""

    question: "Question"
    sets: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class RepeatsAnItem(_Joinable):
    """An item above has the same text, letter case and spaces aside."""

    question: "Question"


@dataclass(frozen=True, slots=True)
class IsComplete(_Joinable):
    """Of a roster's own question: there are no more items."""

    question: "Question"


@dataclass(frozen=True, slots=True)
class EveryItemIs(_Joinable):
    """There are items, and each has one of these values."""

    question: "Question"
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class SomeItemIs(_Joinable):
    """An item has one of these values."""

    question: "Question"
    values: tuple[Value, ...]


Condition: TypeAlias = (
    Always
    | All
    | AnyOf
    | Not
    | Compare
    | IsOneOf
    | IsNoneOf
    | Includes
    | Answered
    | HasValue
    | Within
    | RepeatsAnItem
    | IsComplete
    | EveryItemIs
    | SomeItemIs
)

ALWAYS = Always()
NEVER = Not(ALWAYS)


def any_of(conditions: "Iterable[Condition]") -> "Condition":
    """True when one of them is."""
    first, *rest = conditions
    for condition in rest:
        first = first | condition
    return first


def _parts(condition: object, joined: type[All | AnyOf]) -> "tuple[Condition, ...]":
    if isinstance(condition, joined):
        return condition.of
    return (cast("Condition", condition),)
