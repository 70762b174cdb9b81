"""What questions can be asked about each other: the conditions of routes and checks.

A `Condition` is true or not of the answers so far, and knows its own words for the codebook.  It
sees only answers that are themselves on the route.  A comparison with something unknown is false.
"""

import operator
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from schemas.questionnaire.answers import NOT_ASKED, Choice, Items, Missing
from schemas.questionnaire.preloads import Preloads

if TYPE_CHECKING:
    from schemas.questionnaire.questions import Question

T = TypeVar("T")
C = TypeVar("C", bound=Choice)


class Seen(Protocol):
    """What a predicate may look at: answers that are on the route, and the facts."""

    facts: Preloads

    def value(self, question: "Question") -> Any:
        """The answer; NOT_ASKED when there is none on the route."""

    def every(self, question: "Question") -> list[Any]:
        """The answers of all items, for a question in a roster."""

    def before(self, question: "Question") -> list[Any]:
        """The answers of the items above the one at hand."""


@dataclass(frozen=True, eq=False)
class Condition:
    """Something that is true or not of the answers so far, with its words for the codebook."""

    holds: Callable[[Seen], bool]
    describe: Callable[[], str]
    about: "tuple[Question, ...]" = ()

    def __and__(self, also: "Condition") -> "Condition":
        if self is ALWAYS or also is ALWAYS:
            return also if self is ALWAYS else self
        return Condition(
            lambda seen: self.holds(seen) and also.holds(seen),
            lambda: f"{self.describe()} & {also.describe()}",
            self.about + also.about,
        )

    def __or__(self, instead: "Condition") -> "Condition":
        return Condition(
            lambda seen: self.holds(seen) or instead.holds(seen),
            lambda: f"({self.describe()} | {instead.describe()})",
            self.about + instead.about,
        )

    def __invert__(self) -> "Condition":
        return Condition(
            lambda seen: not self.holds(seen), lambda: f"not ({self.describe()})", self.about
        )


ALWAYS = Condition(lambda seen: True, lambda: "")


def any_of(predicates: Iterable[Condition]) -> Condition:
    """True when one of them is."""
    first, *rest = predicates
    for predicate in rest:
        first = first | predicate
    return first


def _has_value(answer: Any) -> bool:
    return answer is not None and not isinstance(answer, Missing)


@dataclass(frozen=True, eq=False)
class Term:
    """A value to compare with: an answer, a fact, or a multiple of one."""

    of: Callable[[Seen], Any]
    describe: Callable[[], str]
    about: "tuple[Question, ...]" = ()

    def __mul__(self, factor: int) -> "Term":
        return Term(
            lambda seen: v * factor if _has_value(v := self.of(seen)) else v,
            lambda: f"{factor} × {self.describe()}",
            self.about,
        )

    __rmul__ = __mul__

    def __gt__(self, than: "Term | int") -> Condition:
        return _compare(self, ">", operator.gt, than)

    def __lt__(self, than: "Term | int") -> Condition:
        return _compare(self, "<", operator.lt, than)

    def equals(self, value: "Term | int | Choice") -> Condition:
        """Both are known, and the same."""
        return _compare(self, "=", operator.eq, value)


def _compare(left: Term, sign: str, test: Callable[[Any, Any], bool], with_: Any) -> Condition:
    right = with_ if isinstance(with_, Term) else Term(lambda seen: with_, lambda: _written(with_))

    def holds(seen: Seen) -> bool:
        a, b = left.of(seen), right.of(seen)
        return _has_value(a) and _has_value(b) and test(a, b)

    return Condition(
        holds, lambda: f"{left.describe()} {sign} {right.describe()}", left.about + right.about
    )


def _written(value: Any) -> str:
    if isinstance(value, Choice):
        return value.name
    return value.missing if isinstance(value, Missing) else str(value)


