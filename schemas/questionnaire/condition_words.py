"""Conditions in words: the ids of questions, and the labels of codes.

has_offers er "Ja" og offers_since er mindre enn 2014
"""

from collections.abc import Iterable
from typing import Final, assert_never

from schemas.language.text import LANGUAGES, Language, Text
from schemas.questionnaire import conditions as c
from schemas.questionnaire.answers import MISSING_LABELS, Choice, Missing
from schemas.questionnaire.conditions import Condition, Term, Value

ALWAYS: Final = Text("alltid", en="always")
AND: Final = Text("og", en="and")
OR: Final = Text("eller", en="or")
NOT: Final = Text("ikke {}", "ikkje {}", "not {}")
IS: Final = Text("{} er {}", en="{} is {}")
OTHER_THAN: Final = Text(
    "{} er besvart med noe annet enn {}",
    "{} er svart på med noko anna enn {}",
    "{} is answered with something other than {}",
)
INCLUDES: Final = Text("{} omfatter {}", "{} omfattar {}", "{} includes {}")
ANSWERED: Final = Text("{} er besvart", "{} er svart på", "{} is answered")
KNOWN: Final = Text("{} er oppgitt", en="{} has a value")
AMONG: Final = Text("{} er blant {}", "{} er mellom {}", "{} is among {}")
REPEATS: Final = Text(
    "{} er lik en tidligere {}", "{} er lik ein tidlegare {}", "{} is the same as an earlier {}"
)
COMPLETE: Final = Text("{} er fullstendig", en="{} is complete")
EVERY: Final = Text("hver {} er {}", "kvar {} er {}", "every {} is {}")
SOME: Final = Text("minst én {} er {}", "minst éin {} er {}", "at least one {} is {}")
COMPARED: Final = {
    "<": Text("{} er mindre enn {}", "{} er mindre enn {}", "{} is less than {}"),
    ">": Text("{} er større enn {}", "{} er større enn {}", "{} is greater than {}"),
    "=": IS,
}
TIMES: Final = Text("{} ganger {}", "{} gonger {}", "{} times {}")
THIS_YEAR: Final = Text("intervjuåret", en="the year of the interview")


def in_words(condition: Condition) -> Text:
    """The condition in every language."""
    return Text(*(words(condition, language) for language in LANGUAGES))


def words(condition: Condition, language: Language = "nb") -> str:
    """The condition in words that somebody who knows the questionnaire understands."""

    def say(how: Text, *parts: str) -> str:
        return how.in_(language).format(*parts)

    def one_of(values: Iterable[Value]) -> str:
        return _listed([_value(one, language) for one in values], OR, language)

    def worth(term: Term) -> str:
        return term_words(term, language)

    match condition:
        case c.Always():
            return say(ALWAYS)
        case c.All(of):
            return f" {AND.in_(language)} ".join(_part(part, language) for part in of)
        case c.AnyOf(of):
            return f" {OR.in_(language)} ".join(_part(part, language) for part in of)
        case c.Not(of):
            return say(NOT, f"({words(of, language)})")
        case c.Compare(left, sign, right):
            return say(COMPARED[sign], worth(left), worth(right))
        case c.IsOneOf(term, values):
            return say(IS, worth(term), one_of(values))
        case c.IsNoneOf(question, values):
            return say(OTHER_THAN, question.id, one_of(values))
        case c.Includes(question, codes):
            return say(INCLUDES, question.id, one_of(codes))
        case c.Answered(question):
            return say(ANSWERED, question.id)
        case c.HasValue(question):
            return say(KNOWN, question.id)
        case c.Within(question, sets):
            return say(AMONG, question.id, _listed([worth(one) for one in sets], AND, language))
        case c.RepeatsAnItem(question):
            return say(REPEATS, question.id, question.id)
        case c.IsComplete(question):
            return say(COMPLETE, question.id)
        case c.EveryItemIs(question, values):
            return say(EVERY, question.id, one_of(values))
        case c.SomeItemIs(question, values):
            return say(SOME, question.id, one_of(values))
        case _:
            assert_never(condition)


def _part(part: Condition, language: Language) -> str:
    """With brackets where an "or" or an "and" would be read together with those around it."""
    written = words(part, language)
    match part:
        case c.All() | c.AnyOf():
            return f"({written})"
        case c.IsOneOf(_, several) | c.IsNoneOf(_, several) | c.Includes(_, several):
            return f"({written})" if len(several) > 1 else written
        case c.EveryItemIs(_, several) | c.SomeItemIs(_, several) | c.Within(_, several):
            return f"({written})" if len(several) > 1 else written
    return written


def term_words(term: Term, language: Language = "nb") -> str:
    """A term (an answer, a number, a preload) in words."""
    match term:
        case c.Given(question):
            return question.id
        case c.Preload(name) | c.Derived(name):
            return name
        case c.Constant(number):
            return str(number)
        case c.Multiple(factor, of):
            return TIMES.in_(language).format(factor, term_words(of, language))
        case c.YearOfInterview(plus):
            sign = "+" if plus > 0 else "-"
            return THIS_YEAR.in_(language) + (f" {sign} {abs(plus)}" if plus else "")
        case _:
            assert_never(term)


def _value(value: Value, language: Language) -> str:
    if isinstance(value, Choice):
        return f'"{value.label.in_(language)}"'
    if isinstance(value, Missing):
        return f'"{MISSING_LABELS[value].in_(language)}"'
    return str(value)


def _listed(parts: list[str], word: Text, language: Language) -> str:
    *first, last = parts
    return f"{', '.join(first)} {word.in_(language)} {last}" if first else last
