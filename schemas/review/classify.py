"""What an interview shows: its class, the answers that decided it, and who must look again.

A pure function of the answers on the route.  It never asks and never stores; a coordinator's
decision stands beside what it says.  The rules are the survey's, in order: the first that holds
wins.

    a route, finished or under way -> classify() -> Classification
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from schemas.language.text import LANGUAGES, Text
from schemas.questionnaire.answers import MISSING_LABELS, NOT_ASKED, Answer, Choice, Missing
from schemas.questionnaire.condition_values import Seen, about, holds
from schemas.questionnaire.conditions import ALWAYS, NEVER, Condition, Derived
from schemas.questionnaire.document import route_of
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.questions import Question, handle
from schemas.review.classes import Class

# ── The rules of a survey ────────────────────────────────────────────────────────────────────────


class Because(NamedTuple):
    """An answer that is a reason `when` something holds, with what is said of it.

    `words` stand before the answer; those of a question in a roster are about all its items and
    stand alone.
    """

    question: Question
    words: Text
    when: Condition = ALWAYS


def because(question: Answer[Any], words: Text, when: Condition = ALWAYS) -> Because:
    """Such a reason, by the Python name of the question."""
    return Because(handle(question), words, when)


class ClassRule(NamedTuple):
    """One rule: a class, when it is that one, why, and when a coordinator must look."""

    klass: Class
    when: Condition
    because: tuple[Because, ...]
    look: Condition = NEVER


class Trait(NamedTuple):
    """A property that units of one class can have."""

    name: str
    of: Class
    when: Condition


@dataclass(frozen=True, slots=True)
class ClassRules:
    """How a survey classifies: its classes, the rules in order, and traits beside the class."""

    classes: type[Class]
    rules: tuple[ClassRule, ...]
    traits: tuple[Trait, ...] = ()

    def questions(self) -> Iterator[str]:
        """The ids of those that decide."""
        for rule in self.rules:
            conditions = (rule.when, rule.look, *(one.when for one in rule.because))
            yield from (one.question.id for one in rule.because)
            yield from (question.id for condition in conditions for question in about(condition))
        yield from (question.id for one in self.traits for question in about(one.when))


def derived_by(name: str, rules: Iterable[ClassRule]) -> Derived:
    """The class by these rules, to route by while the interview is under way."""
    return Derived(name, tuple((rule.when, rule.klass) for rule in rules))


# ── What comes out ───────────────────────────────────────────────────────────────────────────────


class Reason(NamedTuple):
    """An answer that helped to decide, and the same in words."""

    question: str
    value: Any
    words: Text


class Classification(NamedTuple):
    """The class, the answers that decided it in the instrument's order, and whether to look.

    `traits` says of every trait of the survey whether this interview has it.
    """

    klass: Class
    reasons: tuple[Reason, ...]
    needs_look: bool
    traits: tuple[tuple[str, bool], ...] = ()


def classify(by: ClassRules, seen: Seen) -> Classification:
    """The class of an interview, by the first rule that holds."""
    rule = next(rule for rule in by.rules if holds(rule.when, seen))
    return Classification(
        rule.klass,
        tuple(_reasons(rule, seen)),
        holds(rule.look, seen),
        tuple((one.name, one.of is rule.klass and holds(one.when, seen)) for one in by.traits),
    )


def classify_document(by: ClassRules, finished: Questionnaire) -> Classification:
    """The class of a finished interview."""
    return classify(by, route_of(finished).view)


def _reasons(rule: ClassRule, seen: Seen) -> Iterator[Reason]:
    """Leaving out what was not asked."""
    for one in rule.because:
        if not holds(one.when, seen):
            continue
        if one.question.roster:
            yield Reason(one.question.id, tuple(seen.every(one.question)), one.words)
        elif (value := seen.value(one.question)) not in (NOT_ASKED, None):
            said = _label(value)
            words = (f"{one.words.in_(lang)}: {said.in_(lang)}" for lang in LANGUAGES)
            yield Reason(one.question.id, value, Text(*words))


def _label(value: Any) -> Text:
    if isinstance(value, Choice):
        return value.label
    return MISSING_LABELS[value] if isinstance(value, Missing) else Text(str(value))


# ── As it is stored ──────────────────────────────────────────────────────────────────────────────


def to_data(classification: Classification) -> dict[str, Any]:
    """The classification as JSON values, to be frozen beside the interview it was made from."""
    return {
        "class": classification.klass.name,
        "reasons": [
            {"question": reason.question, "value": _stored(reason.value), "words": reason.words.nb}
            for reason in classification.reasons
        ],
        "needs_look": classification.needs_look,
        **dict(classification.traits),
    }


def _stored(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_stored(part) for part in value]
    if isinstance(value, Missing):
        return {"missing": value.missing}
    if isinstance(value, Decimal):
        return str(value)
    return value.name if isinstance(value, Choice) else value


def read_classification(stored: object) -> dict[str, Any]:
    """What was frozen of a class (`to_data`); nothing where it has not that form."""
    if not isinstance(stored, dict):
        return {}
    reasons = stored.get("reasons", [])
    has_reasons = isinstance(reasons, list) and all(map(_is_reason, reasons))
    return stored if has_reasons and isinstance(stored.get("class", ""), str) else {}


def _is_reason(stored: object) -> bool:
    return isinstance(stored, dict) and isinstance(stored.get("words"), str) and "value" in stored
