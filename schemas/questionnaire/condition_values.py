"""Whether a condition holds, what a term is worth, and which questions they look at.

`holds` is asked a few hundred times at every keystroke that is an answer: it does nothing twice.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Protocol, assert_never

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


def holds(condition: Condition, seen: Seen) -> bool:
    """Whether the condition is true of what is seen."""
    match condition:  # the most frequent first
        case IsOneOf(Preload() as of, values):
            known = value(of, seen)
            return any(known == (one.name if isinstance(one, Choice) else one) for one in values)
        case IsOneOf(of, values):
            return value(of, seen) in values
        case Always():
            return True
        case All(of):
            return all(holds(part, seen) for part in of)
        case AnyOf(of):
            return any(holds(part, seen) for part in of)
        case Not(of):
            return not holds(of, seen)
        case Includes(question, codes):
            chosen = _members(seen.value(question))
            return any(code in chosen for code in codes)
        case IsNoneOf(question, values):
            return seen.value(question) not in (*values, NOT_ASKED)
        case Answered(question):
            return bool(seen.value(question) != NOT_ASKED)
        case HasValue(question):
            return _is_known(seen.value(question))
        case Compare(left, sign, right):
            return _compare(value(left, seen), sign, value(right, seen))
        case Within(question, sets):
            members = _members(seen.value(question))
            allowed = (member for one in sets for member in _members(value(one, seen)))
            return bool(members) and members <= set(allowed)
        case RepeatsAnItem(question):
            here, above = seen.value(question), seen.before(question)
            return isinstance(here, str) and _folded(here) in map(_folded, above)
        case IsComplete(question):
            items = seen.value(question)
            return isinstance(items, Items) and items.complete
        case EveryItemIs(question, values):
            answers = seen.every(question)
            return bool(answers) and all(answer in values for answer in answers)
        case SomeItemIs(question, values):
            return any(answer in values for answer in seen.every(question))
        case _:
            assert_never(condition)


def value(term: Term, seen: Seen) -> Any:
    """What a term is worth: an answer, a number, a code; a missing state or None if unknown."""
    match term:
        case Given(question):
            return seen.value(question)
        case Preload(name):
            return getattr(seen.facts, name)
        case Derived(_, cases):
            return next((found for when, found in cases if holds(when, seen)), NOT_ASKED)
        case Constant(number):
            return number
        case Multiple(factor, of):
            return worth * factor if _is_known(worth := value(of, seen)) else worth
        case YearOfInterview(plus):
            return seen.facts.year + plus
        case _:
            assert_never(term)


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
