"""Conditions as XPath, for forms that other programs fill in.

A form does not know everything: not what was claimed in an earlier phase, and no item
above the one at hand. What looks at such things has no XPath.
"""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, assert_never

from schemas.questionnaire import conditions as c
from schemas.questionnaire.answers import DONT_KNOW, NOT_ASKED, REFUSED, Choice, Missing
from schemas.questionnaire.conditions import Condition, Term, Value
from schemas.questionnaire.questions import Question
from schemas.questionnaire.types.descriptions import EntryForm

THIS_YEAR: Final = "int(format-date(today(), '%Y'))"


def year(of: c.YearOfInterview) -> str:
    """The year of the interview, and so many years before or after."""
    sign = "+" if of.plus > 0 else "-"
    return f"{THIS_YEAR} {sign} {abs(of.plus)}" if of.plus else THIS_YEAR


class NoXPath(Exception):
    """The condition cannot be said in XPath."""


@dataclass(frozen=True)
class Form:
    """What a form knows: preloads that it asks for, and derived values that it works out."""

    preloads: Container[str] = ()
    derived: Container[str] = ()

    def xpath(self, condition: Condition, own: Question | None = None) -> str | None:
        """The condition; `own` is the question whose answer it is a constraint of."""
        try:
            return _XPathWriter(self, own).condition(condition)
        except NoXPath:
            return None

    def without(self, question: Question, condition: Condition) -> str | None:
        """The condition where this question is empty: a form takes no rule for a node that looks
        at the node itself, but for a constraint.
        """
        try:
            return _XPathWriter(self, None, question).condition(condition)
        except NoXPath:
            return None

    def cases(self, derived: c.Derived) -> str | None:
        """The value by the first case that holds; the last is taken to."""
        *cases, (_, last) = derived.cases
        written = f"'{last.name}'"
        for when, value in reversed(cases):
            if (holds := self.xpath(when)) is None:
                return None
            written = f"if({holds}, '{value.name}', {written})"
        return written


@dataclass(frozen=True)
class _XPathWriter:
    form: Form
    own: Question | None
    empty: Question | None = None

    def condition(self, condition: Condition) -> str:
        match condition:
            case c.Always():
                return "true()"
            case c.All(parts):
                return _joined("and", map(self.condition, parts))
            case c.AnyOf(parts):
                return _joined("or", map(self.condition, parts))
            case c.Not(part):
                return f"not({self.condition(part)})"
            case c.Compare(left, sign, right):
                known = [_given(name) for term in (left, right) for name in self.names(term)]
                return _joined("and", [*known, f"{self.term(left)} {sign} {self.term(right)}"])
            case c.IsOneOf(term, values):
                return _is(self.term(term), values)
            case c.IsNoneOf(question, values):
                name = self.name(question)
                differs = (f"{name} != {_value(value)}" for value in values)
                return _joined("and", [_given(name), *differs])
            case c.Includes(question, codes):
                name = self.name(question)
                return _joined("or", (f"selected({name}, {_value(code)})" for code in codes))
            case c.Answered(question) | c.HasValue(question) if question is self.empty:
                return "false()"
            case c.Answered(question):
                return f"({_given(self.name(question))})"
            case c.HasValue(question):
                return self.condition(c.IsNoneOf(question, (DONT_KNOW, REFUSED)))
            case c.Within(question, sets):
                return self.within(question, sets)
            case c.IsComplete(question):
                return _some(f"${{{question.id}}}")
            case c.SomeItemIs(question, values):
                return _some(f"{_repeat(question)}[{_is(question.id, values)}]")
            case c.EveryItemIs(question, values):
                repeat = _repeat(question)
                others = f"count({repeat}[not({_is(question.id, values)})])"
                return f"({_some(repeat)} and {others} = 0)"
            case c.RepeatsAnItem():
                raise NoXPath
            case _:
                assert_never(condition)

    def within(self, question: Question, sets: tuple[Term, ...]) -> str:
        if not _is_single(c.Given(question)) and not (len(sets) == 1 and _is_single(sets[0])):
            raise NoXPath  # several in several: `selected` looks for one
        name = self.name(question)
        among = _joined("or", (f"selected({self.term(one)}, {name})" for one in sets))
        return f"({_given(name)} and {among})"

    def term(self, term: Term) -> str:
        match term:
            case c.Given(question):
                return self.name(question)
            case c.Preload(name) if name in self.form.preloads:
                return f"${{{name}}}"
            case c.Derived(name) if name in self.form.derived:
                return f"${{{name}}}"
            case c.Preload() | c.Derived():
                raise NoXPath
            case c.Constant(number):
                return str(number)
            case c.Multiple(factor, of):
                return f"{factor} * {self.term(of)}"
            case c.YearOfInterview():
                return year(term)
            case _:
                assert_never(term)

    def names(self, term: Term) -> Iterator[str]:
        """What must have been answered for a comparison."""
        if isinstance(term, c.Multiple):
            yield from self.names(term.of)
        elif not isinstance(term, c.Constant | c.YearOfInterview):
            yield self.term(term)

    def name(self, question: Question) -> str:
        if question is self.empty:
            return "''"
        return "." if question is self.own else f"${{{question.id}}}"


def _is(name: str, values: Iterable[Value]) -> str:
    return _joined("or", (f"{name} = {_value(value)}" for value in values))


def _value(value: Value) -> str:
    if value == NOT_ASKED:
        return "''"
    if isinstance(value, Choice | Missing):
        return f"'{value.name if isinstance(value, Choice) else value.missing}'"
    return f"'{value}'" if isinstance(value, str) else str(value)


def _repeat(question: Question) -> str:
    if question.roster is None:
        raise NoXPath
    return f"${{{question.roster.more.id}}}"


def _is_single(term: Term) -> bool:
    """Whether there is one unit in it at most."""
    return term.question.type.entry is EntryForm.one_unit if isinstance(term, c.Given) else True


def _given(name: str) -> str:
    return f"{name} != ''"


def _some(items: str) -> str:
    return f"count({items}) > 0"


def _joined(word: str, parts: Iterable[str]) -> str:
    several = list(parts)
    return several[0] if len(several) == 1 else f"({f' {word} '.join(several)})"
