"""Conditions as JSON, and back: what a codebook keeps of a route, and a version is rebuilt from.

    {"all": [{"is": [{"answer": "has_offers"}, [{"code": "yes"}]]}, {"answered": "staff"}]}

Questions go by id, codes by name; which list a code is of, the question before it says.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, TypeAlias, assert_never

from schemas.questionnaire import conditions as c
from schemas.questionnaire.answers import Choice, Missing
from schemas.questionnaire.conditions import Condition, Derived, Term, Value
from schemas.questionnaire.declaring import DeclarationProblem

if TYPE_CHECKING:
    from schemas.questionnaire.questions import Question

Data: TypeAlias = Any
"""What `json` reads and writes."""

_ABOUT_ONE: Final[Mapping[str, Callable[..., Condition]]] = {
    "answered": c.Answered,
    "has_value": c.HasValue,
    "repeats": c.RepeatsAnItem,
    "complete": c.IsComplete,
}
_WITH_VALUES: Final[Mapping[str, Callable[..., Condition]]] = {
    "is_not": c.IsNoneOf,
    "includes": c.Includes,
    "every": c.EveryItemIs,
    "some": c.SomeItemIs,
}
_TAGS: Final = {node: tag for tag, node in (_ABOUT_ONE | _WITH_VALUES).items()}  # type: ignore[operator]

# ── To data ──────────────────────────────────────────────────────────────────────────────────────


def to_data(condition: Condition) -> Data:
    """The condition as JSON values."""
    match condition:
        case c.Always():
            return "always"
        case c.All(parts):
            return {"all": [to_data(part) for part in parts]}
        case c.AnyOf(parts):
            return {"any": [to_data(part) for part in parts]}
        case c.Not(part):
            return {"not": to_data(part)}
        case c.Compare(left, sign, right):
            return {"compare": [term_to_data(left), sign, term_to_data(right)]}
        case c.IsOneOf(term, values):
            return {"is": [term_to_data(term), list(map(_value, values))]}
        case c.Within(question, sets):
            return {"within": [question.id, [term_to_data(one) for one in sets]]}
        case c.Answered(one) | c.HasValue(one) | c.RepeatsAnItem(one) | c.IsComplete(one):
            return {_TAGS[type(condition)]: one.id}
        case (
            c.IsNoneOf(one, values)
            | c.Includes(one, values)
            | c.EveryItemIs(one, values)
            | c.SomeItemIs(one, values)
        ):
            return {_TAGS[type(condition)]: [one.id, list(map(_value, values))]}
        case _:
            assert_never(condition)


def term_to_data(term: Term) -> Data:
    """A term as JSON values; a derived value goes by its name."""
    match term:
        case c.Given(question):
            return {"answer": question.id}
        case c.Preload(name):
            return {"preload": name}
        case c.Derived(name):
            return {"derived": name}
        case c.Constant(number):
            return number
        case c.Multiple(factor, of):
            return {"times": [factor, term_to_data(of)]}
        case c.YearOfInterview(plus):
            return {"year": plus}
        case _:
            assert_never(term)


def _value(value: Value) -> Data:
    match value:
        case Choice():
            return {"code": value.name}
        case Missing(missing):
            return {"missing": missing}
        case Decimal():
            return {"decimal": str(value)}
    return value


# ── From data ────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Names:
    """What the names in data stand for."""

    questions: "Mapping[str, Question]"
    preloads: Mapping[str, type[Choice]] = field(default_factory=dict)
    derived: Mapping[str, Derived] = field(default_factory=dict)

    def question(self, id: str) -> "Question":
        """Raises `DeclarationProblem` where there is none."""
        if id not in self.questions:
            raise DeclarationProblem("Q-UNKNOWN", where="Et vilkår", question=id)
        return self.questions[id]


def from_data(data: Data, names: Names) -> Condition:
    """The condition again; raises `DeclarationProblem` for a question or code there is not."""
    match data:
        case "always":
            return c.ALWAYS
        case {"all": parts}:
            return c.All(tuple(from_data(part, names) for part in parts))
        case {"any": parts}:
            return c.AnyOf(tuple(from_data(part, names) for part in parts))
        case {"not": part}:
            return c.Not(from_data(part, names))
        case {"compare": [left, sign, right]}:
            return c.Compare(term_from_data(left, names), sign, term_from_data(right, names))
        case {"is": [term, values]}:
            of = term_from_data(term, names)
            return c.IsOneOf(of, _read(values, *_codes(of, names)))
        case {"within": [id, sets]}:
            return c.Within(names.question(id), tuple(term_from_data(one, names) for one in sets))
    ((tag, content),) = data.items()
    if tag in _ABOUT_ONE:
        return _ABOUT_ONE[tag](names.question(content))
    question = names.question(content[0])
    return _WITH_VALUES[tag](question, _read(content[1], question.id, question.codes))


def term_from_data(data: Data, names: Names) -> Term:
    """The term again; raises `DeclarationProblem` for a question there is not."""
    match data:
        case {"answer": id}:
            return c.Given(names.question(id))
        case {"preload": name}:
            return c.Preload(name)
        case {"derived": name}:
            return names.derived[name]
        case {"times": [factor, of]}:
            return c.Multiple(factor, term_from_data(of, names))
        case {"year": plus}:
            return c.YearOfInterview(plus)
    return c.Constant(data)


def _codes(term: Term, names: Names) -> tuple[str, Iterable[Choice]]:
    """What a term is called, and the codes that it can be."""
    match term:
        case c.Given(question):
            return question.id, question.codes
        case c.Preload(name):
            return name, names.preloads.get(name, ())
        case c.Derived(name, cases):
            return name, [code for _, code in cases]
    return "", ()


def _read(values: Iterable[Data], name: str, codes: Iterable[Choice]) -> tuple[Any, ...]:
    by_name = {code.name: code for code in codes}

    def read(value: Data) -> Any:
        match value:
            case {"code": code} if code in by_name:
                return by_name[code]
            case {"code": code}:
                known = ", ".join(by_name)
                raise DeclarationProblem(
                    "Q-CODE", where="Et vilkår", question=name, code=code, codes=known
                )
            case {"missing": missing}:
                return Missing(missing)
            case {"decimal": number}:
                return Decimal(number)
        return value

    return tuple(map(read, values))
