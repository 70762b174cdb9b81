"""From what was typed to the value of an answer, or to a sentence that says what to write instead.

`parse` is for questions that are answered in writing; `check` is for any answer that has its form
already: a code, units, a missing state, an answer read from a file.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from annotated_types import Ge, Le
from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from schemas.language.addresses import read_email, read_url
from schemas.language.clean import clean
from schemas.language.numerals import MOST_DECIMALS, read_decimal, read_month, read_whole, read_year
from schemas.language.phone import read_phone
from schemas.language.text import Text
from schemas.questionnaire.answers import MISSING_LABELS, Items, Kind, Missing
from schemas.questionnaire.messages import WANTED, WAYS_OUT, AnswerProblem, ways
from schemas.questionnaire.preloads import Preloads
from schemas.questionnaire.questions import Question
from schemas.questionnaire.sections import Roster


def parse(question: Question, typed: str, facts: Preloads) -> Any:
    """The answer that `typed` means to a question that is answered in writing (`kind.is_typed`).

    Nothing typed gives None, where the question may be left empty.  `AnswerProblem` says what is
    wrong with anything that cannot be taken.
    """
    words = _words(question.kind, typed)
    value = _READERS[question.kind](words, facts) if words else None
    return check(question, value, facts)


LONGEST_LINE: Final = 2000
"""No answer on one line may be longer.  A whole document pasted by mistake is not even read."""


def _words(kind: Kind, typed: str) -> str:
    one_line = kind is not Kind.longtext
    words = clean(typed, one_line=one_line)[0].strip()
    if one_line and len(words) > LONGEST_LINE:
        raise AnswerProblem("A-LONG", most=LONGEST_LINE, count=len(words))
    return words


_READERS: Final[Mapping[Kind, Callable[[str, Preloads], Any]]] = {
    Kind.integer: lambda words, _: read_whole(words),
    Kind.decimal: lambda words, _: read_decimal(words),
    Kind.year: lambda words, facts: read_year(words, facts.year),
    Kind.month: lambda words, _: read_month(words),
    Kind.text: lambda words, _: words,
    Kind.longtext: lambda words, _: words,
    Kind.phone: lambda words, _: read_phone(words),
    Kind.email: lambda words, _: read_email(words),
    Kind.url: lambda words, _: read_url(words),
}


def check(question: Question, value: Any, facts: Preloads) -> Any:
    """`value` as `question` takes it; `AnswerProblem` where it does not."""
    if value is None:
        return _empty(question)
    if isinstance(value, Missing):
        return _missing(question, value)
    _check_limits(question, value, facts)
    try:
        checked = question.adapter.validate_python(value)
    except ValidationError as error:
        # The chain is cut: pydantic's own message repeats what people answered.
        raise _translated(question, value, error.errors(include_url=False)[0]) from None
    _check_count(question, checked)
    return checked


def _empty(question: Question) -> None:
    if not question.empty_allowed:
        raise wanting(question)


def wanting(question: Question) -> AnswerProblem:
    """What is said of nothing at all: what is to be written, or how it is chosen."""
    or_else = WAYS_OUT[question.missing_allowed]
    if question.kind.is_typed:
        return AnswerProblem("A-REQUIRED", what=WANTED[question.kind], or_else=or_else)
    how = ways(question.kind, len(question.codes))
    return AnswerProblem("A-CHOOSE", how=how, or_else=or_else)


def _missing(question: Question, value: Missing) -> Missing:
    if question.kind is Kind.info:
        raise AnswerProblem("A-READ")
    if value not in question.missing_allowed:
        raise AnswerProblem("A-MISSING", label=MISSING_LABELS[value])
    return value


# ── Limits ───────────────────────────────────────────────────────────────────────────────────────


def limits(question: Question, facts: Preloads) -> tuple[Any, Any]:
    """The lowest and the highest number that `question` takes; None where there is no limit."""
    return question.limits(facts) or _limits_of_type(question)


def _limits_of_type(question: Question) -> tuple[Any, Any]:
    marks = getattr(question.value_type, "__metadata__", ())
    rules = [rule for mark in marks if isinstance(mark, FieldInfo) for rule in mark.metadata]
    low = next((rule.ge for rule in rules if isinstance(rule, Ge)), None)
    high = next((rule.le for rule in rules if isinstance(rule, Le)), None)
    return low, high


def _check_limits(question: Question, value: Any, facts: Preloads) -> None:
    # Before the type, whose limits are wider: the message must name the ones that hold here.
    own = question.limits(facts)
    if own and isinstance(value, int) and not own[0] <= value <= own[1]:
        raise outside(question, *own)


def outside(question: Question, low: Any, high: Any) -> AnswerProblem:
    """What is said of a number below `low` or above `high`; None is no limit."""
    if question.kind is Kind.month:
        return AnswerProblem("A-MONTH")
    if low is None or high is None:
        return AnswerProblem("A-MAX" if low is None else "A-MIN", low=low, high=high)
    code = "A-YEAR-RANGE" if question.kind is Kind.year else "A-RANGE"
    return AnswerProblem(code, low=low, high=high)


def _check_count(question: Question, value: Any) -> None:
    count = len(value) if question.kind is Kind.units else 0
    if question.at_most and count > question.at_most:
        raise AnswerProblem("A-UNITS-MANY", most=question.at_most, count=count)
    if isinstance(value, Items):
        _check_items(question, value)


def _check_items(question: Question, value: Items) -> None:
    if not value.items or len(set(value.items)) < len(value.items):
        raise AnswerProblem("A-INVALID")
    if issubclass(question.section, Roster) and len(value.items) > question.section.at_most:
        raise AnswerProblem("A-ITEMS-MANY", most=question.section.at_most)


# ── From pydantic's words to ours ────────────────────────────────────────────────────────────────


def _translated(question: Question, value: Any, error: ErrorDetails) -> AnswerProblem:
    kind, context = error["type"], error.get("ctx", {})
    if kind in {"greater_than_equal", "less_than_equal"}:
        return outside(question, *_limits_of_type(question))
    if kind in {"too_long", "string_too_long"}:
        return AnswerProblem("A-LONG", most=context["max_length"], count=len(value))
    if kind == "excludes_others":
        return AnswerProblem("A-EXCLUDES", label=_label(question, context["label"]))
    if kind == "unknown_unit":
        return AnswerProblem("A-UNIT", unit=clean(context["unit"], one_line=True)[0])
    return _plain(question, kind)


def _label(question: Question, bokmal: str) -> Text:
    return next(code.label for code in question.codes if str(code.label) == bokmal)


def _plain(question: Question, kind: str) -> AnswerProblem:
    if kind == "decimal_max_places":
        return AnswerProblem("A-DECIMALS", most=MOST_DECIMALS)
    if kind in {"nothing_chosen", "too_short"}:
        return wanting(question)
    return AnswerProblem(_CODES.get(kind, "A-INVALID"))


_CODES: Final = {
    "is_instance_of": "A-CODE",
    "literal_error": "A-CODE",
    "control_characters": "A-CONTROL",
    "string_unicode": "A-CONTROL",
    "nothing_visible": "A-INVISIBLE",
    "several_lines": "A-LINES",
    "phone_impossible": "A-PHONE",
    "email_form": "A-EMAIL",
    "url_form": "A-URL",
}
