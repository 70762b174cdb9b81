"""Whole conversations of phase two, from the few answers that a test is about."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from schemas.questionnaire.answers import Items, Kind
from schemas.questionnaire.preloads import Preloads
from schemas.questionnaire.questions import Question
from schemas.questionnaire.walk import Key, Route, firing, route
from schemas.surveys.municipal_services_2015.questionnaire import PhaseTwo

FACTS = Preloads(unit_id="0101", unit_name="Halden", year=2015, interviewer="Kari")
PLAIN: dict[Kind, Any] = {
    Kind.info: "read",
    Kind.integer: 1,
    Kind.decimal: Decimal(1),
    Kind.year: 2015,
    Kind.month: 1,
    Kind.text: "Noe",
    Kind.longtext: "Noe langt",
    Kind.phone: "+4722334455",
    Kind.email: "post@halden.no",
    Kind.url: "https://halden.no",
    Kind.units: ("0104",),
    Kind.roster: Items((1,), True),
}


def plain(question: Question) -> Any:
    """The first code of a closed question, or something dull of the right type."""
    if question.kind is Kind.multi:
        return (question.codes[0],)
    return question.codes[0] if question.codes else PLAIN[question.kind]


def coded(id: str, said: Any) -> Any:
    """A slug, or several, as codes; everything else as it is."""
    by_slug = {code.name: code for code in PhaseTwo.by_id[id].codes}
    if isinstance(said, tuple) and by_slug:
        return tuple(by_slug[slug] for slug in said)
    return by_slug[said] if by_slug and isinstance(said, str) else said


def talk(facts: Preloads = FACTS, **said: Any) -> dict[Key, Any]:
    """A whole conversation: what is `said`, and a plain answer to everything else on the route.

    `offer_kind=["kid", "lm"]` says something of each offer.
    """
    answers = dict(_spoken(said))
    while unanswered := route(PhaseTwo, answers, facts).unanswered:
        step = unanswered[0]
        answers[step.key] = f"Nr. {step.item}" if step.item else plain(step.question)
        if step.item and step.question.id != "offer_name":
            answers[step.key] = plain(step.question)
    return answers


def _spoken(said: dict[str, Any]) -> Iterator[tuple[Key, Any]]:
    for id, value in said.items():
        if isinstance(value, list):
            items = tuple(range(1, len(value) + 1))
            yield Key("offers"), Items(items, True)
            yield from ((Key(id, item), coded(id, v)) for item, v in zip(items, value, strict=True))
        else:
            yield Key(id), coded(id, value)


def walked(facts: Preloads = FACTS, **said: Any) -> Route:
    return route(PhaseTwo, talk(facts, **said), facts)


def asked_ids(facts: Preloads = FACTS, **said: Any) -> set[str]:
    return {step.question.id for step in walked(facts, **said).steps}


def fired(facts: Preloads = FACTS, **said: Any) -> set[str]:
    return {one.check.id for one in firing(walked(facts, **said))}
