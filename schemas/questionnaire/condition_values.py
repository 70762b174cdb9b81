"""Whether a condition holds, what a term is worth, and which questions they look at.

`holds` is asked a few hundred times at every keystroke that is an answer: it does nothing twice,
and makes a function of each condition that is kept with it.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, assert_never

from schemas.questionnaire.answers import NOT_ASKED, Choice, Items, Missing
from schemas.questionnaire.conditions import (
    All,
    Always,
    Answered,
    AnyOf,
    Compare,
    Condition,
    Constant,
    Derived,
    EveryItemIs,
    Given,
    HasValue,
    Includes,
    IsComplete,
    IsNoneOf,
    IsOneOf,
    Multiple,
    Not,
    Preload,
    RepeatsAnItem,
    SomeItemIs,
    Term,
    Value,
    Within,
    YearOfInterview,
)
from schemas.questionnaire.preloads import Preloads

if TYPE_CHECKING:
    from schemas.questionnaire.questions import Question


class Seen(Protocol):
    """What a condition may look at: answers that are on the route, and the preloads."""

    facts: Preloads

    def value(self, question: "Question") -> Any:
        """The answer; NOT_ASKED when there is none on the route."""

    def every(self, question: "Question") -> list[Any]:
        """The answers of all items, for a question in a roster."""

    def before(self, question: "Question") -> list[Any]:
        """The answers of the items above the one at hand."""


Test: TypeAlias = Callable[[Seen], bool]
Worth: TypeAlias = Callable[[Seen], Any]


def holds(condition: Condition, seen: Seen) -> bool:
    """Whether the condition is true of what is seen."""
    try:
        test: Test = condition.test
    except AttributeError:  # it is asked for the first time
        test = _test(condition)
        object.__setattr__(condition, "test", test)
    return test(seen)


def value(term: Term, seen: Seen) -> Any:
    """What a term is worth: an answer, a number, a code; a missing state or None if unknown."""
    return _worth(term)(seen)


def _test(condition: Condition) -> Test:
    """A condition as a function: to take the tree apart takes longer than what it asks."""
    match condition:
        case IsOneOf(Preload() as of, values):
            names = tuple(one.name if isinstance(one, Choice) else one for one in values)
            return _is_among(_worth(of), names)
        case IsOneOf(Given(question), values):
            return lambda seen: seen.value(question) in values
        case IsOneOf(of, values):
            return _is_among(_worth(of), values)
        case Always():
            return lambda seen: True
        case All(of):
            return partial(_all, tuple(map(_test, of)))
        case AnyOf(of):
            return partial(_any, tuple(map(_test, of)))
        case Not(of):
            denied = _test(of)
            return lambda seen: not denied(seen)
        case Includes(question, codes):
            return partial(_includes, question, codes)
        case IsNoneOf(question, values):
            others = (*values, NOT_ASKED)
            return lambda seen: seen.value(question) not in others
        case Answered(question):
            return lambda seen: bool(seen.value(question) != NOT_ASKED)
        case HasValue(question):
            return lambda seen: _is_known(seen.value(question))
        case Compare(left, sign, right):
            one, other = _worth(left), _worth(right)
            return lambda seen: _compare(one(seen), sign, other(seen))
        case Within(question, sets):
            return partial(_is_within, question, tuple(map(_worth, sets)))
        case RepeatsAnItem(question):
            return partial(_repeats_an_item, question)
        case IsComplete(question):
            return partial(_is_complete, question)
        case EveryItemIs(question, values):
            return partial(_every_item_is, question, values)
        case SomeItemIs(question, values):
            return lambda seen: any(answer in values for answer in seen.every(question))
        case _:
            assert_never(condition)


def _all(parts: tuple[Test, ...], seen: Seen) -> bool:
    for holds_now in parts:  # noqa: SIM110 - `all` would make a generator each time
        if not holds_now(seen):
            return False
    return True


def _any(parts: tuple[Test, ...], seen: Seen) -> bool:
    for holds_now in parts:  # noqa: SIM110 - the same
        if holds_now(seen):
            return True
    return False


def _includes(question: "Question", codes: tuple[Choice, ...], seen: Seen) -> bool:
    chosen = seen.value(question)
    return any(code in chosen for code in codes) if isinstance(chosen, tuple) else chosen in codes


def _is_among(worth: Worth, values: tuple[Value, ...]) -> Test:
    return lambda seen: worth(seen) in values


def _is_within(question: "Question", sets: tuple[Worth, ...], seen: Seen) -> bool:
    members = _members(seen.value(question))
    allowed = (member for one in sets for member in _members(one(seen)))
    return bool(members) and members <= set(allowed)


def _repeats_an_item(question: "Question", seen: Seen) -> bool:
    here, above = seen.value(question), seen.before(question)
    return isinstance(here, str) and _folded(here) in map(_folded, above)


def _is_complete(question: "Question", seen: Seen) -> bool:
    items = seen.value(question)
    return isinstance(items, Items) and items.complete


def _every_item_is(question: "Question", values: tuple[Value, ...], seen: Seen) -> bool:
    answers = seen.every(question)
    return bool(answers) and all(answer in values for answer in answers)


def _worth(term: Term) -> Worth:
    match term:
        case Given(question):
            return lambda seen: seen.value(question)
        case Preload(name):
            return lambda seen: getattr(seen.facts, name)
        case Derived(_, cases):
            tests = tuple((_test(when), found) for when, found in cases)
            return lambda seen: next((found for test, found in tests if test(seen)), NOT_ASKED)
        case Constant(number):
            return lambda seen: number
        case Multiple(factor, of):
            worth = _worth(of)
            return lambda seen: _times(factor, worth(seen))
        case YearOfInterview(plus):
            return lambda seen: seen.facts.year + plus
        case _:
            assert_never(term)


def _times(factor: int, worth: Any) -> Any:
    return worth * factor if _is_known(worth) else worth


def _compare(left: Any, sign: str, right: Any) -> bool:
    if not (_is_known(left) and _is_known(right)):
        return False
    return bool(left < right if sign == "<" else left > right if sign == ">" else left == right)


def _is_known(answer: Any) -> bool:
    return answer is not None and not isinstance(answer, Missing)


def _members(answer: Any) -> set[Any]:
    if isinstance(answer, tuple):
        return set(answer)
    return {answer} if _is_known(answer) else set()


def _folded(answer: Any) -> Any:
    return " ".join(answer.casefold().split()) if isinstance(answer, str) else answer


# ── What they are about ──────────────────────────────────────────────────────────────────────────


def about(condition: Condition) -> "Iterator[Question]":
    """The questions that a condition looks at, in the order in which it names them."""
    return (question for question, _ in looks_for(condition))


def looks_for(condition: Condition) -> "Iterator[tuple[Question, tuple[Value, ...]]]":
    """The questions that a condition looks at, each with the values it looks for there."""
    match condition:
        case Always():
            return
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from looks_for(part)
        case Not(of):
            yield from looks_for(of)
        case Compare(left, _, right):
            yield from _in_terms(left, right)
        case IsOneOf(Given(question), values):
            yield question, values
        case IsOneOf(term, _):
            yield from _in_terms(term)
        case Within(question, sets):
            yield question, ()
            yield from _in_terms(*sets)
        case (
            IsNoneOf(question, values)
            | Includes(question, values)
            | EveryItemIs(question, values)
            | SomeItemIs(question, values)
        ):
            yield question, values
        case (
            Answered(question) | HasValue(question) | RepeatsAnItem(question) | IsComplete(question)
        ):
            yield question, ()
        case _:
            assert_never(condition)


def _in_terms(*terms: Term) -> "Iterator[tuple[Question, tuple[Value, ...]]]":
    for term in terms:
        match term:
            case Given(question):
                yield question, ()
            case Multiple(_, of):
                yield from _in_terms(of)
            case Derived(_, cases):
                for when, _ in cases:
                    yield from looks_for(when)
            case Preload() | Constant() | YearOfInterview():
                pass
            case _:
                assert_never(term)