class Given(Term, Generic[T]):
    """An earlier answer, to route or check by."""

    def __init__(self, question: "Question") -> None:
        super().__init__(lambda seen: seen.value(question), lambda: question.id, (question,))

    @property
    def question(self) -> "Question":
        """The question that was answered."""
        return self.about[0]

    def is_(self, *values: T | Missing) -> Condition:
        """The answer is one of these."""
        return self._test(lambda answer: answer in values, "=", values)

    def is_not(self, *values: T | Missing) -> Condition:
        """There is an answer, and it is none of these."""
        return self._test(lambda answer: answer not in (*values, NOT_ASKED), "≠", values)

    def includes(self: "Given[tuple[C, ...]]", *codes: C) -> Condition:
        """One of these codes is among those chosen."""
        return self._test(
            lambda answer: isinstance(answer, tuple) and any(c in answer for c in codes), "∋", codes
        )

    @property
    def answered(self) -> Condition:
        """Asked and answered, be it with Vet ikke or left empty."""
        return self._test(lambda answer: answer != NOT_ASKED, "≠", (NOT_ASKED,))

    @property
    def has_value(self) -> Condition:
        """Answered with a real value."""
        return Condition(
            lambda seen: _has_value(self.of(seen)), lambda: f"{self.question.id} ✓", self.about
        )

    def within(self, *sets: Term) -> Condition:
        """There is a value, and all of it is in one of these."""

        def holds(seen: Seen) -> bool:
            value = self.of(seen)
            return _has_value(value) and _members(value) <= set().union(
                *(_members(term.of(seen)) for term in sets)
            )

        return Condition(
            holds,
            lambda: f"{self.question.id} ⊆ {{{', '.join(term.describe() for term in sets)}}}",
            self.about + tuple(question for term in sets for question in term.about),
        )

    @property
    def repeats_an_earlier_item(self) -> Condition:
        """In a roster: an item above has the same text, letter case and spaces aside."""

        def holds(seen: Seen) -> bool:
            value = seen.value(self.question)
            return isinstance(value, str) and _folded(value) in {
                _folded(v) for v in seen.before(self.question) if isinstance(v, str)
            }

        return Condition(holds, lambda: f"{self.question.id} = {self.question.id}[…]", self.about)

    @property
    def is_all(self) -> Condition:
        """Of a roster's own question: there are no more items."""
        return Condition(
            lambda seen: isinstance(items := self.of(seen), Items) and items.complete,
            lambda: f"{self.question.id} complete",
            self.about,
        )

    def in_every_item_is(self, *values: T | Missing) -> Condition:
        """In a roster, seen from outside: every item has one of these."""

        def holds(seen: Seen) -> bool:
            answers = seen.every(self.question)
            return bool(answers) and all(answer in values for answer in answers)

        return Condition(holds, lambda: f"∀ {self.question.id} ∈ {_set(values)}", self.about)

    def _test(self, test: Callable[[Any], bool], sign: str, values: tuple[Any, ...]) -> Condition:
        return Condition(
            lambda seen: test(seen.value(self.question)),
            lambda: f"{self.question.id} {sign} {_set(values)}",
            self.about,
        )


def _set(values: tuple[Any, ...]) -> str:
    written = ", ".join(_written(value) for value in values)
    return written if len(values) == 1 else f"{{{written}}}"


def _members(value: Any) -> set[Any]:
    if isinstance(value, tuple):
        return set(value)
    return {value} if _has_value(value) else set()


def _folded(value: str) -> str:
    return " ".join(value.casefold().split())


def fact(name: str) -> Term:
    """What was known before the first question; see `Preloads`."""
    if name not in Preloads.model_fields:
        raise NameError(f"there is no fact called {name}")
    return Term(lambda seen: getattr(seen.facts, name), lambda: name)


@dataclass(frozen=True, eq=False)
class Derived(Term):
    """A value that is worked out from the answers so far.

    `cases` say how, for programs that do not run ours: conditions in words, and the value by the
    first that holds.
    """

    cases: tuple[tuple[str, Choice], ...] = ()


def derived(
    name: str, of: Callable[[Seen], Any], cases: Iterable[tuple[str, Choice]] = ()
) -> Derived:
    """Such a value, under its name."""
    return Derived(of, lambda: name, cases=tuple(cases))


def chose_other(question: "Question") -> Condition:
    """The code `other` was chosen."""

    def holds(seen: Seen) -> bool:
        return any(code.name == "other" for code in _members(seen.value(question)))

    return Condition(holds, lambda: f"{question.id} ∋ other", (question,))
